"""A screen in the hall."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import PartnerCard, SurfaceView
from pavgen.plan.views.pavilion.agenda import SessionCard
from pavgen.plan.views.pavilion.hall import SheetFoot


@dataclass(frozen=True, slots=True)
class KioskTurn:
    """An exhibitor on the screen: where it is, in words; `fit` as on its sign."""

    card: PartnerCard
    fit: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KioskPage:
    """Exhibitors by turns, and what is on next.

    `turns` is one cycle: numbers of `exhibitors`, each for `seconds`. `surface` says whose
    order they stand in. `zone` is the time zone of the place, `address` what the code leads to.
    """

    title: str
    lead: str
    foot: SheetFoot
    seconds: int
    turns: tuple[int, ...]
    exhibitors: tuple[KioskTurn, ...]
    surface: SurfaceView
    sessions: tuple[SessionCard, ...]
    zone: str
    address: str
