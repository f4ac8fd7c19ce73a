"""The pages of a hub, and free pages."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import ArticleCard, PartnerCard, SurfaceView
from pavgen.plan.views.page import LinkView, PagerView
from pavgen.plan.views.prose import ProseView


@dataclass(frozen=True, slots=True)
class ArticleList:
    """The front page of a hub, a topic, a series, or a partner's contributions.

    `rows` are lists of partners, each of an opportunity.
    """

    title: str
    lead: str
    intro: ProseView
    articles: tuple[ArticleCard, ...]
    pager: PagerView
    topics: tuple[LinkView, ...]
    series: tuple[LinkView, ...]
    authors: tuple[LinkView, ...] = ()
    numbered: bool = False
    rows: tuple[SurfaceView, ...] = ()


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
    contributions: LinkView | None = None


@dataclass(frozen=True, slots=True)
class FreePage:
    """A page that stands by itself; `changed` is the latest day its record names."""

    title: str
    summary: str
    text: ProseView
    contents: bool
    changed: date | None = None
