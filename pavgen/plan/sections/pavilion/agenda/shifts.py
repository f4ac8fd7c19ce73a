"""What has changed in an agenda: between its releases, and since the last one."""

from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from operator import ne

from pavgen.model.agenda.changes import Change, as_release, changes
from pavgen.model.records.agenda import Agenda
from pavgen.model.releases import Release, ReleasedSession
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.views.pavilion import PlaceTime, ShiftedView, SpanView


def shown_releases(scope: Scope) -> tuple[Release, ...]:
    """Return the releases out on the day, the first at the beginning."""
    showing = scope.frame.showing
    return tuple(
        release
        for release in scope.event.releases
        if release.on <= showing.as_of or showing.future or showing.drafts
    )


def between(releases: tuple[Release, ...]) -> tuple[tuple[Change, ...], ...]:
    """Return what each release changed; the first, with which everything began, nothing."""
    later = tuple(changes(before, after) for before, after in pairwise(releases))
    return ((), *later) if releases else ()


def since_last(scope: Scope) -> tuple[Change, ...]:
    """Return what has changed after the last release; nothing before there is one."""
    releases = shown_releases(scope)
    if not releases:
        return ()
    last = releases[-1]
    return changes(last, _now(scope, last.version + 1))


def shifted(scope: Scope) -> Mapping[str, ShiftedView]:
    """Return the first change of each session that is not as the last release had it."""
    releases = shown_releases(scope)
    marks: dict[str, ShiftedView] = {}
    for change in since_last(scope):
        marks.setdefault(change.session, _mark(scope, change, releases[-1].version))
    return marks


def told(scope: Scope) -> Mapping[str, tuple[ReleasedSession, ...]]:
    """Return what each release said of each session, and last what is said of it now.

    What a session is now counts like one more release, so that a change is told at once.
    """
    found: dict[str, list[ReleasedSession]] = {}
    for release in (*shown_releases(scope), _now(scope, 0)):
        for row in release.sessions:
            found.setdefault(row.id, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def sequences(scope: Scope) -> Mapping[str, int]:
    """Count how often each session differs from what was said of it before; 0 for a new one.

    Calendars take the entry with the highest number. When what a session is now is released,
    its number stays.
    """
    return {name: sum(map(ne, rows, rows[1:])) for name, rows in told(scope).items()}


def place_time(scope: Scope, session: ReleasedSession) -> PlaceTime:
    """Tell where and when a released session was."""
    agenda = scope.event.agenda or Agenda()
    labels = {room.id: room.label for room in agenda.rooms}
    return PlaceTime(_span(scope, session), labels.get(session.room, session.room))


def _now(scope: Scope, version: int) -> Release:
    agenda = scope.event.agenda or Agenda()
    day = scope.frame.showing.as_of
    return as_release(agenda, scope.placed.sessions, version, day, "")


def _mark(scope: Scope, change: Change, version: int) -> ShiftedView:
    if change.kind == "moved" and change.before is not None:
        was = place_time(scope, change.before)
        return ShiftedView(change.kind, version, was.when, was.room)
    if change.kind == "renamed" and change.before is not None:
        return ShiftedView(change.kind, version, title=change.before.title)
    return ShiftedView(change.kind, version)


def _span(scope: Scope, session: ReleasedSession) -> SpanView | None:
    if not session.start or not session.end:
        return None
    start = datetime.fromisoformat(session.start)
    end = datetime.fromisoformat(session.end)
    zone = scope.event.zone
    return SpanView(start, end, zone.iso(start), zone.iso(end))
