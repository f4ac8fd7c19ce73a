from collections import Counter
from fractions import Fraction
from itertools import permutations
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.diagnostics import DefectError
from pavgen.place.accounts import Line, PeriodAccount
from pavgen.place.baselines import alphabetical, cyclic, played, shuffled

U = 10**9


def due(weights, places):
    """Return π(places), taking out the heaviest again and again as docs/ledger.md says."""
    left = sorted(weights, key=lambda i: (-weights[i], i))
    whole: list[str] = []
    while left and (places - len(whole)) * weights[left[0]] >= sum(weights[i] for i in left):
        whole.append(left.pop(0))
    rest = sum(weights[i] for i in left)
    shares = dict.fromkeys(whole, U)
    return shares | {i: (places - len(whole)) * U * weights[i] // rest for i in left}


def slow_played(orders, weights, slots, horizon):
    """Return, by period, {id: (position, entitled, received, owed)}."""
    n = len(weights)
    deepest = min(n - 1, horizon)
    seats = n if slots is None else min(slots, n)

    def value(j):
        return round(10**6 / log2(1 + min(j, deepest + 1))) if j <= seats else 0

    story = []
    for t in range(1, len(orders) + 1):
        now = {}
        for i in weights:
            at = orders[t - 1].index(i) + 1
            entitled = sum(
                Fraction((value(k) - value(k + 1)) * due(weights, k)[i], U)
                for k in range(1, seats + 1)
            )
            owed = tuple(
                t * due(weights, k)[i] - U * sum(i in order[:k] for order in orders[:t])
                if k <= deepest
                else None
                for k in (1, 3, 10)
            )
            now[i] = (at if at <= seats else 0, int(entitled), value(at), owed)
        story.append(now)
    return story


def test_alphabetical_is_by_id():
    assert alphabetical(["b", "c", "a"]) == ("a", "b", "c")


def test_cyclic_begins_one_further_each_time():
    assert [cyclic(["b", "c", "a"], t) for t in range(4)] == [
        ("a", "b", "c"),
        ("b", "c", "a"),
        ("c", "a", "b"),
        ("a", "b", "c"),
    ]


def test_orders_of_nobody_are_empty():
    assert (alphabetical([]), cyclic([], 5), shuffled([], "s", "1")) == ((), (), ())


def test_shuffled_does_not_depend_on_the_order_given():
    ids = ["a", "b", "c", "d", "e"]
    assert shuffled(ids, "seed", "7") == shuffled(ids[::-1], "seed", "7")


def test_shuffled_differs_by_seed_and_period():
    ids = "abcdefghijkl"
    drawn = {shuffled(ids, seed, period) for seed in "st" for period in "12"}
    assert len(drawn) == 4


def test_shuffled_gives_every_order_about_as_often():
    drawn = Counter(shuffled("abc", "seed", str(t)) for t in range(1200))
    expected = 1200 / 6
    chi = sum((drawn[order] - expected) ** 2 / expected for order in permutations("abc"))
    assert chi < 20.5  # five degrees of freedom, one in a thousand


def test_played_accounts_of_two_partners_in_two_periods():
    # First 1: half a place each; first 2: a whole. (10^6 − 630930) / 2 + 630930 = 815465.
    assert played([("a", "b"), ("a", "b")], {"a": 1, "b": 1}, None, 60, "main") == (
        PeriodAccount(
            "main",
            "1",
            (
                Line("a", 1, 1, 815_465, 10**6, owed=(-U // 2, None, None)),
                Line("b", 2, 1, 815_465, 630_930, owed=(U // 2, None, None)),
            ),
        ),
        PeriodAccount(
            "main",
            "2",
            (
                Line("a", 1, 1, 815_465, 10**6, owed=(-U, None, None)),
                Line("b", 2, 1, 815_465, 630_930, owed=(U, None, None)),
            ),
        ),
    )


def test_played_beyond_the_slots_is_waiting():
    (account,) = played(["abc"], {"a": 2, "b": 1, "c": 1}, 1, 60, "main")
    assert [(x.partner, x.position, x.entitled, x.received) for x in account.lines] == [
        ("a", 1, 500_000, 10**6),
        ("b", 0, 250_000, 0),
        ("c", 0, 250_000, 0),
    ]


def test_played_beyond_the_horizon_all_places_have_one_value():
    (account,) = played(["abcd"], dict.fromkeys("abcd", 1), None, 1, "main")
    assert [line.received for line in account.lines] == [10**6, 630_930, 630_930, 630_930]


def test_played_of_no_order_and_of_nobody():
    assert played([], {"a": 1}, None, 60, "main") == ()
    assert played([()], {}, 3, 60, "main") == (PeriodAccount("main", "1", ()),)


def test_played_of_one_partner_has_no_account_of_prefixes():
    (account,) = played(["a"], {"a": 5}, None, 60, "main")
    assert account.lines == (Line("a", 1, 5, 10**6, 10**6),)


def test_played_without_slots_gives_and_owes_nothing():
    (account,) = played(["ab"], {"a": 1, "b": 1}, 0, 60, "main")
    assert [(x.position, x.entitled, x.received) for x in account.lines] == [(0, 0, 0)] * 2


@pytest.mark.parametrize("order", ["a", "abb", "abc", "aa"])
def test_played_refuses_an_order_that_is_not_the_roster(order):
    with pytest.raises(DefectError, match="order 2 of `main`"):
        played(["ab", order], {"a": 1, "b": 1}, None, 60, "main")


@given(st.data(), st.none() | st.integers(0, 14), st.integers(1, 14))
def test_played_agrees_with_the_page_on_the_ledger(data, slots, horizon):
    ids = "abcdefghijklm"[: data.draw(st.integers(0, 13))]
    weights = {i: data.draw(st.integers(1, 5)) for i in ids}
    orders = data.draw(st.lists(st.permutations(ids), max_size=3))

    accounts = played(orders, weights, slots, horizon, "main")

    assert [
        {x.partner: (x.position, x.entitled, x.received, x.owed) for x in account.lines}
        for account in accounts
    ] == slow_played(orders, weights, slots, horizon)
    assert [[x.partner for x in account.lines] for account in accounts] == [list(o) for o in orders]


@given(st.integers(1, 30), st.none() | st.integers(1, 30))
def test_played_in_full_turns_gives_equals_what_they_are_entitled_to(n, slots):
    ids = [f"p{k:02d}" for k in range(n)]
    accounts = played([cyclic(ids, t) for t in range(n)], dict.fromkeys(ids, 1), slots, 60, "g")
    for i in ids:
        lines = [line for account in accounts for line in account.lines if line.partner == i]
        # Entitlement is rounded down once for each prefix and once for all, in each period.
        assert 0 <= sum(x.received - x.entitled for x in lines) <= 2 * n
