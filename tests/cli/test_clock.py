"""Today, where the programme is."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from pavgen.cli.clock import today_in


def at(folder, zone):
    (folder / "content").mkdir()
    (folder / "content/program.yaml").write_text(f"time_zone: {zone}\n")
    return folder


@pytest.mark.parametrize(("zone", "hours"), [("Pacific/Kiritimati", 14), ("Etc/GMT+12", -12)])
def test_today_is_the_day_in_the_programmes_time_zone(tmp_path, zone, hours):
    there = timezone(timedelta(hours=hours))
    before = datetime.now(there).date()
    today = today_in(at(tmp_path, zone))
    assert today in {before, datetime.now(there).date()}


@pytest.mark.parametrize("zone", ["Nowhere/At-All", "../etc/passwd", "[1, 2]", ""])
def test_today_is_that_of_utc_while_the_zone_cannot_be_read(tmp_path, zone):
    before = datetime.now(UTC).date()
    assert today_in(at(tmp_path, zone)) in {before, datetime.now(UTC).date()}
