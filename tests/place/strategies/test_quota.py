from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.pools import Ceilings, Pool
from pavgen.place.rounds import Tickets
from pavgen.place.strategies.quota import Due, Quotas, QuotaTurn, charged, digest_part, turn
from tests.place.strategies.quota_oracle import slow_run

IDS = "abcdefgh"
rosters = st.dictionaries(st.sampled_from(IDS), st.integers(1, 9)).map(
    lambda weights: tuple(sorted(weights.items()))
)


def pool(members, seats, *, period=0, seed="seed", ceilings=None):
    tickets = Tickets(seed, "spot", str(period))
    return Pool("", tuple(members), tickets, seats=seats, ceilings=ceilings or Ceilings())


def run(members, seats, periods, seed="seed"):
    """Return the turns and the accounts of so many periods with a fixed roster."""
    turns: list[QuotaTurn] = []
    accounts: list[Quotas] = []
    for period in range(periods):
        taken = turn(
            pool(members, seats, period=period, seed=seed), accounts[-1] if accounts else None
        )
        turns.append(taken)
        accounts.append(charged(taken, taken.order[:seats]))
    return turns, accounts


def test_two_of_equal_weight_are_both_shown_in_every_two_periods():
    turns, _ = run([("a", 1), ("b", 1)], 1, 20)
    firsts = [taken.order[0] for taken in turns]
    assert {frozenset(firsts[n : n + 2]) for n in range(0, 20, 2)} == {frozenset("ab")}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=9),
    st.integers(0, 9),
    st.text("xyz", max_size=3),
)
def test_each_was_shown_its_share_of_all_periods_rounded_up_or_down(weights, seats, seed):
    members = [(f"p{n}", weight) for n, weight in enumerate(weights)]
    turns, accounts = run(members, seats, 60, seed)
    shown = dict.fromkeys(dict(members), 0)
    for period, (taken, after) in enumerate(zip(turns, accounts, strict=True), start=1):
        for member in taken.order[:seats]:
            shown[member] += 1
        for member, share in taken.shares.items():
            exact = share * period
            assert shown[member] in (exact.__floor__(), exact.__ceil__())
            assert after.lags[member] == exact - shown[member]
            assert -1 < after.lags[member] < 1


@pytest.mark.parametrize(
    ("weights", "seats"),
    [
        pytest.param((7, 11, 8, 8), 3, id="deadlines alone miss one"),
        pytest.param((3, 8, 4, 3, 3, 4, 4), 6, id="deadlines and successors miss one"),
        pytest.param((9, 11, 9, 11, 6, 12), 5, id="the smaller group deadline first misses one"),
    ],
)
def test_shares_hold_where_fewer_ties_broken_would_miss_one(weights, seats):
    members = [(f"p{n}", weight) for n, weight in enumerate(weights)]
    _, accounts = run(members, seats, 60, "a")
    assert all(-1 < lag < 1 for after in accounts for lag in after.lags.values())


def test_denominators_stay_those_of_the_shares_while_nothing_changes():
    members = [("a", 5), ("b", 3), ("c", 3), ("d", 2)]
    _, accounts = run(members, 2, 100)
    assert {13 % lag.denominator for after in accounts for lag in after.lags.values()} == {0}


@given(st.integers(1, 15), st.integers(2, 16), st.integers(0, 40))
def test_urgency_is_that_of_the_windows_of_pfair_scheduling(numerator, denominator, period):
    """Compare with the windows from 0: the n-th seat of a share w in [⌊(n − 1)/w⌋, ⌈n/w⌉)."""
    numerator = min(numerator, denominator - 1)
    share = Fraction(numerator, denominator)
    turns, accounts = run([("a", numerator), ("b", denominator - numerator)], 1, period + 1)
    seats = sum(taken.order[0] == "a" for taken in turns[:-1])
    if seats / share >= period + 1:
        assert "a" not in turns[-1].due
        return
    end, overlap = window(share, seats + 1)
    group = 0
    if share >= Fraction(1, 2):
        group = next(
            t
            for t in range(end, end + 2 * denominator)
            for n in range(seats + 1, seats + 2 * denominator)
            if (t, 0) == window(share, n)
            or (t + 1 == window(share, n)[0] and length(share, n) == 3)
        )
        group -= period + 1
    assert turns[-1].due["a"] == Due(end - period - 1, overlap, group)
    assert accounts[-1].shares["a"] == share


def window(share, n):
    end = (n / share).__ceil__()
    return end, int(n / share != end)


def length(share, n):
    return (n / share).__ceil__() - ((n - 1) / share).__floor__()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 4), rosters, st.integers(0, 4)), min_size=1, max_size=8),
    st.text("xyz", max_size=2),
)
def test_orders_and_accounts_are_those_of_the_ledger_while_rosters_change(spells, seed):
    periods = [(seed, roster, seats) for times, roster, seats in spells for _ in range(times)]
    found, before = [], None
    for period, (_, roster, seats) in enumerate(periods):
        taken = turn(pool(roster, seats, period=period, seed=seed), before)
        before = charged(taken, taken.order[:seats])
        found.append((taken.order, {i: before.lags[i] for i in before.members}))
    assert found == slow_run(periods)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(rosters, st.integers(0, 4)), min_size=60, max_size=60))
def test_debts_and_denominators_stay_bounded_while_members_come_and_go(periods):
    before = None
    for period, (roster, seats) in enumerate(periods):
        taken = turn(pool(roster, seats, period=period), before)
        before = charged(taken, taken.order[:seats])
        assert all(-2 < before.lags[member] < 2 for member in before.members)
        assert all(lag.denominator < 10**9 * 8 * 9 for lag in before.lags.values())


def test_member_without_anything_to_come_waits_behind_those_with_a_seat_due():
    before = Quotas(
        ("a", "b", "c"),
        dict.fromkeys("abc", Fraction(1, 3)),
        {"a": Fraction(-2, 3), "b": Fraction(-1, 3), "c": Fraction(1)},
    )
    taken = turn(pool([("a", 1), ("b", 1), ("c", 1)], 1), before)
    assert taken.order == ("c", "b", "a")
    assert taken.due == {"c": Due(-1, 0, 0)}


def test_newcomer_starts_without_credit_and_who_returns_keeps_one_seat_of_debt():
    shares = {"a": Fraction(1)}
    before = Quotas(("a",), shares, {"a": Fraction(0), "b": Fraction(-5, 2), "c": Fraction(3, 4)})
    taken = turn(pool([("a", 1), ("b", 1), ("c", 1), ("d", 1)], 1), before)
    assert taken.owed == {
        "a": Fraction(1, 2),
        "b": Fraction(-1, 2),
        "c": Fraction(1, 2),
        "d": Fraction(1, 2),
    }


def test_absent_member_keeps_its_account_unchanged():
    before = Quotas(
        ("a", "b"),
        {"a": Fraction(1, 2), "b": Fraction(1, 2)},
        {"a": Fraction(1, 2), "b": Fraction(-1, 2)},
    )
    taken = turn(pool([("a", 1)], 1), before)
    after = charged(taken, ["a"])
    assert taken.absent == {"b": Fraction(-1, 2)}
    assert (after.members, after.lags) == (("a",), {"a": Fraction(0), "b": Fraction(-1, 2)})


def test_change_of_weight_alone_balances_the_accounts_anew():
    before = Quotas(
        ("a", "b"),
        {"a": Fraction(1, 2), "b": Fraction(1, 2)},
        {"a": Fraction(1, 3), "b": Fraction(0)},
    )
    taken = turn(pool([("a", 2), ("b", 1)], 1), before)
    assert taken.owed == {
        "a": Fraction(111111111, 10**9) + Fraction(2, 3),
        "b": Fraction(-111111112, 10**9) + Fraction(1, 3),
    }


def test_accounts_that_do_not_add_up_are_left_alone_while_no_share_changes():
    shares = {"a": Fraction(1, 2), "b": Fraction(1, 2)}
    before = Quotas(("a", "b"), shares, {"a": Fraction(1, 3), "b": Fraction(1, 3)})
    assert turn(pool([("a", 1), ("b", 1)], 1), before).owed == dict.fromkeys("ab", Fraction(5, 6))


def test_without_a_seat_nobody_is_due():
    shares = {"a": Fraction(1, 2), "b": Fraction(1, 2)}
    before = Quotas(("a", "b"), shares, {"a": Fraction(1, 2), "b": Fraction(-1, 2)})
    taken = turn(pool([("a", 1), ("b", 1)], 0), before)
    assert (taken.order, taken.due) == (("a", "b"), {})
    assert charged(taken, []).lags == before.lags


def test_without_a_number_of_seats_all_are_entitled_to_one():
    taken = turn(pool([("a", 1), ("b", 9)], None), None)
    assert taken.shares == {"a": 1, "b": 1}


def test_ceilings_bound_what_accrues():
    taken = turn(pool([("a", 1), ("b", 1)], 1, ceilings=Ceilings(cooldown=2)), None)
    assert taken.owed == {"a": Fraction(1, 3), "b": Fraction(1, 3)}


def test_those_not_seated_are_not_charged():
    taken = turn(pool([("a", 1), ("b", 1)], 1), None)
    assert charged(taken, ["b", "pinned"]).lags == {"a": Fraction(1, 2), "b": Fraction(-1, 2)}


def test_digest_tells_the_lags_of_members_in_lowest_terms():
    after = Quotas(("a", "b"), {}, {"a": Fraction(-2, 4), "b": Fraction(0), "gone": Fraction(1)})
    assert digest_part(after) == {"a": "-1/2", "b": "0/1"}


def test_empty_pool_has_an_empty_turn():
    taken = turn(pool([], 3), None)
    assert (taken.order, charged(taken, [])) == ((), Quotas((), {}, {}))
