"""Choices of booths and talks: those the rule gives are accepted, each other one is named."""

import json

import pytest

from pavgen.kernel.canonical import sha256_hex
from pavgen.place.verification.differing import Unsettled
from pavgen.place.verification.picking import Settled, settled
from pavgen.place.verification.records import round_of, rule_of
from pavgen.place.verification.verifying import verify_ledger
from tests.place.verification.halls import Small, crowded_hall, entry, feasible_halls
from tests.place.verification.writing import Chance, chained, rewritten

ROW = [("b1", "b2"), ("b2", "b3"), ("b3", "b4")]
ALL = ["b1", "b2", "b3", "b4"]
HALL = Small(
    items=[("b1", 3), ("b2", 2), ("b3", 1), ("b4", 1)],
    seekers=[("p1", ALL, ["b2", "b1"]), ("p2", ALL, ["b1", "b7"]), ("p3", ["b1", "b3"], [])],
    near=ROW,
    pairs=[("p1", "p3")],
    ranks=[("p1", [0]), ("p2", [1]), ("p3", [2])],
)
PICKED = [["p1", "b1"], ["p2", "b2"], ["p3", "b3"]]
TEXT = HALL.ledger(picked=PICKED)
PLACE = "line 2 (expo-27): "


def said(text):
    found = verify_ledger(text).difference
    assert found is not None
    return found.sentence


def part(text):
    found = verify_ledger(text).difference
    return found and (found.line, found.part)


def test_what_leaves_no_way_on_is_refused_and_without_a_list_the_weightiest_is_chosen():
    # With b2 for p1 both booths that p3 may have were beside it.
    found = verify_ledger(TEXT, group="booths")
    assert (found.difference, found.unsettled, found.choices) == (None, (), 3)
    assert HALL.picked() == PICKED
    assert (found.trusted, found.order, found.seats) == (
        ("type", "roster", "pins", "facts"),
        ("p1", "p2", "p3"),
        3,
    )


@pytest.mark.parametrize(
    ("picked", "sentence"),
    [
        (
            [["p1", "b4"], ["p2", "b2"], ["p3", "b1"]],
            "p1 is recorded with b4, but b1 of its list was open and leaves a way on",
        ),
        (
            [["p1", "b1"], ["p2", "b4"], ["p3", "b3"]],
            "p2 is recorded with b4, but b2, which comes before it, was open and leaves a way on",
        ),
        (
            [["p1", "b1"], ["p2", "b2"], ["p3", "b4"]],
            "p3 is recorded with b4, which it may not have",
        ),
        (
            [["p1", "b1"], ["p2", "b1"], ["p3", "b3"]],
            "p2 is recorded with b1, which is held by p1",
        ),
        (
            [["p1", "b2"], ["p2", "b1"], ["p3", "b3"]],
            (
                "p3 is recorded with b3, which is near to what is held by p1,"
                " from whom it is kept apart"
            ),
        ),
        (
            [["p2", "b1"], ["p1", "b2"], ["p3", "b3"]],
            "picked is recorded as p2 at position 1, but computed as p1 at position 1",
        ),
        (
            PICKED[:2],
            "picked is recorded as nobody at position 3, but computed as p3 at position 3",
        ),
        (
            [*PICKED, ["p1", "b4"]],
            "picked is recorded as p1 at position 4, but computed as nobody at position 4",
        ),
        (
            [["p1", "b1"], ["p2", "b7"], ["p3", "b3"]],
            "p2 is recorded with b7, which it may not have",
        ),
    ],
)
def test_a_choice_that_the_rule_does_not_give_is_told_with_what_stands_against_it(picked, sentence):
    assert said(HALL.ledger(picked=picked)) == PLACE + sentence


def test_who_may_have_more_chooses_again_and_not_what_clashes():
    hall = Small(
        items=[("m@am", 1), ("m@pm", 1), ("n@am", 1)],
        seekers=[
            ("p1", ["m@am", "m@pm", "n@am"], ["m@am", "n@am"]),
            ("p2", ["m@am", "m@pm", "n@am"], []),
        ],
        clash=[("m@am", "n@am")],
        weights=[("p1", 2)],
        ranks=[("p1", [0]), ("p2", [1])],
    )
    right = [["p1", "m@am"], ["p2", "n@am"], ["p1", "m@pm"]]
    assert hall.picked() == right
    assert verify_ledger(hall.ledger(picked=right)).difference is None
    wrong = hall.ledger(picked=[["p1", "m@am"], ["p2", "m@pm"], ["p1", "n@am"]])
    assert said(wrong) == f"{PLACE}p1 is recorded with n@am, which clashes with its m@am"


def test_what_is_held_by_hand_is_taken_and_keeps_others_apart():
    hall = Small(
        items=[("b1", 1), ("b3", 0)],
        seekers=[("p1", ["b1", "b3"], ["b1"])],
        near=[("b1", "b2")],
        held=[("q1", "b2")],
        pairs=[("p1", "q1")],
    )
    assert verify_ledger(hall.ledger(picked=[["p1", "b3"]])).difference is None
    assert said(hall.ledger(picked=[["p1", "b1"]])).startswith(f"{PLACE}p1 is recorded with b1, wh")


def test_only_as_many_as_there_are_slots_have_turns():
    hall = Small([("b1", 1), ("b2", 0)], [("p1", ["b1"], []), ("p2", ["b2"], [])], slots=1)
    first = hall.order[0]
    mine = "b1" if first == "p1" else "b2"
    assert verify_ledger(hall.ledger(picked=[[first, mine]])).difference is None


FACTS = HALL.facts()["pick"]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        (1, "blocks", "tier"),
        (1, "by", "tier"),
        (1, "inside", "draw"),
        (1, "constraints", [{"cooldown": 1, "hard": True}]),
        (1, "constraints", [{"separate": "labels", "distance": 2, "hard": False}]),
        (2, "pins", [["p1", 1]]),
        (2, "order", ["p2", "p1", "p3"]),
        (2, "shown", ["p2", "p1", "p3"]),
        (2, "seats", 2),
        (2, "lag_digest", "0" * 64),
        (2, "waivers", [{"constraint": 0, "partner": "p3", "position": 3}]),
        (2, "picked", [["p1", "b1", "b2"]]),
        (2, "picked", [["p1", 1]]),
        (2, "facts", {"constraints": HALL.facts()["constraints"]}),
        (2, "facts", {"pick": FACTS}),
    ],
)
def test_a_key_that_does_not_go_with_the_rule_is_named(line, key, value):
    assert part(rewritten(TEXT, line, **{key: value})) == (line, key)


@pytest.mark.parametrize(
    "change",
    [
        {"items": [["b2", 1], ["b1", 1]]},
        {"items": [["b1", -1]]},
        {"seekers": FACTS["seekers"][:2]},
        {"seekers": [["p1", ["b9"], []], *FACTS["seekers"][1:]]},
        {"seekers": [["p1", ["b2", "b1"], []], *FACTS["seekers"][1:]]},
        {"seekers": [["p1", ["b1"], ["b2", "b2"]], *FACTS["seekers"][1:]]},
        {"seekers": [["p1", ["b1"]], *FACTS["seekers"][1:]]},
        {"near": [["b2", "b1"]]},
        {"near": [["b1", "b9"]]},
        {"clash": [["b8", "b9"]]},
        {"clash": [["b1", "b1"]]},
        {"held": [["p1", "b1"]]},
        {"held": [["p2", "c1"], ["p1", "c2"]]},
        {"colours": []},
    ],
)
def test_facts_that_contradict_themselves_or_the_roster_are_refused(change):
    facts = {**HALL.facts(), "pick": {**FACTS, **change}}
    assert part(rewritten(TEXT, 2, facts=facts)) == (2, "facts")


def test_choices_stand_in_a_draw_of_items_and_nowhere_else():
    assert "format" in said(chained([{**e, "strategy": "draw"} if "seed" in e else e
                                     for e in HALL.entries(PICKED)]))  # fmt: skip
    without = [dict(e) for e in HALL.entries(PICKED)]
    del without[1]["picked"]
    assert "format" in said(chained(without))
    assert "format" in said(chained([{**e, "picked": []} for e in HALL.entries(PICKED)]))


def test_any_changed_byte_is_refused_with_the_head():
    data = HALL.ledger(entry("amend", joined=["x1"], removed=["p1"]), picked=PICKED).encode()
    head = sha256_hex(data.splitlines()[-1])
    accepted = []
    for at, byte in enumerate(data):
        new = byte ^ 1 if at % 3 else (byte + 1 + at * 37 % 255) % 256
        text = (data[:at] + bytes([new]) + data[at + 1 :]).decode(errors="surrogateescape")
        if verify_ledger(text, head=head).difference is None:
            accepted.append((at, new))
    assert accepted == []


def test_without_a_head_no_change_of_the_choices_is_accepted():
    line = json.loads(TEXT.split("\n")[1])
    names = [*HALL.may, "q1"]
    accepted = [
        row
        for number in range(3)
        for row in ([name, item] for name in names for item in (*ALL, "b7"))
        for picked in [[*PICKED[:number], row, *PICKED[number + 1 :]]]
        if verify_ledger(rewritten(TEXT, 2, **{**line, "picked": picked})).difference is None
    ]
    assert accepted == PICKED


def allowed(hall, chance):
    """Return choices that all are open and leave ways on, but are not always the best."""
    found = list(hall.held)
    turns = hall.turns
    for number, name in enumerate(turns, start=1):
        rows = [(name, item) for item in hall.may[name] if hall.is_open(name, item, found)]
        found.append(chance.one_of([r for r in rows if hall.has_way(turns[number:], [*found, r])]))
    return [list(row) for row in found[len(hall.held) :]]


def test_in_small_halls_the_choices_are_those_that_trying_everything_gives():
    for seed, hall, right in feasible_halls(200):
        found = verify_ledger(hall.ledger(picked=right))
        assert (found.difference, found.unsettled) == (None, ()), seed


def test_in_small_halls_the_first_choice_that_is_another_is_told():
    differing = 0
    for seed, hall, right in feasible_halls(200):
        other = allowed(hall, Chance(f"other {seed}"))
        if other == right:
            continue
        turn = next(n for n, row in enumerate(right) if row != other[n])
        found = verify_ledger(hall.ledger(picked=other)).difference
        told = found and (found.partner, found.recorded, found.computed)
        assert told == (*other[turn], right[turn][1]), seed
        differing += 1
    assert differing > 100


def test_a_choice_whose_search_is_too_long_is_told_as_not_settled():
    hall, picked = crowded_hall()
    found = verify_ledger(hall.ledger(picked=picked))
    assert (found.difference, found.choices) == (None, len(picked))
    assert found.unsettled == (Unsettled(2, "expo-27", 1, "p00", "x"),)
    assert found.unsettled[0].sentence == (
        "line 2 (expo-27): that p00 could not have x in turn 1 was not settled;"
        " the search is too long"
    )


def test_choices_without_turns_are_settled():
    hall = Small([("b1", 1)], [])
    assert hall_of_nobody(hall) == Settled(())


def hall_of_nobody(hall):
    rule, placement = hall.entries([])
    return settled(rule_of(rule), round_of(placement), (), (), 2)


def test_a_weight_beyond_all_items_is_refused_at_once():
    roster = [["p1", 2**52], ["p2", 1], ["p3", 1]]
    assert said(rewritten(TEXT, 2, roster=roster)) == (
        f"{PLACE}picked is recorded as nobody at position 4, but computed as p1 at position 4"
    )
