"""Calendars to iCalendar (RFC 5545): each text within its own line, each line within 75 octets."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from pavgen.kernel.diagnostics import DefectError
from pavgen.model.zone import Offset, Zone
from pavgen.plan.documents import Calendar, CalendarEntry
from pavgen.security.problem import quoted

_LONGEST = 75
"""Octets in a line, its end not counted (section 3.1)."""

_ALWAYS = datetime.fromisoformat("1970-01-01T00:00")
"""What held before the first change is written from here on; earlier days are in no agenda."""


def write_calendar(calendar: Calendar) -> bytes:
    """Return a calendar with its zone in full, so that no reader has to know the zone.

    Times stand on the clocks of the place (`DTSTART;TZID=…`): a client shows them in its own
    zone, also when the place changes its rules later. Control characters are left out. Raises
    DefectError for an identity or an address that could begin a line of its own.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pavgen//pavgen//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(calendar.title)}",
        f"X-WR-CALNAME:{_text(calendar.title)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        *_zone(calendar.zone),
    ]
    zone = _word(calendar.zone.name)
    for entry in calendar.entries:
        lines += _entry(entry, zone)
    lines.append("END:VCALENDAR")
    return b"".join(part for line in lines for part in _folded(line))


def _zone(zone: Zone) -> Iterator[str]:
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{_word(zone.name)}"
    before = zone.offsets[0]
    for offset in zone.offsets:
        begins = _ALWAYS if offset is before else offset.since + timedelta(seconds=before.seconds)
        yield from _observance(offset, before, begins)
        before = offset
    yield "END:VTIMEZONE"


def _observance(offset: Offset, before: Offset, begins: datetime) -> tuple[str, ...]:
    """Write what holds from a moment on, told by the clocks as they were set before (3.6.5)."""
    kind = "DAYLIGHT" if offset.summer else "STANDARD"
    return (
        f"BEGIN:{kind}",
        f"DTSTART:{_moment(begins)}",
        f"TZOFFSETFROM:{_offset(before.seconds)}",
        f"TZOFFSETTO:{_offset(offset.seconds)}",
        f"TZNAME:{_text(offset.name)}",
        f"END:{kind}",
    )


def _entry(entry: CalendarEntry, zone: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_word(entry.uid)}"
    yield f"DTSTAMP:{_moment(entry.stamp)}Z"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART;TZID={zone}:{_moment(entry.start)}"
    yield f"DTEND;TZID={zone}:{_moment(entry.end)}"
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    for name, text in (("LOCATION", entry.place), ("DESCRIPTION", entry.text)):
        if text:
            yield f"{name}:{_text(text)}"
    if entry.topics:
        yield f"CATEGORIES:{','.join(_text(topic) for topic in entry.topics)}"
    yield f"URL:{_word(entry.address)}"
    yield "END:VEVENT"


def _text(text: str) -> str:
    plain = _BARRED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.translate(_ESCAPES)


def _word(text: str) -> str:
    """Return what stands unescaped: an identity, an address, the name of a zone."""
    if not _PLAIN.fullmatch(text):
        raise DefectError(f"{quoted(text)} cannot stand in a calendar")
    return text


def _moment(moment: datetime) -> str:
    return f"{moment.year:04d}{moment:%m%dT%H%M%S}"


def _offset(seconds: int) -> str:
    hours, rest = divmod(abs(seconds), 3600)
    minutes, odd = divmod(rest, 60)
    sign = "-" if seconds < 0 else "+"
    return f"{sign}{hours:02d}{minutes:02d}" + (f"{odd:02d}" if odd else "")


def _folded(line: str) -> Iterator[bytes]:
    """Break a line between characters, never within one; what continues it begins with a space."""
    part = b""
    for character in line:
        data = character.encode()
        if len(part) + len(data) > _LONGEST:
            yield part + b"\r\n"
            part = b" "
        part += data
    yield part + b"\r\n"


_BARRED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPES = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n"}
_PLAIN = re.compile(r"[^\s\x00-\x20\x7f-\x9f\";,\\]+")
