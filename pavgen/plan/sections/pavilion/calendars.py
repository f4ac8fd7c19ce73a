"""Calendars to take along: one of the whole agenda, and one of each session."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from operator import ne

from pavgen.model.agenda.changes import as_release
from pavgen.model.records.agenda import Session
from pavgen.model.releases import ReleasedSession
from pavgen.plan.documents import Calendar, CalendarEntry
from pavgen.plan.pages import DocumentFile
from pavgen.plan.sections.pavilion.agenda import CALENDAR
from pavgen.plan.sections.pavilion.agenda_changes import place_time, shown_releases
from pavgen.plan.sections.pavilion.agenda_sessions import Sessions, agenda_key
from pavgen.plan.sections.pavilion.paths import AGENDA
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import agenda_day
from pavgen.plan.views.pavilion import SessionCard, SpanView

_Told = Mapping[str, tuple[ReleasedSession, ...]]


def calendar_files(sessions: Sessions) -> Iterator[DocumentFile]:
    """Yield the calendar of all sessions, and one for each whose time is known.

    A cancelled session that has lost its slot stands in the calendar of all where it last was:
    otherwise it would stay in the calendars of those who took it over.
    """
    scope = sessions.scope
    title, zone = scope.event.record.title, scope.event.zone
    source = sessions.agenda.source.path
    told = _told(sessions)
    entries = {
        card.id: _entry(sessions, card, when, told.get(card.id, ()))
        for card in sessions.cards.values()
        if (when := card.when or _last(scope, card, told.get(card.id, ()))) is not None
    }
    path = scope.frame.file_at(f"{scope.home}{AGENDA}{CALENDAR}")
    yield DocumentFile(path, Calendar(title, zone, tuple(entries.values())), source)
    for card in sessions.timed():
        path = scope.frame.file_at(card.calendar)
        yield DocumentFile(path, Calendar(card.title, zone, (entries[card.id],)), source)


def changes_of(told: Iterable[ReleasedSession]) -> int:
    """Count how often a session differs from what was said of it before; 0 for a new one.

    What it is now counts like one more release, so that a change is told at once; when that is
    released, the number stays as it is.
    """
    rows = tuple(told)
    return sum(map(ne, rows, rows[1:]))


def _told(sessions: Sessions) -> _Told:
    """Return what each release said of each session, and then what is said now."""
    scope = sessions.scope
    found: dict[str, list[ReleasedSession]] = {}
    now = as_release(sessions.agenda, scope.placed.sessions, 0, _day(scope), "")
    for release in (*shown_releases(scope), now):
        for row in release.sessions:
            found.setdefault(row.id, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def _last(scope: Scope, card: SessionCard, told: tuple[ReleasedSession, ...]) -> SpanView | None:
    """Return when a cancelled session was to be."""
    spans = [place_time(scope, row).when for row in told] if card.cancelled else []
    return next((span for span in reversed(spans) if span is not None), None)


def _entry(
    sessions: Sessions, card: SessionCard, when: SpanView, told: tuple[ReleasedSession, ...]
) -> CalendarEntry:
    scope = sessions.scope
    venue = scope.event.record.venue
    room = card.room.label if card.room else ""
    return CalendarEntry(
        uid=f"{card.id}{agenda_key(scope).uid_end}",
        stamp=datetime.fromisoformat(_day(scope).isoformat()),
        sequence=changes_of(told),
        start=when.start,
        end=when.end,
        title=card.title,
        text=_text(scope, card, sessions.records[card.id]),
        place=", ".join(part for part in (room, venue.name, venue.city) if part),
        address=scope.frame.here.absolute(card.href),
        topics=(card.track.label,) if card.track else (),
        cancelled=card.cancelled,
    )


def _day(scope: Scope) -> date:
    """Return the day the agenda was last told: records know of no other moment."""
    releases = shown_releases(scope)
    return releases[-1].on if releases else agenda_day(scope.event)


def _text(scope: Scope, card: SessionCard, record: Session) -> str:
    say = scope.frame.words.say
    speakers = ", ".join(link.label for link in card.speakers)
    partners = ", ".join(partner.name for partner in card.partners.cards)
    lines = (
        say("plan-hall-cancelled") if card.cancelled else "",
        card.notice,
        record.abstract,
        say("plan-hall-speakers", names=speakers) if speakers else "",
        say("plan-hall-partners", names=partners) if partners else "",
        scope.frame.here.absolute(card.href),
    )
    return "\n\n".join(line.strip() for line in lines if line.strip())
