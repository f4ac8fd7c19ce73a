from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from pavgen.place.metrics.kendall import churn, contradiction_rate
from tests.place.metrics.accounted import drawn_periods, listed

orders = st.permutations("abcdefghij")


def opposite(one, other, name, rival):
    return (one[name] - one[rival]) * (other[name] - other[rival]) < 0


def slow_churn(periods):
    shares = []
    for p, q in pairwise(periods):
        one, other = ({x.partner: x.position or 99 for x in a.lines} for a in (p, q))
        pairs = list(combinations(sorted(set(one) & set(other)), 2))
        if pairs:
            turned = sum(opposite(one, other, *pair) for pair in pairs)
            shares.append(Fraction(turned, len(pairs)))
    return sum(shares) / Fraction(len(shares)) if shares else None


def test_churn_of_one_exchange_among_three_is_a_third():
    assert churn([listed("a b c"), listed("b a c")]) == Fraction(1, 3)


def test_churn_is_the_mean_over_successive_periods():
    periods = [listed("a b c"), listed("a b c"), listed("c b a"), listed("c a b")]
    assert churn(periods) == Fraction(4, 9)


def test_churn_is_of_partners_in_both_periods():
    assert churn([listed("x a b c"), listed("a c y b")]) == Fraction(1, 3)


def test_churn_of_pairs_that_wait_in_either_period_is_none():
    # Opposite: a–c, a–d, b–c, b–d. Of a–b and c–d one of the orders is not visible.
    assert churn([listed("a b", "c d"), listed("d c", "b a")]) == Fraction(4, 6)


def test_churn_of_a_pinned_partner_counts_as_visitors_see_it():
    assert churn([listed("p a", pinned="p"), listed("a p", pinned="p")]) == 1


@pytest.mark.parametrize(
    "periods", [[], [listed("a b")], [listed("a b"), listed("b c"), listed("d")], [listed("")] * 3]
)
def test_churn_without_a_common_pair_is_undefined(periods):
    assert churn(periods) is None


def test_churn_of_one_period_without_a_common_pair_does_not_dilute_the_mean():
    assert churn([listed("a b"), listed("b a"), listed("c d")]) == 1


@given(drawn_periods(5))
def test_churn_agrees_with_counting_every_pair(periods):
    assert churn(periods) == slow_churn(periods)


@given(orders, orders)
def test_churn_agrees_with_kendalls_tau_of_scipy(one, other):
    places = [[order.index(name) for name in "abcdefghij"] for order in (one, other)]
    tau = kendalltau(*places).statistic

    ours = churn([listed(" ".join(one)), listed(" ".join(other))])

    assert ours is not None
    assert float(1 - 2 * ours) == pytest.approx(tau, abs=1e-12)


def test_churn_of_ten_thousand_turned_upside_down_is_one():
    names = [str(n) for n in range(10_000)]
    assert churn([listed(" ".join(names)), listed(" ".join(reversed(names)))]) == 1


def test_contradiction_rate_counts_pairs_of_lists():
    # The second list turns a–b, against both others; these agree in a–b, a–c and b–c.
    assert contradiction_rate(["abc", "ba", "axbc"]) == Fraction(2, 5)


@given(orders, st.lists(st.sets(st.sampled_from("abcdefghij")), max_size=5))
def test_contradiction_rate_of_filtered_lists_of_one_order_is_zero(master, filters):
    assert contradiction_rate([[x for x in master if x in keep] for keep in filters]) == 0


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), max_size=5))
def test_contradiction_rate_agrees_with_looking_at_every_pair(lists):
    found = [
        (one.index(x) < one.index(y)) != (other.index(x) < other.index(y))
        for one, other in combinations(lists, 2)
        for x, y in combinations(sorted(set(one) & set(other)), 2)
    ]
    assert contradiction_rate(lists) == (Fraction(sum(found), len(found)) if found else 0)


@pytest.mark.parametrize("lists", [[], ["abc"], ["a", "a"], ["ab", "cd"], ["", "", ""]])
def test_contradiction_rate_without_a_pair_in_two_lists_is_zero(lists):
    assert contradiction_rate(lists) == 0
