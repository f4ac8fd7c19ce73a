from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.strategies.apportion import merged, seats_in_turn

NAMES = "abcdef"
TICKETS = {name: bytes([200 - 30 * n]) for n, name in enumerate(NAMES)}
houses = st.dictionaries(
    st.sampled_from(NAMES), st.tuples(st.integers(1, 60), st.integers(0, 12)), min_size=1
).map(lambda found: tuple((name, votes, members) for name, (votes, members) in found.items()))


def one_by_one(classes, wanted):
    """Seat by seat, compare all claims anew: votes over twice the seats held, plus one."""
    held, seats = Counter[str](), list[str]()
    while len(seats) < min(wanted, sum(members for _, _, members in classes)):
        claims = [
            (Fraction(votes, 2 * held[name] + 1), votes, [-byte for byte in TICKETS[name]], name)
            for name, votes, members in classes
            if held[name] < members
        ]
        held[max(claims)[-1]] += 1
        seats.append(max(claims)[-1])
    return tuple(seats)


def hamilton(classes, wanted):
    """Return seats by largest remainder, which is what apportion does not do."""
    whole = sum(votes for _, votes, _ in classes)
    seats = {name: votes * wanted // whole for name, votes, _ in classes}
    rest = sorted(classes, key=lambda c: (-(c[1] * wanted % whole), c[0]))
    for name, _, _ in rest[: wanted - sum(seats.values())]:
        seats[name] += 1
    return seats


def test_seats_come_in_the_order_of_the_quotients():
    classes = [("a", 53, 9), ("b", 24, 9), ("c", 23, 9)]
    assert seats_in_turn(classes, TICKETS, 7) == ("a", "b", "c", "a", "a", "b", "c")


def test_equal_quotients_go_to_the_class_with_more_votes():
    assert seats_in_turn([("a", 1, 3), ("b", 3, 3)], TICKETS, 3) == ("b", "b", "a")


def test_equal_votes_go_to_the_class_with_the_smaller_ticket():
    assert seats_in_turn([("a", 2, 1), ("b", 2, 1)], TICKETS, 2) == ("b", "a")


def test_class_without_members_left_is_passed_over():
    classes = [("a", 90, 1), ("b", 1, 2), ("c", 50, 0)]
    assert seats_in_turn(classes, TICKETS, 9) == ("a", "b", "b")


@pytest.mark.parametrize(("classes", "wanted"), [((), 3), ((("a", 5, 5),), 0)])
def test_no_class_or_no_seat_gives_no_seat(classes, wanted):
    assert seats_in_turn(classes, TICKETS, wanted) == ()


@given(houses, st.integers(0, 60))
def test_seats_are_those_of_comparing_all_claims_anew(classes, wanted):
    assert seats_in_turn(classes, TICKETS, wanted) == one_by_one(classes, wanted)


@given(houses, st.integers(0, 40))
def test_seats_are_votes_over_a_common_divisor_rounded_to_the_nearest(classes, wanted):
    """Where members suffice: no class has fewer than votes / d - 1/2, nor more than + 1/2."""
    large = [(name, votes, 99) for name, votes, _ in classes]
    held = Counter(seats_in_turn(large, TICKETS, wanted))
    least = max(Fraction(2 * held[name] - 1, votes) for name, votes, _ in large)
    most = min(Fraction(2 * held[name] + 1, votes) for name, votes, _ in large)
    assert least <= most


@given(houses, st.integers(0, 30))
def test_one_more_seat_takes_none_from_anybody(classes, wanted):
    more = seats_in_turn(classes, TICKETS, wanted + 1)
    assert more[:wanted] == seats_in_turn(classes, TICKETS, wanted)


def test_one_more_seat_takes_one_away_by_largest_remainder_but_not_here():
    """The Alabama paradox: why seats are not given by Hamilton's method."""
    classes = [("a", 6, 99), ("b", 6, 99), ("c", 2, 99)]
    assert (hamilton(classes, 10)["c"], hamilton(classes, 11)["c"]) == (2, 1)
    held = [Counter(seats_in_turn(classes, TICKETS, n))["c"] for n in (10, 11)]
    assert held == sorted(held)


@given(houses, st.integers(0, 40), st.data())
def test_class_that_loses_votes_gains_no_seat(classes, wanted, data):
    loser, votes, _ = data.draw(st.sampled_from(classes))
    fewer = data.draw(st.integers(1, votes))
    after = [(name, fewer if name == loser else v, members) for name, v, members in classes]
    before_seats = Counter(seats_in_turn(classes, TICKETS, wanted))
    after_seats = Counter(seats_in_turn(after, TICKETS, wanted))
    assert after_seats[loser] <= before_seats[loser]


@given(houses, st.integers(0, 40), st.data())
def test_class_that_loses_members_with_their_votes_gains_no_seat(classes, wanted, data):
    loser, votes, members = data.draw(st.sampled_from(classes))
    fewer = (loser, data.draw(st.integers(1, votes)), data.draw(st.integers(0, members)))
    after = [fewer if row[0] == loser else row for row in classes]
    before_seats = Counter(seats_in_turn(classes, TICKETS, wanted))
    assert Counter(seats_in_turn(after, TICKETS, wanted))[loser] <= before_seats[loser]


@given(houses, st.integers(0, 40))
def test_order_of_the_classes_does_not_matter(classes, wanted):
    assert seats_in_turn(classes[::-1], TICKETS, wanted) == seats_in_turn(classes, TICKETS, wanted)


def test_merged_order_fills_each_seat_by_the_next_of_its_class():
    pools = {"a": ("x", "y"), "b": ("u", "v", "w")}
    assert merged(pools, ("b", "a", "b", "a", "b")) == ("u", "x", "v", "y", "w")


def test_merged_order_ends_with_the_seats():
    assert merged({"a": ("x", "y"), "b": ("u",)}, ("a", "b")) == ("x", "u")
