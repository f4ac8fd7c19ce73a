"""`content/events/<slug>/releases.jsonl`: what each release of an agenda said, line by line.

One canonical line for each release, from version 1 on; a line is never changed. `pavgen event
release` alone writes it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import cast

from pavgen.kernel.canonical import Json, canonical_json
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.kernel.values import dataclass
from pavgen.security.slugs import slug_problems
from pavgen.security.text import text_problems

FORMAT = 1
LONGEST_NOTE = 300
STATES = ("confirmed", "cancelled")
_KEYS = {"v", "version", "on", "note", "sessions"}
_SESSION_KEYS = ("id", "title", "room", "start", "end", "state")
_MINUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")


@dataclass(frozen=True, slots=True)
class ReleasedSession:
    """A session as a release had it: where and when (local ISO minutes), and its state.

    Room, start and end are empty while the session had no slot. The room may be gone since.
    """

    id: str
    title: str
    room: str
    start: str
    end: str
    state: str


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the agenda, from 1; its sessions are sorted by id."""

    version: int
    on: date
    note: str
    sessions: tuple[ReleasedSession, ...]


def releases_path(event: str) -> str:
    """Return the project-relative path of an event's releases."""
    return f"content/events/{event}/releases.jsonl"


def release_line(release: Release) -> str:
    """Return the canonical line of a release, with its LF."""
    sessions: list[Json] = [
        {key: str(getattr(session, key)) for key in _SESSION_KEYS} for session in release.sessions
    ]
    body: dict[str, Json] = {
        "v": FORMAT,
        "version": release.version,
        "on": release.on.isoformat(),
        "note": release.note,
        "sessions": sessions,
    }
    return canonical_json(body) + "\n"


def parse_releases(event: str, text: str) -> Checked[tuple[Release, ...]]:
    """Read releases; of a file with a faulty line there are none, for nothing holds the rest."""
    path = releases_path(event)
    found: list[Release] = []
    *lines, rest = text.split("\n")
    for number, line in enumerate([*lines, *([rest] if rest else [])], start=1):
        release, fault = (
            _release(line, found) if number <= len(lines) else (None, "the last line has no end")
        )
        if release is None:
            remedy = "restore the file from version control; only `pavgen event release` writes it"
            diagnostic = Diagnostic(Span(path, number), "releases-broken", fault, remedy)
            return Checked((), (diagnostic,))
        found.append(release)
    return Checked(tuple(found))


def note_fault(note: str) -> str:
    """Return what is wrong with a release's note, or nothing."""
    if not note.strip() or note != " ".join(note.split()):
        return "the note is empty, or has blanks at its ends or line breaks"
    if len(note) > LONGEST_NOTE:
        return f"the note has {len(note)} characters, {len(note) - LONGEST_NOTE} too many"
    problems = text_problems(note, emoji=False)
    return f"the note holds a character that {problems[0].what}" if problems else ""


def _release(line: str, before: Sequence[Release]) -> tuple[Release | None, str]:
    """Return the release of a line, or None and what is wrong with it."""
    try:
        body = json.loads(line)
        is_canonical = canonical_json(body) == line
    except (ValueError, RecursionError):
        return None, "the line is not canonical JSON"
    if not is_canonical:
        return None, "the line is not canonical JSON"
    fault = next(_faults(body, before), "")
    if fault:
        return None, fault
    said = cast("dict[str, list[dict[str, str]]]", body)
    sessions = tuple(ReleasedSession(**session) for session in said["sessions"])
    return Release(len(before) + 1, _day(body["on"]) or date.min, body["note"], sessions), ""


def _faults(body: object, before: Sequence[Release]) -> Iterator[str]:
    if not isinstance(body, dict) or set(body) != _KEYS:
        yield f"a line has the keys {', '.join(sorted(_KEYS))}"
        return
    for key, value in (("v", FORMAT), ("version", len(before) + 1)):
        if type(body[key]) is not int or body[key] != value:
            yield f"`{key}` is not `{value}`"
    day = _day(body["on"])
    if day is None:
        yield "`on` is not a date"
    elif before and day < before[-1].on:
        yield f"`on` is before {before[-1].on}, the day of the release above"
    if not isinstance(body["note"], str):
        yield "`note` is not text"
    else:
        yield from filter(None, (note_fault(body["note"]),))
    yield from _session_faults(body["sessions"])


def _session_faults(sessions: object) -> Iterator[str]:
    if not isinstance(sessions, list) or not all(_is_session(session) for session in sessions):
        yield f"`sessions` are not objects of {', '.join(_SESSION_KEYS)}, each in its form"
    elif any(one["id"] >= other["id"] for one, other in pairwise(sessions)):
        yield "`sessions` are not sorted by id, each once"


def _is_session(body: object) -> bool:
    if not isinstance(body, dict) or set(body) != set(_SESSION_KEYS):
        return False
    if not all(isinstance(value, str) for value in body.values()):
        return False
    said = cast("dict[str, str]", body)
    placed = [said["room"], said["start"], said["end"]]
    return (
        not slug_problems(said["id"])
        and bool(said["title"])
        and not text_problems(said["title"], emoji=False)
        and said["state"] in STATES
        and (placed == [""] * len(placed) or _is_placed(*placed))
    )


def _is_placed(room: str, start: str, end: str) -> bool:
    return not slug_problems(room) and _is_minute(start) and _is_minute(end) and start < end


def _is_minute(text: str) -> bool:
    if not _MINUTE.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(value: object) -> date | None:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
