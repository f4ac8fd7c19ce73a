"""Draws and offers in a ledger: what is written is read, and nothing of another form is."""

from typing import Any

import pytest

from pavgen.model.ledger import parse_ledger
from tests.model.test_ledger import CHANGE, PERIOD, RULE, STORY, broken, written

DRAW: dict[str, Any] = {
    **PERIOD,
    "pins": [],
    "facts": {
        "pick": {
            "items": [["p1@am", 2], ["x", 1]],
            "seekers": [["a", ["p1@am", "x"], ["x", "q"]], ["b", [], []], ["c", ["x"], []]],
            "near": [["h", "x"]],
            "clash": [["p1@am", "x"]],
            "held": [["d", "h"]],
        }
    },
    "picked": [["a", "x"], ["a", "p1@am"]],
}
OFFER = {"item": "x", "answers": [["b", "declined"], ["c", "accepted"]]}
PICKED: tuple[tuple[str, str, Any], ...] = (
    ("genesis", "fair", {**RULE, "strategy": "pick"}),
    ("placement", "fair", DRAW),
    ("amend", "fair", CHANGE),
    ("offer", "fair", OFFER),
    ("offer", "fair", OFFER),
    ("amend", "fair", CHANGE),
)


def faulty(index, **changes):
    """Return what is wrong with a line of the draw's ledger that has other values."""
    story = [*PICKED]
    kind, period, body = story[index]
    story[index] = (kind, period, {**body, **changes})
    return broken(written(story).text)


def test_draw_and_offers_are_read_as_they_were_written():
    ledger = written(PICKED)
    assert parse_ledger("main", ledger.text).value == ledger
    assert [entry.type for entry in ledger.entries[2:]] == ["amend", "offer", "offer", "amend"]


def pick(**changes):
    return {"facts": {"pick": {**DRAW["facts"]["pick"], **changes}}}


@pytest.mark.parametrize(
    "changes",
    [
        {"picked": [["a"]]},
        {"picked": [["a", 1]]},
        {"picked": [["a", "two words"]]},
        pick(items=[["x", 1], ["p1@am", 2]]),
        pick(items=[["x", "1"]]),
        pick(seekers=[["b", [], []], ["a", [], []]]),
        pick(seekers=[["a", ["x", "p1@am"], []]]),
        pick(seekers=[["a", [], ["x", "x"]]]),
        pick(seekers=[["a", []]]),
        pick(near=[["x", "h"]]),
        pick(near=[["x", "x"]]),
        pick(clash=[["p1@am", "x"], ["h", "x"]]),
        pick(held=[["e", "h"], ["d", "h"]]),
        pick(more=[]),
        {"facts": {"pick": {"items": []}}},
    ],
)
def test_draw_of_another_form_is_broken(changes):
    number, what = faulty(1, **changes)
    assert (number, "has not the form" in what) == (2, True)


@pytest.mark.parametrize(
    "changes",
    [{"item": ""}, {"item": "two words"}, {"answers": [["b", "perhaps"]]}, {"answers": [["b"]]}],
)
def test_offer_of_another_form_is_broken(changes):
    number, what = faulty(3, **changes)
    assert (number, "has not the form" in what) == (4, True)


def test_draw_says_what_was_picked_and_another_placement_does_not():
    without = {key: value for key, value in DRAW.items() if key != "picked"}
    assert broken(written([PICKED[0], ("placement", "fair", without)]).text)[0] == 2
    more = {**PERIOD, "picked": []}
    assert broken(written([STORY[0], ("late", "2026-W47", more)]).text)[0] == 2


def test_offer_follows_a_draw_of_its_own_event():
    assert broken(written([*STORY[:2], ("offer", "2026-W47", OFFER)]).text) == (
        3,
        "`offer` follows a placement in which booths or talks were picked",
    )
    assert broken(written([*PICKED[:2], ("offer", "gala", OFFER)]).text) == (
        3,
        "`offer` follows the placement of its period",
    )
