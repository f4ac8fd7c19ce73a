"""A crawl of rendered sites in memory: where every address leads, and what nobody comes to."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from urllib.parse import unquote, urljoin, urlsplit

from pavgen.kernel.values import dataclass
from pavgen.render.links.reading import ReadPage, Reference, Use, read_page

HOME = "index.html"
STAND_INS = ("/404.html", "/offline/index.html")
"""Pages shown in place of others: by the host for one that is lost, by a worker without network."""


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """A site in memory: `origin` and `base` say where it is served, `files` hold it by path.

    Without files it is one that was not built: links to it are not judged.
    """

    name: str
    origin: str
    base: str
    files: Mapping[str, bytes] | None


class Fault(StrEnum):
    """What can be wrong with an address."""

    EMPTY = "empty"
    OUTSIDE = "outside"
    MISSING = "missing"
    ANCHOR = "anchor"
    LOOP = "loop"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True)
class Broken:
    """An address of a page that does not lead where it should.

    `target` is the file or anchor it asks for, of the site `owner`.
    """

    page: str
    reference: Reference
    fault: Fault
    target: str
    owner: RenderedSite


@dataclass(frozen=True, slots=True)
class Target:
    """A file of one of the sites; `path` is None outside all of them, though within its host."""

    site: RenderedSite
    path: str | None
    anchor: str


class Crawl:
    """Rendered sites with every page read, once."""

    def __init__(self, sites: Sequence[RenderedSite]) -> None:
        """Read every page of every site."""
        # The longest base first: a site may stand below another of the same host.
        self._sites = sorted(sites, key=lambda site: (-len(site.base), site.name))
        self._found: dict[tuple[str, str], Target | None] = {}
        self.pages: dict[str, dict[str, ReadPage]] = {
            site.name: {
                path: read_page(data.decode("utf-8", "replace"))
                for path, data in (site.files or {}).items()
                if path.endswith(".html")
            }
            for site in sites
        }

    def broken(self, site: RenderedSite) -> Iterator[Broken]:
        """Yield every address of a site's pages that is at fault, in order of page."""
        for page, read in self.pages[site.name].items():
            for reference in read.references:
                fault = self._fault(site, page, reference)
                if fault:
                    yield Broken(page, reference, *fault)
            if read.moved is not None:
                yield from self._moved(site, page, read.moved)

    def unreached(self, site: RenderedSite) -> list[str]:
        """Return the pages no links lead to from the home; redirects and stand-ins are none."""
        pages = self.pages[site.name]
        seen = {HOME}
        waiting = deque(seen & pages.keys())
        while waiting:
            page = waiting.popleft()
            for path in self._leads_to(site, page):
                if path in pages and path not in seen:
                    seen.add(path)
                    waiting.append(path)
        return sorted(
            path
            for path, read in pages.items()
            if path not in seen and read.moved is None and not f"/{path}".endswith(STAND_INS)
        )

    def target(self, site: RenderedSite, page: str, address: str) -> Target | None:
        """Return what an address of a page leads to, or None where that is not for us to judge."""
        # What does not depend on the page is looked up once for all pages.
        rooted = address.startswith("/") or "://" in address
        key = (site.name, address) if rooted else (f"{site.name}/{page}", address)
        if key not in self._found:
            self._found[key] = self._resolved(site, page, address)
        return self._found[key]

    def _resolved(self, site: RenderedSite, page: str, address: str) -> Target | None:
        here = f"{site.origin}{site.base}{page.removesuffix(HOME)}"
        parts = urlsplit(urljoin(here, address))
        origin, path = f"{parts.scheme}://{parts.netloc}", parts.path or "/"
        for candidate in self._sites:
            if candidate.origin == origin and path.startswith(candidate.base):
                within = unquote(path).removeprefix(candidate.base)
                file = f"{within}{HOME}" if within.endswith("/") or not within else within
                return Target(candidate, file, unquote(parts.fragment))
        is_ours = origin == site.origin and not urlsplit(address).netloc
        return Target(site, None, "") if is_ours else None

    def _fault(
        self, site: RenderedSite, page: str, reference: Reference
    ) -> tuple[Fault, str, RenderedSite] | None:
        if not reference.address:
            return Fault.EMPTY, "", site
        found = self.target(site, page, reference.address)
        if found is None or found.site.files is None:
            return None
        if found.path is None:
            return Fault.OUTSIDE, reference.address, site
        if found.path not in found.site.files:
            return Fault.MISSING, found.path, found.site
        if not found.anchor or reference.use is not Use.LINK:
            return None
        pages = self.pages[found.site.name]
        is_known = found.path not in pages or found.anchor in pages[found.path].anchors
        return (
            None if is_known or found.anchor == "top" else (Fault.ANCHOR, found.anchor, found.site)
        )

    def _moved(self, site: RenderedSite, page: str, address: str) -> Iterator[Broken]:
        """Follow a page that sends visitors on: it must lead to a page that does not."""
        reference = Reference(address, Use.LINK)
        fault = self._fault(site, page, reference)
        if fault:
            yield Broken(page, reference, *fault)
            return
        seen = {(site.name, page)}
        at: tuple[RenderedSite, str] = (site, page)
        steps = 0
        onward: str | None = address
        while onward is not None:
            found = self.target(*at, onward)
            if found is None or found.path is None:
                return
            at = (found.site, found.path)
            if (found.site.name, found.path) in seen:
                yield Broken(page, reference, Fault.LOOP, found.path, found.site)
                return
            seen.add((found.site.name, found.path))
            read = self.pages[found.site.name].get(found.path)
            onward = read.moved if read else None
            steps += 1
        if steps > 1:
            yield Broken(page, reference, Fault.CHAIN, at[1], at[0])

    def _leads_to(self, site: RenderedSite, page: str) -> Iterator[str]:
        read = self.pages[site.name][page]
        for reference in read.references:
            if reference.use is Use.LINK:
                found = self.target(site, page, reference.address)
                if found and found.path is not None and found.site.name == site.name:
                    yield found.path
        if read.moved:
            found = self.target(site, page, read.moved)
            if found and found.path is not None and found.site.name == site.name:
                yield found.path
