"""What changed in an agenda: between two releases, or between the last one and today's files."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.model.records.agenda import Agenda, Session, Slot
from pavgen.model.releases import Release, ReleasedSession

Kind = Literal["new", "cancelled", "restored", "moved", "renamed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different about a session; `before` is None where the session is new.

    Of a session that moved, `before` and `after` have room, start and end; they are empty while
    no time was known. A cancelled session is told by where it would have been: see `before`.
    """

    kind: Kind
    before: ReleasedSession | None
    after: ReleasedSession

    @property
    def session(self) -> str:
        """Return the session's id."""
        return self.after.id

    @property
    def title(self) -> str:
        """Return the session's title as it is now."""
        return self.after.title


def changes(before: Release | None, after: Release) -> tuple[Change, ...]:
    """Tell what is different in a release from the one before, in the order of the sessions' ids.

    A session may have moved and been renamed; of one that is cancelled only that is told, and
    of one that is new to both nothing else. Nothing is told of a session that was cancelled
    before anybody had heard of it.
    """
    known = {session.id: session for session in before.sessions} if before else {}
    return tuple(
        Change(kind, known.get(session.id), session)
        for session in after.sessions
        for kind in _kinds(known.get(session.id), session)
    )


def as_release(
    agenda: Agenda, slots: Mapping[str, str], version: int, on: date, note: str
) -> Release:
    """Return an agenda as a release would have it.

    `slots` are the slots of sessions by id, those the policy gave among them (they are in
    `EventPlacement.sessions`). Proposed sessions are left out: nobody is told of them yet.
    """
    known = {slot.id: slot for slot in agenda.slots}
    sessions = (
        _released(session, known.get(slots.get(session.id, "")))
        for session in agenda.sessions
        if session.state != "proposed"
    )
    return Release(version, on, note, tuple(sorted(sessions, key=lambda session: session.id)))


def _kinds(was: ReleasedSession | None, now: ReleasedSession) -> Iterator[Kind]:
    if now.state == "cancelled":
        if was is not None and was.state != "cancelled":
            yield "cancelled"
        return
    if was is None:
        yield "new"
        return
    if was.state == "cancelled":
        yield "restored"
    if (was.room, was.start, was.end) != (now.room, now.start, now.end):
        yield "moved"
    if was.title != now.title:
        yield "renamed"


def _released(session: Session, slot: Slot | None) -> ReleasedSession:
    room, start, end = ("", "", "")
    if slot is not None:
        room = slot.room
        start, end = (moment.isoformat(timespec="minutes") for moment in (slot.start, slot.end))
    return ReleasedSession(session.id, session.title, room, start, end, session.state)
