"""What templates see: flat frozen values, and nothing else.

A view holds plain text, numbers, dates, links of this site and finished markup. Texts in
the site's language come from the theme's strings; a template adds only its own headings.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pavgen.security.markup import SafeHtml


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link with its words; `current` marks the page it stands on; `count` what lies behind."""

    label: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ShellView:
    """What every page of a site shares."""

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


@dataclass(frozen=True, slots=True)
class PageView:
    """The head of a page and its content; `content` is one of the views below."""

    shell: ShellView
    title: str
    description: str
    canonical: str
    path: str
    crumbs: tuple[LinkView, ...]
    content: object
    index: bool = True


# -- prose ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """A run of markup; may end inside an attribute that the next part fills."""

    html: SafeHtml
    kind: Literal["html"] = "html"


@dataclass(frozen=True, slots=True)
class TextPart:
    """Plain text, or an address inside an attribute: printed escaped, without white space."""

    text: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class PartnersPart:
    """An embedded list of partners, or a single card."""

    title: str
    surface: "SurfaceView"
    kind: Literal["partners"] = "partners"


@dataclass(frozen=True, slots=True)
class SolutionsPart:
    """Embedded solutions, one or several."""

    title: str
    solutions: "tuple[SolutionCard, ...]"
    kind: Literal["solutions"] = "solutions"


@dataclass(frozen=True, slots=True)
class ArticlesPart:
    """Embedded articles, one or several."""

    title: str
    articles: "tuple[ArticleCard, ...]"
    kind: Literal["articles"] = "articles"


@dataclass(frozen=True, slots=True)
class ActionPart:
    """A call to action."""

    label: str
    href: str
    text: str
    kind: Literal["action"] = "action"


ProsePart = HtmlPart | TextPart | PartnersPart | SolutionsPart | ArticlesPart | ActionPart


@dataclass(frozen=True, slots=True)
class HeadingView:
    """An entry of a table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ProseView:
    """A rendered text; empty when it has no parts."""

    parts: tuple[ProsePart, ...] = ()
    headings: tuple[HeadingView, ...] = ()
    minutes: int = 0


# -- partners -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceView:
    """A set of files of one media type: a `srcset` value."""

    media_type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class LogoView:
    """A logo: `src` for every browser, further sources for those that know them."""

    src: str
    width: int
    height: int
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """A partner in a list, at a position; `href` is empty where the site has no profile."""

    slug: str
    name: str
    initials: str
    href: str
    tagline: str
    tier: str
    tier_label: str
    types: tuple[str, ...]
    regions: tuple[str, ...]
    logo: LogoView | None
    logo_dark: LogoView | None
    position: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class SurfaceView:
    """Partners shown together: cards in the order of one opportunity, and what to say of it.

    `first` and `last` are the positions shown, `total` how many partners the order holds here.
    """

    opportunity: str
    title: str
    cards: tuple[PartnerCard, ...]
    total: int
    first: int
    last: int
    period: str
    rule: str
    data_href: str
    why_href: str


@dataclass(frozen=True, slots=True)
class PagerView:
    """Where the pages of a long list are; empty links at the ends."""

    number: int
    count: int
    previous: str
    next: str
    pages: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class FacetView:
    """A way to narrow a list: values with counts; children are indented by `depth` from 0."""

    id: str
    label: str
    href: str
    values: tuple["FacetValue", ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet."""

    label: str
    href: str
    count: int
    depth: int = 0
    summary: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryHome:
    """The front page of a directory."""

    title: str
    intro: ProseView
    spotlight: SurfaceView | None
    facets: tuple[FacetView, ...]
    partner_count: int
    country_count: int
    browse: LinkView
    propositions: tuple[LinkView, ...]
    solutions: tuple["SolutionCard", ...]
    articles: tuple["ArticleCard", ...]


@dataclass(frozen=True, slots=True)
class PartnerList:
    """A list of partners: all, of one facet value, or of a crossing."""

    title: str
    lead: str
    surface: SurfaceView
    pager: PagerView
    facets: tuple[FacetView, ...]
    narrower: tuple[FacetView, ...]
    proposition: LinkView | None = None


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """All values of one facet."""

    title: str
    facet: FacetView


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office; `country` is an ISO code, named by the template's `country` filter."""

    city: str
    country: str
    main: bool


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate held."""

    label: str
    issuer: str
    until: date | None


@dataclass(frozen=True, slots=True)
class ContactView:
    """A way to get in touch; `text` is what is shown of the address."""

    purpose: str
    label: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A reference both sides agreed to show."""

    by: PartnerCard
    quote: str
    project: str


@dataclass(frozen=True, slots=True)
class SeekView:
    """What a partner looks for in others."""

    types: tuple[str, ...]
    areas: tuple[str, ...]
    regions: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything about one partner; lists of labels link to their facet pages."""

    card: PartnerCard
    legal_name: str
    website: str
    website_label: str
    about: ProseView
    types: tuple[LinkView, ...]
    areas: tuple[LinkView, ...]
    regions: tuple[LinkView, ...]
    industries: tuple[LinkView, ...]
    segments: tuple[LinkView, ...]
    tier: LinkView
    languages: tuple[str, ...]
    size: str
    founded: int | None
    joined: date
    certificates: tuple[CertificateView, ...]
    offices: tuple[OfficeView, ...]
    contacts: tuple[ContactView, ...]
    links: tuple[LinkView, ...]
    offers: tuple[str, ...]
    seeks: tuple[SeekView, ...]
    solutions: tuple["SolutionCard", ...]
    articles: tuple["ArticleCard", ...]
    works_with: SurfaceView | None
    references: tuple[ReferenceView, ...]
    reviewed: date | None
    stale: bool
    rel: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """What the programme offers one type of partner, and who is one already."""

    title: str
    summary: str
    text: ProseView
    surface: SurfaceView
    browse: LinkView


# -- solutions ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A figure and what it measures."""

    value: str
    measure: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """A partner's part in a solution."""

    card: PartnerCard
    role: str


@dataclass(frozen=True, slots=True)
class SolutionCard:
    """A solution in a list; its partners stand in the order of one opportunity."""

    slug: str
    title: str
    href: str
    summary: str
    customer: str
    outcome: OutcomeView | None
    partners: SurfaceView
    industries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SolutionList:
    """The front page of a showcase, or the solutions of one facet value."""

    title: str
    lead: str
    intro: ProseView
    solutions: tuple[SolutionCard, ...]
    total: int
    pager: PagerView
    facets: tuple[FacetView, ...]


@dataclass(frozen=True, slots=True)
class SolutionStory:
    """One solution; `roles` follow `partners.cards`."""

    card: SolutionCard
    roles: tuple[RoleView, ...]
    story: ProseView
    outcomes: tuple[OutcomeView, ...]
    industries: tuple[LinkView, ...]
    areas: tuple[LinkView, ...]
    segments: tuple[LinkView, ...]
    products: tuple[str, ...]
    published: date
    related: tuple[SolutionCard, ...]


# -- hubs and pages -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article in a list; `contributor` is empty when staff wrote it."""

    title: str
    href: str
    summary: str
    author: str
    contributor: str
    published: date | None
    minutes: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleList:
    """The front page of a hub, a topic, a series, or a partner's contributions."""

    title: str
    lead: str
    intro: ProseView
    articles: tuple[ArticleCard, ...]
    pager: PagerView
    topics: tuple[LinkView, ...]
    series: tuple[LinkView, ...]
    authors: tuple[LinkView, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article; `image` is an address or empty; `series` the articles in reading order."""

    card: ArticleCard
    text: ProseView
    image: str
    author: LinkView
    contributor: PartnerCard | None
    partners: SurfaceView | None
    topics: tuple[LinkView, ...]
    series: LinkView | None
    parts: tuple[LinkView, ...]
    related: tuple[ArticleCard, ...]
    reviewed: date | None
    status: str


@dataclass(frozen=True, slots=True)
class FreePage:
    """A page that stands by itself."""

    title: str
    summary: str
    text: ProseView
    contents: bool


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
