"""The strategies' arithmetic against worked examples and exact inequalities."""

from fractions import Fraction

import pytest

from pavgen.place.verification.balanced import entitlement, value_of
from pavgen.place.verification.quota import water_filled
from pavgen.place.verification.rotation import row

PLACE = 10**9
HALF = Fraction(1, 2)


def test_nobody_is_entitled_to_more_than_a_place_and_remainders_are_left():
    members = (("a", 1), ("b", 8), ("c", 1), ("d", 1))
    assert entitlement(members, 1) == {
        "a": PLACE // 11,
        "b": PLACE * 8 // 11,
        "c": PLACE // 11,
        "d": PLACE // 11,
    }
    assert entitlement(members, 2) == {
        "a": PLACE // 3,
        "b": PLACE,
        "c": PLACE // 3,
        "d": PLACE // 3,
    }
    assert entitlement(members, 4) == dict.fromkeys("abcd", PLACE)
    assert entitlement(members, 0) == dict.fromkeys("abcd", 0)


@pytest.mark.parametrize("position", [1, 2, 3, 4, 9, 10, 60, 61, 300])
def test_the_value_of_a_position_is_the_nearest_integer(position):
    # v - 1/2 <= 10^6 / log2(n) <= v + 1/2, without a logarithm.
    value, number = value_of(position), 1 + position
    assert number ** (2 * value - 1) <= 2 ** (2 * 10**6) <= number ** (2 * value + 1)


@pytest.mark.parametrize("count", range(1, 12))
def test_a_cycle_has_everybody_everywhere_equally_often(count):
    length = count if count % 2 == 0 else 2 * count
    rows = [row(count, turn) for turn in range(length)]
    for place in range(count):
        column = [numbers[place] for numbers in rows]
        assert sorted(column) == sorted([*range(count)] * (length // count))
    assert row(count, length) == rows[0]


def test_the_first_rows_of_four_and_five_are_those_of_the_specification():
    assert [row(4, turn) for turn in range(4)] == [
        [0, 1, 3, 2],
        [2, 3, 1, 0],
        [1, 2, 0, 3],
        [3, 0, 2, 1],
    ]
    assert [row(5, turn) for turn in range(3)] == [
        [0, 1, 4, 2, 3],
        [3, 2, 4, 1, 0],
        [1, 2, 0, 3, 4],
    ]


def test_shares_rise_by_weight_until_the_seats_are_given():
    members = (("a", 2), ("b", 1), ("c", 1))
    assert water_filled(members, 1, Fraction(1), ()) == {"a": HALF, "b": HALF / 2, "c": HALF / 2}
    assert water_filled(members, 2, Fraction(1), ()) == {"a": 1, "b": HALF, "c": HALF}
    assert water_filled(members, 9, Fraction(1), ()) == dict.fromkeys("abc", 1)


def test_shares_stop_at_a_pause_and_at_a_full_class():
    members = (("a", 2), ("b", 1), ("c", 1), ("d", 1))
    assert water_filled(members, 2, HALF, ()) == dict.fromkeys("abcd", HALF)
    capped = water_filled(members, 2, Fraction(1), ((1, frozenset("ab")),))
    assert capped == {"a": Fraction(2, 3), "b": Fraction(1, 3), "c": HALF, "d": HALF}
    assert water_filled(members, 2, Fraction(1), ((0, frozenset("a")),))["a"] == 0
