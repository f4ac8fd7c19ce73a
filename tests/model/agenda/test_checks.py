"""The lists of an agenda, and its identifiers."""

import pytest

from tests.events import AGENDA
from tests.model.events.finding import changed, told


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "index", "first"),
    [
        ("id: loft, label", "id: stage, label", 3, "rooms", 1, 2),
        ("{id: s2, room", "{id: s1, room", 7, "slots", 1, 6),
        ("id: ben-rask", "id: ida-holm", 14, "speakers", 1, 13),
        ("id: farewell", "id: opening", 19, "sessions", 3, 16),
    ],
)
def test_an_id_that_stands_twice_in_its_list_is_told_at_the_second(
    old, new, line, key, index, first
):
    name = new.split("id: ")[1].split(",")[0]
    found = told(agenda=changed(AGENDA, (old, new)))

    assert (
        f"agenda.yaml:{line}: error[event-id-twice] {key}[{index}].id: `{name}` stands in {key}"
        f" already; give each its own id; the first is in line {first}" in found
    )


def test_ids_of_tracks_and_breaks_stand_once_too():
    text = AGENDA.replace(
        "[{id: practice, label: Practice}]", "[{id: a, label: A}, {id: a, label: B}]"
    )
    text = text.replace(
        "speakers:\n",
        "  - {id: coffee, label: Tea, start: 2026-10-25T15:00, end: 2026-10-25T16:00}\nspeakers:\n",
    )

    assert [line.split(" ")[1:3] for line in told(agenda=text)] == [
        ["error[event-id-twice]", "tracks[1].id:"],
        ["error[event-id-twice]", "breaks[1].id:"],
    ]


def test_lists_do_not_share_their_ids():
    assert told(agenda=AGENDA.replace("id: loft", "id: s1").replace("room: loft", "room: s1")) == []


def test_a_break_outside_the_event_is_told_and_not_held_against_the_slots():
    found = told(agenda=changed(AGENDA, ("start: 2026-10-24T10:45", "start: 2026-10-23T10:45")))

    assert found == [
        (
            "agenda.yaml:11: error[event-time-outside] breaks[0].start: `2026-10-23T10:45` is not"
            " within the event, 2026-10-24 to 2026-10-25; correct the day, or `starts` and `ends` in"
            " event.yaml"
        )
    ]
