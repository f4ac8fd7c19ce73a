from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings

from pavgen.place.constraints.conflict import Conflict
from tests.place.constraints import oracle
from tests.place.constraints.cases import (
    Case,
    at_least,
    cap,
    cases,
    competitors,
    cooldown,
    elsewhere,
    knotted,
    labels,
)


def let_off(case, partners):
    """The partners no longer matter to any constraint but `at_least`."""
    parts = tuple((constraint, without(bound, partners)) for constraint, bound in case.parts)
    recent = tuple(tuple(i for i in sat if i not in partners) for sat in case.recent)
    return replace(case, parts=parts, recent=recent)


def without(bound, partners):
    return replace(
        bound,
        pairs=tuple(pair for pair in bound.pairs if not set(pair) & set(partners)),
        classes=tuple(
            (label, tuple(i for i in ids if i not in partners)) for label, ids in bound.classes
        ),
        used=tuple((i, n) for i, n in bound.used if i not in partners),
    )


def only(case, found):
    """The case reduced to its conflict: no other constraint, pin or partner counts."""
    others = [i for i in case.order if i not in found.partners]
    parts = tuple(case.parts[i] for i in found.constraints)
    return let_off(replace(case, parts=parts, pins=found.pins), others)


def less(case, found):
    """The reduced case with one constraint, pin or partner less, each in turn."""
    core = only(case, found)
    return chain(
        (replace(core, parts=core.parts[:i] + core.parts[i + 1 :]) for i in range(len(core.parts))),
        (replace(core, pins=core.pins[:i] + core.pins[i + 1 :]) for i in range(len(core.pins))),
        (let_off(core, [one]) for one in found.partners),
    )


@given(cases())
@settings(max_examples=100, deadline=None)
def test_a_conflict_is_one_and_nothing_in_it_could_be_left_out(case):
    case = replace(case, parts=tuple((replace(c, hard=True), b) for c, b in case.parts))
    found = case.run()
    if isinstance(found, Conflict):
        assert oracle.arranged(only(case, found)) is None
        assert all(oracle.arranged(fewer) is not None for fewer in less(case, found))


def test_a_crowded_label_is_named_with_those_of_it_who_are_too_many():
    case = Case(tuple("abcdefghijkl"), (labels(2, crm="abcdefg", erp="hij"),))
    assert case.conflict() == Conflict(
        (0,), (), tuple("abcdefg"), "7 of 12 carry `crm`; distance 2 allows 6", exhausted=False
    )


def test_constraints_that_are_soft_or_have_nothing_to_do_with_it_are_not_named():
    parts = (labels(2, hard=False, x="ab"), cap(3, emea="ab"), competitors(3, "ab", "ac", "bc"))
    assert Case(tuple("abcd"), parts).conflict() == Conflict(
        (2,),
        (),
        tuple("abc"),
        "3 of 4 compete with each other; distance 3 allows 2",
        exhausted=False,
    )


def test_pins_too_near_each_other_are_named():
    pins = (("a", 1), ("d", 3), ("b", 4))
    case = Case(tuple("acdb"), (labels(2, crm="db", erp="ac"),), pins=pins)
    assert case.conflict() == Conflict(
        (0,),
        (("d", 3), ("b", 4)),
        ("b", "d"),
        "`d` and `b` are pinned less than 2 positions apart",
        exhausted=False,
    )


def test_a_pin_that_spoils_an_otherwise_possible_order_is_named():
    case = Case(tuple("abc"), (labels(2, crm="bc"),), pins=(("a", 1),))
    assert case.conflict() == Conflict(
        (0,), (("a", 1),), ("b", "c"), "2 of 3 carry `crm`; distance 2 allows 1", exhausted=False
    )


def test_a_pin_without_which_there_is_a_conflict_too_is_not_named():
    case = Case(tuple("xay"), (competitors(2, "ax", "ay"),), pins=(("a", 2),))
    assert case.conflict() == Conflict((0,), (), tuple("axy"), "", exhausted=False)


@pytest.mark.parametrize(
    ("parts", "slots", "counting"),
    [
        ((cap(1, emea="abc"),), None, "of 4 a cap of 1 per home region allows 2; 4 are asked for"),
        ((cooldown(1),), None, "1 of 4 sat in the last period; 4 are asked for"),
        ((cooldown(2),), None, "2 of 4 sat in the last 2 periods; 4 are asked for"),
        (
            (elsewhere(2, a=2, b=1),),
            None,
            "1 of 4 have 2 of the seats that count already; 4 are asked for",
        ),
        (
            (at_least(3, "ab"),),
            3,
            "2 can be seated who meet `tier is gold`; at least 3 are asked for",
        ),
        (
            (at_least(3, "abc"),),
            2,
            "2 seats are open to those who meet `tier is gold`; at least 3 are asked for",
        ),
        (
            (cap(1, emea="ab"), at_least(2, "ab")),
            3,
            "of 2 who meet `tier is gold` a cap of 1 per home region allows 1; 2 are asked for",
        ),
        (
            (labels(3, crm="abc"), at_least(2, "abc")),
            3,
            "3 of 3 who meet `tier is gold` carry `crm`; 2 of them are asked for, distance 3 allows 1",
        ),
        ((competitors(2, "ab", "ac", "ad"),), None, ""),
    ],
)
def test_counting_says_why(parts, slots, counting):
    case = Case(tuple("abcd"), parts, slots, recent=(tuple("a"), tuple("b")))
    assert case.conflict().counting == counting


def test_the_pinned_are_counted_with_the_others():
    case = Case(tuple("abxyc"), (labels(2, crm="abc"),), pins=(("b", 2),))
    assert case.conflict() == Conflict(
        (0,), (("b", 2),), tuple("abc"), "3 of 5 carry `crm`; distance 2 allows 2", exhausted=False
    )


def test_a_search_that_gives_up_says_that_it_proved_nothing():
    found = knotted(12).conflict()
    assert (found.constraints, found.counting, found.exhausted) == ((0,), "", True)
