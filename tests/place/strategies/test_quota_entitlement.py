from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.pools import Ceilings
from pavgen.place.strategies.quota_entitlement import shares
from tests.place.strategies.quota_oracle import slow_shares

IDS = "abcdefgh"
rosters = st.dictionaries(st.sampled_from(IDS), st.integers(1, 9), min_size=1).map(
    lambda weights: tuple(sorted(weights.items()))
)
ceilings = st.builds(
    Ceilings,
    st.integers(0, 3),
    st.lists(
        st.tuples(st.integers(0, 3), st.sets(st.sampled_from(IDS)).map(sorted).map(tuple)),
        max_size=4,
    ).map(tuple),
)


def thirds(*numerators):
    return [Fraction(n, 3) for n in numerators]


def test_seats_are_shared_by_weight():
    assert shares([("a", 3), ("b", 2), ("c", 1)], 1, Ceilings()) == {
        "a": Fraction(1, 2),
        "b": Fraction(1, 3),
        "c": Fraction(1, 6),
    }


def test_nobody_is_entitled_to_more_than_one_seat():
    found = shares([("a", 9), ("b", 1), ("c", 1), ("d", 1)], 2, Ceilings())
    assert list(found.values()) == [1, *thirds(1, 1, 1)]


def test_everybody_is_entitled_to_a_seat_where_there_are_enough():
    assert shares([("a", 9), ("b", 1)], 5, Ceilings()) == {"a": 1, "b": 1}


def test_no_seat_entitles_nobody():
    assert shares([("a", 9), ("b", 1)], 0, Ceilings()) == {"a": 0, "b": 0}


def test_no_member_has_no_share():
    assert shares([], 3, Ceilings(1, ((1, ("a",)),))) == {}


def test_pause_bounds_each_share():
    found = shares([("a", 9), ("b", 1), ("c", 1)], 1, Ceilings(cooldown=2))
    assert list(found.values()) == thirds(1, 1, 1)


def test_full_class_leaves_its_seats_to_the_others():
    crowded = Ceilings(classes=((1, ("a", "b", "c")),))
    found = shares([("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1)], 2, crowded)
    assert list(found.values()) == [*thirds(1, 1, 1), Fraction(1, 2), Fraction(1, 2)]


def test_classes_that_overlap_are_both_kept():
    both = Ceilings(classes=((1, ("a", "b", "c")), (1, ("c", "d"))))
    found = shares([("a", 1), ("b", 1), ("c", 1), ("d", 1)], 4, both)
    assert list(found.values()) == [*thirds(1, 1, 1, 2)]


def test_class_that_others_leave_room_in_is_full_after_those_that_stay_crowded():
    some = Ceilings(classes=((0, ("a",)), (1, ("a", "b")), (2, ("c", "d", "e"))))
    found = shares([(member, 1) for member in "abcde"], 5, some)
    assert list(found.values()) == [0, 1, *thirds(2, 2, 2)]


def test_more_pins_than_seats_entitle_nobody():
    assert shares([("a", 9), ("b", 1)], -1, Ceilings(classes=((-1, ("a",)),))) == {"a": 0, "b": 0}


def test_classes_may_name_those_who_are_not_there():
    assert shares([("a", 1)], 1, Ceilings(classes=((1, ("a", "z")),))) == {"a": 1}


@settings(max_examples=50)
@given(rosters, st.integers(0, 9), ceilings)
def test_shares_are_those_of_the_slow_filling(members, seats, bounds):
    found = shares(members, seats, bounds)
    assert found == slow_shares(members, seats, bounds.cooldown, bounds.classes)
    assert list(found) == [member for member, _ in members]


@settings(max_examples=50)
@given(rosters, st.integers(0, 9), ceilings)
def test_no_bound_is_exceeded_and_whoever_holds_less_than_it_could_meets_one(
    members, seats, bounds
):
    found = shares(members, seats, bounds)
    own = Fraction(1, bounds.cooldown + 1)
    classes = [(seats, tuple(found)), *bounds.classes]
    sums = [(sum(found.get(i, 0) for i in ids), most, ids) for most, ids in classes]
    assert all(total <= most for total, most, _ in sums)
    for member, share in found.items():
        assert share == own or (
            share < own and any(total == most and member in ids for total, most, ids in sums)
        )


@settings(max_examples=50)
@given(rosters, st.integers(0, 9))
def test_shares_add_up_to_the_seats_or_to_the_members(members, seats):
    assert sum(shares(members, seats, Ceilings()).values()) == min(seats, len(members))


@settings(max_examples=50)
@given(rosters, st.integers(0, 9), ceilings, st.integers(1, 9), st.data())
def test_more_weight_never_lowers_a_share(members, seats, bounds, more, data):
    member = data.draw(st.sampled_from([member for member, _ in members]))
    heavier = [(i, weight + more * (i == member)) for i, weight in members]
    before, after = shares(members, seats, bounds), shares(heavier, seats, bounds)
    assert after[member] >= before[member]


@settings(max_examples=50)
@given(rosters, st.integers(0, 9), ceilings)
def test_within_the_same_classes_heavier_gets_no_less_and_equal_gets_equal(members, seats, bounds):
    found = shares(members, seats, bounds)
    of = {i: [i in ids for _, ids in bounds.classes] for i in found}
    for a, heavy in members:
        for b, light in members:
            if of[a] == of[b] and heavy >= light:
                assert found[a] >= found[b]
                assert heavy > light or found[a] == found[b]


@settings(max_examples=50)
@given(rosters, st.integers(0, 9), ceilings, st.randoms(use_true_random=False))
def test_order_of_members_and_classes_does_not_matter(members, seats, bounds, chance):
    turned = list(members)
    chance.shuffle(turned)
    reordered = Ceilings(bounds.cooldown, bounds.classes[::-1])
    assert shares(turned, seats, reordered) == shares(members, seats, bounds)
