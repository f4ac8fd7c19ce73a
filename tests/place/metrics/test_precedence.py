from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.accounts import Line
from pavgen.place.metrics.precedence import LEAST_MEETINGS, MOST_PARTNERS, precedence
from tests.place.metrics.accounted import drawn_periods, listed, period


def slow_precedence(periods):
    gaps = []
    for one, other in combinations("abcdef", 2):
        wins = []
        for p in periods:
            lines = {x.partner: x for x in p.lines if not x.pinned}
            if one in lines and other in lines and lines[one].weight == lines[other].weight:
                here, there = lines[one].position or 99, lines[other].position or 99
                if here != there:
                    wins.append(here < there)
        if len(wins) >= LEAST_MEETINGS:
            gaps.append(abs(Fraction(sum(wins), len(wins)) - Fraction(1, 2)))
    return max(gaps, default=None)


def test_precedence_of_turn_and_turn_about_is_zero():
    assert precedence([listed("a b"), listed("b a")] * 6) == 0


def test_precedence_of_always_the_same_is_a_half():
    assert precedence([listed("a b c")] * 12) == Fraction(1, 2)


def test_precedence_is_that_of_the_worst_pair():
    # a–b: 9 of 12; a–c and b–c: 6 of 12 each.
    periods = (
        [listed("a b c")] * 5 + [listed("c a b")] * 4 + [listed("b a c")] + [listed("c b a")] * 2
    )
    assert precedence(periods) == Fraction(1, 4)


def test_precedence_needs_twelve_meetings():
    assert precedence([listed("a b")] * 11 + [listed("a c")] * 11) is None


def test_precedence_is_of_equal_weights_alone():
    unequal = period(Line("a", 1, 2, 9, 9), Line("b", 2, 1, 9, 9))
    assert precedence([unequal] * 12) is None


def test_precedence_passes_over_pins():
    periods = [listed("p a b", pinned="p"), listed("p b a", pinned="p")] * 6
    assert precedence(periods) == 0


def test_precedence_of_the_seated_over_those_that_wait():
    # b and c both wait in every period, and so never meet.
    assert precedence([listed("a", "b c")] * 12) == Fraction(1, 2)
    assert precedence([listed("", "b c")] * 12) is None


def test_precedence_of_too_many_partners_is_not_looked_at():
    most = " ".join(str(n) for n in range(MOST_PARTNERS))
    assert precedence([listed(most)] * 12) == Fraction(1, 2)
    assert precedence([listed(f"{most} x")] * 12) is None


def test_precedence_of_no_period_is_undefined():
    assert precedence([]) is None


@settings(max_examples=50)
@given(drawn_periods(6), st.integers(1, 12))
def test_precedence_agrees_with_watching_each_pair(periods, times):
    assert precedence(periods * times) == slow_precedence(periods * times)


@settings(max_examples=50)
@given(st.lists(st.permutations("abcde"), min_size=12, max_size=15))
def test_precedence_agrees_with_watching_each_pair_of_full_lists(orders):
    periods = [listed(" ".join(order)) for order in orders]
    assert precedence(periods) == slow_precedence(periods)
