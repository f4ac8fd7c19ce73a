"""Amounts: integer arithmetic, halves away from nothing, one minus sign."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.rounds import PLACE
from pavgen.render.reports.amounts import (
    decimal,
    exact_places,
    first_places,
    percentage_points,
    places_owed,
)


@pytest.mark.parametrize(
    ("value", "digits", "told"),
    [
        (Fraction(0), 2, "0.00"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "−1"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(-4, 1000), 2, "0.00"),
        (Fraction(1_234_567, 1), 1, "1,234,567.0"),
        (None, 2, "–"),
    ],
)
def test_decimals_are_rounded_halves_away_from_zero(value, digits, told):
    assert decimal(value, digits) == told


def test_signs_are_told_on_request_and_never_for_zero():
    values = (Fraction(1, 8), Fraction(-1, 8), Fraction(0), Fraction(1, 10**9))
    assert [decimal(v, 2, signed=True) for v in values] == ["+0.13", "−0.13", "0.00", "0.00"]


@given(st.fractions(), st.integers(0, 6))
def test_no_decimal_is_further_off_than_half_its_last_digit(value, digits):
    told = decimal(value, digits).replace(",", "").replace("−", "-")
    assert abs(Fraction(told) - value) <= Fraction(1, 2 * 10**digits)


def test_exposure_is_told_in_first_places():
    assert first_places(630_930) == "0.631"
    assert first_places(-500, signed=True) == "−0.001"
    assert exact_places(-630_930) == "-0.630930"
    assert exact_places(12_000_001) == "12.000001"


def test_accounts_are_told_in_places_and_shares_in_percentage_points():
    assert [places_owed(lag) for lag in (PLACE // 3, -PLACE, None)] == ["+0.33", "−1.00", "–"]
    assert percentage_points(Fraction(13, 10_000)) == "0.13"
