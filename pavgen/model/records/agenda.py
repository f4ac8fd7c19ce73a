"""`content/events/<slug>/agenda.yaml`: rooms, slots, sessions, speakers and breaks."""

from datetime import datetime

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Integer, Moment, Ref, Truth
from pavgen.model.schema.measures import LocalTime
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Link, Slug, Text
from pavgen.security.urls import SafeUrl

SESSION_KINDS = ("talk", "keynote", "panel", "workshop", "demo", "meeting")
STATES = ("confirmed", "proposed", "cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room(Record):
    """A room or stage."""

    id: str = required(Slug(), "the identifier")
    label: str = required(Text(most=40), "the words visitors see")
    feature: str | None = optional(Ref("features"), "where it is on the floor plan")
    capacity: int | None = optional(Integer(1, 100_000), "how many seats it has")


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Record):
    """A thread through the agenda."""

    id: str = required(Slug(), "the identifier")
    label: str = required(Text(most=40), "the words visitors see")
    summary: str = defaulted(Text(most=200), "what it is about", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Record):
    """A time in a room."""

    id: str = required(Slug(), "the identifier")
    room: str = required(Ref("rooms"), "the room")
    start: datetime = required(LocalTime(), "when it begins")
    end: datetime = required(LocalTime(), "when it ends")
    weight: int = defaulted(Integer(1, 1000), "how good the time is, published", 1)
    drawn: bool = defaulted(
        Truth(), "whether the policy gives it; else sessions name it by hand", default=False
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Record):
    """A pause, in all rooms or in some."""

    id: str = required(Slug(), "the identifier")
    label: str = required(Text(most=60), "the words visitors see")
    start: datetime = required(LocalTime(), "when it begins")
    end: datetime = required(LocalTime(), "when it ends")
    rooms: tuple[str, ...] = many(Ref("rooms"), "the rooms; all if none", 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Record):
    """Someone who speaks."""

    id: str = required(Slug(), "the identifier; the address of the speaker's page")
    name: str = required(Text(most=80), "the name")
    role: str = defaulted(Text(most=80), "what the person does", "")
    partner: str | None = optional(Ref("partners"), "the partner the person works for")
    bio: str = defaulted(Text(most=1200, lines=True), "about the person", "")
    website: SafeUrl | None = optional(Link(), "a page of the person's own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A talk, workshop or other item of the agenda; released ones are cancelled, not removed."""

    id: str = required(Slug(), "the identifier; the address of the session's page")
    title: str = required(Text(most=120), "the title")
    abstract: str = defaulted(Text(most=3000, lines=True), "what it is about", "")
    kind: str = defaulted(Choice(SESSION_KINDS), "what it is", "talk")
    slot: str | None = optional(Ref("slots"), "its slot; without one the policy may give it one")
    partners: tuple[str, ...] = many(
        Ref("partners"), "who holds it; the first is the applicant", 12
    )
    speakers: tuple[str, ...] = many(Ref("speakers"), "who speaks", 20)
    track: str | None = optional(Ref("tracks"), "its thread")
    language: str | None = optional(Ref("languages"), "the language spoken")
    state: str = defaulted(Choice(STATES), "whether it takes place", "confirmed")
    applied: datetime | None = optional(Moment(), "when it was proposed")
    preferences: tuple[str, ...] = many(
        Ref("slots"), "slots it would like, the best first; published with the draw", 200
    )
    notice: str = defaulted(Text(most=200), "a late word to visitors", "")
    recording: SafeUrl | None = optional(Link(), "the recording, shown when it is over")
    slides: SafeUrl | None = optional(Link(), "the slides, shown when it is over")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Record):
    """The agenda of an event."""

    rooms: tuple[Room, ...] = many(Table(lambda: Room), "rooms", 60, needed=True)
    tracks: tuple[Track, ...] = many(Table(lambda: Track), "tracks", 30)
    slots: tuple[Slot, ...] = many(Table(lambda: Slot), "slots", 2000, needed=True)
    breaks: tuple[Break, ...] = many(Table(lambda: Break), "breaks", 200)
    speakers: tuple[Speaker, ...] = many(Table(lambda: Speaker), "speakers", 2000)
    sessions: tuple[Session, ...] = many(Table(lambda: Session), "sessions", 2000)
    source: Source = sourced()
