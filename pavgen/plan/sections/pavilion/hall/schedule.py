"""The agenda as conference apps read it: in frab's format, as JSON and as XML."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from pavgen.kernel.canonical import Json, digest_of
from pavgen.model.records.agenda import Room, Speaker
from pavgen.plan.documents import (
    Schedule,
    ScheduledDay,
    ScheduledLink,
    ScheduledPerson,
    ScheduledRoom,
    ScheduledSession,
)
from pavgen.plan.pages import DataFile, DocumentFile
from pavgen.plan.sections.pavilion.agenda.cards import Sessions, agenda_key
from pavgen.plan.sections.pavilion.agenda.shifts import shown_releases
from pavgen.plan.sections.pavilion.hall.schedule_json import schedule_json
from pavgen.plan.sections.pavilion.paths import SPEAKERS
from pavgen.plan.views.pavilion import SessionCard, SpanView

SCHEDULE_XML = "schedule.xml"
SCHEDULE_JSON = "schedule.json"

_SHORTEST = 4
"""Characters of an acronym, and of what follows it in a slug."""

_DAY = timedelta(days=1)


def schedule_files(sessions: Sessions) -> Iterator[DataFile | DocumentFile]:
    """Yield `schedule.json` and `schedule.xml`: sessions that take place, at known times."""
    frame, home = sessions.scope.frame, sessions.scope.home
    source = sessions.agenda.source.path
    told = schedule_of(sessions)
    value: Json = schedule_json(told)
    yield DataFile(frame.file_at(f"{home}{SCHEDULE_JSON}"), value, source)
    yield DocumentFile(frame.file_at(f"{home}{SCHEDULE_XML}"), told, source)


def schedule_of(sessions: Sessions) -> Schedule:
    """Gather the agenda in the terms of the format."""
    scope = sessions.scope
    frame, record = scope.frame, scope.event.record
    home = frame.here.absolute(scope.home)
    releases = shown_releases(scope)
    rooms = tuple(_rooms(sessions))
    tracks = tuple((_track_slug(track.id), track.label) for track in sessions.agenda.tracks)
    return Schedule(
        address=f"{home}{SCHEDULE_XML}",
        home=home,
        version=str(releases[-1].version if releases else 0),
        acronym=acronym(scope.event.slug),
        title=record.title,
        starts=record.starts,
        ends=record.ends,
        zone=scope.event.zone.name,
        tracks=tracks,
        rooms=tuple(room for _, room in rooms),
        days=tuple(_days(sessions, rooms)),
    )


def acronym(slug: str) -> str:
    """Return an event's slug as the format wants it: four characters or more, no hyphens."""
    return slug.replace("-", "_").ljust(_SHORTEST, "_")


def guid(kind: str, identity: str) -> str:
    """Return a UUID (version 8, RFC 9562) that is the same for the same thing in every build."""
    data = bytearray(digest_of("pavgen/schedule", kind, identity)[:16])
    data[6] = data[6] & 0x0F | 0x80
    data[8] = data[8] & 0x3F | 0x80
    text = data.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def numbers(kind: str, identities: tuple[str, ...]) -> dict[str, int]:
    """Give each identity a number below 2^31 that it keeps while others come and go.

    Apps of the older kind know sessions by a number. Where two would have the same, the one
    whose identity is sorted later takes the next free.
    """
    found: dict[str, int] = {}
    taken: set[int] = set()
    for identity in sorted(identities):
        number = int.from_bytes(digest_of("pavgen/number", kind, identity)[:4]) >> 1 or 1
        while number in taken:
            number += 1
        taken.add(number)
        found[identity] = number
    return found


def _rooms(sessions: Sessions) -> Iterator[tuple[Room, ScheduledRoom]]:
    """Yield rooms in the order of the records; a name that comes again has its id behind it."""
    end = agenda_key(sessions.scope).uid_end
    names: set[str] = set()
    for room in sessions.agenda.rooms:
        name = f"{room.label} ({room.id})" if room.label in names else room.label
        names.add(name)
        yield room, ScheduledRoom(guid("room", f"{room.id}{end}"), name, room.capacity)


def _days(
    sessions: Sessions, rooms: tuple[tuple[Room, ScheduledRoom], ...]
) -> Iterator[ScheduledDay]:
    record, zone = sessions.scope.event.record, sessions.scope.event.zone
    cards = tuple(card for card in sessions.timed() if not card.cancelled)
    names = {room.id: told.name for room, told in rooms}
    made = {told.slug: (card, told) for card, told in _sessions(sessions, cards, names)}
    own = {card.when.start.date() for card in cards if card.when}
    dates = sorted({*_span(record.starts, record.ends), *own})
    for index, day in enumerate(dates, 1):
        here = [row for row in made.values() if row[0].when and row[0].when.start.date() == day]
        ends = [card.when.end for card, _ in here if card.when]
        begin = datetime.fromisoformat(day.isoformat())
        yield ScheduledDay(
            index,
            day,
            zone.iso(begin),
            zone.iso(max([begin + _DAY - timedelta(minutes=1), *ends])),
            tuple(
                (told, tuple(s for card, s in here if card.room_id == room.id))
                for room, told in rooms
            ),
        )


def _span(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY


def _sessions(
    sessions: Sessions, cards: tuple[SessionCard, ...], rooms: dict[str, str]
) -> Iterator[tuple[SessionCard, ScheduledSession]]:
    scope = sessions.scope
    end = agenda_key(scope).uid_end
    ids = numbers("session", tuple(card.id for card in cards))
    persons = _persons(sessions)
    for card in cards:
        if card.when is None:
            continue
        record = sessions.records[card.id]
        start, minutes = card.when.start, _minutes(sessions, card.when)
        yield (
            card,
            ScheduledSession(
                guid=guid("session", f"{card.id}{end}"),
                number=ids[card.id],
                slug=f"{acronym(scope.event.slug)}-{_long_enough(card.id)}",
                title=card.title,
                kind=card.kind,
                track=card.track.label if card.track else "",
                language=record.language or scope.frame.site.locale.partition("-")[0],
                abstract=record.abstract,
                room=rooms[card.room_id],
                date=card.when.start_iso,
                start=f"{start:%H:%M}",
                end=card.when.end_iso,
                duration=f"{minutes // 60:02d}:{minutes % 60:02d}",
                address=scope.frame.here.absolute(card.href),
                persons=tuple(persons[name] for name in record.speakers if name in persons),
                links=tuple(_partner_links(sessions, card)),
                attachments=tuple(_attachments(sessions, card)),
            ),
        )


def _minutes(sessions: Sessions, when: SpanView) -> int:
    """Return how long a session lasts, also in the night in which the clocks change."""
    zone = sessions.scope.event.zone
    return int((zone.utc(when.end) - zone.utc(when.start)).total_seconds()) // 60


def _persons(sessions: Sessions) -> dict[str, ScheduledPerson]:
    scope = sessions.scope
    end = agenda_key(scope).uid_end
    speakers: tuple[Speaker, ...] = sessions.agenda.speakers
    ids = numbers("speaker", tuple(speaker.id for speaker in speakers))
    return {
        speaker.id: ScheduledPerson(
            guid("speaker", f"{speaker.id}{end}"),
            ids[speaker.id],
            speaker.name,
            speaker.bio,
            scope.frame.here.absolute(f"{scope.home}{SPEAKERS}{speaker.id}/"),
        )
        for speaker in speakers
    }


def _partner_links(sessions: Sessions, card: SessionCard) -> Iterator[ScheduledLink]:
    """Yield the pages of those who hold a session, in the order of the section's list."""
    here = sessions.scope.frame.here
    for partner in card.partners.cards:
        if partner.href:
            href = here.absolute(partner.href) if partner.href.startswith("/") else partner.href
            yield ScheduledLink("related", partner.name, href)


def _attachments(sessions: Sessions, card: SessionCard) -> Iterator[ScheduledLink]:
    say = sessions.scope.frame.words.say
    if card.slides:
        yield ScheduledLink("slides", say("plan-hall-slides"), card.slides)
    if card.recording:
        yield ScheduledLink("media", say("plan-hall-recording"), card.recording)


def _long_enough(name: str) -> str:
    return name if len(name) >= _SHORTEST else f"session_{name}"


def _track_slug(track: str) -> str:
    return track if re.fullmatch(r"[a-z][a-z0-9-]+", track) else f"track-{track}"
