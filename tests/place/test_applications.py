from dataclasses import replace
from datetime import date, datetime

from pavgen.model.records.policy import EventSpan
from pavgen.model.zone import Offset, Zone
from pavgen.place.applications import (
    application_days,
    applications,
    has_withdrawn,
    open_sessions,
    picked_event,
)
from tests.events import EVENT
from tests.place.fairs import BOOTHS, DAY, drawing, fair

FIRST = datetime.fromisoformat("0001-01-01T00:00")
BERLIN = Zone("Europe/Berlin", (Offset(FIRST, 7200, "CEST", summer=True),))
HEAD = EVENT[: EVENT.index("exhibitors:")] + "exhibitors:\n"


def made(*exhibitors, zone=BERLIN, **more):
    lines = "".join(f"  - {{{exhibitor}}}\n" for exhibitor in exhibitors)
    return drawing(event=replace(fair(main=HEAD + lines), zone=zone), **more)


def told(programme, day=DAY, group=BOOTHS):
    return {i: a.entitled for i, a in applications(programme, group, day).items()}


def exhibitors(programme):
    return programme.events["fair"].record.exhibitors


def test_exhibitors_without_a_booth_by_hand_have_applied():
    programme = made("partner: cat, package: booth", "partner: ada, package: booth, booth: a1")
    assert told(programme) == {"p-cat": 1}


def test_package_tells_how_many_shifts_a_partner_is_entitled_to_and_its_place():
    programme = made("partner: cat, package: pod", "partner: ada, package: booth")
    found = applications(programme, BOOTHS, DAY)
    assert {i: (a.entitled, a.package) for i, a in found.items()} == {
        "p-ada": (1, (0, "booth")),
        "p-cat": (1, (1, "pod")),
    }


def test_application_counts_from_its_day_at_the_place_of_the_event():
    late = "partner: ada, package: booth, applied: 2026-09-01T22:30:00Z"
    assert told(made(late), date(2026, 9, 1)) == {}
    assert told(made(late), date(2026, 9, 2)) == {"p-ada": 1}
    assert told(made(late, zone=Zone()), date(2026, 9, 1)) == {"p-ada": 1}


def test_moment_of_an_application_is_told_in_utc():
    programme = made("partner: ada, package: booth, applied: 2026-09-01T09:00:00+02:00")
    (found,) = applications(programme, BOOTHS, DAY).values()
    assert found.applied == datetime.fromisoformat("2026-09-01T07:00:00")


def test_first_application_of_a_partner_counts():
    programme = made("partner: ada, package: pod", "partner: ada, package: booth")
    found = applications(programme, BOOTHS, DAY)["p-ada"]
    assert (found.package, found.record) == ((1, "pod"), exhibitors(programme)[0])


def test_who_withdrew_has_applied_until_the_day_before():
    programme = made("partner: ada, package: booth, withdrew: 2026-09-02")
    assert told(programme, date(2026, 9, 1)) == {"p-ada": 1}
    assert told(programme, date(2026, 9, 2)) == {}
    (exhibitor,) = programme.events["fair"].record.exhibitors
    assert has_withdrawn(exhibitor, date(2026, 9, 2))


def test_partner_that_is_not_in_the_programme_has_not_applied():
    assert told(made("partner: eve, package: booth")) == {}


def test_group_of_another_strategy_or_event_has_no_applications():
    programme = made("partner: ada, package: booth")
    span = EventSpan(id="gone", from_=DAY, until=DAY)
    elsewhere = replace(BOOTHS, event=span)
    assert told(programme, group=elsewhere) == {}
    assert told(programme, group=replace(BOOTHS, strategy="draw")) == {}
    assert picked_event(programme, BOOTHS) == programme.events["fair"]


def test_days_of_applications_are_those_at_the_place():
    programme = made("partner: ada, package: booth, applied: 2026-09-01T22:30:00Z")
    assert list(application_days(programme.events["fair"])) == [date(2026, 9, 2)]


def test_sessions_with_slots_are_not_open():
    assert open_sessions(fair()) == ()
