"""Who exhibits at an event, as a list."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import PartnerCard, SurfaceView
from pavgen.plan.views.page import FacetView, LinkView


@dataclass(frozen=True, slots=True)
class BoothLink:
    """A booth someone stands in, and in which shifts, where it is not the whole event."""

    label: str
    href: str
    shifts: str


@dataclass(frozen=True, slots=True)
class ExhibitorRow:
    """An exhibitor in the list: its booths, who shares them, and what it does."""

    card: PartnerCard
    package: str
    booths: tuple[BoothLink, ...]
    with_it: tuple[LinkView, ...]
    does: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ExhibitorList:
    """The page of everybody who exhibits, or of those who meet one need.

    `rows` are the cards of `surface` in its order, with what an event adds; `needs` the ways
    to narrow it; `plan` leads to the floor plan, narrowed alike, empty without one.
    """

    title: str
    lead: str
    surface: SurfaceView
    rows: tuple[ExhibitorRow, ...]
    needs: FacetView
    everybody: LinkView
    plan: str
