import hashlib
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.strategies.pick import Picked, Refusal, Step, Stuck, turn_order
from tests.place.strategies.halls import Grid, Hall, halls, lists, tickets


def hall(seekers, booths, *, refused=(), apart=(), weights=None):
    """Make a hall in which everything is allowed but what is named."""
    pairs = {(seeker, booth) for seeker in seekers for booth in booths}
    return Hall(
        weights or dict.fromkeys(booths, 1), pairs - set(refused), {frozenset(p) for p in apart}
    )


def test_each_in_turn_gets_its_best_free_item():
    picked = hall("abc", "xyz").pick({"a": "xyz", "b": "xzy", "c": "xzy"})
    assert picked.assigned == {"a": "x", "b": "z", "c": "y"}


def test_steps_tell_what_was_free_tried_and_got():
    made = hall("abc", "wxyz", refused=[("c", "y")], weights={"w": 1, "x": 4, "y": 3, "z": 2})
    assert made.pick({"a": "x", "b": "", "c": ["x", "q", "y", "w"]}).steps == (
        Step(1, "a", ("x", "y", "z", "w"), (), "x", 1, open=("x", "y", "z", "w")),
        Step(2, "b", ("y", "z", "w"), (), "y", 0, open=("y", "z", "w")),
        Step(
            3,
            "c",
            ("z", "w"),
            (("x", Refusal.TAKEN), ("q", Refusal.UNKNOWN), ("y", Refusal.TAKEN)),
            "w",
            4,
            open=("z", "w"),
        ),
    )


def test_item_that_is_not_allowed_is_refused():
    (step,) = hall("a", "xy", refused=[("a", "x")]).pick({"a": "xy"}).steps
    assert (step.tried, step.got) == ((("x", Refusal.NOT_ALLOWED),), "y")


def test_item_beside_a_rival_is_refused():
    made = hall("ab", "xyz", apart=[(("a", "x"), ("b", "y"))])
    _, step = made.pick({"a": "x", "b": "yz"}).steps
    assert (step.tried, step.got) == ((("y", Refusal.NOT_TOGETHER),), "z")


def test_item_that_leaves_no_room_for_those_who_follow_is_refused():
    made = hall("ab", "xy", refused=[("b", "y")])
    step, _ = made.pick({"a": "xy", "b": "x"}).steps
    assert (step.tried, step.got) == ((("x", Refusal.NO_ROOM),), "y")


def test_without_a_preference_left_the_weightiest_item_is_given_then_by_ticket():
    made = hall("abc", "xyz", weights={"x": 1, "y": 2, "z": 1})
    picked = made.pick({"a": "", "b": "y", "c": ""})
    first, second = sorted("xz", key=lambda item: tickets(item)[item])
    assert [(step.got, step.by_preference) for step in picked.steps] == [
        ("y", 0),
        (first, 0),
        (second, 0),
    ]


def test_nobody_picks_nothing():
    assert hall("", "xy").pick({}) == Picked((), {})


@settings(max_examples=50, deadline=None)
@given(halls(), lists())
def test_each_gets_the_best_item_of_all_ways_that_are_left(made, prefers):
    ways = list(made.ways(tuple(prefers)))
    picked = made.pick(prefers)
    if not ways:
        assert isinstance(picked, Stuck)
        return
    expected = {}
    for seeker, wanted in prefers.items():
        order = [*wanted, *(item for item in made.published() if item not in wanted)]
        expected[seeker] = min((way[seeker] for way in ways), key=order.index)
        ways = [way for way in ways if way[seeker] == expected[seeker]]
    assert picked.assigned == expected


@settings(max_examples=50, deadline=None)
@given(halls(), lists())
def test_refusals_are_told_for_their_first_true_reason(made, prefers):
    picked = made.pick(prefers)
    placed: dict[str, str] = {}
    for step in getattr(picked, "steps", ()):
        for item, why in step.tried:
            beside = made.stands([*placed.items(), (step.seeker, item)])
            reasons = (
                (Refusal.TAKEN, item in placed.values()),
                (Refusal.NOT_ALLOWED, not made.allowed(step.seeker, item)),
                (Refusal.NOT_TOGETHER, not beside),
                (Refusal.NO_ROOM, True),
            )
            assert why == next(reason for reason, holds in reasons if holds)
        assert step.free == tuple(x for x in made.published() if x not in placed.values())
        placed[step.seeker] = step.got


def all_lists(items):
    return [one for n in range(len(items) + 1) for one in permutations(items, n)]


HALLS_OF_THREE = {
    "sizes and rivals": hall(
        "abc",
        "xyz",
        refused=[("c", "x")],
        apart=[(("a", "x"), ("b", "y")), (("a", "y"), ("b", "x")), (("b", "z"), ("c", "y"))],
    ),
    "room by chance": hall("abc", "xyz", refused=[("b", "z")], apart=[(("a", "z"), ("c", "y"))]),
}
HALLS_OF_FOUR = {
    "all allowed": hall("abc", "wxyz", weights={"w": 1, "x": 2, "y": 3, "z": 3}),
    "rivals in a row": hall(
        "abc",
        "wxyz",
        apart=[
            ((p, v), (q, w)) for p, q in permutations("abc", 2) for v, w in (("w", "x"), ("x", "y"))
        ],
    ),
    "sizes and rivals": hall(
        "abc",
        "wxyz",
        refused=[("a", "w"), ("c", "x"), ("c", "y")],
        apart=[(("a", "x"), ("b", "w")), (("a", "y"), ("b", "z")), (("b", "x"), ("c", "w"))],
    ),
}

TIGHT = hall(
    "abcd",
    "uvwx",
    refused=[("b", "v"), ("d", "w")],
    apart=[(("b", "u"), ("c", "w")), (("b", "w"), ("d", "x"))],
)


def assert_no_false_list_helps(made, choices, budget=200_000):
    """Compare, for each seeker and all that others may say, each list with each other."""
    got = {
        said: made.pick(dict(zip("abcd", said, strict=False)), budget).assigned
        for said in product(*choices)
    }
    for said, assigned in got.items():
        for turn, seeker in enumerate("abcd"[: len(choices)]):
            true = said[turn]
            place = [*true, *(item for item in made.weights if item not in true)].index
            worst = len(true)
            for false in choices[turn]:
                other = got[(*said[:turn], false, *said[turn + 1 :])][seeker]
                assert min(place(assigned[seeker]), worst) <= min(place(other), worst)


@pytest.mark.parametrize("made", HALLS_OF_THREE.values(), ids=HALLS_OF_THREE)
def test_no_false_list_gets_anybody_a_better_item_of_three(made):
    assert_no_false_list_helps(made, [all_lists("xyz")] * 3)


@pytest.mark.parametrize("made", HALLS_OF_FOUR.values(), ids=HALLS_OF_FOUR)
@pytest.mark.parametrize("liar", range(3))
def test_no_false_list_gets_anybody_a_better_item_of_four(made, liar):
    """One seeker may say anything, in part or in full; the others pick from a few lists."""
    few = [tuple("wxyz"), tuple("zyxw"), tuple("xzwy"), ()]
    choices = [few] * 3
    choices[liar] = all_lists("wxyz")
    assert_no_false_list_helps(made, choices)


@pytest.mark.parametrize("budget", [4, 5])
def test_no_false_list_gets_anybody_a_better_item_where_the_budget_is_short(budget):
    few = [tuple("uvwx"), ("x", "v")]
    assert_no_false_list_helps(TIGHT, [all_lists("uvwx"), few, few, few], budget)
    assert_no_false_list_helps(TIGHT, [few, all_lists("uvwx"), few, few], budget)


def popularity(grid, seeker):
    """Return the booths by a popularity all agree on, but for a few places."""
    return sorted(
        grid.booths, key=lambda booth: hashed(booth) % 1000 + hashed(seeker + booth) % 300
    )


def hashed(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


@pytest.mark.parametrize("sizes", [(15, 10, 8, 7), (20, 20)], ids=["four labels", "two labels"])
def test_full_hall_of_forty_with_labels_is_placed_within_the_budget(sizes):
    labels = [label for label, size in enumerate(sizes) for _ in range(size)]
    grid = Grid(4, 10, sorted(labels, key=lambda label: (hashed(f"{label}"), label)))
    picked = grid.pick(lambda seeker: popularity(grid, seeker)[:12])
    assert isinstance(picked, Picked)
    placed = list(picked.assigned.items())
    assert sorted(item for _, item in placed) == grid.booths
    assert all(grid.together(a, x, b, y) for n, (a, x) in enumerate(placed) for b, y in placed[:n])
    refused = {why for step in picked.steps for _, why in step.tried}
    assert Refusal.UNSETTLED not in refused


def test_seekers_that_cannot_all_be_placed_are_stuck():
    made = hall("abcd", "xyz", refused=[("a", "x"), ("a", "y"), ("c", "x"), ("c", "y")])
    assert made.pick(dict.fromkeys("abcd", "xyz")) == Stuck(tuple("abcd"), settled=True)


def test_search_that_the_budget_ends_is_not_settled():
    made = hall("abc", "xyz")
    stuck = made.pick(dict.fromkeys("abc", "xyz"), budget=0)
    assert stuck == Stuck(("a", "b", "c"), settled=False)


def test_item_that_the_budget_cannot_vouch_for_is_refused_though_there_may_be_a_way():
    prefers = {"a": "u", "b": "", "c": "", "d": ""}
    assert TIGHT.pick(prefers).assigned["a"] == "u"
    (step, *_) = TIGHT.pick(prefers, budget=4).steps
    assert (step.tried, step.got) == ((("u", Refusal.UNSETTLED),), "x")


@settings(max_examples=30, deadline=None)
@given(halls(), lists(), st.randoms(use_true_random=False))
def test_order_of_the_items_does_not_matter(made, prefers, chance):
    turned = list(made.weights.items())
    chance.shuffle(turned)
    other = Hall(dict(turned), made.allows, made.apart)
    assert other.pick(prefers) == made.pick(prefers)


def test_turn_order_is_by_ranks_then_ticket():
    numbers = {"a": b"3", "b": b"2", "c": b"1", "d": b"4"}
    ranks = [("a", (1, 2)), ("b", (2, 0)), ("c", (2, 0)), ("d", (1, 1))]
    assert turn_order(ranks, numbers) == ("d", "a", "c", "b")
