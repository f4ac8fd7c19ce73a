"""Spans of time at an event."""

from datetime import datetime

import pytest

from pavgen.model.agenda.times import UNREAD, TimeSpan, told
from tests.events import AGENDA, EVENT
from tests.model.events.finding import changed
from tests.model.events.finding import told as found

S3 = "{id: s3, room: stage, start: 2026-10-25T10:00, end: 2026-10-25T10:45}"


def at(text):
    return datetime.fromisoformat(f"2026-10-24T{text}")


def slot(start, end):
    """Return what is told of an agenda whose third slot is at another time."""
    return found(
        agenda=changed(AGENDA, (S3, f"{{id: s3, room: stage, start: {start}, end: {end}}}"))
    )


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("10:00", "11:00"), ("11:00", "12:00"), False),
        (("10:00", "11:00"), ("10:59", "12:00"), True),
        (("10:00", "12:00"), ("10:30", "11:00"), True),
        (("10:00", "11:00"), ("10:00", "11:00"), True),
        (("11:00", "10:00"), ("10:00", "11:00"), False),
    ],
)
def test_spans_meet_when_they_have_a_moment_in_common(one, other, meet):
    first, second = (TimeSpan(at(start), at(end)) for start, end in (one, other))

    assert first.meets(second) is meet
    assert second.meets(first) is meet


def test_a_span_that_could_not_be_read_meets_nothing():
    day = TimeSpan(at("00:00"), at("23:59"))

    assert not TimeSpan(UNREAD, at("12:00")).meets(day)
    assert not day.meets(TimeSpan(at("12:00"), UNREAD))


def test_a_time_is_told_as_it_stands_in_a_file():
    assert told(at("09:30")) == "`2026-10-24T09:30`"


@pytest.mark.parametrize("end", ["2026-10-25T10:00", "2026-10-25T09:00", "2026-10-20T10:30"])
def test_an_end_that_is_not_later_is_an_error_at_the_end(end):
    assert slot("2026-10-25T10:00", end) == [
        (
            f"agenda.yaml:9: error[event-time-reversed] slots[3].end: it ends at `{end}` and begins at"
            " `2026-10-25T10:00`; give a later end"
        )
    ]


@pytest.mark.parametrize(
    ("start", "end", "field", "moment"),
    [
        ("2026-10-23T10:00", "2026-10-23T11:00", "start", "2026-10-23T10:00"),
        ("2026-10-26T00:00", "2026-10-26T11:00", "start", "2026-10-26T00:00"),
        ("2026-10-25T10:00", "2026-10-26T10:00", "end", "2026-10-26T10:00"),
        ("2025-10-25T10:00", "2025-10-25T10:45", "start", "2025-10-25T10:00"),
        ("9999-12-31T23:00", "9999-12-31T23:30", "start", "9999-12-31T23:00"),
    ],
)
def test_what_is_not_within_the_days_is_an_error_once(start, end, field, moment):
    assert slot(start, end) == [
        (
            f"agenda.yaml:9: error[event-time-outside] slots[3].{field}: `{moment}` is not within the"
            " event, 2026-10-24 to 2026-10-25; correct the day, or `starts` and `ends` in event.yaml"
        )
    ]


def test_the_last_night_may_go_on_past_midnight():
    assert slot("2026-10-25T20:00", "2026-10-26T02:00") == []


def test_a_time_the_clocks_show_twice_is_a_warning():
    assert slot("2026-10-25T02:30", "2026-10-25T04:00") == [
        (
            "agenda.yaml:9: warning[event-time-twice] slots[3].start: the clocks in Europe/Berlin show"
            " `2026-10-25T02:30` twice; the first is meant; give another time if it is not"
        )
    ]


def test_a_time_the_clocks_leap_over_is_an_error():
    spring = (
        (EVENT + AGENDA).replace("2026-10-24", "2026-03-28").replace("2026-10-25", "2026-03-29")
    )
    main, agenda = spring.split("rooms:")
    agenda = changed("rooms:" + agenda, ("2026-03-29T10:00", "2026-03-29T02:00"))

    assert found(main=main.replace("agenda_from: 2026-06-01\n", ""), agenda=agenda) == [
        (
            "agenda.yaml:9: error[event-time-skipped] slots[3].start: the clocks in Europe/Berlin leap"
            " over `2026-03-29T02:00`; give a time they show"
        )
    ]


def test_a_time_that_could_not_be_read_is_told_where_it_stands_and_not_here():
    assert slot("25 October", "2026-10-25T10:45") == []


@pytest.mark.parametrize("years", [("0001", "0001"), ("9999", "9999"), ("2026", "9999")])
def test_events_at_the_ends_of_time_stop_nobody(years):
    starts, ends = (f"{year}-12-{day}" for year, day in zip(years, (30, 31), strict=True))
    main = changed(
        EVENT, ("starts: 2026-10-24", f"starts: {starts}"), ("ends: 2026-10-25", f"ends: {ends}")
    )
    late = changed(
        AGENDA, (S3, "{id: s3, room: stage, start: 9999-12-31T23:00, end: 9999-12-31T23:59}")
    )

    assert "value-range" in "".join(found(main=main, agenda=late))
