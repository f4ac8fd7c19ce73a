"""The small event's agenda as it was released."""

from datetime import date

from pavgen.model.releases import Release, ReleasedSession

S1 = ("stage", "2026-10-24T10:00", "2026-10-24T10:45")
S2 = ("stage", "2026-10-24T11:00", "2026-10-24T11:45")
S3 = ("stage", "2026-10-25T10:00", "2026-10-25T10:45")
L1 = ("loft", "2026-10-24T10:00", "2026-10-24T10:45")
NOWHERE = ("", "", "")


def session(name, at=NOWHERE, state="confirmed", title=""):
    """Return a released session, called by its id."""
    room, start, end = at
    return ReleasedSession(name, title or name.title(), room, start, end, state)


def release(*sessions, version=1, on=date(2026, 6, 1), note="It is out"):
    """Return a release."""
    return Release(version, on, note, sessions)


RELEASE = release(
    session("farewell", S3),
    session("mills", S2, title="On mills"),
    session("opening", S1),
    session("wheels", L1, title="On wheels"),
)
