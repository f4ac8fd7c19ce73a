from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.pools import Pool
from pavgen.place.rounds import Tickets
from pavgen.place.strategies.rotation import (
    Cycle,
    RotationTurn,
    charged,
    turn,
    williams_row,
)
from pavgen.place.tickets import Purpose

SIZES = range(1, 61)


def pool(members, period, seed="seed"):
    return Pool("", tuple((m, 1) for m in sorted(members)), Tickets(seed, "main", str(period)))


def cycle_of(n):
    """Return the rows of a whole cycle: n periods, or 2n where n is odd."""
    return [williams_row(n, t) for t in range(n if n % 2 == 0 else 2 * n)]


def mean_ranks(rows, kept):
    """Return the mean rank of each of the kept in the rows without the others."""
    lists = [[number for number in row if number in kept] for row in rows]
    return {k: Fraction(sum(one.index(k) + 1 for one in lists), len(lists)) for k in kept}


def test_rows_of_four_are_a_williams_square_with_mirrors_side_by_side():
    assert cycle_of(4) == [(0, 1, 3, 2), (2, 3, 1, 0), (1, 2, 0, 3), (3, 0, 2, 1)]


def test_rows_of_three_are_each_followed_by_their_mirror():
    assert cycle_of(3) == [(0, 1, 2), (2, 1, 0), (1, 2, 0), (0, 2, 1), (2, 0, 1), (1, 0, 2)]


@pytest.mark.parametrize("n", SIZES)
def test_everybody_stands_at_every_position_equally_often(n):
    times = 1 if n % 2 == 0 else 2
    seen = Counter((number, place) for row in cycle_of(n) for place, number in enumerate(row))
    assert seen == {(number, place): times for number in range(n) for place in range(n)}


@pytest.mark.parametrize("n", SIZES)
def test_everybody_stands_next_before_every_other_equally_often(n):
    times = 1 if n % 2 == 0 else 2
    seen = Counter(pair for row in cycle_of(n) for pair in pairwise(row))
    assert seen == {(a, b): times for a in range(n) for b in range(n) if a != b}


@pytest.mark.parametrize("n", SIZES)
def test_two_periods_from_an_even_one_mirror_each_other(n):
    assert all(williams_row(n, t) == williams_row(n, t + 1)[::-1] for t in range(0, 4 * n, 2))


@pytest.mark.parametrize("n", range(2, 9))
def test_mean_rank_in_every_filtered_list_is_equal_over_even_periods_from_an_even_one(n):
    for size in range(1, n + 1):
        for kept in combinations(range(n), size):
            for start in range(0, 2 * n, 2):
                rows = [williams_row(n, start + t) for t in range(4)]
                assert set(mean_ranks(rows, kept).values()) == {Fraction(size + 1, 2)}


@pytest.mark.parametrize("n", range(2, 8))
def test_mean_rank_from_an_odd_period_is_equal_over_whole_cycles(n):
    for size in range(1, n + 1):
        for kept in combinations(range(n), size):
            rows = [williams_row(n, 1 + t) for t in range(len(cycle_of(n)))]
            assert set(mean_ranks(rows, kept).values()) == {Fraction(size + 1, 2)}


@pytest.mark.parametrize("n", range(2, 8))
def test_mean_rank_from_an_odd_period_is_off_by_the_two_unpaired_periods_at_most(n):
    off = Fraction(0)
    for size in range(1, n + 1):
        for kept in combinations(range(n), size):
            for start, periods in ((1, 2), (1, 4), (3, 2), (2 * n - 1, 6)):
                rows = [williams_row(n, start + t) for t in range(periods)]
                for rank in mean_ranks(rows, kept).values():
                    gap = abs(rank - Fraction(size + 1, 2))
                    assert gap <= Fraction(size - 1, periods)
                    off = max(off, gap)
    assert (off > 0) == (n > 2)


def test_square_of_none_has_empty_rows():
    assert williams_row(0, 7) == ()


def test_cycle_begins_with_numbers_by_the_tickets_of_its_first_period():
    tickets = Tickets("seed", "main", "0").of(Purpose.DRAW, ("a", "b", "c", "d"))
    a, b, c, d = sorted(tickets, key=lambda member: tickets[member])
    taken = turn(pool("abcd", 0), None)
    assert taken == RotationTurn((a, b, d, c), (a, b, c, d), t=0, row=0, reversed_=False)


def test_cycle_goes_on_by_the_numbers_it_began_with():
    taken = turn(pool("abcd", 9), Cycle(("d", "b", "a", "c"), 0))
    assert taken == RotationTurn(("a", "c", "b", "d"), ("d", "b", "a", "c"), 1, 2, reversed_=False)


def test_odd_row_is_read_backwards_in_every_second_period():
    taken = turn(pool("abc", 9), Cycle(("c", "a", "b"), 2))
    assert taken == RotationTurn(("c", "b", "a"), ("c", "a", "b"), 3, 1, reversed_=True)


@pytest.mark.parametrize("members", ["abc", "abcde", "abce"])
def test_change_of_members_begins_a_cycle(members):
    taken = turn(pool(members, 9), Cycle(("d", "b", "a", "c"), 5))
    assert (taken.t, taken.numbered) == (0, turn(pool(members, 9), None).numbered)


def test_account_is_the_numbers_and_the_period_of_the_cycle():
    taken = turn(pool("abcd", 9), Cycle(("d", "b", "a", "c"), 6))
    assert charged(taken) == Cycle(("d", "b", "a", "c"), 7)


def test_empty_pool_has_an_empty_turn():
    assert turn(pool("", 0), Cycle((), 3)) == RotationTurn((), (), 4, 0, reversed_=False)


@settings(max_examples=30)
@given(st.integers(1, 12), st.text("xyz", max_size=3))
def test_over_a_cycle_each_member_stands_at_every_position_equally_often(n, seed):
    members = [f"p{number:02}" for number in range(n)]
    before, seen = None, Counter[tuple[str, int]]()
    for period in range(2 * n):
        taken = turn(pool(members, period, seed), before)
        before = charged(taken)
        seen.update((member, place) for place, member in enumerate(taken.order))
    assert seen == {(member, place): 2 for member in members for place in range(n)}
