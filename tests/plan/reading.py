"""Built sites read back as a visitor's browser and a strict parser read them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import html5lib
import lxml.html

from pavgen.app.build import make
from pavgen.app.means import Means, Recent
from pavgen.model.showing import Showing
from pavgen.render.links.crawling import Crawl, RenderedSite
from tests.plan.projects import DAY

ROOT = Path(__file__).resolve().parents[2]
MOST_STRICT = 12

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
    """What stands in a page: `loads` are fetched to show it."""

    errors: tuple[str, ...]
    ids: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    text: str = ""
    surfaces: tuple[Surface, ...] = ()


@dataclass(frozen=True)
class Site:
    """A built site: where it is served, its files, and its pages read."""

    origin: str
    base: str
    files: Mapping[str, bytes]
    pages: Mapping[str, Document] = field(repr=False)

    def address_of(self, file):
        return f"{self.origin}{self.base}{file.removesuffix('index.html')}"


def read_sites(made):
    """Read the sites of a build in memory, by name."""
    return {built.site: read_site(made, built) for built in made.sites}


def read_site(made, built):
    """Read every page; of a kind that has very many, only the first by the strict parser."""
    url = urlsplit(made.project.programme.sites[built.site].base_url)
    pages = {}
    seen: Counter[tuple[str, int]] = Counter()
    for path, data in built.files.items():
        if path.endswith(".html"):
            kind = (path.partition("/")[0], path.count("/"))
            seen[kind] += 1
            pages[path] = read_page(data.decode(), strict=seen[kind] <= MOST_STRICT)
    return Site(f"{url.scheme}://{url.netloc}", url.path or "/", dict(built.files), pages)


def read_page(text, *, strict=True):
    """Parse a page and gather what the checks ask for; errors are told by the strict parser."""
    root, errors = _strictly(text) if strict else (lxml.html.document_fromstring(text), ())
    ids, loads, styles = [], [], []
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rpartition("}")[2]
        ids += [element.attrib["id"]] if "id" in element.attrib else []
        styles += [element.attrib["style"]] if "style" in element.attrib else []
        if tag == "link" and _LOADING_RELS & set(element.attrib.get("rel", "").split()):
            loads.append(element.attrib["href"])
        for name in _LOADING.get(tag, ()):
            loads += _addresses(name, element.attrib.get(name))
    return Document(
        errors,
        tuple(ids),
        tuple(loads),
        tuple(styles),
        "".join(root.itertext()),
        tuple(_surface(e) for e in root.iter() if "data-surface" in e.attrib),
    )


def _strictly(text):
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(text)
    return root, tuple(f"{at}: {code} {info}" for at, code, info in parser.errors)


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


REMEMBERING = Means(recent=Recent())
"""What one build of the demo has made, for the next in the same process."""


@cache
def demo_made():
    """Build the demo programme in memory, once for all tests."""
    made = make(ROOT, Showing(DEMO_DAY), means=REMEMBERING)
    assert made.ok, made.diagnostics
    return made.value


@cache
def demo_sites():
    return read_sites(demo_made())


DEMO_DAY = DAY.replace(month=11, day=21)


def faults(sites, *, reachable=True):
    """Return everything that is wrong with the links, loads, ids and markup of built sites."""
    rendered = {name: _rendered(name, site) for name, site in sites.items()}
    crawl = Crawl(tuple(rendered.values()))
    found = []
    for name, site in sites.items():
        for file, document in site.pages.items():
            where = f"{name}/{file}"
            found += [f"{where}: {error}" for error in document.errors]
            found += [f"{where}: id twice: {i}" for i in sorted(_twice(document.ids))]
            found += [f"{where}: style attribute: {style}" for style in document.styles]
            found += [f"{where}: from another host: {load}" for load in _foreign(site, file)]
        for broken in crawl.broken(rendered[name]):
            found.append(f"{name}/{broken.page}: {broken.fault}: {broken.reference.address}")
        if reachable:
            found += [f"{name}/{file}: no page leads to it" for file in unreached(site)]
    return found


def unreached(site):
    """Return the pages nobody can come to by links from the home; redirects and 404 are none."""
    rendered = _rendered("site", site)
    return Crawl([rendered]).unreached(rendered)


def _rendered(name, site):
    return RenderedSite(name, site.origin, site.base, site.files)


def _foreign(site, file):
    """Return what a page loads from a host that is not its own."""
    here = site.address_of(file)
    return [
        load
        for load in site.pages[file].loads
        if not urljoin(here, load).startswith(f"{site.origin}/")
    ]


def _twice(values):
    return {value for value, count in Counter(values).items() if count > 1}
