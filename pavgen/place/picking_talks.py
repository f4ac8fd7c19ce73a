"""Slots that are picked for talks: what there is, who may have what, what is beside what."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from pavgen.model.programme import LinkedEvent, Programme
from pavgen.model.records.agenda import Agenda, Session, Slot
from pavgen.place.applications import Application
from pavgen.place.rounds import Picking


def talks_picking(
    programme: Programme, event: LinkedEvent, agenda: Agenda, seekers: Sequence[Application]
) -> Picking:
    """Return the facts of a draw of slots."""
    slots = {slot.id: slot for slot in agenda.slots}
    fixed = [s for s in agenda.sessions if s.slot in slots and s.state != "cancelled"]
    taken = {session.slot for session in fixed}
    given = {
        slot.id: slot
        for slot in sorted(agenda.slots, key=lambda slot: slot.id)
        if slot.drawn and slot.id not in taken
    }
    held = {(i, s.slot) for s in fixed if s.slot for i in _ids(programme, s)}
    known = [slots[x] for x in sorted({*given, *(x for _, x in held)})]
    return Picking(
        items=tuple((x, slot.weight) for x, slot in given.items()),
        seekers=tuple(_row(programme, event, slots, fixed, given, a) for a in seekers),
        near=tuple(_near(event, agenda, known)),
        held=tuple(sorted(held)),
    )


def _ids(programme: Programme, session: Session) -> frozenset[str]:
    found = (programme.partner(slug) for slug in session.partners)
    return frozenset(partner.id for partner in found if partner is not None)


def _row(
    programme: Programme,
    event: LinkedEvent,
    slots: Mapping[str, Slot],
    fixed: Sequence[Session],
    given: Mapping[str, Slot],
    application: Application,
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return a seeker: no slot at whose time it, or one who speaks for it, is elsewhere."""
    own, record = application.partner.id, application.record
    speakers = frozenset(record.speakers) if isinstance(record, Session) else frozenset()
    busy = [
        slots[session.slot]
        for session in fixed
        if session.slot
        and (own in _ids(programme, session) or not speakers.isdisjoint(session.speakers))
    ]
    may = (x for x, slot in given.items() if not any(overlap(event, slot, b) for b in busy))
    return own, tuple(may), tuple(dict.fromkeys(record.preferences))


def overlap(event: LinkedEvent, one: Slot, other: Slot) -> bool:
    """Say whether two slots have time in common, on whatever clocks."""
    utc = event.zone.utc
    return utc(one.start) < utc(other.end) and utc(other.start) < utc(one.end)


def _near(event: LinkedEvent, agenda: Agenda, known: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    successive = frozenset(_successive(event, agenda))
    for a, b in combinations(known, 2):
        if a.room == b.room:
            is_near = (a.id, b.id) in successive or (b.id, a.id) in successive
        else:
            is_near = overlap(event, a, b)
        if is_near:
            yield a.id, b.id


def _successive(event: LinkedEvent, agenda: Agenda) -> Iterator[tuple[str, str]]:
    """Yield the slots that follow each other in a room on one day, whatever break is between."""
    ordered = sorted(agenda.slots, key=lambda s: (s.room, event.zone.utc(s.start), s.id))
    for one, other in pairwise(ordered):
        if one.room == other.room and one.start.date() == other.start.date():
            yield one.id, other.id
