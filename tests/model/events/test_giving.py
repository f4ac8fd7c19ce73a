"""Booths by hand, and wishes."""

import pytest

from tests.events import EVENT, FLOORPLAN
from tests.model.events.finding import BOOTHS, changed, drawing, told

GIVEN = "booth: a2, reason: By lot."
POD = "package: pod, booth: p1@day-1, reason: By lot."


def bob(terms, *, plan=FLOORPLAN, policy=None):
    """Return what is told of other terms for the second exhibitor."""
    more = {"policy": policy} if policy else {}
    return told(main=changed(EVENT, (GIVEN, terms)), plan=plan, **more)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (
            "booth: c9, reason: Why.",
            (
                "error[booth-unknown] exhibitors[1].booth: unknown booth `c9`; use one of `a1`, `a2`,"
                " `a3`, `b1`, `b2`, `b3`, `p1`"
            ),
        ),
        (
            "booth: a1, reason: Why.",
            (
                "error[event-booth-taken] exhibitors[1].booth: `a1` is that of `ada`; give one of them"
                " another"
            ),
        ),
        (
            "booth: a2@day-1, reason: Why.",
            (
                "error[event-booth-shift] exhibitors[1].booth: booth `a2` is not shared, so it has no"
                " shifts; write `a2`, or set `shared: true`"
            ),
        ),
        (
            "booth: p1, reason: Why.",
            (
                "error[event-booth-shift] exhibitors[1].booth: booth `p1` is shared by shifts; name a"
                " shift: `p1@day-1`"
            ),
        ),
        (
            "booth: p1@day-3, reason: Why.",
            (
                "error[shift-unknown] exhibitors[1].booth: unknown shift `day-3`; did you mean"
                " `day-2`?"
            ),
        ),
        (
            "booth: p1@day-2, reason: Why.",
            (
                "error[event-booth-unfit] exhibitors[1].booth: `p1@day-2` does not fit: it is of kind"
                " `pod`, and package `booth` is for `in-line`, `corner`, `island`; give another, or"
                " correct the package or the needs"
            ),
        ),
        (
            "booth: a2, reason: Why., needs: {kinds: [island, corner]}",
            (
                "error[event-booth-unfit] exhibitors[1].booth: `a2` does not fit: it is of kind"
                " `in-line`, and `island`, `corner` is needed; give another, or correct the package or"
                " the needs"
            ),
        ),
        (
            "booth: a2, reason: Why., needs: {area: 10}",
            (
                "error[event-booth-unfit] exhibitors[1].booth: `a2` does not fit: it has 9 square"
                " metres, and 10 are needed; give another, or correct the package or the needs"
            ),
        ),
        (
            "booth: a2, reason: Why., needs: {facilities: [power]}",
            (
                "error[event-booth-unfit] exhibitors[1].booth: `a2` does not fit: it is without"
                " `power`; give another, or correct the package or the needs"
            ),
        ),
        (
            "booth: a2",
            (
                "error[key-missing] exhibitors[1].booth: `a2` is given by hand, and nothing says why;"
                " add `reason`; it is published"
            ),
        ),
    ],
)
def test_what_speaks_against_a_booth_by_hand_is_told_at_its_line(terms, expected):
    assert bob(terms) == [f"event.yaml:17: {expected}"]


def test_a_blocked_booth_is_given_to_nobody():
    plan = changed(FLOORPLAN, ("kind: in-line, weight: 2", "kind: in-line, state: blocked"))

    assert told(plan=plan) == [
        (
            "event.yaml:17: error[event-booth-blocked] exhibitors[1].booth: booth `a2` is blocked; give"
            " another, or make it `available`"
        )
    ]


def test_a_shared_pod_is_for_one_in_each_shift():
    more = f"  - {{partner: dan, {POD}}}\n"

    assert told(main=EVENT + more) == [
        (
            "event.yaml:19: error[event-booth-taken] exhibitors[3].booth: `p1@day-1` is that of `cat`;"
            " give one of them another"
        )
    ]
    assert told(main=EVENT + more.replace("day-1", "day-2")) == []


def test_a_package_for_shifts_is_for_shared_pods():
    plan = changed(FLOORPLAN, ("kind: pod, shared: true", "kind: pod"))

    assert told(main=changed(EVENT, ("p1@day-1", "p1")), plan=plan) == [
        (
            "event.yaml:18: error[event-booth-unfit] exhibitors[2].booth: `p1` does not fit: it is not"
            " shared, and package `pod` has shifts; give another, or correct the package or the needs"
        )
    ]


def test_of_several_things_against_a_booth_the_first_is_told():
    found = told(
        main=changed(EVENT, (GIVEN, "booth: c9, reason: Why."), ("a1, reason", "c9, reason"))
    )

    assert [line.partition("]")[0] for line in found] == [
        "event.yaml:16: error[booth-unknown",
        "event.yaml:17: error[booth-unknown",
    ]


def test_a_reason_that_cannot_be_read_is_not_also_missing():
    assert bob('booth: a2, reason: ""') == []


def test_one_that_withdrew_holds_nothing():
    assert bob("booth: a1, withdrew: 2026-09-01") == []


def test_an_area_is_that_of_the_polygon():
    a2 = "{id: a2, hall: one, x: 5, y: 2, width: 3, height: 3, kind: in-line, weight: 2}"
    triangle = "{id: a2, hall: one, polygon: [[5, 2], [8, 2], [5, 5]], kind: in-line, weight: 2}"
    plan = changed(FLOORPLAN, (a2, triangle))

    assert bob("booth: a2, reason: Why., needs: {area: 4}", plan=plan) == []
    assert "it has 4 square metres, and 5 are needed" in "".join(
        bob("booth: a2, reason: Why., needs: {area: 5}", plan=plan)
    )


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (
            "c9",
            (
                "error[booth-unknown] exhibitors[1].preferences[1]: unknown booth `c9`; use one of"
                " `a1`, `a2`, `a3`, `b1`, `b2`, `b3`, `p1`"
            ),
        ),
        (
            "p1@day-1",
            (
                "warning[event-wish-unfit] exhibitors[1].preferences[1]: `p1@day-1` cannot be had: it is"
                " of kind `pod`, and package `booth` is for `in-line`, `corner`, `island`; remove it, or"
                " correct what speaks against it"
            ),
        ),
        (
            "b2@day-1",
            (
                "error[event-booth-shift] exhibitors[1].preferences[1]: booth `b2` is not shared, so it"
                " has no shifts; write `b2`, or set `shared: true`"
            ),
        ),
    ],
)
def test_wishes_are_for_what_is_there_and_can_be_had(wish, expected):
    assert bob(f"preferences: [a3, {wish}]", policy=drawing(BOOTHS)) == [
        f"event.yaml:17: {expected}"
    ]


def test_a_blocked_booth_cannot_be_had():
    plan = changed(
        FLOORPLAN,
        (
            "y: 8, width: 3, height: 3, kind: in-line",
            "y: 8, width: 3, height: 3, state: blocked, kind: in-line",
        ),
    )

    assert bob("preferences: [b2]", plan=plan, policy=drawing(BOOTHS)) == [
        (
            "event.yaml:17: warning[event-wish-unfit] exhibitors[1].preferences[0]: `b2` cannot be had:"
            " it is blocked; remove it, or correct what speaks against it"
        )
    ]


def test_that_nobody_draws_is_told_once_at_the_first_who_waits():
    text = changed(
        EVENT, (GIVEN, "preferences: [a3]"), (POD, "package: pod, preferences: [p1@day-1]")
    )

    assert told(main=text) == [
        (
            "event.yaml:17: warning[event-undrawn] exhibitors[1].preferences: no group of the policy"
            " gives booths of this event, and 2 have wishes; add a group with `strategy: pick` and"
            " `gives: booths`, or give `booth` by hand"
        )
    ]
    assert told(main=text, policy=drawing(BOOTHS)) == []


def test_wishes_of_one_that_has_its_booth_wait_for_nothing():
    assert bob(f"{GIVEN}, preferences: [a3]") == []
