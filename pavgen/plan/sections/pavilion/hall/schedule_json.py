"""An agenda in frab's format as JSON: the same as its XML, key by key."""

import re

from pavgen.kernel.canonical import Json
from pavgen.plan.documents import (
    Schedule,
    ScheduledDay,
    ScheduledLink,
    ScheduledPerson,
    ScheduledRoom,
    ScheduledSession,
)

SCHEMA = "https://c3voc.de/schedule/schema.json"
SLOT = "00:05"


def schedule_json(schedule: Schedule) -> Json:
    """Return the document; what its published schema leaves open is left out."""
    return {
        "$schema": SCHEMA,
        "generator": {"name": "pavgen"},
        "schedule": {
            "version": schedule.version,
            "base_url": schedule.home,
            "conference": _conference(schedule),
        },
    }


def _conference(schedule: Schedule) -> Json:
    zone = {"time_zone_name": schedule.zone} if _ZONE.match(schedule.zone) else {}
    return {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": schedule.starts.isoformat(),
        "end": schedule.ends.isoformat(),
        "daysCount": len(schedule.days),
        "timeslot_duration": SLOT,
        **zone,
        "url": schedule.home,
        "tracks": [{"name": label, "slug": slug} for slug, label in schedule.tracks],
        "rooms": [_room(room) for room in schedule.rooms],
        "days": [_day(day) for day in schedule.days],
    }


def _room(room: ScheduledRoom) -> Json:
    return {"name": room.name, "guid": room.guid, "capacity": room.capacity}


def _day(day: ScheduledDay) -> Json:
    return {
        "index": day.index,
        "date": day.day.isoformat(),
        "day_start": day.start,
        "day_end": day.end,
        "rooms": {room.name: [_session(s) for s in sessions] for room, sessions in day.rooms},
    }


def _session(session: ScheduledSession) -> Json:
    return {
        "guid": session.guid,
        "id": session.number,
        "date": session.date,
        "start": session.start,
        "end": session.end,
        "duration": session.duration,
        "room": session.room,
        "slug": session.slug,
        "url": session.address,
        "title": session.title,
        "subtitle": "",
        "track": session.track or None,
        "type": session.kind,
        "language": session.language,
        "abstract": session.abstract,
        "description": "",
        "persons": [_person(person) for person in session.persons],
        "links": [_link(link) for link in session.links],
        "attachments": [_link(link) for link in session.attachments],
    }


def _person(person: ScheduledPerson) -> Json:
    return {
        "guid": person.guid,
        "id": person.number,
        "name": person.name,
        "biography": person.biography or None,
        "url": person.address,
    }


def _link(link: ScheduledLink) -> Json:
    return {"type": link.kind, "title": link.title, "url": link.address}


_ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+|UTC$")
"""The zones the schema knows how to name."""
