"""When the placement of an unchanged project changes next."""

from collections.abc import Iterator
from datetime import date, timedelta

from pavgen.model.conditions import AllOf, AnyOf, Condition, Not
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Group
from pavgen.model.records.standing import Standing
from pavgen.place.applications import application_days, picked_event
from pavgen.place.inputs import group_period, members_of


def next_change(programme: Programme, as_of: date) -> date | None:
    """Return the first day after `as_of` on which the placement of the same files may differ.

    None means never. It may name a day on which nothing changes after all, and never passes
    over one on which something does; a server rebuilds on it, and pages tell it.
    """
    return min((day for day in _boundaries(programme, as_of) if day > as_of), default=None)


def _boundaries(programme: Programme, as_of: date) -> Iterator[date]:
    for name, group in programme.policy.groups:
        following = group_period(group, as_of).next_start()
        if following is not None and group.period != "event":
            yield following
        if not programme.ledgers.get(name):
            yield from _of_unrecorded(programme, name, group)
        for bought in group.sponsors:
            yield bought.from_
            yield from _day_after(bought.until)
        yield from _of_draw(programme, group)
    yield from _of_exhibitors(programme)
    expiries = _certifications_count(programme)
    for partner in programme.partners.values():
        yield from _of_standing(partner.standing, expiries=expiries)


def _of_unrecorded(programme: Programme, name: str, group: Group) -> Iterator[date]:
    """Yield what changes an order at once as long as none is recorded that would be kept."""
    if group.fixed is not None:
        yield from _day_after(group.fixed.until)
    for pin in (pin for _, record in members_of(programme, name) for pin in record.pins):
        yield pin.from_
        yield from _day_after(pin.until)
    if "certifications" in group.ladder:
        for partner in programme.partners.values():
            for held in partner.standing.certifications:
                yield from _day_after(held.until)


def _of_draw(programme: Programme, group: Group) -> Iterator[date]:
    """Yield the days of a draw, of applications to it, and of the offers after it."""
    event = picked_event(programme, group)
    if event is None or group.event is None:
        return
    yield group.event.from_
    yield from application_days(event)
    yield from (offer.on for offer in event.record.offers)


def _of_exhibitors(programme: Programme) -> Iterator[date]:
    for event in programme.events.values():
        given_up = (exhibitor.withdrew for exhibitor in event.record.exhibitors)
        yield from (day for day in given_up if day is not None)


def _of_standing(standing: Standing, *, expiries: bool) -> Iterator[date]:
    if standing.status == "active":
        yield standing.joined
    pause = standing.suspended
    if pause is not None and standing.status == "active":
        yield pause.from_
        yield from _day_after(pause.until)
    if expiries:
        for held in standing.certifications:
            yield from _day_after(held.until)


def _day_after(day: date | None) -> Iterator[date]:
    if day is not None and day < date.max:
        yield day + timedelta(days=1)


def _certifications_count(programme: Programme) -> bool:
    """Say whether any list asks for certificates, so that their end may keep a partner out.

    What else looks at them does so on a period's first day.
    """
    return any(
        _reads(record.eligible, "certifications") for _, record in programme.policy.opportunities
    )


def _reads(condition: Condition, field: str) -> bool:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return any(_reads(part, field) for part in parts)
        case Not(part):
            return _reads(part, field)
        case leaf:
            return leaf.field == field
