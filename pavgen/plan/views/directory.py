"""The pages of a directory."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import ArticleCard, PartnerCard, SolutionCard, SurfaceView
from pavgen.plan.views.contact import FormView
from pavgen.plan.views.page import FacetView, LinkView, PagerView
from pavgen.plan.views.prose import ProseView


@dataclass(frozen=True, slots=True)
class DirectoryHome:
    """The front page of a directory; `rows` are further lists, each of an opportunity."""

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
    rows: tuple[SurfaceView, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerList:
    """A list of partners: all, of one facet value, or of a crossing.

    `given` are facets and values that make the list, `browse` the address of all partners,
    `data` that of the whole list for scripts.
    """

    title: str
    lead: str
    surface: SurfaceView
    pager: PagerView
    facets: tuple[FacetView, ...]
    narrower: tuple[FacetView, ...]
    proposition: LinkView | None = None
    given: tuple[tuple[str, str], ...] = ()
    browse: str = ""
    data: str = ""


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
    form: FormView | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """What the programme offers one type of partner, and who is one already."""

    title: str
    summary: str
    text: ProseView
    surface: SurfaceView
    browse: LinkView
    join: LinkView | None = None
    form: FormView | None = None
