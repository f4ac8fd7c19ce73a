"""Everything that the files of an event say against themselves or against each other."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.model.agenda.checks import check_agenda
from pavgen.model.agenda.ids import check_ids
from pavgen.model.agenda.released import check_released
from pavgen.model.agenda.times import Calendar
from pavgen.model.decode import Records
from pavgen.model.events.booths import Stock
from pavgen.model.events.days import check_applied, check_days
from pavgen.model.events.exhibitors import check_exhibitors
from pavgen.model.events.giving import check_given, check_wishes
from pavgen.model.events.offers import check_offers
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event
from pavgen.model.records.floorplan import FloorPlan
from pavgen.model.records.policy import Policy
from pavgen.model.releases import Release, releases_path
from pavgen.model.zone import Zone

R = TypeVar("R", Agenda, Event, FloorPlan)


def check_events(
    records: Records, releases: Mapping[str, tuple[Release, ...]], zones: Mapping[str, Zone]
) -> Iterator[Diagnostic]:
    """Check every event; `releases` and `zones` are those of events, by slug.

    A file that is missing or could not be read has been told, and is not held against others.
    Shapes of the floor are not looked at here.
    """
    for slug in sorted({*records.events, *records.agendas, *releases}):
        event = _read(records.events.get(slug))
        plan = _read(records.floorplans.get(slug))
        agenda = _read(records.agendas.get(slug))
        calendar = Calendar.of(event, zones.get(slug, Zone()))
        if event is not None:
            stock = Stock.of(event, plan if slug in records.floorplans else FloorPlan())
            yield from _event(event, stock, calendar)
            is_drawn = draws(records.policy, slug, "booths")
            yield from check_wishes(event, stock, is_drawn=is_drawn)
            yield from check_offers(event, agenda, stock)
        if agenda is not None:
            is_drawn = draws(records.policy, slug, "talks")
            yield from check_agenda(agenda, event, plan, calendar, is_drawn=is_drawn)
            moments = [session.applied for session in agenda.sessions]
            yield from check_applied(agenda.source, "sessions", moments)
            yield from check_released(slug, agenda, releases.get(slug, ()))
        elif releases.get(slug) and slug not in records.agendas:
            what, remedy = "an agenda was released, and there is none", "restore agenda.yaml"
            yield Diagnostic(Span(releases_path(slug)), "file-missing", what, remedy)


def draws(policy: Policy, event: str, what: str) -> bool | None:
    """Say whether a group of the policy gives booths or talks of an event.

    None means that the policy could not be read.
    """
    if not policy.source.path:
        return None
    return any(
        group.strategy == "pick" and group.gives == what and group.event and group.event.id == event
        for _, group in policy.groups
    )


def _event(event: Event, stock: Stock, calendar: Calendar) -> Iterable[Diagnostic]:
    yield from check_days(event, calendar)
    yield from check_ids(event.source, "packages", [package.id for package in event.packages])
    yield from check_ids(event.source, "shifts", [shift.id for shift in event.shifts])
    yield from check_exhibitors(event)
    yield from check_given(event, stock)


def _read(record: R | None) -> R | None:
    """Return a record that is there and could be read."""
    return record if record is not None and record.source.path else None
