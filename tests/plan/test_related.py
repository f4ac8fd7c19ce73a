"""Records that have most in common with another."""

import pytest

from pavgen.plan.related import shared_by

VALUES = [frozenset(own) for own in ("abc", "bc", "xy", "abc", "c", "")]


@pytest.mark.parametrize(
    ("place", "most", "closest"),
    [
        (0, 3, (3, 1, 4)),
        (0, 2, (3, 1)),
        (1, 1, (0,)),
        (2, 3, ()),
        (4, 9, (0, 1, 3)),
        (5, 3, ()),
    ],
    ids=["most shared first", "no more than asked", "order decides", "none", "all", "no values"],
)
def test_the_closest_share_most_values(place: int, most: int, closest: tuple[int, ...]):
    assert shared_by(VALUES).closest(place, most) == closest


def test_records_with_the_same_values_have_each_other_and_never_themselves():
    shared = shared_by([frozenset("ab")] * 3)
    assert [shared.closest(place, 2) for place in (0, 1, 2)] == [(1, 2), (0, 2), (0, 1)]
    assert shared.closest(0, 1) == (1,)
