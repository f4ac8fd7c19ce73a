from dataclasses import replace

from hypothesis import given, settings

from pavgen.place.constraints.arranging import Arranged
from pavgen.place.constraints.moves import Move
from pavgen.place.rounds import Waiver
from tests.place.constraints import oracle
from tests.place.constraints.cases import (
    Case,
    at_least,
    cap,
    cases,
    competitors,
    cooldown,
    elsewhere,
    labels,
)


@given(cases())
@settings(max_examples=200, deadline=None)
def test_the_answer_is_that_of_a_search_without_look_ahead(case):
    found = case.run()
    got = (
        oracle.Answer(found.shown, found.seats, found.waivers, found.relaxed)
        if isinstance(found, Arranged)
        else None
    )
    assert got == oracle.arranged(case)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_everybody_is_in_the_list_once_and_moves_name_who_stands_elsewhere(case):
    found = case.run()
    if isinstance(found, Arranged):
        elsewhere = {a for a, b in zip(found.shown, case.order, strict=True) if a != b}
        named = [move.partner for move in found.moves]
        assert sorted(found.shown) == sorted(case.order)
        assert set(named) <= elsewhere
        assert len(named) == len(set(named))


def test_without_constraints_the_order_is_shown_as_it_is():
    assert Case(tuple("abc"), slots=2).arranged() == Arranged(tuple("abc"), 2, (), (), ())
    assert Case(tuple("abc"), slots=9).arranged() == Arranged(tuple("abc"), 3, (), (), ())
    assert Case(tuple("abc")).arranged() == Arranged(tuple("abc"), 3, (), (), ())


def test_nobody_takes_part():
    assert Case((), (labels(2, crm="ab"),)).arranged() == Arranged((), 0, (), (), ())


def test_a_competitor_is_put_back_just_as_far_as_needed():
    case = Case(tuple("abcd"), (competitors(2, "ab"),))
    assert case.arranged() == Arranged(tuple("acbd"), 4, (), (Move("b", 0, "a"),), ())


def test_who_would_leave_too_little_for_the_rest_is_put_back():
    case = Case(tuple("abcde"), (labels(2, crm="cde"),))
    moves = (Move("a", 0, ""), Move("b", 0, ""))
    assert case.arranged() == Arranged(tuple("cadbe"), 5, (), moves, ())


def test_a_pinned_partner_further_on_is_kept_apart_from_too():
    case = Case(tuple("xabyz"), (competitors(2, "ab"),), pins=(("b", 3),))
    assert case.arranged() == Arranged(tuple("xybza"), 5, (), (Move("a", 0, "b"),), ())


def test_a_seat_that_nobody_may_fill_stays_open():
    case = Case(tuple("abcd"), (cap(1, emea="abc"),), slots=3)
    moves = (Move("b", 0, "a"), Move("c", 0, "a"))
    assert case.arranged() == Arranged(tuple("adbc"), 2, (), moves, ())


def test_a_pin_moves_up_beside_an_open_seat():
    case = Case(tuple("abcd"), (cap(1, emea="abd"),), slots=3, pins=(("c", 3),))
    assert case.arranged() == Arranged(tuple("acbd"), 2, (), (), ())


def test_a_pin_beyond_the_seats_counts_for_nothing():
    case = Case(tuple("abc"), (cap(1, emea="ac"),), slots=2, pins=(("c", 3),))
    assert case.arranged() == Arranged(tuple("abc"), 2, (), (), ())


def test_caps_and_cooldown_count_pins_and_do_not_refuse_them():
    parts = (cap(1, emea="abc"), cooldown(1), elsewhere(1, a=1, b=1))
    case = Case(tuple("abcd"), parts, slots=3, pins=(("a", 1), ("b", 2)), recent=(tuple("a"),))
    assert case.arranged() == Arranged(tuple("abdc"), 3, (), (Move("c", 0, "b"),), ())


def test_who_sat_in_the_last_periods_waits():
    case = Case(tuple("abcd"), (cooldown(2),), slots=1, recent=(tuple("a"), tuple("b"), tuple("c")))
    moves = (Move("a", 0, ""), Move("b", 0, ""))
    assert case.arranged() == Arranged(tuple("cabd"), 1, (), moves, ())


def test_members_are_seated_as_late_as_the_wanted_number_allows():
    case = Case(tuple("abcdef"), (at_least(2, "def"),), slots=3)
    moves = (Move("b", 0, ""), Move("c", 0, ""))
    assert case.arranged() == Arranged(tuple("adebcf"), 3, (), moves, ())


def test_a_soft_constraint_that_can_be_kept_is_kept():
    case = Case(tuple("abc"), (labels(2, hard=False, crm="ab"),))
    assert case.arranged() == Arranged(tuple("acb"), 3, (), (Move("b", 0, "a"),), ())


def test_the_last_soft_constraint_is_relaxed_first():
    either = (competitors(2, "ab", hard=False), competitors(2, "cd", hard=False))
    parts = (competitors(2, "ac", "bd"), *either)
    found = Case(tuple("abcd"), parts).arranged()
    assert (found.shown, found.waivers, found.relaxed) == (
        tuple("adcb"),
        (Waiver(2, "c", 3),),
        (2,),
    )
    found = Case(tuple("abcd"), (parts[0], *reversed(either))).arranged()
    assert (found.shown, found.waivers, found.relaxed) == (
        tuple("cbad"),
        (Waiver(2, "a", 3),),
        (2,),
    )


def test_a_relaxed_wanted_number_is_waived_for_the_whole_list():
    parts = (at_least(2, "a", hard=False), at_least(1, "a", hard=False))
    case = Case(tuple("ba"), parts, slots=1)
    assert case.arranged() == Arranged(
        tuple("ba"), 1, (Waiver(0, "", 0), Waiver(1, "", 0)), (), (0, 1)
    )


def test_a_relaxed_constraint_still_puts_back_who_breaks_it():
    case = Case(tuple("abcd"), (labels(2, hard=False, crm="abc"),))
    assert case.arranged() == Arranged(
        tuple("adbc"), 4, (Waiver(0, "c", 4),), (Move("b", 0, "a"), Move("c", 0, "a")), (0,)
    )


def test_a_soft_cooldown_gives_way_so_that_seats_are_filled():
    case = Case(tuple("abc"), (cooldown(1, hard=False),), slots=2, recent=(tuple("ab"),))
    assert case.arranged() == Arranged(
        tuple("cab"), 2, (Waiver(0, "a", 2),), (Move("a", 0, ""), Move("b", 0, "")), (0,)
    )


def test_with_an_open_seat_soft_constraints_are_kept_if_they_can_be():
    parts = (cap(1, emea="abc"), competitors(2, "ab", hard=False))
    assert Case(tuple("abc"), parts, slots=2).arranged().relaxed == ()


def test_of_two_pins_too_near_the_later_has_the_waiver():
    case = Case(tuple("ab"), (labels(2, hard=False, crm="ab"),), pins=(("a", 1), ("b", 2)))
    assert case.arranged() == Arranged(tuple("ab"), 2, (Waiver(0, "b", 2),), (), (0,))


def test_a_pin_over_a_soft_cap_is_no_waiver():
    parts = (cap(1, hard=False, emea="abc"), at_least(3, "abc"))
    case = Case(tuple("abcd"), parts, slots=3, pins=(("a", 1), ("b", 2)))
    assert case.arranged() == Arranged(tuple("abcd"), 3, (Waiver(0, "c", 3),), (), (0,))


def test_the_order_of_facts_does_not_matter():
    case = Case(tuple("fbdace"), (labels(2, crm="abc", erp="bde"),))
    mirrored = replace(case, parts=(labels(2, a="edb", b="cba"),))
    assert case.arranged() == mirrored.arranged()
