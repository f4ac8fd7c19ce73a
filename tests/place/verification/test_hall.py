"""What the facts of a draw say of items, and what stands in a partner's way."""

import pytest

from pavgen.place.verification.hall import hall_of, hall_problem
from pavgen.place.verification.records import round_of
from tests.place.verification.halls import Small, entry

FACTS = Small(
    items=[("b1", 1), ("b2", 1), ("b4", 1)],
    seekers=[("p1", ["b1", "b2"], ["b4", "b1"]), ("p2", ["b1", "b2", "b4"], [])],
    near=[("b1", "b3"), ("b1", "b2")],
    clash=[("b2", "b4")],
    held=[("q1", "b3"), ("q2", "b3")],
    pairs=[("p1", "q2")],
    classes=[("crm", ["p1", "p2"])],
)
ROUND = round_of(FACTS.entries([])[1])
HALL = hall_of(ROUND)


@pytest.mark.parametrize(
    ("partner", "item", "given", "obstacle"),
    [
        ("p1", "b2", {}, None),
        ("p1", "b4", {}, ("barred", "")),
        ("p9", "b1", {}, ("barred", "")),
        ("p1", "b1", {}, ("near", "q2")),
        ("p2", "b1", {}, None),
        ("p2", "b1", {"b2": ("p1",)}, ("near", "p1")),
        ("p2", "b1", {"b1": ("p1",)}, ("taken", "p1")),
        ("p2", "b4", {"b2": ("p2",)}, ("clash", "b2")),
        ("p2", "b4", {"b2": ("p1",)}, None),
    ],
)
def test_an_item_is_open_unless_something_stands_in_the_way(partner, item, given, obstacle):
    assert HALL.obstacle({**HALL.by_hand, **given}, partner, item) == obstacle


def test_an_item_given_by_hand_may_have_two_holders():
    assert HALL.by_hand == {"b3": ("q1", "q2")}


def test_facts_that_go_together_have_no_problem():
    assert hall_problem(ROUND) == ""
    assert hall_problem(round_of(entry("placement", roster=[], pins=[], facts={}))) == ""
