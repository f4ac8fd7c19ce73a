"""Faults of links as findings: each names the file that made the page, and the line if it can."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span, in_order
from pavgen.kernel.suggest import did_you_mean
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
    crawl = Crawl(sites)
    found: list[Diagnostic] = []
    for site in sites:
        if site.files is not None:
            found += _of_site(crawl, site, origins[site.name])
    return in_order(found)


def _of_site(crawl: Crawl, site: RenderedSite, origins: Origins) -> Iterator[Diagnostic]:
    alike: dict[tuple[Fault, Use, str, str], list[Broken]] = {}
    for broken in crawl.broken(site):
        reference = broken.reference
        key = (broken.fault, reference.use, reference.address, broken.target)
        alike.setdefault(key, []).append(broken)
    for group in alike.values():
        yield from _of_group(site, group, origins)
    for page in crawl.unreached(site):
        span = Span(origins.sources.get(page, origins.record))
        what = f"no page of `{site.name}` leads to `{_path(site, page)}`"
        remedy = "link to it, from a menu or from another page"
        yield Diagnostic(span, "page-unreached", what, remedy, "", Severity.WARNING)


def _of_group(site: RenderedSite, group: list[Broken], origins: Origins) -> Iterator[Diagnostic]:
    """Tell of one fault once for each file that has it, or once for the site where all have."""
    first: dict[str, Broken] = {}
    for broken in group:
        first.setdefault(origins.sources.get(broken.page, origins.record), broken)
    if len(first) > _SHARED:
        where = f"{len(group)} pages of `{site.name}`"
        yield _finding(site, group[0], origins.record, where, origins)
        return
    for source, broken in first.items():
        where = f"`{_path(site, broken.page)}` of `{site.name}`"
        yield _finding(site, broken, source, where, origins)


def _finding(
    site: RenderedSite, broken: Broken, source: str, where: str, origins: Origins
) -> Diagnostic:
    line = _line(origins.texts.get(source, ""), _written(site, broken))
    code, what, remedy = _words(site, broken)
    return Diagnostic(Span(source, line), code, f"{what}, on {where}", remedy)


def _words(site: RenderedSite, broken: Broken) -> tuple[str, str, str]:
    address = broken.reference.address[:80]
    match broken.fault:
        case Fault.EMPTY:
            return "link-broken", "a link is empty", "give it an address, or remove it"
        case Fault.OUTSIDE:
            what = f"`{address}` lies outside the site"
            return "link-broken", what, f"begin it with `{site.base}`, or give the whole address"
        case Fault.ANCHOR:
            what = f"`{address}` leads to no such place in its page"
            return "anchor-broken", what, "use the anchor of a heading of that page"
        case Fault.LOOP:
            what = f"the redirect to `{address}` goes round in a circle"
            return "redirect-loop", what, "remove one of the aliases"
        case Fault.CHAIN:
            what = f"the redirect to `{address}` leads to another redirect"
            return (
                "redirect-chain",
                what,
                f"lead straight to `{_path(broken.owner, broken.target)}`",
            )
        case Fault.MISSING:
            return _missing(site, broken, address)


def _missing(site: RenderedSite, broken: Broken, address: str) -> tuple[str, str, str]:
    if broken.reference.use is Use.LOAD:
        code, what = "file-missing", f"the file `{address}` is not there"
    elif broken.reference.use is Use.FEED:
        code, what = "feed-missing", f"the feed `{address}` is not there"
    else:
        code, what = "link-broken", f"`{address}` leads to nothing"
    return code, what, _nearest(site, broken) or "mend the address, or remove it"


def _nearest(site: RenderedSite, broken: Broken) -> str:
    """Suggest the address of a file of the same kind, in full where it is another site's."""
    files = broken.owner.files or {}
    if f"{broken.target}/{HOME}" in files:
        return f"did you mean `{_path(broken.owner, broken.target)}/`?"
    host = "" if broken.owner is site else broken.owner.origin
    is_page = broken.reference.use in {Use.LINK, Use.HEAD}
    likely = [path for path in files if path.endswith(".html") == is_page]
    names = [host + _path(broken.owner, path) for path in likely]
    return did_you_mean(host + _path(broken.owner, broken.target), names, list_up_to=0)


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
