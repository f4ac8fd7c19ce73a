"""What is printed: signs for booths and rooms, and a sheet for each hall."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from math import ceil

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass
from pavgen.model.records.event import Shift
from pavgen.model.records.floorplan import Booth
from pavgen.place.picks import Holding
from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.agenda.cards import Sessions, span
from pavgen.plan.sections.pavilion.floor.booths import (
    halls_of,
    holdings_of,
    label_of,
    shift_label,
)
from pavgen.plan.sections.pavilion.hall.fitting import fit
from pavgen.plan.sections.pavilion.paths import AGENDA, FLOOR, PRINTED, SIGNS
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.surfaces import card, named
from pavgen.plan.views.pavilion import (
    BoothSign,
    DoorRow,
    DoorSign,
    DoorsPage,
    PlanSheet,
    PrintedPlan,
    SessionCard,
    SheetBooth,
    SheetFoot,
    SignHolder,
    SignsPage,
)

DOORS = f"{SIGNS}rooms/"
ROWS = 8
"""Sessions that one sheet on a door has room for."""


@dataclass(frozen=True, slots=True)
class _Room:
    """What a list has room for: letters in a line, and tenths of millimetres down the columns.

    `line` and `gap` are what a line and the space between two booths take of them.
    """

    letters: int
    line: int
    gap: int
    columns: int

    def takes(self, booth: SheetBooth) -> int:
        """Return how much of the columns a booth takes."""
        lines = ceil(len(", ".join(booth.names)) / self.letters) or 1
        return self.line * lines + self.gap


_BESIDE = (_Room(17, 46, 17, 2600), _Room(15, 38, 17, 3900), _Room(15, 30, 17, 5200))
"""The list beside its drawing, from the largest letters to the smallest."""

_ALONE = _Room(24, 33, 17, 7800)
"""The list on a sheet of its own."""


def booth_signs(scope: Scope) -> Iterator[Page]:
    """Yield the page of the booths' signs, once somebody has a booth."""
    signs = tuple(_signs(scope))
    if not signs:
        return
    words = scope.frame.words
    title = words.say("plan-hall-signs")
    lead = words.say("plan-hall-signs-lead", n=len(signs))
    content = SignsPage(title, lead, foot_of(scope), signs)
    yield scope.page(SIGNS, title, "signs.html", content, lead)


def door_signs(sessions: Sessions) -> Iterator[Page]:
    """Yield the page of the rooms' signs, once a session has a room and a time."""
    signs = tuple(_doors(sessions))
    if not signs:
        return
    scope = sessions.scope
    words = scope.frame.words
    title = words.say("plan-hall-doors")
    lead = words.say("plan-hall-doors-lead", n=len(signs))
    content = DoorsPage(title, lead, foot_of(scope), signs)
    yield scope.page(DOORS, title, "doors.html", content, lead)


def plan_sheets(scope: Scope) -> Iterator[Page]:
    """Yield the page with a sheet for each hall, where there is a floor plan."""
    halls = halls_of(scope)
    if not halls:
        return
    words = scope.frame.words
    title = words.say("plan-hall-printed")
    lead = words.say("plan-hall-printed-lead", n=len(halls))
    address = scope.frame.here.absolute(f"{scope.home}{FLOOR}")
    sheets = tuple(
        PlanSheet(hall, is_drawn, booths, dense, address)
        for hall in halls
        for is_drawn, booths, dense in parted(tuple(_listed(scope, hall.id)))
    )
    content = PrintedPlan(title, lead, foot_of(scope), sheets)
    yield scope.page(PRINTED, title, "printed.html", content, lead)


def foot_of(scope: Scope) -> SheetFoot:
    """Return what stands at the foot of a sheet."""
    record = scope.event.record
    place = f"{record.venue.name}, {record.venue.city}"
    return SheetFoot(record.title, record.starts, record.ends, place)


def here(scope: Scope, booth: str) -> str:
    """Return the full address that a booth's code leads to: the plan, knowing where one stands."""
    return scope.frame.here.absolute(f"{scope.home}{FLOOR}?here={booth}#{booth}")


def short_name(scope: Scope, slug: str) -> str:
    """Return a partner's name for a sign: the one it gave for that, else its own."""
    listing = scope.frame.programme.partners[slug].listing
    return listing.print_name or listing.name


def parted(
    booths: tuple[SheetBooth, ...],
) -> Iterator[tuple[bool, tuple[SheetBooth, ...], int]]:
    """Part a list over sheets: whether one is drawn on, what it lists, and how densely.

    A list that does not fit beside the drawing follows it on sheets of its own (0).
    """
    for dense, room in enumerate(_BESIDE, 1):
        if sum(map(room.takes, booths)) <= room.columns:
            yield True, booths, dense
            return
    yield True, (), 0
    begun, left = 0, _ALONE.columns
    for place, booth in enumerate(booths):
        left -= _ALONE.takes(booth)
        if left < 0:
            yield False, booths[begun:place], 0
            begun, left = place, _ALONE.columns - _ALONE.takes(booth)
    yield False, booths[begun:], 0


def _signs(scope: Scope) -> Iterator[BoothSign]:
    plan = scope.event.plan
    if plan is None:
        return
    halls = {hall.id: hall.label for hall in plan.halls}
    shifts = {shift.id: shift for shift in scope.event.record.shifts}
    for booth in plan.booths:
        held = _shown(scope, booth)
        if held:
            yield BoothSign(
                id=booth.id,
                label=label_of(booth),
                fit=fit(label_of(booth)),
                hall=halls.get(booth.hall, ""),
                holders=tuple(_holder(scope, holding, shifts) for holding in held),
                address=here(scope, booth.id),
            )


def _shown(scope: Scope, booth: Booth) -> tuple[Holding, ...]:
    """Return who holds a booth and is shown: a partner who has left has no sign."""
    held = scope.placed.booths.get(booth.id, ())
    return tuple(holding for holding in held if holding.slug in scope.exhibitors)


def _holder(scope: Scope, holding: Holding, shifts: dict[str, Shift]) -> SignHolder:
    shift = shifts.get(holding.shift)
    name = short_name(scope, holding.slug)
    others = named(scope.frame, scope.section.list, scope.exhibitors[holding.slug].co_exhibitors)
    return SignHolder(
        card=card(scope.frame, holding.slug, 1),
        name=name,
        fit=fit(name),
        with_it=tuple(short_name(scope, other.slug) for other in others.cards),
        shift=shift.label if shift else holding.shift,
        times=tuple(span(scope, h.start, h.end) for h in shift.times) if shift else (),
    )


def _doors(sessions: Sessions) -> Iterator[DoorSign]:
    here = sessions.scope.frame.here
    agenda = here.absolute(f"{sessions.scope.home}{AGENDA}")
    on = [card for card in sessions.timed() if not card.cancelled and card.when]
    for room in sessions.agenda.rooms:
        mine = [card for card in on if card.room_id == room.id]
        for day, group in groupby(mine, key=_day):
            rows = tuple(DoorRow(card, here.absolute(card.href)) for card in group)
            parts = ceil(len(rows) / ROWS)
            size = ceil(len(rows) / parts)
            for part in range(parts):
                shown = rows[part * size : (part + 1) * size]
                yield DoorSign(room.label, fit(room.label), day, shown, part + 1, parts, agenda)


def _day(card: SessionCard) -> date:
    if card.when is None:
        raise DefectError(f"the session `{card.id}` stands on a door without a time")
    return card.when.start.date()


def _listed(scope: Scope, hall: str) -> Iterator[SheetBooth]:
    """List the booths of a hall that somebody has, in the order of the floor plan's record."""
    plan = scope.event.plan
    event = scope.event.record
    for booth in plan.booths if plan else ():
        held = holdings_of(scope, booth.id) if booth.hall == hall else ()
        names = tuple(
            _with_shifts(short_name(scope, slug), [shift_label(event, h.shift) for h in found])
            for slug, found in held
            if slug in scope.exhibitors
        )
        if names:
            yield SheetBooth(label_of(booth), names)


def _with_shifts(name: str, shifts: list[str]) -> str:
    told = ", ".join(shift for shift in shifts if shift)
    return f"{name} ({told})" if told else name
