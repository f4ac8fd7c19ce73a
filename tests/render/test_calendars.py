"""Calendars as other programs read them: two readers that share nothing with the writer."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from pavgen.files.zones import zone_around
from pavgen.kernel.diagnostics import DefectError
from pavgen.plan.documents import Calendar, CalendarEntry
from pavgen.render.calendars import write_calendar


def local(text):
    return datetime.fromisoformat(text)


def entry(start="2026-10-24T10:00", end="2026-10-24T10:45", **more):
    told = {
        "uid": "mills.fair@partners.example",
        "stamp": local("2026-06-01T00:00"),
        "sequence": 2,
        "start": local(start),
        "end": local(end),
        "title": "On mills",
        "text": "Of mills.",
        "place": "Stage, Old Mill",
        "address": "https://partners.example/fair/agenda/sessions/mills/",
        **more,
    }
    return CalendarEntry(**told)


def written(*entries, zone="Europe/Berlin", title="Fernholt Fair"):
    return write_calendar(Calendar(title, zone_around(zone, 2026, 2027), entries))


def unfolded(data):
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_an_entry_says_everything_in_its_own_line():
    lines = unfolded(written(entry(topics=("Practice",))))

    assert lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")] == [
        "BEGIN:VEVENT",
        "UID:mills.fair@partners.example",
        "DTSTAMP:20260601T000000Z",
        "SEQUENCE:2",
        "DTSTART;TZID=Europe/Berlin:20261024T100000",
        "DTEND;TZID=Europe/Berlin:20261024T104500",
        "SUMMARY:On mills",
        "STATUS:CONFIRMED",
        "LOCATION:Stage\\, Old Mill",
        "DESCRIPTION:Of mills.",
        "CATEGORIES:Practice",
        "URL:https://partners.example/fair/agenda/sessions/mills/",
    ]


def test_what_is_cancelled_says_so():
    assert "STATUS:CANCELLED" in unfolded(written(entry(cancelled=True)))


@pytest.mark.parametrize(
    ("zone", "starts"),
    [
        ("Europe/Berlin", ["2026-10-24T08:00", "2026-10-25T09:00"]),
        ("America/New_York", ["2026-10-24T14:00", "2026-10-25T14:00"]),
        ("Asia/Kolkata", ["2026-10-24T04:30", "2026-10-25T04:30"]),
        ("Australia/Lord_Howe", ["2026-10-23T23:00", "2026-10-24T23:00"]),
        ("UTC", ["2026-10-24T10:00", "2026-10-25T10:00"]),
    ],
)
def test_two_readers_take_ten_oclock_for_the_same_moment_on_both_sides_of_a_change(zone, starts):
    data = written(
        entry(),
        entry("2026-10-25T10:00", "2026-10-25T10:45", uid="farewell.fair@partners.example"),
        zone=zone,
    )
    moments = [local(start).replace(tzinfo=UTC) for start in starts]
    one = vobject.readOne(data.decode())
    other = icalendar.Calendar.from_ical(data)

    assert [e.dtstart.value.astimezone(UTC) for e in one.vevent_list] == moments
    assert [e.DTSTART.astimezone(UTC) for e in other.events] == moments
    assert [e.dtstart.value.hour for e in one.vevent_list] == [10, 10]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata"])
@pytest.mark.parametrize("visitor", ["Europe/Berlin", "America/New_York", "Asia/Kolkata"])
def test_a_visitor_elsewhere_sees_the_time_there(zone, visitor):
    data = written(entry("2026-10-31T09:00", "2026-10-31T10:00"), zone=zone)
    found = vobject.readOne(data.decode()).vevent.dtstart.value
    expected = local("2026-10-31T09:00").replace(tzinfo=ZoneInfo(zone))

    assert found.astimezone(ZoneInfo(visitor)) == expected
    assert found.astimezone(ZoneInfo(visitor)).replace(tzinfo=None) == expected.astimezone(
        ZoneInfo(visitor)
    ).replace(tzinfo=None)


def test_the_zone_is_told_in_full_by_the_clocks_as_they_were_set_before():
    lines = unfolded(written(entry()))
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE") + 1]

    assert zone[:12] == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
    ]
    assert "DTSTART:20261025T030000" in zone


def test_the_hour_that_comes_twice_is_the_first():
    data = written(entry("2026-10-25T02:30", "2026-10-25T03:30"))
    found = icalendar.Calendar.from_ical(data).events[0]

    assert found.DTSTART.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert found.DTEND.astimezone(UTC) == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)


HOSTILE = "A; B, C\\n\nBEGIN:VALARM\r\nTRIGGER:-PT1S\rEND:VALARM\x00\x1b\x85\u2028😀"


def test_no_text_can_begin_a_line_of_its_own():
    data = written(entry(title=HOSTILE, text=HOSTILE, place=HOSTILE, topics=(HOSTILE,)))
    lines = unfolded(data)
    found = vobject.readOne(data.decode())

    assert [
        line for line in lines if line.startswith(("BEGIN:VALARM", "TRIGGER", "END:VALARM"))
    ] == []
    assert found.vevent.summary.value == ("A; B, C\\n\nBEGIN:VALARM\nTRIGGER:-PT1S\nEND:VALARM😀")
    assert [c.name for c in found.vevent.components()] == []


@pytest.mark.parametrize("bad", ["a\r\nb", "a b", "", "a;b", 'a"b', "a\x7f"])
def test_an_identity_that_could_begin_a_line_is_a_defect(bad):
    with pytest.raises(DefectError):
        written(entry(uid=bad))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_every_line_is_short_whole_and_read_back(text):
    data = written(entry(title=text))
    lines = data.split(b"\r\n")
    plain = "".join(
        c for c in text.replace("\r\n", "\n").replace("\r", "\n")
        if c == "\n" or not (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029")
    )  # fmt: skip

    assert [line for line in lines if len(line) > 75] == []
    assert [line.decode() for line in lines]
    assert b"\n" not in b"".join(lines)
    assert vobject.readOne(data.decode()).vevent.summary.value == plain


def test_a_calendar_without_entries_is_one():
    found = icalendar.Calendar.from_ical(written())

    assert (found["NAME"], found.events, len(found.timezones)) == ("Fernholt Fair", [], 1)
