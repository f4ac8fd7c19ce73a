"""Days, opening hours and shifts of an event, and when applications came."""

import pytest

from tests.events import AGENDA, EVENT
from tests.model.events.finding import changed, told

HOURS = "hours: [{start: 2026-10-24T09:00, end: 2026-10-24T18:00}]"


def main(*changes):
    return told(main=changed(EVENT, *changes), agenda=None)


def test_an_event_that_ends_before_it_starts_is_told_once():
    assert main(("ends: 2026-10-25", "ends: 2026-10-23")) == [
        (
            "event.yaml:4: error[event-dates-reversed] ends: it ends on 2026-10-23 and starts on"
            " 2026-10-24; give a later day"
        )
    ]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            ("ends: 2026-10-25", "ends: 2062-10-25"),
            (
                "event.yaml:4: error[value-range] ends: it lasts 13151 days, and an event may last 100;"
                " correct the days"
            ),
        ),
        (
            ("starts: 2026-10-24", "starts: 0026-10-24"),
            (
                "event.yaml:3: error[value-range] starts: 0026-10-24 is out of range; give a day from"
                " 1990-01-01 to 2199-12-31"
            ),
        ),
        (
            ("agenda_from: 2026-06-01", "agenda_from: 2027-06-01"),
            (
                "event.yaml:7: error[value-range] agenda_from: `2027-06-01` is after the event, which"
                " ends on 2026-10-25; give an earlier day"
            ),
        ),
        (
            ("agenda_from: 2026-06-01", "announced: 2026-10-26"),
            (
                "event.yaml:7: error[value-range] announced: `2026-10-26` is after the event, which"
                " ends on 2026-10-25; give an earlier day"
            ),
        ),
    ],
)
def test_days_that_cannot_be_meant_are_errors(change, line):
    assert main(change) == [line]


def test_an_event_may_last_a_hundred_days():
    assert main(("ends: 2026-10-25", "ends: 2027-01-31")) == []
    assert len(main(("ends: 2026-10-25", "ends: 2027-02-01"))) == 1


def test_opening_hours_and_shifts_are_within_the_event():
    found = main(
        (HOURS, HOURS.replace("10-24", "10-23")),
        ("end: 2026-10-25T16:00}", "end: 2026-10-25T08:00}"),
    )

    assert [line.partition(": `")[0].partition(": it")[0] for line in found] == [
        "event.yaml:8: error[event-time-outside] hours[0].start",
        "event.yaml:14: error[event-time-reversed] shifts[1].times[0].end",
    ]


def test_shifts_that_overlap_are_told_at_the_later_one():
    assert main(("start: 2026-10-25T09:00", "start: 2026-10-24T17:00")) == [
        (
            "event.yaml:14: error[event-shifts-overlap] shifts[1].times: shift `day-2` overlaps"
            " `day-1`, and a pod is given out for each; let one begin when the other ends"
        )
    ]


def test_shifts_may_follow_each_other_without_a_gap():
    assert main(("start: 2026-10-25T09:00", "start: 2026-10-24T18:00")) == []


@pytest.mark.parametrize("moment", ["0001-01-01T00:30:00+14:00", "9999-12-31T23:00:00-12:00"])
def test_applications_at_the_ends_of_time_are_told(moment):
    day = moment.partition("T")[0]
    text = changed(AGENDA, ("kind: workshop", f'kind: workshop, applied: "{moment}"'))
    remedy = "give a day from 1990-01-01 to 2199-12-31"

    assert told(agenda=text) == [
        f"agenda.yaml:18: error[value-range] sessions[2].applied: {day} is out of range; {remedy}"
    ]
    assert main(("a2, reason", f'a2, applied: "{moment}", reason')) == [
        f"event.yaml:17: error[value-range] exhibitors[1].applied: {day} is out of range; {remedy}"
    ]


def test_days_that_could_not_be_read_are_told_where_they_stand_and_not_here():
    assert main(("starts: 2026-10-24", "starts: autumn"), ("ends: 2026-10-25", "ends: later")) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("{id: pod, label", "{id: booth, label", "packages"),
        ("{id: day-2, label", "{id: day-1, label", "shifts"),
    ],
)
def test_packages_and_shifts_have_ids_of_their_own(old, new, key):
    assert f"error[event-id-twice] {key}[1].id" in main((old, new))[0]
