from collections import Counter
from fractions import Fraction
from itertools import pairwise
from math import gcd

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.screen import screen_turns

BOUND = Fraction(5, 4)
"""How many turns a partner may be away from its share; what was measured is less."""

few = st.integers(1, 4)
weights = st.lists(st.one_of(few, st.integers(1, 100)), min_size=1, max_size=9)


def named(shares):
    return [(f"p{number}", share) for number, share in enumerate(shares)]


def farthest(cycle, shares):
    """Return the greatest distance of a partner from its share after any number of turns."""
    total = sum(share for _, share in shares)
    had: Counter[str] = Counter()
    worst = 0
    for turn, name in enumerate(cycle, start=1):
        had[name] += 1
        worst = max(worst, *(abs(had[n] * total - turn * share) for n, share in shares))
    return Fraction(worst, total)


def in_a_row(cycle):
    """Count the turns that the same partner had before, the cycle's end before its beginning."""
    return sum(a == b for a, b in pairwise((*cycle, cycle[0])))


@pytest.mark.parametrize(
    ("shares", "cycle"),
    [
        ([], ""),
        ([7], "a"),
        ([1, 1, 1], "abc"),
        ([2, 1, 1], "abac"),
        ([3, 2, 1], "abacab"),
        ([6, 4, 2], "abacab"),
        ([5, 1, 1], "aabaaca"),
        ([0, 2, 2], "bc"),
        ([0], ""),
    ],
)
def test_a_cycle_has_each_partner_by_its_weight_spread_out(shares, cycle):
    assert screen_turns(list(zip("abc", shares, strict=False))) == tuple(cycle)


@given(weights)
@settings(max_examples=150, deadline=None)
def test_each_partner_has_exactly_its_weight_over_the_common_divisor(shares):
    cycle = screen_turns(named(shares))
    common = gcd(*shares)
    assert Counter(cycle) == {name: share // common for name, share in named(shares)}


@given(weights)
@settings(max_examples=150, deadline=None)
def test_after_any_number_of_turns_everyone_is_near_its_share(shares):
    assert farthest(screen_turns(named(shares)), named(shares)) < BOUND


@given(weights.filter(lambda shares: len(shares) > 1))
@settings(max_examples=150, deadline=None)
def test_nobody_has_two_turns_in_a_row_but_where_one_has_more_than_half(shares):
    common = gcd(*shares)
    most, total = max(shares) // common, sum(shares) // common
    assert in_a_row(screen_turns(named(shares))) == max(0, 2 * most - total)


@given(weights, st.data())
@settings(max_examples=60, deadline=None)
def test_names_decide_nothing(shares, data):
    names = data.draw(st.permutations([f"p{n}" for n in range(len(shares))]))
    told = dict(zip((name for name, _ in named(shares)), names, strict=True))
    other = [(told[name], share) for name, share in named(shares)]
    assert screen_turns(other) == tuple(told[name] for name in screen_turns(named(shares)))


@pytest.mark.parametrize(
    "shares",
    [[1] * 300, [100] + [1] * 300, [100, 100] + [1] * 40, [70, 1, 18, 78], [5, 5, 75, 62, 1]],
    ids=["all alike", "one before 300", "two before 40", "hard", "hard with more than half"],
)
def test_many_and_uneven_weights_are_kept_near_their_shares(shares):
    """Regression: by a divisor sequence the heaviest of 301 had the first 50 turns."""
    assert farthest(screen_turns(named(shares)), named(shares)) < BOUND


def test_300_partners_with_weights_up_to_100_fill_one_cycle():
    shares = [7 * number % 100 + 1 for number in range(300)]
    cycle = screen_turns(named(shares))
    assert Counter(cycle) == dict(named(shares))
    assert in_a_row(cycle) == 0
