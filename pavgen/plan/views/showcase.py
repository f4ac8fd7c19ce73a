"""The pages of a showcase."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import OutcomeView, PartnerCard, SolutionCard
from pavgen.plan.views.page import FacetView, LinkView, PagerView
from pavgen.plan.views.prose import ProseView


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
class RoleView:
    """A partner's part in a solution."""

    card: PartnerCard
    role: str


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
