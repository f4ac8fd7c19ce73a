from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.metrics.measures import envy, gini, jain, share_deviation
from pavgen.place.metrics.totals import Total
from tests.place.metrics.accounted import drawn_totals, totals


def ratios(some):
    return [Fraction(t.received, t.entitled) for t in some if t.entitled > 0]


def slow_deviation(some):
    received, entitled = sum(t.received for t in some), sum(t.entitled for t in some)
    if received == 0 or entitled == 0:
        return None
    return max(abs(Fraction(t.received, received) - Fraction(t.entitled, entitled)) for t in some)


def slow_gini(some):
    r = ratios(some)
    if sum(r) == 0:
        return None
    return sum(abs(x - y) for x in r for y in r) / (2 * len(r) * sum(r))


def slow_jain(some):
    r = ratios(some)
    return sum(r) ** 2 / (len(r) * sum(x * x for x in r)) if sum(r) else None


def slow_envy(some):
    able = [t for t in some if t.entitled > 0]
    gaps = [
        (best - r) * t.entitled
        for best in ratios(able)
        for r, t in zip(ratios(able), able, strict=True)
    ]
    return max(gaps) / 10**6 if gaps else None


def test_share_deviation_is_the_greatest_distance_of_shares():
    # Received 1/2, 1/4, 1/4; due 1/3 each.
    assert share_deviation(totals((20, 5), (10, 5), (10, 5))) == Fraction(1, 6)


def test_share_deviation_counts_what_somebody_had_who_was_due_nothing():
    assert share_deviation(totals((3, 0), (1, 8))) == Fraction(3, 4)


def test_gini_of_one_who_has_all():
    assert gini(totals((0, 1), (0, 1), (0, 1), (8, 1))) == Fraction(3, 4)


def test_gini_of_one_two_three():
    assert gini(totals((1, 1), (2, 1), (3, 1))) == Fraction(2, 9)


def test_gini_is_of_received_per_entitled():
    assert gini(totals((30, 3), (10, 1), (20, 2))) == 0


def test_jain_of_one_who_has_all_is_one_in_n():
    assert jain(totals((0, 1), (0, 1), (0, 1), (8, 1))) == Fraction(1, 4)


def test_jain_of_one_two_three():
    assert jain(totals((1, 1), (2, 1), (3, 1))) == Fraction(36, 42)


def test_envy_is_told_in_first_places():
    # b has 3/2 of its due; a, treated so, would have 6 first places and has 4.
    assert envy(totals((4 * 10**6, 4 * 10**6), (3 * 10**6, 2 * 10**6))) == 2


def test_envy_of_a_heavy_partner_weighs_more():
    assert envy(totals((0, 10**6), (0, 3 * 10**6), (10**6, 10**6))) == 3


def test_measures_of_nobody_are_undefined():
    assert [measure(()) for measure in (share_deviation, gini, jain, envy)] == [None] * 4


def test_measures_of_one_partner_are_perfect():
    one = totals((7, 9))
    assert [m(one) for m in (share_deviation, gini, jain, envy)] == [0, 0, 1, 0]


def test_measures_where_nothing_was_received():
    none = totals((0, 9), (0, 3))
    assert [m(none) for m in (share_deviation, gini, jain, envy)] == [None, None, None, 0]


def test_measures_where_nobody_was_entitled():
    none = totals((9, 0), (3, 0))
    assert [m(none) for m in (share_deviation, gini, jain, envy)] == [None] * 4


@given(drawn_totals)
def test_measures_agree_with_their_definitions(some):
    fast = [share_deviation(some), gini(some), jain(some), envy(some)]
    assert fast == [slow_deviation(some), slow_gini(some), slow_jain(some), slow_envy(some)]


@given(drawn_totals)
def test_measures_are_perfect_together_or_not_at_all(some):
    if any(ratios(some)):
        equal = len(set(ratios(some))) == 1
        assert (gini(some) == 0, jain(some) == 1, envy(some) == 0) == (equal, equal, equal)


@given(drawn_totals)
def test_measures_stay_within_their_bounds(some):
    n = len(ratios(some))
    uneven, index, gap = gini(some), jain(some), share_deviation(some)
    if uneven is not None and index is not None and gap is not None:
        assert 0 <= uneven <= Fraction(n - 1, n)
        assert Fraction(1, n) <= index <= 1
        assert 0 <= gap <= 1


@given(drawn_totals, st.randoms())
def test_measures_do_not_depend_on_the_order_of_partners(some, chance):
    mixed = chance.sample(some, len(some))
    for measure in (share_deviation, gini, jain, envy):
        assert measure(mixed) == measure(some)


def test_measures_of_thousands_with_unlike_entitlement_are_exact():
    many = [Total(f"p{n}", 3 * (10**6 + n), 7 * (10**6 + n)) for n in range(5000)]
    assert [gini(many), jain(many), envy(many), share_deviation(many)] == [0, 1, 0, 0]
