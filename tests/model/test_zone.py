"""A zone as a value: from local times to moments and back, over changes of the clocks."""

from datetime import datetime, timedelta

import pytest

from pavgen.files.zones import zone_around
from pavgen.model.zone import Offset, Zone

BERLIN = zone_around("Europe/Berlin", 2025, 2027)


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("local", "utc", "iso"),
    [
        ("2026-06-15T12:00", "2026-06-15T10:00", "2026-06-15T12:00:00+02:00"),
        ("2026-01-15T12:00", "2026-01-15T11:00", "2026-01-15T12:00:00+01:00"),
        ("2026-03-29T01:59", "2026-03-29T00:59", "2026-03-29T01:59:00+01:00"),
        ("2026-03-29T03:00", "2026-03-29T01:00", "2026-03-29T03:00:00+02:00"),
        ("2026-10-25T01:59", "2026-10-24T23:59", "2026-10-25T01:59:00+02:00"),
        ("2026-10-25T02:30", "2026-10-25T00:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T03:00", "2026-10-25T02:00", "2026-10-25T03:00:00+01:00"),
    ],
)
def test_a_local_time_is_a_moment_with_its_offset(local, utc, iso):
    assert BERLIN.utc(at(local)) == at(utc)
    assert BERLIN.iso(at(local)) == iso
    assert BERLIN.local(at(utc)) == at(local)


def test_a_time_the_clocks_leap_over_is_read_by_the_offset_before():
    leapt = at("2026-03-29T02:30")

    assert (BERLIN.exists(leapt), BERLIN.twice(leapt)) == (False, False)
    assert BERLIN.utc(leapt) == at("2026-03-29T01:30")
    assert BERLIN.local(BERLIN.utc(leapt)) == at("2026-03-29T03:30")


def test_the_hour_that_comes_twice_begins_and_ends_sharply():
    times = ["2026-10-25T01:59", "2026-10-25T02:00", "2026-10-25T02:59", "2026-10-25T03:00"]

    assert [BERLIN.twice(at(time)) for time in times] == [False, True, True, False]
    assert all(BERLIN.exists(at(time)) for time in times)


def test_the_hour_that_is_left_out_begins_and_ends_sharply():
    times = ["2026-03-29T01:59", "2026-03-29T02:00", "2026-03-29T02:59", "2026-03-29T03:00"]

    assert [BERLIN.exists(at(time)) for time in times] == [True, False, False, True]


@pytest.mark.parametrize(
    ("name", "local", "iso"),
    [
        ("America/St_Johns", "2026-07-01T09:00", "2026-07-01T09:00:00-02:30"),
        ("Asia/Kathmandu", "2026-07-01T09:00", "2026-07-01T09:00:00+05:45"),
        ("Pacific/Apia", "2026-07-01T09:00", "2026-07-01T09:00:00+13:00"),
        ("UTC", "2026-07-01T09:00", "2026-07-01T09:00:00+00:00"),
    ],
)
def test_offsets_west_and_of_parts_of_an_hour(name, local, iso):
    assert zone_around(name, 2025, 2027).iso(at(local)) == iso


def test_half_an_hour_comes_twice_where_the_clocks_go_back_by_half_an_hour():
    howe = zone_around("Australia/Lord_Howe", 2026, 2026)

    assert [howe.twice(at(f"2026-04-05T{t}")) for t in ("01:29", "01:30", "01:59", "02:00")] == [
        False,
        True,
        True,
        False,
    ]


def test_without_changes_every_time_is_once():
    assert Zone().utc(at("2026-10-25T02:30")) == at("2026-10-25T02:30")
    assert Zone().exists(at("0001-01-01T00:00"))


def test_a_time_before_the_first_change_has_the_first_offset():
    zone = Zone("X", (Offset(at("2026-01-01T00:00"), 3600, "X"),))

    assert zone.iso(at("2025-06-01T12:00")) == "2025-06-01T12:00:00+01:00"


def test_every_quarter_of_an_hour_around_a_change_agrees_with_the_count_of_moments():
    """Compare with the moments whose local time it is, which is what the words mean."""
    for day in ("2026-03-29", "2026-10-25"):
        begin = at(f"{day}T00:00") - timedelta(hours=3)
        moments = [begin + n * timedelta(minutes=15) for n in range(48)]
        shown = [BERLIN.local(moment) for moment in moments]
        for hour in range(24):
            local = at(f"{day}T00:00") + hour * timedelta(minutes=15)
            count = shown.count(local)
            assert (BERLIN.exists(local), BERLIN.twice(local)) == (count > 0, count > 1)
