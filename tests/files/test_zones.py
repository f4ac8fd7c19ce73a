"""Time zones read from the library's data."""

from datetime import UTC, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from pavgen.files.zones import is_zone, zone_around
from pavgen.model.zone import Offset


@pytest.mark.parametrize("name", ["Europe/Berlin", "UTC", "America/Argentina/Ushuaia", "Etc/GMT+5"])
def test_names_that_mean_the_same_everywhere(name):
    assert is_zone(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "Europe",
        "Europe/Bern",
        "CEST",
        "localtime",
        "posixrules",
        "posix/UTC",
        "right/UTC",
        "../etc/passwd",
        "/etc/localtime",
        "Europe/Berlin\x00",
        "a" * 300,
    ],
)
def test_names_that_do_not(name):
    assert not is_zone(name)


def test_the_changes_of_a_year_are_found_to_the_second():
    assert zone_around("Europe/Berlin", 2026, 2026).offsets == (
        Offset(datetime.fromisoformat("2026-01-01T00:00"), 3600, "CET"),
        Offset(datetime.fromisoformat("2026-03-29T01:00"), 7200, "CEST", summer=True),
        Offset(datetime.fromisoformat("2026-10-25T01:00"), 3600, "CET"),
    )


def test_a_zone_without_changes_has_one_offset():
    assert zone_around("Asia/Tokyo", 2020, 2030).offsets == (
        Offset(datetime.fromisoformat("2020-01-01T00:00"), 32_400, "JST"),
    )


@pytest.mark.parametrize(
    "name",
    ["Europe/Berlin", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Gaza"],
)
def test_the_value_agrees_with_the_library_at_every_hour_of_three_years(name):
    value = zone_around(name, 2025, 2027)
    with (files("tzdata") / "zoneinfo" / name).open("rb") as data:
        library = ZoneInfo.from_file(data)
    moment = datetime(2025, 1, 1, tzinfo=UTC)
    while moment < datetime(2028, 1, 1, tzinfo=UTC):
        expected = moment.astimezone(library).replace(tzinfo=None)
        assert value.local(moment.replace(tzinfo=None)) == expected
        moment += timedelta(hours=1)


def test_a_zone_that_skipped_a_whole_day():
    apia = zone_around("Pacific/Apia", 2011, 2011)

    assert not apia.exists(datetime.fromisoformat("2011-12-30T12:00"))
    assert apia.iso(datetime.fromisoformat("2011-12-31T12:00")) == "2011-12-31T12:00:00+14:00"
