"""`content/events/<slug>/releases.jsonl`: what each release of an agenda said, line by line."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReleasedSession:
    """A session as a release had it: where and when (local ISO minutes), and its state."""

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
