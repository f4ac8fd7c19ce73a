"""Items that fall vacant: who is asked, one after the other, and what each gives up."""

import pytest

from pavgen.place.verification.offering import held_after
from pavgen.place.verification.records import round_of, rule_of
from pavgen.place.verification.verifying import verify_ledger
from tests.place.verification.halls import Small, entry, feasible_halls, offer, ticket
from tests.place.verification.writing import Chance, chained

ALL = ["b1", "b2", "b3", "b4"]
HALL = Small(
    items=[("b1", 3), ("b2", 2), ("b3", 1), ("b4", 1)],
    seekers=[("p1", ALL, ["b1"]), ("p2", ALL, ["b1", "b2"]), ("p3", ["b1", "b3"], ["b1"])],
    ranks=[("p1", [0]), ("p2", [1]), ("p3", [2])],
)
PICKED = [["p1", "b1"], ["p2", "b2"], ["p3", "b3"]]
LEFT = entry("amend", joined=[], removed=["p1"])


def told(*more):
    found = verify_ledger(HALL.ledger(*more, picked=PICKED)).difference
    return found and found.sentence.removeprefix(f"line {found.line} (expo-27): ")


def part(text):
    found = verify_ledger(text).difference
    return found and (found.line, found.part)


@pytest.mark.parametrize(
    "more",
    [
        [offer("b4")],
        [LEFT, offer("b1", "p2 accepted")],
        [LEFT, offer("b1", "p2 declined")],
        [LEFT, offer("b1", "p2 declined", "p3 accepted"), offer("b3")],
        # p2 has given b2 up for b1, so b2 is offered in its turn; nobody left may want it.
        [LEFT, offer("b1", "p2 accepted"), offer("b2")],
        [entry("amend", joined=["x1"], removed=[]), offer("b4", "x1 accepted")],
        [entry("amend", joined=["x1", "x2"], removed=[]), offer("b4", "x2 declined", "x1 accepted")],
        [LEFT, entry("amend", joined=["p1"], removed=[]), offer("b4", "p1 accepted")],
        [offer("b4"), LEFT, offer("b1", "p2 accepted")],
    ],
)  # fmt: skip
def test_offers_in_the_order_of_the_queue_are_accepted(more):
    assert told(*more) is None


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ([offer("b1")], "p1 is recorded with b1, so it is not vacant"),
        ([offer("b9")], 'item is not as the specification says: "b9"'),
        (
            [LEFT, offer("b1", "p3 accepted")],
            "answers is recorded as p3 at position 1, but computed as p2 at position 1",
        ),
        (
            [LEFT, offer("b1", "p2 declined", "p1 accepted")],
            "answers is recorded as p1 at position 2, but computed as p3 at position 2",
        ),
        (
            [LEFT, offer("b1", "p2 declined", "p3 declined", "x1 accepted")],
            "answers is recorded as x1 at position 3, but computed as nobody at position 3",
        ),
        (
            [offer("b4", "p2 accepted")],
            "answers is recorded as p2 at position 1, but computed as nobody at position 1",
        ),
        (
            [LEFT, offer("b1", "p2 accepted", "p3 declined")],
            'answers is not as the specification says: [["p2","accepted"],["p3","declined"]]',
        ),
        (
            [LEFT, offer("b1", "p2 declined", "p2 accepted")],
            'answers is not as the specification says: [["p2","declined"],["p2","accepted"]]',
        ),
        ([LEFT, offer("b1", "p2 asked")], 'answers is not as the specification says: [["p2","asked"]]'),
        ([LEFT, offer("b1", "p2 accepted"), offer("b1")], "p2 is recorded with b1, so it is not vacant"),
    ],
)  # fmt: skip
def test_an_offer_out_of_turn_is_told_with_who_should_have_been_asked(more, sentence):
    assert told(*more) == sentence


def test_what_an_offer_says_is_taken_on_trust_where_no_head_guards_it():
    found = verify_ledger(HALL.ledger(LEFT, offer("b1", "p2 declined"), picked=PICKED))
    assert found.trusted == ("item", "answers")


def test_an_offer_follows_only_a_draw_of_items():
    rule, placement = (dict(line) for line in HALL.entries(PICKED))
    del placement["picked"], placement["facts"]["pick"]
    text = chained_as_a_draw(rule, placement)
    assert part(text) == (3, "type")


def chained_as_a_draw(rule, placement):
    """Return the ledger of a list of everybody, by lots, in which something is offered."""
    names = sorted(HALL.may, key=lambda name: ticket(name, "draw"))
    rule |= {"strategy": "draw", "constraints": []}
    placement |= {"order": names, "shown": names, "facts": {}}
    return chained([rule, placement, offer("b4")])


def test_who_left_gives_back_what_it_held_by_hand_and_no_longer_keeps_others_away():
    hall = Small(
        items=[("b1", 1), ("b3", 1), ("b4", 0)],
        seekers=[("p1", ["b1", "b4"], ["b1"]), ("p2", ["b3"], ["b3"])],
        near=[("b1", "b2")],
        held=[("p2", "b2")],
        pairs=[("p1", "p2")],
        ranks=[("p1", [0]), ("p2", [1])],
    )
    picked = hall.picked()
    assert picked == [["p1", "b4"], ["p2", "b3"]]
    left = entry("amend", joined=[], removed=["p2"])
    text = hall.ledger(left, offer("b1", "p1 accepted"), picked=picked)
    assert verify_ledger(text).difference is None


def test_at_the_end_of_a_draw_each_holds_what_it_picked():
    rule, placement = HALL.entries(PICKED)
    picked = tuple((name, item) for name, item in PICKED)
    held = held_after(rule_of(rule), round_of(placement), ("p1", "p2", "p3"), picked)
    assert (held.given, held.held, held.joined) == (picked, (), frozenset())


def offers(hall, picked, chance):
    """Yield the lines of a hall's later life with who should be asked, each recorded rightly."""
    order, given = hall.order, [tuple(row) for row in picked]
    joined = []
    for number in range(6):
        if chance.happens(2) and order:
            gone = chance.one_of(order)
            if any(who == gone for who, _ in hall.held):
                continue
            order = [name for name in order if name != gone]
            given = [row for row in given if row[0] != gone]
            yield entry("amend", joined=[], removed=[gone])
        if chance.happens(4):
            joined.append(f"x{number}")
            yield entry("amend", joined=[f"x{number}"], removed=[])
        free = sorted(set(hall.items) - {taken for _, taken in given})
        if not free:
            continue
        item = chance.one_of(free)
        asked = [*hall.queue(item, given, order), *joined][: 1 + chance.below(3)]
        answers = [f"{name} declined" for name in asked]
        if asked and not chance.happens(3):
            taker = asked[-1]
            answers[-1] = f"{taker} accepted"
            given_up = hall.given_up(taker, given) if taker in order else None
            given = [*(row for row in given if row != (taker, given_up)), (taker, item)]
        yield offer(item, *answers)


def test_in_small_halls_the_queue_is_the_one_that_the_rule_gives():
    for seed, hall, picked in feasible_halls(120):
        more = list(offers(hall, picked, Chance(f"offers {seed}")))
        assert verify_ledger(hall.ledger(*more, picked=picked)).difference is None, seed


def test_in_small_halls_two_who_were_asked_in_the_wrong_order_are_told():
    told_apart = 0
    for seed, hall, picked in feasible_halls(120):
        more = list(offers(hall, picked, Chance(f"offers {seed}")))
        for number, line in enumerate(more):
            asked = [name for name, _ in line.get("answers", ()) if name in hall.may]
            if len(asked) > 1:
                swapped = offer(line["item"], f"{asked[1]} declined", f"{asked[0]} declined")
                text = hall.ledger(*more[:number], swapped, picked=picked)
                assert part(text) == (3 + number, "answers"), seed
                told_apart += 1
    assert told_apart > 10


def test_an_offer_of_another_period_is_refused():
    text = HALL.ledger({**offer("b4"), "period": "expo-28"}, picked=PICKED)
    assert part(text) == (3, "period")
