"""The files of an event together: what is told, and what is not told twice."""

import pytest

from tests.events import AGENDA, EVENT
from tests.model.agenda.released import RELEASE
from tests.model.events.finding import BOOTHS, TALKS, changed, drawing, told


def test_the_small_event_is_without_fault():
    assert told() == []


@pytest.mark.parametrize(
    "files",
    [
        {"agenda": None},
        {"plan": None, "main": EVENT.partition("exhibitors:")[0], "agenda": None},
        {"main": "", "agenda": AGENDA},
        {"plan": "", "main": EVENT},
        {"policy": None, "agenda": changed(AGENDA, ("slot: s3, ", ""))},
        {"main": None},
    ],
    ids=["no agenda", "no plan", "main unread", "plan unread", "policy missing", "no main"],
)
def test_a_file_that_is_missing_or_unreadable_is_not_held_against_the_others(files):
    assert told(**files) == []


def test_a_booth_by_hand_without_any_floor_plan_is_unknown():
    main = EVENT.partition("  - {partner: bob")[0]

    assert told(main=main, plan=None) == [
        (
            "event.yaml:16: error[booth-unknown] exhibitors[0].booth: unknown booth `a1`; name one of"
            " floorplan.yaml"
        )
    ]


def test_releases_without_an_agenda_are_told():
    assert told(agenda=None, releases=(RELEASE,)) == [
        (
            "releases.jsonl: error[file-missing] an agenda was released, and there is none; restore"
            " agenda.yaml"
        )
    ]


def test_groups_that_pick_for_this_event_are_what_is_waited_for():
    wish = ("booth: a2, reason: By lot.", "preferences: [a3]")
    files = {"main": changed(EVENT, wish), "agenda": changed(AGENDA, ("slot: s2, ", ""))}
    others = [group.replace("id: fair", "id: other") for group in (BOOTHS, TALKS)]
    crossed = drawing(BOOTHS.replace("gives: booths", "gives: talks"))

    assert told(**files, policy=drawing(BOOTHS, TALKS)) == []
    assert told(**files, policy=drawing(*others)) == told(**files) != []
    assert [line.partition(":")[0] for line in told(**files, policy=crossed)] == ["event.yaml"]


def test_lists_of_three_hundred_are_checked_in_full():
    main = EVENT.partition("exhibitors:")[0] + "exhibitors:\n"
    main += "".join(f"  - {{partner: p{n}, package: booth}}\n" for n in range(300))
    slots = "".join(
        f"  - {{id: n{n}, room: loft, start: 2026-10-24T12:00, end: 2026-10-24T12:30}}\n"
        for n in range(300)
    )
    found = told(main=main, agenda=changed(AGENDA, ("breaks:", f"{slots}breaks:")))

    assert len([line for line in found if "agenda-slots-overlap" in line]) == 299
    assert [line for line in found if "slots-overlap" not in line] == [
        (
            "event.yaml:22: error[event-package-full] exhibitors[6].package: 300 have booked `booth`,"
            " and its `max` is 6; book another package, or raise `max`"
        )
    ]
