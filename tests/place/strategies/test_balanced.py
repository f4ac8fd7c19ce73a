from statistics import fmean

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.exposure import exposure
from pavgen.place.pools import Pool
from pavgen.place.rounds import PLACE, GroupRule, PublicSeed, Tickets
from pavgen.place.strategies import balanced
from pavgen.place.tickets import Purpose
from tests.place.rounds import equal, lags, played, round_of, tiered, weekly
from tests.place.strategies.balanced_oracle import Oracle

RULE = GroupRule("balanced")
_ids = tuple(f"p{n}" for n in range(7))
_rosters = st.dictionaries(st.sampled_from(_ids), st.sampled_from((1, 1, 2, 3, 10)), max_size=7)


@st.composite
def stories(draw):
    """Draw periods in which partners come, go, change weight and are pinned."""
    periods = []
    for n, weights in enumerate(draw(st.lists(_rosters, min_size=1, max_size=12))):
        names = sorted(weights)
        pinned = draw(st.lists(st.sampled_from(names), unique=True, max_size=2)) if names else []
        spots = draw(
            st.lists(
                st.integers(1, max(1, len(names))),
                unique=True,
                min_size=len(pinned),
                max_size=len(pinned),
            )
            if len(names) >= len(pinned) > 0
            else st.just([])
        )
        periods.append(
            (f"w{n}", weights, tuple(sorted(zip(pinned, spots, strict=False), key=lambda r: r[1])))
        )
    return periods


@given(stories(), st.integers(1, 8))
@settings(max_examples=150, deadline=None)
def test_order_is_that_of_the_slow_oracle_whatever_happens(story, horizon):
    oracle = Oracle(horizon)
    expected = [oracle.order(p, w, {place: i for i, place in pins}) for p, w, pins in story]
    rule = GroupRule("balanced", horizon=horizon)
    results = played(rule, [round_of(p, w, pins=pins) for p, w, pins in story])
    assert [list(one.shown) for one, _ in results] == expected
    assert {i: list(lag) for i, lag in results[-1][1].accounts[""].lags.items()} == oracle.lag


@given(st.lists(_rosters.filter(lambda w: len(w) > 1), min_size=20, max_size=60))
@settings(max_examples=40, deadline=None)
def test_nobody_is_owed_more_than_about_one_first_place_under_random_events(rosters):
    results = played(RULE, [round_of(f"w{n}", w) for n, w in enumerate(rosters)])
    assert all(abs(lag) <= 1.6 for _, state in results for lag in lags(state, 1).values())


@given(st.lists(_rosters.filter(lambda w: len(w) > 1), min_size=2, max_size=20))
@settings(max_examples=40, deadline=None)
def test_accounts_sum_to_nothing_but_what_rounding_down_leaves(rosters):
    results = played(RULE, [round_of(f"w{n}", w) for n, w in enumerate(rosters)])
    for n, (_, state) in enumerate(results):
        account = state.accounts[""]
        for k in range(len(account.lags[account.members[0]])):
            total = sum(account.lags[i][k] for i in account.members)
            assert abs(total) <= 14 * (n + 1)


def test_share_of_exposure_is_as_even_as_the_reference_after_a_year():
    """The bounds are the published reference results, in percentage points, of two decimals."""
    seeds = [f"seed {n}" for n in range(5)]
    cases = [(12, equal), (12, tiered), (40, equal), (300, equal)]
    found = [
        round(fmean(_deviation(weights(count), s) for s in seeds[: 60 // count + 1]), 2)
        for count, weights in cases
    ]
    assert [f <= most for f, most in zip(found, (0.14, 0.13, 0.07, 0.02), strict=True)] == [
        True
    ] * 4


def test_lag_of_the_first_place_stays_within_one_place_over_three_thousand_periods():
    for weights, most in ((equal(12), 1.0), (tiered(12), 1.2)):
        state = None
        for n in range(3000):
            _, state = played(RULE, [round_of(f"w{n}", weights)], state)[0]
            assert max(abs(lag) for lag in lags(state, 1).values()) <= most + 1e-6


def test_pinned_partner_keeps_its_account_as_it_was():
    first = played(RULE, [round_of(f"w{n}", equal(5)) for n in range(3)])[-1][1]
    pinned = [round_of(f"x{n}", equal(5), pins=(("p002", 3),)) for n in range(4)]
    after = played(RULE, pinned, first)[-1][1]
    assert after.accounts[""].lags["p002"] == first.accounts[""].lags["p002"]


def test_order_does_not_depend_on_the_letters_of_ids_but_through_tickets():
    orders = weekly(RULE, equal(6), 1)
    numbers = Tickets("", "main", "p0000").of(Purpose.TIE, list(equal(6)))
    assert orders[0] == tuple(sorted(equal(6), key=lambda i: numbers[i]))


def test_tail_beyond_the_horizon_is_ordered_by_ticket():
    rule = GroupRule("balanced", horizon=2)
    last = weekly(rule, equal(8), 5)[-1]
    numbers = Tickets("", "main", "p0004").of(Purpose.TIE, list(equal(8)))
    assert list(last[2:]) == sorted(last[2:], key=lambda i: numbers[i])


def test_one_partner_alone_has_no_account_to_keep():
    [(one, state)] = played(RULE, [round_of("w0", {"p": 3})])
    assert (one.shown, state.accounts[""].lags) == (("p",), {"p": ()})


def test_nobody_makes_an_empty_order():
    assert played(RULE, [round_of("w0", {})])[0][0].shown == ()


def test_score_is_what_an_account_is_worth_from_a_position_on():
    pool = Pool("", (("a", 1), ("b", 1), ("c", 1)), Tickets("", "g", "w"))
    accrual = balanced.accrued(pool, None)
    owed = accrual.owed("b")
    assert owed == (PLACE // 3, 2 * PLACE // 3)
    steps = [exposure(1) - exposure(2), exposure(2) - exposure(3)]
    assert accrual.score(owed, 1) == steps[0] * owed[0] + steps[1] * owed[1]
    assert accrual.score(owed, 2) == steps[1] * owed[1]


def _deviation(weights, seed):
    """Return the greatest difference of shares after 52 periods, in percentage points."""
    depth = min(len(weights) - 1, 60)
    received = dict.fromkeys(weights, 0)
    rule = GroupRule("balanced", seed=PublicSeed("", seed))
    for order in weekly(rule, weights, 52):
        for place, partner in enumerate(order, start=1):
            received[partner] += exposure(min(place, depth + 1))
    pool = Pool("", tuple(sorted(weights.items())), Tickets(seed, "main", "x"))
    accrual = balanced.accrued(pool, None)
    steps = balanced.value_steps(depth)
    entitled = {
        i: sum(s * o for s, o in zip(steps, accrual.owed(i), strict=True)) / PLACE
        + exposure(depth + 1)
        for i in weights
    }
    given, due = sum(received.values()), sum(entitled.values())
    return 100 * max(abs(received[i] / given - entitled[i] / due) for i in weights)
