from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.rounds import Bound, GroupRule, Picking, Round, Separate
from pavgen.place.strategies.pick_rules import Bar, Barred, pick_rules
from tests.place.strategies.pick_oracle import Draw, draws

RIVALS = GroupRule("pick", constraints=(Separate("competitors", 2), Separate("labels", 2)))


def rules_of(seekers, *, rule=RIVALS, near=(), clash=(), held=(), pairs=(), classes=()):
    """Make the rules of a draw of the booths x, y and z, in which all are entitled to two."""
    picking = Picking((("x", 1), ("y", 2), ("z", 1)), seekers, near, clash, held)
    bounds = (Bound(pairs=pairs), Bound(classes=classes))
    roster = tuple((i, 2) for i, _, _ in seekers)
    return pick_rules(rule, Round("booths", "fair", roster, bounds=bounds, picking=picking))


ANYONE = (("a", ("x", "y", "z"), ()), ("b", ("x", "y", "z"), ()))


def test_item_that_nobody_is_in_the_way_of_is_open():
    assert rules_of(ANYONE).barred("a", "x", [("b", "y")]) is None


def test_item_that_is_not_given_out_is_unknown():
    assert rules_of(ANYONE).barred("a", "q", ()) == Barred(Bar.UNKNOWN)


def test_item_that_somebody_has_is_taken_by_it():
    assert rules_of(ANYONE).barred("a", "x", [("b", "x")]) == Barred(Bar.TAKEN, "b", "x")


def test_item_that_somebody_has_by_hand_is_taken_by_it():
    rules = rules_of(ANYONE, held=(("c", "h"),))
    assert rules.barred("a", "h", ()) == Barred(Bar.TAKEN, "c", "h")


def test_item_that_does_not_suit_is_not_allowed():
    assert rules_of((("a", ("x",), ()),)).barred("a", "y", ()) == Barred(Bar.NOT_ALLOWED)


def test_item_at_the_time_of_ones_own_clashes():
    rules = rules_of(ANYONE, clash=(("x", "y"),))
    assert rules.barred("a", "y", [("a", "x")]) == Barred(Bar.CLASH, "a", "x")
    assert rules.barred("a", "y", [("b", "x")]) is None


def test_item_at_the_time_of_what_one_has_by_hand_clashes():
    rules = rules_of(ANYONE, clash=(("h", "y"),), held=(("a", "h"),))
    assert rules.barred("a", "y", ()) == Barred(Bar.CLASH, "a", "h")


def test_item_beside_a_competitor_is_barred_whoever_of_the_two_came_first():
    rules = rules_of(ANYONE, near=(("x", "y"),), pairs=(("a", "b"),))
    assert rules.barred("a", "y", [("b", "x")]) == Barred(Bar.BESIDE, "b", "x")
    assert rules.barred("b", "x", [("a", "y")]) == Barred(Bar.BESIDE, "a", "y")
    assert rules.barred("a", "z", [("b", "x")]) is None


def test_item_beside_one_of_the_same_label_that_stands_there_by_hand_is_barred():
    rules = rules_of(ANYONE, near=(("h", "y"),), classes=(("crm", ("a", "c")),), held=(("c", "h"),))
    assert rules.barred("a", "y", ()) == Barred(Bar.BESIDE, "c", "h")
    assert rules.barred("b", "y", ()) is None


def test_items_of_one_partner_may_be_beside_each_other():
    rules = rules_of(ANYONE, near=(("x", "y"),), pairs=(("a", "b"),))
    assert rules.together("a", "x", "a", "y")
    assert not rules.together("a", "x", "b", "y")


def test_items_are_published_by_weight_and_only_free_ones_told():
    rules = rules_of(ANYONE)
    assert rules.ranked[0] == "y"
    assert set(rules.free([("a", "x")])) == {"y", "z"}


@settings(max_examples=60, deadline=None)
@given(draws(), st.data())
def test_what_is_open_is_what_the_rule_says(made, data):
    facts, rules = Draw(*made), pick_rules(*made)
    pairs = [(i, x) for i in facts.order for x in facts.weights]
    holds = data.draw(st.lists(st.sampled_from(pairs), unique_by=lambda hold: hold[1], max_size=4))
    for partner in facts.order:
        expected = [x for x in facts.published if facts.is_open(partner, x, holds)]
        assert list(rules.open_to(partner, holds)) == expected
    assert (list(rules.order), list(rules.ranked)) == (facts.order, facts.published)
