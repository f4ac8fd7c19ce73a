"""Rooms and their slots: two at a time, a slot in a break, a room that is no stage."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.model.agenda.times import Calendar, TimeSpan
from pavgen.model.records.agenda import Agenda, Slot
from pavgen.model.records.floorplan import FloorPlan

HOSTS = ("stage", "meeting")
"""The kinds of feature in which sessions are held."""


def check_rooms(agenda: Agenda, plan: FloorPlan | None, calendar: Calendar) -> Iterator[Diagnostic]:
    """Check every room and slot; of times that cannot be, which has been told, nothing more."""
    yield from _overlaps(agenda)
    yield from _in_breaks(agenda, calendar)
    yield from _features(agenda, plan)


def _overlaps(agenda: Agenda) -> Iterator[Diagnostic]:
    """Report each slot once that begins while another of its room goes on."""
    by_room: dict[str, list[tuple[Slot, int]]] = {}
    for index, slot in enumerate(agenda.slots):
        if TimeSpan(slot.start, slot.end).is_read and slot.room:
            by_room.setdefault(slot.room, []).append((slot, index))
    for room, slots in by_room.items():
        slots.sort(key=lambda item: (item[0].start, item[1]))
        going_on, its_place = slots[0]
        reported: dict[int, Slot] = {}
        for slot, place in slots[1:]:
            if slot.start < going_on.end:
                where, other = (place, going_on) if place > its_place else (its_place, slot)
                reported.setdefault(where, other)
            if slot.end > going_on.end:
                going_on, its_place = slot, place
        for where, other in reported.items():
            yield _overlap(agenda, room, where, other)


def _overlap(agenda: Agenda, room: str, place: int, other: Slot) -> Diagnostic:
    field = f"slots[{place}]"
    times = f"{other.start:%H:%M} to {other.end:%H:%M}"
    what = f"slot `{agenda.slots[place].id}` overlaps `{other.id}` in room `{room}`, {times}"
    remedy = "give one of them another time or room"
    return Diagnostic(agenda.source.at(field), "agenda-slots-overlap", what, remedy, field)


def _in_breaks(agenda: Agenda, calendar: Calendar) -> Iterator[Diagnostic]:
    pauses = [
        (pause, span)
        for pause in agenda.breaks
        if not calendar.stray(span := TimeSpan(pause.start, pause.end))
    ]
    for index, slot in enumerate(agenda.slots):
        span = TimeSpan(slot.start, slot.end)
        for pause, its_span in pauses:
            if (not pause.rooms or slot.room in pause.rooms) and span.meets(its_span):
                field = f"slots[{index}]"
                what = f"slot `{slot.id}` runs into the break `{pause.id}`"
                remedy = "give one of them another time, or name the break's `rooms`"
                yield Diagnostic(
                    agenda.source.at(field), "agenda-slot-in-break", what, remedy, field
                )
                break


def _features(agenda: Agenda, plan: FloorPlan | None) -> Iterator[Diagnostic]:
    kinds = {feature.id: feature.kind for feature in plan.features} if plan else {}
    for index, room in enumerate(agenda.rooms):
        kind = kinds.get(room.feature or "", "")
        if kind and kind not in HOSTS:
            field = f"rooms[{index}].feature"
            what = f"`{room.feature}` is of kind `{kind}`, and sessions are held on a stage"
            remedy = "name a feature of kind `stage` or `meeting`"
            span = agenda.source.at(field)
            yield Diagnostic(span, "agenda-room-feature", what, remedy, field, Severity.WARNING)
