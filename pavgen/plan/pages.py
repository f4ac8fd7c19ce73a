"""A planned site: pages with their views, data files, and the logos it shows."""

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.plan.documents import Document, ServiceWorker
from pavgen.plan.views import PageView


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it is written, which template makes it, what the template sees.

    `path` is relative to the site's folder and ends in `.html`; `source` is the file or rule
    that asked for the page, to be named when two want one address.
    """

    path: str
    template: str
    view: PageView
    source: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """A JSON file of a site; a `compact` one is for our own scripts, on one line."""

    path: str
    value: Json
    source: str
    compact: bool = False


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file of a site in a form that other programs read: XML, or lines of text.

    A service worker is made last, of the other files.
    """

    path: str
    content: Document | ServiceWorker
    source: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """Something a search can find; `path` is relative to the site's home.

    `text` is what is searched, plain; `line` and `kind` are shown with a result; `filters`
    hold ids of values by facet; `rank` is its place where two are equally relevant, from 0.
    """

    path: str
    title: str
    line: str
    kind: str
    text: str
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    rank: int


@dataclass(frozen=True, slots=True)
class SitePlan:
    """Everything a site consists of, in order of path.

    `base` is the path it is served at; `logos` the names of the logo files it shows;
    `search` what its search finds, nothing where it has none.
    """

    site: str
    base: str
    pages: tuple[Page, ...]
    data: tuple[DataFile, ...] = ()
    logos: tuple[str, ...] = ()
    documents: tuple[DocumentFile, ...] = ()
    search: tuple[SearchRecord, ...] = ()
