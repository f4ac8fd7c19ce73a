from datetime import date

import pytest

from pavgen.model.conditions import ALWAYS, AllOf, Among, AnyOf, AtLeast, AtMost, Not
from pavgen.model.records.listing import Office
from pavgen.place.eligibility import Answer, Verdict, evaluate, judged
from tests.place.programmes import WORDS, partner

DAY = date(2026, 11, 25)
NEXT = date(2026, 11, 26)
BEFORE = date(2026, 11, 24)


def holds(condition, made, day=DAY):
    return evaluate(condition, made, WORDS, day).holds


@pytest.mark.parametrize(
    ("own", "wanted", "found"),
    [
        ("de", "emea", True),
        ("de", "dach", True),
        ("de", "de", True),
        ("emea", "de", False),
        ("at", "de", False),
        ("amer", "emea", False),
    ],
)
def test_region_is_found_under_those_above_it(own, wanted, found):
    assert holds(Among("regions", (wanted,)), partner("ada", regions=(own,))) == found


def test_solution_area_is_found_under_the_one_above_it():
    assert holds(Among("solution_areas", ("data",)), partner("ada", solution_areas=("lake",)))


def test_industry_is_found_under_the_one_above_it():
    assert holds(Among("industries", ("energy",)), partner("ada", industries=("grid",)))


def test_answer_tells_the_partners_own_words_and_not_those_above():
    condition = Among("regions", ("emea",))
    assert evaluate(condition, partner("ada", regions=("de",)), WORDS, DAY) == Answer(
        condition, holds=True, actual=("de",)
    )


@pytest.mark.parametrize(("until", "found"), [(None, True), (DAY, True), (BEFORE, False)])
def test_certification_counts_through_its_last_day(until, found):
    made = partner("ada", certifications=[("expert", until)])
    assert holds(Among("certifications", ("expert",)), made) == found


def test_countries_are_those_of_the_offices():
    made = partner("ada", offices=(Office(city="Oslo", country="NO"),))
    assert holds(Among("countries", ("NO", "DE")), made)


def test_partner_is_known_by_a_former_slug():
    assert holds(Among("partner", ("old",)), partner("new", aliases=("old",)))


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (AtLeast("points", 10), True),
        (AtLeast("points", 11), False),
        (AtMost("points", 10), True),
        (AtMost("points", 9), False),
        (AtLeast("joined", DAY), True),
        (AtLeast("joined", NEXT), False),
        (AtMost("joined", DAY), True),
        (AtMost("joined", BEFORE), False),
    ],
)
def test_bounds_include_their_value(condition, found):
    assert holds(condition, partner("ada", points=10, joined=DAY)) == found


@pytest.mark.parametrize("condition", [AtLeast("founded", 0), AtMost("reviewed", date.max)])
def test_comparison_with_a_field_without_a_value_does_not_hold(condition):
    assert evaluate(condition, partner("ada"), WORDS, DAY) == Answer(condition, holds=False)


def test_empty_all_holds_and_empty_any_does_not():
    made = partner("ada")
    assert (holds(AllOf(()), made), holds(AnyOf(()), made)) == (True, False)


def test_answer_is_a_tree_in_which_every_part_is_answered():
    gold, many = Among("tier", ("gold",)), AtLeast("points", 5)
    condition = AnyOf((gold, Not(many)))
    assert evaluate(condition, partner("ada", tier="gold", points=7), WORDS, DAY) == Answer(
        condition,
        holds=True,
        parts=(
            Answer(gold, holds=True, actual=("gold",)),
            Answer(Not(many), holds=False, parts=(Answer(many, holds=True, actual=7),)),
        ),
    )


@pytest.mark.parametrize(
    ("span", "status", "returns"),
    [
        ((NEXT, None), "active", None),
        ((DAY, None), "suspended", None),
        ((BEFORE, DAY), "suspended", NEXT),
        ((BEFORE, BEFORE), "active", None),
    ],
)
def test_status_is_that_of_the_day(span, status, returns):
    made = partner("ada", suspended=span)
    verdict = judged(made, "all", ALWAYS, WORDS, DAY)
    assert (verdict.status, verdict.returns, verdict.eligible) == (
        status,
        returns,
        status == "active",
    )
    assert holds(Among("status", ("active",)), made) == (status == "active")


def test_former_partner_stays_former_while_it_is_suspended():
    made = partner("ada", status="former", suspended=(BEFORE, NEXT))
    assert judged(made, "all", ALWAYS, WORDS, DAY) == Verdict(
        "former", Answer(ALWAYS, holds=True), opted_out=False, returns=None
    )


def test_opting_out_narrows():
    verdict = judged(partner("ada", opt_out=("spot",)), "spot", ALWAYS, WORDS, DAY)
    assert (verdict.opted_out, verdict.eligible) == (True, False)
