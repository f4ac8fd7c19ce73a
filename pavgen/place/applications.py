"""Who has applied for the booths or talks of an event by a day, and with what terms."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedEvent, Partner, Programme
from pavgen.model.records.agenda import Session
from pavgen.model.records.event import Exhibitor
from pavgen.model.records.policy import Group


@dataclass(frozen=True, slots=True)
class Application:
    """A partner that wants booths or a slot: how many, what it booked, when it asked.

    `package` is its place among the event's packages, and its id; None for one that does not
    exhibit. `applied` is naive UTC, None when not told. `record` says what it needs and likes.
    """

    partner: Partner
    record: Exhibitor | Session
    entitled: int = 1
    package: tuple[int, str] | None = None
    applied: datetime | None = None


def picked_event(programme: Programme, group: Group) -> LinkedEvent | None:
    """Return the event whose booths or talks a group gives, if it does and there is one."""
    if group.strategy != "pick" or group.event is None:
        return None
    return programme.events.get(group.event.id)


def applications(programme: Programme, group: Group, day: date) -> dict[str, Application]:
    """Return the applications that hold on a day, by the partner's id; its first one counts.

    For booths those of exhibitors that have none by hand and have not withdrawn; for talks
    those of the first partner of each session that takes place and has no slot.
    """
    event = picked_event(programme, group)
    if event is None:
        return {}
    found: dict[str, Application] = {}
    for made in _all(programme, group, event, day):
        found.setdefault(made.partner.id, made)
    return dict(sorted(found.items()))


def has_withdrawn(exhibitor: Exhibitor, day: date) -> bool:
    """Say whether an exhibitor has given up its place by a day."""
    return exhibitor.withdrew is not None and exhibitor.withdrew <= day


def application_days(event: LinkedEvent) -> Iterator[date]:
    """Yield the days, at the event's place, on which applications came."""
    sessions = event.agenda.sessions if event.agenda else ()
    for moment in (*(e.applied for e in event.record.exhibitors), *(s.applied for s in sessions)):
        utc = _utc(moment)
        if utc is not None:
            yield event.zone.local(utc).date()


def open_sessions(event: LinkedEvent) -> tuple[tuple[int, Session], ...]:
    """Return the sessions that wait for a slot, with their place in the file."""
    sessions = event.agenda.sessions if event.agenda else ()
    return tuple(
        (n, s)
        for n, s in enumerate(sessions)
        if s.slot is None and s.state != "cancelled" and s.partners
    )


def _all(
    programme: Programme, group: Group, event: LinkedEvent, day: date
) -> Iterator[Application]:
    packages = {package.id: n for n, package in enumerate(event.record.packages)}
    booked = {
        partner.id: (packages[e.package], e.package)
        for e in reversed(event.record.exhibitors)
        if (partner := programme.partner(e.partner)) and e.package in packages
    }
    for record in _records(group, event, day):
        slug = record.partner if isinstance(record, Exhibitor) else record.partners[0]
        partner = programme.partner(slug)
        applied = _utc(record.applied)
        late = applied is not None and event.zone.local(applied).date() > day
        if partner is not None and not late:
            entitled = _entitled(event, record)
            yield Application(partner, record, entitled, booked.get(partner.id), applied)


def _records(group: Group, event: LinkedEvent, day: date) -> Iterator[Exhibitor | Session]:
    if group.gives == "booths":
        for exhibitor in event.record.exhibitors:
            if not exhibitor.booth and not has_withdrawn(exhibitor, day):
                yield exhibitor
    if group.gives == "talks":
        yield from (session for _, session in open_sessions(event))


def _entitled(event: LinkedEvent, record: Exhibitor | Session) -> int:
    if isinstance(record, Session):
        return 1
    return max(1, event.record.package(record.package).shifts)


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment is not None else None
