"""Each kind of constraint by itself: what it refuses, sees and counts, and that it forgets."""

import pytest

from pavgen.place.constraints.at_least import Wanting
from pavgen.place.constraints.barred import Barring
from pavgen.place.constraints.board import set_up
from pavgen.place.constraints.cap import Capping
from pavgen.place.constraints.guard import Demand, Refusal
from pavgen.place.constraints.registry import guard
from pavgen.place.constraints.separate import Separating
from tests.place.constraints.cases import (
    at_least,
    cap,
    competitors,
    cooldown,
    elsewhere,
    labels,
)

BOARD = set_up(tuple("abcdef"), 6, 6, ("b",), (frozenset("ac"), frozenset("bd")))
A, B, C, D, E, F = range(6)


def of(part):
    return guard(BOARD, *part)


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        (labels(2, x="ab"), Separating),
        (competitors(2, "ab"), Separating),
        (cap(1, x="ab"), Capping),
        (elsewhere(1, a=1), Barring),
        (cooldown(1), Barring),
        (at_least(1, "a"), Wanting),
    ],
)
def test_each_kind_of_constraint_has_its_guard(part, kind):
    assert type(of(part)) is kind


def test_separate_refuses_near_those_placed_before_and_the_pinned_on_both_sides():
    found = of(labels(2, x="abc"))
    assert [found.refuses(A, p) for p in (1, 2, 3, 4)] == [Refusal(B), Refusal(B), Refusal(B), None]
    found.place(A, 4)
    assert [found.refuses(C, p) for p in (5, 6)] == [Refusal(A), None]
    assert found.refuses(D, 5) is None
    found.take_back(A, 4)
    assert found.refuses(C, 5) is None


def test_separate_sees_classes_of_two_and_competitors_of_the_same():
    seen = of(labels(2, x="ab", y="cd", z="d")).kinds()
    assert seen == {A: (0,), B: (0,), C: (1,), D: (1,)}
    seen = of(competitors(2, "ad", "ae", "bc")).kinds()
    assert seen[D] == seen[E] != seen[A]
    assert seen[B] == seen[C]
    assert F not in seen


def test_separate_is_broken_by_the_later_of_two():
    assert of(labels(3, x="abc")).broken((A, D, B, E, F, C)) == (3,)
    assert of(labels(4, x="abc")).broken((A, D, B, E, F, C)) == (3, 6)


def test_separate_wants_a_member_where_all_would_not_fit_otherwise():
    found = of(labels(2, x="acd"))
    demand = Demand("", frozenset({A, C, D, E, F}), 5, 5)
    found.watch([demand])
    found.open(1)
    assert [found.starves(who, 1) for who in (A, E)] == [False, True]
    assert list(found.shortages()) == []


def test_a_cap_counts_the_pinned_and_names_who_came_last():
    found = of(cap(2, x="abcd"))
    assert found.refuses(A, 1) is None
    found.place(A, 1)
    assert found.refuses(C, 3) == Refusal(A)
    found.take_back(A, 1)
    assert found.refuses(C, 3) is None


def test_a_cap_sees_only_classes_that_can_be_too_many():
    assert of(cap(2, x="abc", y="de")).kinds() == {A: (0,), B: (0,), C: (0,)}


def test_a_cap_is_broken_by_the_unpinned_beyond_it():
    assert of(cap(2, x="abcd")).broken((A, B, C, E, D, F)) == (3, 5)


def test_a_cap_looks_ahead_to_what_all_classes_can_give():
    found = of(cap(1, x="ac", y="def"))
    demand = Demand("", frozenset({A, C, D}), 2, 3)
    found.watch([demand])
    assert [found.starves(who, 1) for who in (A, C, D, E)] == [False, False, False, True]
    found.place(A, 1)
    demand.move(A, -1)
    assert [found.starves(who, 3) for who in (D, E)] == [False, True]
    demand.move(A, 1)
    found.take_back(A, 1)
    assert list(found.shortages()) == []


def test_a_cap_counts_each_partner_in_its_first_class():
    found = of(cap(2, x="acd", y="cde"))
    demand = Demand("", frozenset({A, C, E}), 3, 3)
    found.watch([demand])
    assert [found.starves(who, 1) for who in (D, E, F)] == [True, False, False]
    found.place(E, 1)
    demand.move(E, -1)
    assert [found.starves(who, 3) for who in (A, D, F)] == [False, True, False]


def test_a_cooldown_bars_who_sat_and_is_not_pinned():
    assert of(cooldown(1)).barred() == {A, C}
    assert of(cooldown(2)).barred() == {A, C, D}
    assert of(cooldown(9)).barred() == {A, C, D}
    assert of(cooldown(1)).refuses(A, 1) == Refusal()
    assert of(cooldown(1)).broken((A, B, D, C)) == (1, 4)


def test_a_cap_per_partner_bars_who_has_its_seats_elsewhere():
    assert of(elsewhere(2, a=1, b=2, c=2, d=3)).barred() == {C, D}


def test_at_least_wants_members_once_the_seats_run_out():
    found = Wanting(BOARD, at_least(3, "abc")[0], frozenset({A, B, C}))
    seats = Demand("", frozenset({A, C, D, E, F}), 3, 5)
    found.watch((seats, found.demand(seats.of)))
    assert found.starves(D, 1) is False
    seats.left = 2
    assert [found.starves(who, 1) for who in (A, D)] == [False, True]
    found.place(A, 1)
    assert found.starves(D, 3) is False
    found.take_back(A, 1)
    assert found.starves(D, 1) is True


def test_at_least_is_broken_as_a_whole():
    found = of(at_least(3, "abc"))
    assert [found.broken((A, B, C)), found.broken((A, B, D))] == [(), (0,)]
    assert found.refuses(D, 1) is None
