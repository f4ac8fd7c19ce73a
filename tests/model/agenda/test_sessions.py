"""Sessions and the slots they have."""

import pytest

from tests.events import AGENDA, EVENT
from tests.model.events.finding import TALKS, changed, drawing, told


def agenda(*changes, **more):
    return told(agenda=changed(AGENDA, *changes), **more)


def test_two_sessions_in_one_slot_are_told_at_the_second():
    assert agenda(("slot: l1", "slot: s2")) == [
        (
            "agenda.yaml:18: error[agenda-slot-taken] sessions[2].slot: `mills` has the slot `s2`; give"
            " it another slot, or set the `state` of one to `cancelled`"
        )
    ]


@pytest.mark.parametrize("state", ["cancelled", "proposed"])
def test_only_confirmed_sessions_take_a_slot(state):
    assert agenda(("slot: l1", f"slot: s2, state: {state}")) == []
    assert agenda(("slot: s2", f"slot: l1, state: {state}")) == []


def test_a_session_by_hand_in_a_slot_of_the_draw_is_an_error():
    assert agenda(
        ("end: 2026-10-24T11:45}", "end: 2026-10-24T11:45, drawn: true}"), policy=drawing(TALKS)
    ) == [
        (
            "agenda.yaml:17: error[agenda-slot-drawn] sessions[1].slot: the policy gives slot `s2`;"
            " remove `slot`, or take `drawn: true` from the slot"
        )
    ]


def test_a_session_without_a_slot_waits_for_a_draw():
    without = ("slot: l1, ", "")

    assert agenda(without, policy=drawing(TALKS)) == []
    assert agenda(without) == [
        (
            "agenda.yaml:18: warning[agenda-slot-none] sessions[2]: session `wheels` has no slot, and"
            " no group of the policy gives talks of this event; add `slot`; until then visitors see it"
            " without a time"
        )
    ]


def test_a_session_of_nobody_is_given_no_slot():
    assert agenda(("slot: l1, partners: [cat], ", ""), policy=drawing(TALKS)) == [
        (
            "agenda.yaml:18: warning[agenda-slot-none] sessions[2]: session `wheels` has no slot, and"
            " no partner that could be given one; add `slot`; until then visitors see it without a time"
        )
    ]


def test_slots_of_a_draw_that_nobody_makes_are_told_once():
    drawn = [
        ("{id: s1, room: stage,", "{id: s1, drawn: true, room: stage,"),
        ("{id: s2, room: stage,", "{id: s2, drawn: true, room: stage,"),
        ("slot: s1, ", "state: proposed, "),
        ("slot: s2, ", "state: proposed, "),
    ]

    assert agenda(*drawn) == [
        (
            "agenda.yaml:6: warning[agenda-slot-undrawn] slots[0].drawn: no group of the policy gives"
            " talks of this event, so the slot stays empty; add a group with `strategy: pick` and"
            " `gives: talks`, or remove `drawn`"
        )
    ]


def booking(talks):
    return changed(EVENT, ("label: A booth, max: 6", f"label: A booth, talks: {talks}"))


def test_more_sessions_than_the_package_holds_are_told_at_the_first_too_many():
    assert told(main=booking(1)) == [
        (
            "agenda.yaml:19: error[agenda-talks-over] sessions[3].partners[0]: `ada` holds 2 sessions,"
            " and package `booth` has room for 1; cancel one, let another partner apply for it, or"
            " raise `talks` for all"
        )
    ]
    assert told(main=booking(2)) == []


def test_a_package_without_sessions_refuses_the_first():
    found = told(main=booking(0))

    assert [line.partition("]: ")[0] for line in found] == [
        "agenda.yaml:16: error[agenda-talks-over] sessions[0].partners[0",
        "agenda.yaml:17: error[agenda-talks-over] sessions[1].partners[0",
    ]


@pytest.mark.parametrize(
    "change",
    [
        ("slot: s3, ", "slot: s3, state: cancelled, "),
        ("slot: s3, ", "slot: s3, state: proposed, "),
        ("slot: s3, partners: [ada]", "slot: s3, partners: [dot, ada]"),
    ],
    ids=["cancelled", "proposed", "of another applicant"],
)
def test_only_confirmed_sessions_of_the_applicant_count(change):
    assert agenda(change, main=booking(1)) == []
