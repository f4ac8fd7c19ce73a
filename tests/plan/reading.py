"""Built sites read back as a visitor's browser and a strict parser read them."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

from pavgen.app.build import make
from pavgen.model.programme import Showing
from tests.plan.projects import DAY

ROOT = Path(__file__).resolve().parents[2]

_LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "image": ("href",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
_LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}


@dataclass(frozen=True)
class Surface:
    """A list of partners on a page: its opportunity, and slugs with their positions."""

    opportunity: str
    rows: tuple[tuple[str, int], ...]

    @property
    def slugs(self):
        return [slug for slug, _ in self.rows]


@dataclass(frozen=True)
class Document:
    """What stands in a page: `links` lead on, `loads` are fetched to show it."""

    errors: tuple[str, ...]
    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    moved: bool = False
    text: str = ""
    surfaces: tuple[Surface, ...] = ()


@dataclass(frozen=True)
class Site:
    """A built site: where it is served, its files, and its pages read."""

    origin: str
    base: str
    files: Mapping[str, bytes]
    pages: Mapping[str, Document] = field(repr=False)

    def file_at(self, url):
        """Return the file an address of this site leads to, or None for another site's."""
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" != self.origin:
            return None
        if not parts.path.startswith(self.base):
            return f"outside the site: {parts.path}"
        path = unquote(parts.path).removeprefix(self.base)
        return f"{path}index.html" if path.endswith("/") or not path else path

    def address_of(self, file):
        return f"{self.origin}{self.base}{file.removesuffix('index.html')}"


def read_sites(made):
    """Read the sites of a build in memory, by name."""
    return {built.site: read_site(made, built) for built in made.sites}


def read_site(made, built):
    url = urlsplit(made.project.programme.sites[built.site].base_url)
    pages = {
        path: read_page(data.decode())
        for path, data in built.files.items()
        if path.endswith(".html")
    }
    return Site(f"{url.scheme}://{url.netloc}", url.path or "/", dict(built.files), pages)


def read_page(text):
    """Parse a page strictly and gather what the checks ask for."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(text)
    errors = tuple(f"{at}: {code} {info}" for at, code, info in parser.errors)
    ids, links, loads, styles = [], [], [], []
    moved = False
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rpartition("}")[2]
        ids += [element.attrib["id"]] if "id" in element.attrib else []
        styles += [element.attrib["style"]] if "style" in element.attrib else []
        if tag in {"a", "area"} and "href" in element.attrib:
            links.append(element.attrib["href"])
        if tag == "link" and _LOADING_RELS & set(element.attrib.get("rel", "").split()):
            loads.append(element.attrib["href"])
        if tag == "meta" and element.attrib.get("http-equiv") == "refresh":
            moved = True
            links.append(element.attrib["content"].partition("url=")[2])
        for name in _LOADING.get(tag, ()):
            loads += _addresses(name, element.attrib.get(name))
    return Document(
        errors,
        tuple(ids),
        tuple(links),
        tuple(loads),
        tuple(styles),
        moved,
        "".join(root.itertext()),
        tuple(_surface(e) for e in root.iter() if "data-surface" in e.attrib),
    )


def _addresses(name, value):
    if value is None:
        return []
    if name == "srcset":
        return [candidate.split()[0] for candidate in value.split(",")]
    return [value]


def _surface(element):
    rows = tuple(
        (e.attrib["data-partner"], int(e.attrib["data-position"]))
        for e in element.iter()
        if "data-partner" in e.attrib
    )
    return Surface(element.attrib["data-surface"], rows)


@cache
def demo_made():
    """Build the demo programme in memory, once for all tests."""
    made = make(ROOT, Showing(DEMO_DAY))
    assert made.ok, made.diagnostics
    return made.value


@cache
def demo_sites():
    return read_sites(demo_made())


DEMO_DAY = DAY.replace(month=11, day=21)


def faults(sites, *, reachable=True):
    """Return everything that is wrong with the links, loads, ids and markup of built sites."""
    found = []
    for name, site in sites.items():
        for file, document in site.pages.items():
            where = f"{name}/{file}"
            found += [f"{where}: {error}" for error in document.errors]
            found += [f"{where}: id twice: {i}" for i in sorted(_twice(document.ids))]
            found += [f"{where}: {fault}" for fault in _broken(sites, site, file, document)]
            found += [f"{where}: style attribute: {style}" for style in document.styles]
        if reachable:
            found += [f"{name}/{file}: no page leads to it" for file in unreached(site)]
    return found


def unreached(site):
    """Return the pages nobody can come to by links from the home; redirects and 404 are none."""
    seen = {"index.html"}
    waiting = deque(seen)
    while waiting:
        file = waiting.popleft()
        for link in site.pages[file].links if file in site.pages else ():
            target = site.file_at(urljoin(site.address_of(file), link))
            if target in site.pages and target not in seen:
                seen.add(target)
                waiting.append(target)
    return sorted(
        file
        for file, document in site.pages.items()
        if file not in seen and not document.moved and file != "404.html"
    )


def _broken(sites, site, file, document):
    yield from _broken_links(sites, site, site.address_of(file), document)
    for load in document.loads:
        there = site.file_at(urljoin(site.address_of(file), load))
        if there is None:
            yield f"loads from another host: {load}"
        elif there not in site.files:
            yield f"loads what is not there: {load}"


def _broken_links(sites, site, here, document):
    for link in document.links:
        if not link.strip():
            yield "link to nowhere"
            continue
        target = urljoin(here, link)
        owner, there = _owner(sites, site, target)
        if owner is None:
            continue
        if there not in owner.files:
            yield f"dead link: {link}"
        anchor = unquote(urlsplit(target).fragment)
        if anchor and there in owner.pages and anchor not in owner.pages[there].ids:
            yield f"dead anchor: {link}"


def _owner(sites, site, url):
    for candidate in (site, *sites.values()):
        there = candidate.file_at(url)
        if there is not None and not there.startswith("outside"):
            return candidate, there
    if site.file_at(url) is not None:
        return site, site.file_at(url)
    return None, None


def _twice(values):
    return {value for value in values if values.count(value) > 1}
