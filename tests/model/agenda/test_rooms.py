"""Rooms and their slots."""

import pytest

from tests.events import AGENDA
from tests.model.events.finding import changed, told

BREAK = "{id: coffee, label: Coffee, start: 2026-10-24T10:45, end: 2026-10-24T11:00}"


def agenda(*changes):
    return told(agenda=changed(AGENDA, *changes))


def test_two_slots_of_a_room_at_once_are_told_at_the_later_one_in_the_file():
    assert agenda(
        ("s2, room: stage, start: 2026-10-24T11:00", "s2, room: stage, start: 2026-10-24T10:44")
    ) == [
        (
            "agenda.yaml:7: error[agenda-slot-in-break] slots[1]: slot `s2` runs into the break"
            " `coffee`; give one of them another time, or name the break's `rooms`"
        ),
        (
            "agenda.yaml:7: error[agenda-slots-overlap] slots[1]: slot `s2` overlaps `s1` in room"
            " `stage`, 10:00 to 10:45; give one of them another time or room"
        ),
    ]


def test_a_slot_that_overlaps_several_is_told_once():
    text = AGENDA.replace(
        "  - {id: s3,",
        "  - {id: long, room: loft, start: 2026-10-24T10:15, end: 2026-10-24T18:00}\n  - {id: s3,",
    )
    more = "  - {id: l2, room: loft, start: 2026-10-24T11:00, end: 2026-10-24T11:30}\n"
    text = text.replace("  - {id: long,", f"{more}  - {{id: long,").replace(
        BREAK,
        "{id: coffee, label: Coffee, rooms: [stage], start: 2026-10-24T10:45, end: 2026-10-24T11:00}",
    )

    assert told(agenda=text) == [
        (
            "agenda.yaml:10: error[agenda-slots-overlap] slots[4]: slot `long` overlaps `l1` in room"
            " `loft`, 10:00 to 10:45; give one of them another time or room"
        )
    ]


def test_a_short_slot_within_a_long_one_and_one_after_both_are_told():
    text = AGENDA.replace(
        "start: 2026-10-24T11:00, end: 2026-10-24T11:45}",
        "start: 2026-10-24T11:00, end: 2026-10-24T11:10}",
    )
    more = (
        "  - {id: s4, room: stage, start: 2026-10-24T11:05, end: 2026-10-24T15:00}\n"
        "  - {id: s5, room: stage, start: 2026-10-24T14:00, end: 2026-10-24T14:30}\n"
        "  - {id: s6, room: stage, start: 2026-10-24T14:30, end: 2026-10-24T15:30}\n"
    )
    found = told(agenda=text.replace("breaks:", f"{more}breaks:"))

    assert [line.split(";")[0].partition("] ")[2] for line in found] == [
        "slots[4]: slot `s4` overlaps `s2` in room `stage`, 11:00 to 11:10",
        "slots[5]: slot `s5` overlaps `s4` in room `stage`, 11:05 to 15:00",
        "slots[6]: slot `s6` overlaps `s4` in room `stage`, 11:05 to 15:00",
    ]


def test_slots_of_two_rooms_may_be_at_one_time_and_follow_without_a_gap():
    assert (
        agenda(
            ("s2, room: stage, start: 2026-10-24T11:00", "s2, room: stage, start: 2026-10-24T11:00")
        )
        == []
    )


@pytest.mark.parametrize(
    ("pause", "expected"),
    [
        ("start: 2026-10-24T10:45, end: 2026-10-24T11:01", ["slots[1]: slot `s2`"]),
        (
            "start: 2026-10-24T10:44, end: 2026-10-24T11:00",
            ["slots[0]: slot `s1`", "slots[2]: slot `l1`"],
        ),
        ("rooms: [loft], start: 2026-10-24T10:44, end: 2026-10-24T11:30", ["slots[2]: slot `l1`"]),
        ("rooms: [loft], start: 2026-10-24T11:00, end: 2026-10-24T12:00", []),
    ],
)
def test_a_slot_runs_into_a_break_of_its_room(pause, expected):
    found = agenda((BREAK, f"{{id: coffee, label: Coffee, {pause}}}"))

    assert [line.partition("] ")[2].partition(" runs")[0] for line in found] == expected


def test_a_room_on_a_feature_that_is_no_stage_is_a_warning():
    assert agenda(("feature: stage", "feature: middle")) == [
        (
            "agenda.yaml:2: warning[agenda-room-feature] rooms[0].feature: `middle` is of kind `aisle`,"
            " and sessions are held on a stage; name a feature of kind `stage` or `meeting`"
        )
    ]


def test_a_room_on_an_unknown_feature_is_told_as_unknown_only():
    assert agenda(("feature: stage", "feature: balcony")) == []
