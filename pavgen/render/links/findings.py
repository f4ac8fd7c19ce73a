"""Faults of links as findings: each names the file that made the page, and the line if it can."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span, in_order
from pavgen.kernel.suggest import Guesses
from pavgen.kernel.values import dataclass
from pavgen.render.links.crawling import HOME, Broken, Crawl, Fault, RenderedSite
from pavgen.render.links.reading import Use

_SHARED = 3
"""An address that more files than these give stands in the frame of all pages: the site's."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Where pages come from: `sources` is the file of each page, `record` that of the site.

    `texts` are the project's files by path, to find the line in.
    """

    sources: Mapping[str, str]
    record: str
    texts: Mapping[str, str]


def link_findings(
    sites: Sequence[RenderedSite], origins: Mapping[str, Origins]
) -> tuple[Diagnostic, ...]:
    """Find all that leads nowhere in the sites that have files, and what nothing leads to."""
    crawl, nearby = Crawl(sites), _Nearby()
    found: list[Diagnostic] = []
    for site in sites:
        if site.files is not None:
            found += _Judge(site, origins[site.name], nearby).findings(crawl)
    return in_order(found)


@dataclass(frozen=True, slots=True)
class _Nearby:
    """Files of the sites with names like those that are not there, each kind listed once."""

    guesses: Guesses = field(default_factory=Guesses)
    listed: dict[tuple[str, str, bool], frozenset[str]] = field(default_factory=dict)

    def suggest(self, broken: Broken, host: str) -> str:
        """Suggest the address of a file of the same kind, after its host."""
        is_page = broken.reference.use in {Use.LINK, Use.HEAD}
        key = (broken.owner.name, host, is_page)
        if key not in self.listed:
            paths = (p for p in broken.owner.files or () if p.endswith(".html") == is_page)
            self.listed[key] = frozenset(host + _path(broken.owner, path) for path in paths)
        wanted = host + _path(broken.owner, broken.target)
        return self.guesses.did_you_mean(wanted, self.listed[key], list_up_to=0)


@dataclass(frozen=True, slots=True)
class _Judge:
    """One site, and what it takes to tell of its faults."""

    site: RenderedSite
    origins: Origins
    nearby: _Nearby

    def findings(self, crawl: Crawl) -> Iterator[Diagnostic]:
        alike: dict[tuple[Fault, Use, str, str], list[Broken]] = {}
        for broken in crawl.broken(self.site):
            reference = broken.reference
            key = (broken.fault, reference.use, reference.address, broken.target)
            alike.setdefault(key, []).append(broken)
        for group in alike.values():
            yield from self._of_group(group)
        for page in crawl.unreached(self.site):
            what = f"no page of `{self.site.name}` leads to `{_path(self.site, page)}`"
            remedy = "link to it, from a menu or from another page"
            span = Span(self._source(page))
            yield Diagnostic(span, "page-unreached", what, remedy, "", Severity.WARNING)

    def _source(self, page: str) -> str:
        return self.origins.sources.get(page, self.origins.record)

    def _of_group(self, group: list[Broken]) -> Iterator[Diagnostic]:
        """Tell of one fault once for each file that has it, or once for the site if all have."""
        first: dict[str, Broken] = {}
        for broken in group:
            first.setdefault(self._source(broken.page), broken)
        if len(first) > _SHARED:
            where = f"{len(group)} pages of `{self.site.name}`"
            yield self._finding(group[0], self.origins.record, where)
            return
        for source, broken in first.items():
            where = f"`{_path(self.site, broken.page)}` of `{self.site.name}`"
            yield self._finding(broken, source, where)

    def _finding(self, broken: Broken, source: str, where: str) -> Diagnostic:
        line = _line(self.origins.texts.get(source, ""), _written(self.site, broken))
        code, what, remedy = self._words(broken)
        return Diagnostic(Span(source, line), code, f"{what}, on {where}", remedy)

    def _words(self, broken: Broken) -> tuple[str, str, str]:
        address = broken.reference.address[:80]
        match broken.fault:
            case Fault.EMPTY:
                return "link-broken", "a link is empty", "give it an address, or remove it"
            case Fault.OUTSIDE:
                what = f"`{address}` lies outside the site"
                remedy = f"begin it with `{self.site.base}`, or give the whole address"
                return "link-broken", what, remedy
            case Fault.ANCHOR:
                what = f"`{address}` leads to no such place in its page"
                return "anchor-broken", what, "use the anchor of a heading of that page"
            case Fault.LOOP:
                what = f"the redirect to `{address}` goes round in a circle"
                return "redirect-loop", what, "remove one of the aliases"
            case Fault.CHAIN:
                what = f"the redirect to `{address}` leads to another redirect"
                remedy = f"lead straight to `{_path(broken.owner, broken.target)}`"
                return "redirect-chain", what, remedy
            case Fault.MISSING:
                return self._missing(broken, address)

    def _missing(self, broken: Broken, address: str) -> tuple[str, str, str]:
        if broken.reference.use is Use.LOAD:
            code, what = "file-missing", f"the file `{address}` is not there"
        elif broken.reference.use is Use.FEED:
            code, what = "feed-missing", f"the feed `{address}` is not there"
        else:
            code, what = "link-broken", f"`{address}` leads to nothing"
        return code, what, self._nearest(broken) or "mend the address, or remove it"

    def _nearest(self, broken: Broken) -> str:
        """Suggest the address of a file of the same kind, in full where it is another site's."""
        if f"{broken.target}/{HOME}" in (broken.owner.files or {}):
            return f"did you mean `{_path(broken.owner, broken.target)}/`?"
        return self.nearby.suggest(broken, "" if broken.owner is self.site else broken.owner.origin)


def _path(site: RenderedSite, page: str) -> str:
    return site.base + page.removesuffix(HOME)


def _written(site: RenderedSite, broken: Broken) -> Iterator[str]:
    """Yield the forms in which an author may have written an address."""
    address = broken.reference.address
    yield address
    if address.startswith(site.base):
        yield "/" + address.removeprefix(site.base)
    if broken.fault is Fault.ANCHOR:
        yield f"#{broken.target}"


def _line(text: str, forms: Iterable[str]) -> int:
    """Return the first line that holds an address as a whole, or 0."""
    for form in forms:
        found = re.search(rf"(?<![\w/#-]){re.escape(form)}(?![\w/#-])", text) if form else None
        if found:
            return text.count("\n", 0, found.start()) + 1
    return 0
