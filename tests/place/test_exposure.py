from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from itertools import pairwise

import pytest

from pavgen.place.exposure import exposure


def exact(position):
    with localcontext(prec=60):
        log2 = Decimal(position + 1).ln() / Decimal(2).ln()
        return int((10**6 / log2).to_integral_value(ROUND_HALF_EVEN))


def test_exposure_of_the_first_positions_is_the_published_table():
    assert [exposure(j) for j in range(1, 13)] == [
        1000000,
        630930,
        500000,
        430677,
        386853,
        356207,
        333333,
        315465,
        301030,
        289065,
        278943,
        270238,
    ]


def test_exposure_agrees_with_sixty_digits_of_decimal():
    positions = (*range(1, 1001), 4095, 65535, 10**6 - 1, 10**9)
    assert [exposure(j) for j in positions] == [exact(j) for j in positions]


@pytest.mark.parametrize("position", [204819, 825361, 115517447303857995774, 116589572971235295230])
def test_exposure_where_the_first_digits_of_the_logarithm_leave_two_is_exact(position):
    assert exposure(position) == exact(position)


def test_exposure_of_powers_of_two_is_the_exact_quotient():
    assert [exposure(2**k - 1) for k in (1, 2, 4, 5, 8, 10)] == [
        1000000,
        500000,
        250000,
        200000,
        125000,
        100000,
    ]


def test_exposure_never_grows_down_the_list():
    assert all(exposure(j) >= exposure(k) for j, k in pairwise(range(1, 3000)))


def test_exposure_of_position_zero_is_refused():
    with pytest.raises(ValueError, match="begin at 1"):
        exposure(0)
