"""Where the search gives up: the work it saves is part of the rule, so it is told word by word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.constraints.problem import Problem
from pavgen.place.constraints.search import BUDGET, Filling, search
from pavgen.place.rounds import GroupRule
from tests.place.constraints.cases import cases, knotted, tight_cases
from tests.place.constraints.literal import Literal


def problem(case):
    rule = GroupRule("draw", slots=case.slots, constraints=case.constraints)
    recent = tuple(frozenset(sat) for sat in case.recent)
    return Problem(case.order, rule, case.bounds, case.pins, recent)


def searched(case, active, relaxed, budget):
    asked = problem(case)
    found = search(asked.board(case.seats), asked.setting(active, relaxed), budget)
    if isinstance(found, Filling):
        return [case.order[who] for who in found.places]
    return "limit" if found.exhausted else None


@given(cases(most=7), st.integers(1, 4), st.integers(0, 4))
@settings(max_examples=100, deadline=None)
def test_the_limit_is_reached_just_where_the_words_of_the_rule_say(case, budget, kept):
    every = tuple(range(len(case.parts)))
    active, relaxed = every[:kept], every[kept:]
    expected = Literal(case, case.seats, active, relaxed, budget).run()
    assert searched(case, active, relaxed, budget) == expected


@given(tight_cases(), st.integers(1, 6))
@settings(max_examples=150, deadline=None)
def test_in_tight_lists_too(case, budget):
    every = tuple(range(len(case.parts)))
    expected = Literal(case, case.seats, every, (), budget).run()
    assert searched(case, every, (), budget) == expected


def test_the_limit_counts_what_is_taken_back():
    case = knotted(5)
    need = next(b for b in range(1, BUDGET) if searched(case, (0,), (), b) != "limit")
    assert need > 2
    for budget in (1, need - 1, need):
        assert searched(case, (0,), (), budget) == Literal(case, 10, (0,), (), budget).run()
