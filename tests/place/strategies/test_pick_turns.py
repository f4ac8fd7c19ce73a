from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.rounds import Bound, GroupRule, Picking, PublicSeed, Round, Separate
from pavgen.place.strategies.pick import Refusal
from pavgen.place.strategies.pick_rules import pick_rules
from pavgen.place.strategies.pick_turns import Deadlock, Drawn, draw_turns, turns_of
from tests.place.strategies.halls import Grid
from tests.place.strategies.pick_oracle import Draw, draws
from tests.place.strategies.test_pick import popularity

RIVALS = GroupRule("pick", constraints=(Separate("competitors", 2),))
FOUR = ("uvwx", "vwx", "uvwx", "uvx")


def two(likes, *, may=("x", "y"), rule=RIVALS, near=(("x", "y"),), held=(), weights=(1, 1)):
    """Make a draw of two rivals `a` and `b`, in this order, and two items."""
    rows = tuple((i, may, tuple(likes.get(i, ""))) for i in "ab")
    picking = Picking((("x", 1), ("y", 1), ("z", 1)), rows, near=near, held=held)
    roster = tuple(zip("ab", weights, strict=True))
    bounds = (Bound(pairs=(("a", "b"),)),) if rule.constraints else ()
    ranks = {"a": (0,), "b": (1,)}
    return rule, Round("booths", "fair", roster, ranks=ranks, bounds=bounds, picking=picking)


def drawn(made):
    found = draw_turns(*made)
    assert isinstance(found, Drawn)
    return found


def stuck(made):
    found = draw_turns(*made)
    assert isinstance(found, Deadlock)
    return found


@settings(max_examples=120, deadline=None)
@given(draws())
def test_each_turn_gets_what_trying_everything_gives_it(made):
    rule, round_ = made
    expected = Draw(rule, round_)
    found = draw_turns(rule, round_)
    assert (found.order, found.seats) == (tuple(expected.order), expected.seats)
    picked = expected.picked()
    if picked is None:
        assert isinstance(found, Deadlock)
        assert found.settled
    else:
        assert isinstance(found, Drawn)
        assert found.picked == tuple(picked)


@settings(max_examples=60, deadline=None)
@given(draws())
def test_steps_tell_what_was_open_and_the_first_true_reason_of_each_refusal(made):
    rule, round_ = made
    found, facts = draw_turns(rule, round_), Draw(rule, round_)
    holds: list[tuple[str, str]] = []
    for step, (partner, number) in zip(getattr(found, "steps", ()), facts.turns(), strict=False):
        assert (step.seeker, step.round) == (partner, number)
        can = [x for x in facts.published if facts.is_open(partner, x, holds)]
        assert list(step.open) == can
        held = [*round_.picking.held, *holds]
        by = {item: (who, theirs) for item, who, theirs in step.in_the_way}
        for item, why in step.tried:
            assert (why is Refusal.NO_ROOM) == (item in can)
            assert (why is Refusal.TAKEN) == any(x == item for _, x in held)
            if why in (Refusal.TAKEN, Refusal.CLASH, Refusal.NOT_TOGETHER):
                assert by[item] in held
        holds.append((partner, step.got))


@settings(max_examples=120, deadline=None)
@given(draws())
def test_deadlock_names_rules_and_partners_none_of_which_can_be_spared(made):
    rule, round_ = made
    found = draw_turns(rule, round_)
    if isinstance(found, Drawn):
        return
    kept = found.constraints
    facts = Draw(*only(rule, round_, kept))
    those = [turn for turn in facts.turns() if turn[0] in found.partners]
    assert not facts.way(those, [])
    for spared in kept:
        less = Draw(*only(rule, round_, [i for i in kept if i != spared]))
        assert less.way(less.turns(), [])
    for partner in found.partners:
        others = [turn for turn in those if turn[0] != partner]
        assert facts.way(others, [])


def only(rule, round_, kept):
    return (
        replace(rule, constraints=tuple(rule.constraints[i] for i in kept)),
        replace(round_, bounds=tuple(round_.bounds[i] for i in kept)),
    )


def test_who_is_entitled_to_two_items_has_a_turn_in_each_round():
    rules = pick_rules(*two({}, weights=(1, 2)))
    assert turns_of(rules, 2) == (("a", 1), ("b", 1), ("b", 2))


def test_those_beyond_the_slots_have_no_turn():
    found = drawn(two({"a": "y"}, rule=GroupRule("pick", slots=1)))
    assert (found.order, found.seats, found.picked) == (("a", "b"), 1, (("a", "y"),))


def test_item_beside_a_rival_is_refused_and_the_rival_is_named():
    rule, round_ = two({"a": "x", "b": "y"}, may=("x", "y", "z"))
    _, step = drawn((rule, round_)).steps
    assert step.tried == (("y", Refusal.NOT_TOGETHER),)
    assert step.in_the_way == (("y", "a", "x"),)
    assert step.got == "z"


def test_item_beside_a_rival_placed_by_hand_is_refused_too():
    rule, round_ = two({"a": "x"}, may=("x", "z"), near=(("h", "x"),), held=(("b", "h"),))
    step, _ = drawn((rule, round_)).steps
    assert (step.tried, step.in_the_way) == ((("x", Refusal.NOT_TOGETHER),), (("x", "b", "h"),))


def test_item_held_by_hand_is_told_as_taken_by_its_holder():
    rule, round_ = two({"a": "h"}, may=("x", "z"), held=(("c", "h"),))
    step, _ = drawn((rule, round_)).steps
    assert (step.tried, step.in_the_way) == ((("h", Refusal.TAKEN),), (("h", "c", "h"),))


def test_two_rivals_with_two_items_side_by_side_are_a_deadlock_of_the_rule():
    assert draw_turns(*two({})) == Deadlock(
        ("a", "b"),
        2,
        ("a", "b"),
        (0,),
        "2 may have 2 between them, but no more than 1 at once",
        settled=True,
    )


def test_too_few_items_are_a_deadlock_whatever_the_rule():
    found = stuck(two({}, may=("x",)))
    assert (found.constraints, found.words) == ((), "2 may have only 1 between them")


def test_partner_that_cannot_have_all_it_is_entitled_to_is_told_in_turns():
    rule, round_ = two({}, weights=(3, 1))
    found = stuck((replace(rule, constraints=()), replace(round_, bounds=())))
    assert (found.partners, found.words) == (
        ("a",),
        "entitled to 3, they may have only 2",
    )


def test_search_that_the_budget_ends_decides_nothing():
    rule, round_ = two({"a": "x"}, may=("x", "y", "z"))
    found = draw_turns(rule, round_, budget=0)
    assert isinstance(found, Deadlock)
    assert (found.settled, found.constraints) == (False, ())


def test_wish_that_the_budget_cannot_vouch_for_decides_nothing():
    assert drawn(TIGHT).picked[0] == ("a", "u")
    assert draw_turns(*TIGHT, budget=4) == Deadlock(
        ("a", "b", "c", "d"),
        4,
        ("a",),
        (),
        "whether `u` leaves room for the rest was not settled in turn 1",
        settled=False,
    )


TIGHT = (
    RIVALS,
    Round(
        "booths",
        "fair",
        tuple((i, 1) for i in "abcd"),
        ranks={i: (n,) for n, i in enumerate("abcd")},
        bounds=(Bound(pairs=(("a", "d"), ("c", "d"))),),
        picking=Picking(
            tuple((x, 1) for x in "uvwx"),
            tuple((i, tuple(may), ("u",)) for i, may in zip("abcd", FOUR, strict=True)),
            near=(("u", "w"), ("v", "x")),
        ),
    ),
)
"""Four partners in four booths, where little is left to choose."""


def test_full_hall_of_forty_with_labels_places_everybody_and_no_competitors_side_by_side():
    grid = Grid(4, 10, [label for label, size in enumerate((15, 10, 8, 7)) for _ in range(size)])
    rule, round_ = hall_of(grid)
    found = draw_turns(rule, round_)
    assert isinstance(found, Drawn)
    where = {item: grid.label_of[partner] for partner, item in found.picked}
    assert sorted(where) == grid.booths
    assert all(where[x] != where[y] for x, y in grid.near)
    assert [step.settled for step in found.steps] == [True] * 40


def hall_of(grid):
    ids = tuple(grid.label_of)
    booths = tuple(grid.booths)
    rows = tuple((i, booths, tuple(popularity(grid, i)[:12])) for i in ids)
    near = tuple(sorted(pair for pair in grid.near if pair[0] < pair[1]))
    labels = sorted(set(grid.label_of.values()))
    classes = tuple((str(n), tuple(i for i in ids if grid.label_of[i] == n)) for n in labels)
    picking = Picking(tuple((x, 1) for x in booths), rows, near=near)
    rule = GroupRule("pick", constraints=(Separate("labels", 2),), seed=PublicSeed("dice", "5"))
    roster = tuple((i, 1) for i in ids)
    return rule, Round("booths", "fair", roster, bounds=(Bound(classes=classes),), picking=picking)


def test_label_too_large_for_the_hall_is_named_with_its_number():
    grid = Grid(4, 10, [0] * 5 + [1] * 21 + [2] * 4)
    found = draw_turns(*hall_of(grid))
    assert isinstance(found, Deadlock)
    assert set(found.partners) == {f"s{n:02}" for n in range(5, 26)}
    assert (found.constraints, found.words) == (
        (0,),
        "21 may have 40 between them, but no more than 20 at once",
    )


@settings(max_examples=50, deadline=None)
@given(draws(), st.randoms(use_true_random=False))
def test_names_of_nobody_and_order_of_nothing_matter(made, chance):
    """The facts are sorted by rule; a draw must not depend on it."""
    rule, round_ = made
    picking = round_.picking
    parts = {
        key: list(getattr(picking, key)) for key in ("items", "seekers", "near", "clash", "held")
    }
    for rows in parts.values():
        chance.shuffle(rows)
    roster = list(round_.roster)
    chance.shuffle(roster)
    other = replace(
        round_,
        roster=tuple(roster),
        picking=Picking(**{key: tuple(rows) for key, rows in parts.items()}),
    )
    one, two_ = draw_turns(rule, round_), draw_turns(rule, other)
    assert getattr(one, "picked", None) == getattr(two_, "picked", None)
    assert getattr(one, "partners", None) == getattr(two_, "partners", None)
