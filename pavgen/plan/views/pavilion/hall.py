"""What is printed for a hall: signs for booths and rooms, and a sheet with its plan."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import PartnerCard
from pavgen.plan.views.page import LinkView
from pavgen.plan.views.pavilion.agenda import SessionCard, SpanView
from pavgen.plan.views.pavilion.floor import HallView


@dataclass(frozen=True, slots=True)
class SignHolder:
    """Somebody on a booth's sign; `name` is the short one where the partner has one.

    `fit` says from 1 (short, large letters) to 6 how much room the name needs. `shift` and
    `times` are empty for the whole event.
    """

    card: PartnerCard
    name: str
    fit: int
    with_it: tuple[str, ...]
    shift: str = ""
    times: tuple[SpanView, ...] = ()


@dataclass(frozen=True, slots=True)
class BoothSign:
    """The sign of a booth; `address` is what its code leads to."""

    id: str
    label: str
    fit: int
    hall: str
    holders: tuple[SignHolder, ...]
    address: str


@dataclass(frozen=True, slots=True)
class SheetFoot:
    """What stands at the foot of everything that is printed."""

    event: str
    starts: date
    ends: date
    place: str


@dataclass(frozen=True, slots=True)
class SignsPage:
    """The signs of all booths that somebody has, in the order of the floor plan's record."""

    title: str
    lead: str
    foot: SheetFoot
    signs: tuple[BoothSign, ...]
    others: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class DoorRow:
    """A session on a room's sign; `address` is what its code leads to."""

    card: SessionCard
    address: str


@dataclass(frozen=True, slots=True)
class DoorSign:
    """A room's sign for a day, or a part of it: `part` of `parts`, from 1."""

    room: str
    fit: int
    day: date
    rows: tuple[DoorRow, ...]
    part: int
    parts: int
    address: str


@dataclass(frozen=True, slots=True)
class DoorsPage:
    """The signs of all rooms, day by day."""

    title: str
    lead: str
    foot: SheetFoot
    signs: tuple[DoorSign, ...]
    others: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetBooth:
    """A booth in a printed list: who is there, where it is shared with the shifts in brackets."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A hall on one sheet; `dense` says from 1 to 3 how small its list has to be.

    A list too long for that stands on sheets of its own, which are not `drawn` (0).
    """

    hall: HallView
    drawn: bool
    booths: tuple[SheetBooth, ...]
    dense: int
    address: str


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """A sheet for each hall."""

    title: str
    lead: str
    foot: SheetFoot
    sheets: tuple[PlanSheet, ...]
    others: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """What is shown in place of a page that is not kept; `ways` lead to those that are."""

    title: str
    lead: str
    ways: tuple[LinkView, ...]
