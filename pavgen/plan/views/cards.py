"""What stands in lists: logos, partners, solutions and articles as cards."""

from dataclasses import field
from datetime import date

from pavgen.kernel.fingerprint import alike_but
from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class SourceView:
    """A set of files of one media type: a `srcset` value."""

    media_type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class LogoView:
    """A logo: `src` for every browser, further sources for those that know them.

    `plate` says that it can be seen on dark ground only with a light plate behind it.
    """

    src: str
    width: int
    height: int
    sources: tuple[SourceView, ...] = ()
    plate: bool = True


@dataclass(frozen=True, slots=True)
class MarkView:
    """What must be said of an item beside it: that its place was sold, or given by hand.

    `until` is the last day of a pin; `label` says the same in a few words, empty for neither.
    """

    label: str = ""
    sponsored: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """A partner in a list, at a position; `href` is empty where the site has no profile.

    `why` says in a sentence why it stands here, `why_href` leads to its account. `unplaced` is
    the same card at no position, one object for all lists that say the same of the partner, so
    that what they share is printed once.
    """

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
    why_href: str = ""
    mark: MarkView = MarkView()
    unplaced: "PartnerCard | None" = field(
        default=None, compare=False, repr=False, metadata=alike_but("position")
    )


@dataclass(frozen=True, slots=True)
class SurfaceView:
    """Partners shown together: cards in the order of one opportunity, and what to say of it.

    `first` and `last` are the positions shown, `total` how many partners the order holds here;
    `until` is the last day of the period; `is_recorded` says that it stands in the ledger,
    else its order is provisional.
    """

    opportunity: str
    title: str
    cards: tuple[PartnerCard, ...]
    total: int
    first: int
    last: int
    period: str
    until: date
    rule: str
    data_href: str
    why_href: str
    is_recorded: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A figure and what it measures."""

    value: str
    measure: str


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
