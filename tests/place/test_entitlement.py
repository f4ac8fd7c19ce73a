from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.entitlement import prefix_shares, share_by_weight, weight_classes
from pavgen.place.rounds import PLACE
from tests.place.strategies.balanced_oracle import share

_members = st.lists(st.sampled_from((1, 2, 3, 7, 50, 1000)), min_size=1, max_size=9).map(
    lambda weights: [(f"p{n}", weight) for n, weight in enumerate(weights)]
)


@given(_members, st.integers(0, 10))
def test_share_is_that_of_capping_one_by_one(members, places):
    assert prefix_shares(members, places) == share(dict(members), places)


@given(_members, st.integers(1, 9))
def test_shares_fill_the_places_but_for_what_rounding_down_leaves(members, places):
    total = sum(prefix_shares(members, places).values())
    wanted = min(places, len(members)) * PLACE
    assert wanted - len(members) < total <= wanted


@given(_members, st.integers(1, 9))
def test_nobody_is_entitled_to_more_than_a_place_nor_to_less_with_more_weight(members, places):
    shares = prefix_shares(members, places)
    ranked = sorted(members, key=lambda row: row[1])
    values = [shares[member] for member, _ in ranked]
    assert values == sorted(values)
    assert values[-1] <= PLACE


def test_weights_of_three_two_one_are_thirds_of_first_places():
    classes = weight_classes([("a", 3), ("b", 2), ("c", 1)])
    assert share_by_weight(classes, 1) == {3: PLACE // 2, 2: PLACE // 3, 1: PLACE // 6}


def test_classes_are_counted_heaviest_first():
    assert weight_classes([("a", 1), ("b", 3), ("c", 1)]) == ((3, 1), (1, 2))
