"""Speakers and partners at two places at once."""

import pytest

from tests.events import AGENDA
from tests.model.events.finding import changed, told

WHEELS = "{id: wheels, title: On wheels, slot: l1, partners: [cat], kind: workshop}"
OPENING_IN = "in `opening` at the same time, 10:00 to 10:45 in `stage`"


def wheels(more):
    """Return what is told when the session beside the opening says something else."""
    return told(agenda=changed(AGENDA, (WHEELS, f"{{id: wheels, title: On wheels, {more}}}")))


def test_a_speaker_in_two_rooms_at_once_is_an_error_at_the_second():
    assert wheels("slot: l1, partners: [cat], speakers: [ben-rask, ida-holm]") == [
        (
            "agenda.yaml:18: error[agenda-speaker-twice] sessions[2].speakers[1]: `ida-holm` is"
            f" {OPENING_IN}; give one of the sessions another slot, or another speaker"
        )
    ]


def test_a_partner_in_two_rooms_at_once_is_a_warning():
    assert wheels("slot: l1, partners: [cat, ada]") == [
        (
            f"agenda.yaml:18: warning[agenda-partner-twice] sessions[2].partners[1]: `ada` is"
            f" {OPENING_IN}; give one of the sessions another slot, or make sure that it sends enough"
            " people"
        )
    ]


def test_a_partner_whose_speaker_is_told_is_not_told_as_well():
    found = wheels("slot: l1, partners: [ada], speakers: [ida-holm]")

    assert [line.partition("[")[2].partition("]")[0] for line in found] == ["agenda-speaker-twice"]


@pytest.mark.parametrize(
    "more",
    [
        "slot: s3, partners: [cat], speakers: [ben-rask]",
        "slot: l1, speakers: [ida-holm], state: cancelled",
        "slot: l1, speakers: [ida-holm], state: proposed",
    ],
    ids=["at another time", "cancelled", "proposed"],
)
def test_a_speaker_may_be_named_again(more):
    assert not [line for line in wheels(more) if "twice" in line]


def test_two_sessions_of_one_room_are_told_as_that_only():
    found = wheels("slot: s1, partners: [ada], speakers: [ida-holm]")

    assert [line.partition("[")[2].partition("]")[0] for line in found] == ["agenda-slot-taken"]


def test_a_speaker_who_speaks_nowhere_is_a_warning_and_one_whose_talk_is_cancelled_is_not():
    text = changed(AGENDA, (", speakers: [ben-rask]", ""))
    cancelled = changed(AGENDA, ("speakers: [ben-rask]", "speakers: [ben-rask], state: cancelled"))

    assert told(agenda=text) == [
        (
            "agenda.yaml:14: warning[agenda-speaker-silent] speakers[1].id: `ben-rask` speaks in no"
            " session; name the speaker in a session, or remove it"
        )
    ]
    assert told(agenda=cancelled) == []
