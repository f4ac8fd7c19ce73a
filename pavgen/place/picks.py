"""Who has which booth and which slot at an event, on a day: by hand, by the draw, by an offer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedEvent, Partner, Programme
from pavgen.model.records.agenda import Session
from pavgen.place.applications import applications, has_withdrawn, picked_event
from pavgen.place.groups import DayOrder
from pavgen.place.inputs import members_of
from pavgen.place.partners import partners_by_id
from pavgen.place.strategies.pick_vacancy import Ask, queue_of

How = Literal["by hand", "draw", "offer"]


@dataclass(frozen=True, slots=True)
class Holding:
    """A partner's hold on a booth, on a pod in a shift, or on a slot for a session.

    `item` is the booth's or slot's id; `shift` is empty for a booth held alone; `turn` counts
    from 1 and is 0 where there was none; `opportunity` is that of the draw, or empty.
    """

    partner: str
    slug: str
    item: str
    shift: str = ""
    how: How = "by hand"
    turn: int = 0
    opportunity: str = ""


@dataclass(frozen=True, slots=True)
class EventPlacement:
    """Everything given out at an event.

    `booths` has the holdings of each booth that is held, in the order of the shifts; `sessions`
    the slot of each session that has one; `given` the holding of each session whose slot the
    policy gave.
    """

    event: str
    booths: Mapping[str, tuple[Holding, ...]] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Holding] = field(default_factory=dict)

    def of(self, slug: str) -> tuple[Holding, ...]:
        """Return the booths and pods of a partner."""
        found = (h for holdings in self.booths.values() for h in holdings if h.slug == slug)
        return tuple(sorted(found, key=lambda h: (h.item, h.shift)))


def event_placements(
    programme: Programme, days: Iterable[DayOrder], as_of: date
) -> dict[str, EventPlacement]:
    """Return what each event has given out by a day: by hand, by its draws, and by offers since."""
    found = {slug: by_hand(programme, event, as_of) for slug, event in programme.events.items()}
    by_id = partners_by_id(programme)
    for day in days:
        event = picked_event(programme, programme.policy.group(day.group))
        if event is not None and day.picks is not None:
            holdings = tuple(_drawn(programme, day, by_id))
            given = programme.policy.group(day.group).gives
            add = _with_booths if given == "booths" else _with_talks
            found[event.slug] = add(programme, event, found[event.slug], holdings, day, as_of)
    return found


def queue(day: DayOrder, item: str) -> tuple[Ask, ...]:
    """Return who is asked for an item of a draw that nobody holds, one after the other."""
    return queue_of(day.picks.rules, day.picks.hands, item) if day.picks else ()


def by_hand(programme: Programme, event: LinkedEvent, as_of: date) -> EventPlacement:
    """Return what an event's records give out themselves, but to those who withdrew by a day."""
    sessions = event.agenda.sessions if event.agenda else ()
    return EventPlacement(
        event.slug,
        _by_booth(event, _booths_by_hand(programme, event, as_of)),
        {session.id: session.slot for session in sessions if session.slot},
    )


def _booths_by_hand(programme: Programme, event: LinkedEvent, as_of: date) -> Iterator[Holding]:
    for exhibitor in event.record.exhibitors:
        partner = programme.partner(exhibitor.partner)
        if exhibitor.booth and partner is not None and not has_withdrawn(exhibitor, as_of):
            item, _, shift = exhibitor.booth.partition("@")
            yield Holding(partner.id, partner.slug, item, shift)


def _drawn(programme: Programme, day: DayOrder, by_id: Mapping[str, Partner]) -> Iterator[Holding]:
    opportunity = next((name for name, _ in members_of(programme, day.group)), "")
    for held in day.picks.hands.held if day.picks else ():
        item, _, shift = held.item.partition("@")
        if held.partner in by_id:
            slug = by_id[held.partner].slug
            yield Holding(held.partner, slug, item, shift, held.how, held.turn, opportunity)


def _with_booths(
    programme: Programme,
    event: LinkedEvent,
    placed: EventPlacement,
    holdings: Iterable[Holding],
    day: DayOrder,
    as_of: date,
) -> EventPlacement:
    del programme, day, as_of
    before = (holding for booth in placed.booths.values() for holding in booth)
    return replace(placed, booths=_by_booth(event, (*before, *holdings)))


def _with_talks(
    programme: Programme,
    event: LinkedEvent,
    placed: EventPlacement,
    holdings: Iterable[Holding],
    day: DayOrder,
    as_of: date,
) -> EventPlacement:
    """Give each holder's slot to the session that it has applied with."""
    del event
    waiting = applications(programme, programme.policy.group(day.group), as_of)
    given = {
        record.id: holding
        for holding in holdings
        if holding.partner in waiting
        and isinstance(record := waiting[holding.partner].record, Session)
    }
    slots = {session: holding.item for session, holding in given.items()}
    return replace(placed, sessions={**placed.sessions, **slots}, given={**placed.given, **given})


def _by_booth(event: LinkedEvent, holdings: Iterable[Holding]) -> dict[str, tuple[Holding, ...]]:
    """Group holdings by booth, those of a pod in the order of the event's shifts."""
    shifts = {shift.id: n for n, shift in enumerate(event.record.shifts)}
    found: dict[str, list[Holding]] = {}
    for holding in holdings:
        found.setdefault(holding.item, []).append(holding)
    return {
        booth: tuple(sorted(held, key=lambda h: shifts.get(h.shift, -1)))
        for booth, held in sorted(found.items())
    }
