from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.rounds import Bound, GroupRule, Picking, Round, Separate
from pavgen.place.strategies.pick_rules import Bar, Barred, pick_rules
from pavgen.place.strategies.pick_turns import Drawn, draw_turns
from pavgen.place.strategies.pick_vacancy import (
    Answer,
    Ask,
    Hands,
    Held,
    OfferProblem,
    Problem,
    asked,
    offered,
    queue_of,
)
from tests.place.strategies.pick_oracle import Draw, draws

RIVALS = GroupRule("pick", constraints=(Separate("competitors", 2),))


def rules_of(*seekers, weights=None, near=(), pairs=(), held=(), clash=()):
    """Make rules by `(id, likes, entitled)` in turn order; all may have v, w, x and y."""
    items = {"v": 1, "w": 1, "x": 1, "y": 2, **(weights or {})}
    rows = tuple((i, tuple(sorted(items)), tuple(likes)) for i, likes, _ in sorted(seekers))
    picking = Picking(tuple(sorted(items.items())), rows, near, clash, held)
    ranks = {i: (n,) for n, (i, _, _) in enumerate(seekers)}
    roster = tuple((i, entitled) for i, _, entitled in sorted(seekers))
    return pick_rules(
        RIVALS,
        Round("booths", "fair", roster, ranks=ranks, bounds=(Bound(pairs=pairs),), picking=picking),
    )


def hands(holds, gone="", joined=""):
    return Hands(tuple(Held(i, x) for i, x in holds), frozenset(gone), frozenset(joined))


def test_vacant_item_is_offered_in_turn_to_those_who_prefer_it_or_hold_too_few():
    rules = rules_of(("a", "xv", 1), ("b", "vy", 1), ("c", "", 1), ("d", "v", 1))
    assert asked(rules, hands([("a", "x"), ("b", "y"), ("d", "w")]), "v") == (
        Ask("a", "x", Answer.PREFERS_OWN),
        Ask("b", "y", Answer.PREFERS_IT),
        Ask("c", "", Answer.HOLDS_FEWER),
        Ask("d", "w", Answer.PREFERS_IT),
    )


def test_item_on_nobodys_list_is_offered_to_those_who_hold_too_few_alone():
    rules = rules_of(("a", "", 1), ("b", "x", 2))
    queue = queue_of(rules, hands([("a", "x"), ("b", "w")]), "v")
    assert queue == (Ask("b", "", Answer.HOLDS_FEWER),)


def test_item_beside_a_rival_is_not_offered():
    rules = rules_of(("a", "v", 1), near=(("h", "v"),), pairs=(("a", "z"),), held=(("z", "h"),))
    assert asked(rules, hands([]), "v") == (
        Ask("a", "", Answer.NOT_OPEN, Barred(Bar.BESIDE, "z", "h")),
    )


def test_item_beside_what_a_rival_held_by_hand_is_offered_once_the_rival_has_left():
    rules = rules_of(("a", "v", 1), near=(("h", "v"),), pairs=(("a", "z"),), held=(("z", "h"),))
    left = hands([]).amended((), ("z",))
    back = left.amended(("z",), ())

    assert [queue_of(rules, now, "v") for now in (hands([]), left, back)] == [
        (),
        (Ask("a", "", Answer.HOLDS_FEWER),),
        (Ask("a", "", Answer.HOLDS_FEWER),),
    ]
    assert offered(rules, left, "h", []) == OfferProblem(Problem.NOT_GIVEN)


def test_who_has_left_is_not_asked():
    rules = rules_of(("a", "v", 1), ("b", "v", 1))
    assert [ask.partner for ask in queue_of(rules, hands([], gone="a"), "v")] == ["b"]


def test_who_has_all_it_is_entitled_to_would_give_up_what_it_likes_least():
    rules = rules_of(("a", "vxy", 2))
    (ask,) = asked(rules, hands([("a", "y"), ("a", "x")]), "v")
    assert ask == Ask("a", "y", Answer.PREFERS_IT)


def test_of_items_not_listed_the_one_of_least_weight_is_given_up():
    rules = rules_of(("a", "v", 2), weights={"w": 5, "x": 3})
    (ask,) = asked(rules, hands([("a", "w"), ("a", "x")]), "v")
    assert ask.gives_up == "x"


def test_item_at_the_time_of_what_one_would_give_up_for_it_is_open():
    rules = rules_of(("a", "v", 2), clash=(("v", "x"),))
    held = [("a", "y"), ("a", "x")]
    assert asked(rules, hands(held), "v") == (Ask("a", "x", Answer.PREFERS_IT),)
    assert asked(rules, hands([("a", "x")]), "v") == (
        Ask("a", "", Answer.NOT_OPEN, Barred(Bar.CLASH, "a", "x")),
    )


def test_what_was_given_by_hand_is_neither_counted_nor_given_up():
    rules = rules_of(("a", "v", 1), held=(("a", "h"),))
    assert queue_of(rules, hands([]), "v") == (Ask("a", "", Answer.HOLDS_FEWER),)


def test_first_of_the_queue_that_accepts_gets_the_item_and_gives_up_its_own():
    rules = rules_of(("a", "v", 1), ("b", "v", 1))
    before = hands([("a", "x"), ("b", "y")])
    after = offered(rules, before, "v", [("a", "declined"), ("b", "accepted")])
    assert after == Hands((Held("a", "x"), Held("b", "v", "offer")))


def test_offer_that_all_decline_changes_nothing():
    rules = rules_of(("a", "v", 1))
    before = hands([("a", "x")])
    assert offered(rules, before, "v", [("a", "declined")]) == before


def test_those_who_came_may_answer_when_the_queue_is_at_its_end():
    rules = rules_of(("a", "v", 1))
    before = hands([], joined="mn")
    answers = [("a", "declined"), ("n", "declined"), ("m", "accepted")]
    after = offered(rules, before, "v", answers)
    assert isinstance(after, Hands)
    assert after.held == (Held("m", "v", "offer"),)


REFUSED = {
    "held": ("x", [("b", "accepted")], OfferProblem(Problem.HELD, partner="a")),
    "by hand": ("h", [("b", "accepted")], OfferProblem(Problem.HELD, partner="z")),
    "unknown": ("q", [("b", "accepted")], OfferProblem(Problem.NOT_GIVEN)),
    "out of turn": ("v", [("c", "accepted")], OfferProblem(Problem.TURN, 0, "b")),
    "skipped": ("v", [("b", "declined"), ("d", "accepted")], OfferProblem(Problem.TURN, 1, "c")),
    "early comer": ("v", [("m", "accepted")], OfferProblem(Problem.TURN, 0, "b")),
    "in no queue": (
        "v",
        [("b", "declined"), ("c", "declined"), ("d", "declined"), ("a", "accepted")],
        OfferProblem(Problem.NOT_ASKED, 3, "a"),
    ),
    "after one accepted": (
        "v",
        [("b", "accepted"), ("c", "declined")],
        OfferProblem(Problem.AFTER_ACCEPTED, 1, "c"),
    ),
    "twice": (
        "v",
        [("b", "declined"), ("b", "accepted")],
        OfferProblem(Problem.TWICE, 1, "b"),
    ),
}


def test_offers_that_cannot_stand_are_refused_for_their_reason():
    rules = rules_of(("a", "x", 1), ("b", "v", 1), ("c", "v", 1), ("d", "v", 1), held=(("z", "h"),))
    before = hands([("a", "x")], joined="m")
    found = {name: offered(rules, before, item, said) for name, (item, said, _) in REFUSED.items()}
    assert found == {name: problem for name, (_, _, problem) in REFUSED.items()}


def test_who_leaves_loses_what_it_has_and_does_not_get_it_back_by_returning():
    after = hands([("a", "x"), ("b", "y")]).amended([], ["a"]).amended(["a"], [])
    assert after == Hands((Held("b", "y"),), frozenset("a"), frozenset("a"))
    assert after.present(("a", "b", "c")) == {"a", "b", "c"}


def test_who_came_and_left_again_does_not_take_part():
    assert hands([], joined="m").amended([], ["m"]).present(("a",)) == {"a"}


@settings(max_examples=80, deadline=None)
@given(draws(), st.data())
def test_queue_is_what_the_rule_says_after_any_draw_and_departure(made, data):
    found, facts = draw_turns(*made), Draw(*made)
    if not isinstance(found, Drawn):
        return
    gone = data.draw(st.sets(st.sampled_from(facts.order), max_size=2))
    state = Hands(tuple(Held(i, x) for i, x in found.picked)).amended([], gone)
    holds = [hold for hold in found.picked if hold[0] not in gone]
    rules = pick_rules(*made)
    for item in rules.free(holds):
        told = [(ask.partner, ask.gives_up) for ask in queue_of(rules, state, item)]
        assert told == facts.queue(holds, gone, item)


@settings(max_examples=40, deadline=None)
@given(draws(), st.data())
def test_offers_come_to_an_end_and_nobody_is_worse_off(made, data):
    """Let all accept: each vacates its own; what is held stays possible throughout."""
    found, facts = draw_turns(*made), Draw(*made)
    if not isinstance(found, Drawn) or not found.picked:
        return
    gone = data.draw(st.sampled_from(sorted({i for i, _ in found.picked})))
    rules = pick_rules(*made)
    state = Hands(tuple(Held(i, x) for i, x in found.picked)).amended([], [gone])
    vacant = [x for i, x in found.picked if i == gone]
    moves = 0
    while vacant:
        item = vacant.pop()
        queue = queue_of(rules, state, item)
        if not queue:
            continue
        after = offered(rules, state, item, [(queue[0].partner, "accepted")])
        assert isinstance(after, Hands)
        state = after
        vacant += [queue[0].gives_up] if queue[0].gives_up else []
        moves += 1
        assert moves < 100
        holds = state.holds()
        for place, (partner, x) in enumerate(holds):
            others = (*holds[:place], *holds[place + 1 :])
            assert facts.is_open(partner, x, others, [gone])
    for partner in facts.order:
        if partner != gone:
            before = [x for i, x in found.picked if i == partner]
            assert len(state.of(partner)) >= len(before)
