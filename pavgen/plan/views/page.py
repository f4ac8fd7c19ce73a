"""What every page shares: its shell, its head, its links."""

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link with its words; `current` marks the page it stands on; `count` what lies behind."""

    label: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ShellView:
    """What every page of a site shares.

    `search` and `compare` are the addresses of those pages, empty where a site has none.
    """

    site: str
    title: str
    summary: str
    locale: str
    home: str
    programme: str
    vendor: str
    vendor_url: str
    main_menu: tuple[LinkView, ...]
    footer_menu: tuple[LinkView, ...]
    options: tuple[tuple[str, str], ...]
    search: str = ""
    compare: str = ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed of what a page shows."""

    title: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The head of a page and its content; `content` is one of the views below.

    `structured` is the page told to programs (JSON-LD), worked out of the rest of the view when
    the page is rendered, None until then and where there is nothing to tell;
    `policy` its content security policy, empty where the host sends one; `image` the full
    address of the picture shown where the page is shared, or empty; `offline` the address of
    the part of the site it belongs to that can do without a network, or empty.
    """

    shell: ShellView
    title: str
    description: str
    canonical: str
    path: str
    crumbs: tuple[LinkView, ...]
    content: object
    index: bool = True
    feeds: tuple[FeedLink, ...] = ()
    structured: Json = None
    policy: str = ""
    image: str = ""
    offline: str = ""


@dataclass(frozen=True, slots=True)
class PagerView:
    """Where the pages of a long list are; empty links at the ends."""

    number: int
    count: int
    previous: str
    next: str
    pages: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet."""

    label: str
    href: str
    count: int
    depth: int = 0
    summary: str = ""
    current: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A way to narrow a list: values with counts; children are indented by `depth` from 0."""

    id: str
    label: str
    href: str
    values: tuple["FacetValue", ...]


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """All values of one facet."""

    title: str
    facet: FacetView


@dataclass(frozen=True, slots=True)
class NotFound:
    """The page for an address that leads nowhere."""

    title: str
    ways: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that has moved."""

    title: str
    target: str
