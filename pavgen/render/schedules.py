"""Agendas to the XML that conference apps read, as its published schema has it."""

from collections.abc import Iterator

from pavgen.plan.documents import Schedule, ScheduledDay, ScheduledLink, ScheduledSession
from pavgen.render.xml import Element

GENERATOR = "pavgen"


def schedule_element(schedule: Schedule) -> Element:
    """Return the document: conference, then days, in each its rooms, in each its sessions."""
    children = (
        Element("generator", attributes=(("name", GENERATOR),)),
        _text("url", schedule.address),
        _text("version", schedule.version),
        _conference(schedule),
        *(_day(day) for day in schedule.days),
    )
    return Element("schedule", children)


def _conference(schedule: Schedule) -> Element:
    tracks = (
        Element("track", attributes=(("name", label), ("slug", slug)))
        for slug, label in schedule.tracks
    )
    children = (
        _text("acronym", schedule.acronym),
        _text("title", schedule.title),
        _text("start", schedule.starts.isoformat()),
        _text("end", schedule.ends.isoformat()),
        _text("days", str(len(schedule.days))),
        _text("timeslot_duration", "00:05"),
        _text("base_url", schedule.home),
        _text("url", schedule.home),
        _text("time_zone_name", schedule.zone),
        *tracks,
    )
    return Element("conference", children)


def _day(day: ScheduledDay) -> Element:
    rooms = tuple(
        Element(
            "room",
            tuple(_session(session) for session in sessions),
            (("name", room.name), ("guid", room.guid)),
        )
        for room, sessions in day.rooms
    )
    attributes = (
        ("index", str(day.index)),
        ("date", day.day.isoformat()),
        ("start", day.start),
        ("end", day.end),
    )
    return Element("day", rooms, attributes)


def _session(session: ScheduledSession) -> Element:
    persons = tuple(
        Element("person", (p.name,), (("id", str(p.number)), ("guid", p.guid)))
        for p in session.persons
    )
    children = (
        _text("room", session.room),
        _text("title", session.title),
        _text("subtitle", ""),
        _text("type", session.kind),
        _text("date", session.date),
        _text("start", session.start),
        _text("duration", session.duration),
        _text("abstract", session.abstract),
        _text("slug", session.slug),
        _text("track", session.track),
        Element("persons", persons),
        _text("language", session.language),
        _text("description", ""),
        Element("links", tuple(_links("link", session.links))),
        Element("attachments", tuple(_links("attachment", session.attachments))),
        _text("url", session.address),
    )
    return Element("event", children, (("id", str(session.number)), ("guid", session.guid)))


def _links(name: str, links: tuple[ScheduledLink, ...]) -> Iterator[Element]:
    for link in links:
        yield Element(name, (link.title,), (("href", link.address), ("type", link.kind)))


def _text(name: str, text: str) -> Element:
    return Element(name, (text,) if text else ())
