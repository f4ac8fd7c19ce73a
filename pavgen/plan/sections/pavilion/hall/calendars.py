"""Calendars to take along: one of the whole agenda, and one of each session."""

from collections.abc import Iterator
from datetime import date, datetime

from pavgen.model.records.agenda import Session
from pavgen.model.releases import ReleasedSession
from pavgen.plan.documents import Calendar, CalendarEntry
from pavgen.plan.pages import DocumentFile
from pavgen.plan.sections.pavilion.agenda.cards import Sessions, agenda_key
from pavgen.plan.sections.pavilion.agenda.pages import CALENDAR
from pavgen.plan.sections.pavilion.agenda.shifts import place_time, shown_releases, told
from pavgen.plan.sections.pavilion.paths import AGENDA
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import agenda_day
from pavgen.plan.views.pavilion import SessionCard, SpanView


def calendar_files(sessions: Sessions) -> Iterator[DocumentFile]:
    """Yield the calendar of all sessions, and one for each whose time is known.

    A cancelled session that has lost its slot stands in the calendar of all where it last was:
    otherwise it would stay in the calendars of those who took it over.
    """
    scope = sessions.scope
    title, zone = scope.event.record.title, scope.event.zone
    source = sessions.agenda.source.path
    rows = told(scope)
    entries = {
        card.id: _entry(sessions, card, when)
        for card in sessions.cards.values()
        if (when := card.when or _last(scope, card, rows.get(card.id, ()))) is not None
    }
    path = scope.frame.file_at(f"{scope.home}{AGENDA}{CALENDAR}")
    yield DocumentFile(path, Calendar(title, zone, tuple(entries.values())), source)
    for card in sessions.timed():
        path = scope.frame.file_at(card.calendar)
        yield DocumentFile(path, Calendar(card.title, zone, (entries[card.id],)), source)


def _last(scope: Scope, card: SessionCard, rows: tuple[ReleasedSession, ...]) -> SpanView | None:
    """Return when a cancelled session was to be."""
    spans = [place_time(scope, row).when for row in rows] if card.cancelled else []
    return next((span for span in reversed(spans) if span is not None), None)


def _entry(sessions: Sessions, card: SessionCard, when: SpanView) -> CalendarEntry:
    scope = sessions.scope
    venue = scope.event.record.venue
    room = card.room.label if card.room else ""
    return CalendarEntry(
        uid=f"{card.id}{agenda_key(scope).uid_end}",
        stamp=datetime.fromisoformat(_day(scope).isoformat()),
        sequence=card.sequence,
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
