from datetime import date

import pytest

from pavgen.model.conditions import ALWAYS, AllOf, Among, AnyOf, AtLeast, AtMost, Not
from pavgen.model.records.policy import FixedOrder, Group, Seed
from pavgen.place.eligibility import evaluate
from pavgen.place.placing import place
from pavgen.place.sentences import order_in_words, unmet, why_here, why_not
from tests.place.programmes import WORDS, opportunity, partner, programme

DAY = date(2026, 11, 25)
GOLD = Among("tier", ("gold", "silver"))


def sentences(partners, group, **rule):
    made = programme(partners, groups={"main": group}, opportunities={"all": opportunity(**rule)})
    listed = place(made, DAY).value.opportunities["all"]
    names = {p.slug: p.name for p in partners}
    return [why_here(d, names) for d in (*listed.decisions, *listed.waiting)]


def refusal(made, eligible=ALWAYS):
    placement = place(
        programme([made], opportunities={"all": opportunity(eligible=eligible)}), DAY
    ).value
    return why_not(placement.opportunities["all"].excluded[0])


def test_points_are_told_with_those_of_the_neighbours():
    assert sentences(
        [partner("ada", points=120), partner("bob", points=90), partner("cid", points=1)],
        Group(strategy="points"),
        slots=2,
    ) == [
        "first by 120 points; ahead of Bob (90 points)",
        "at position 2 by 90 points; ahead of Cid (1 point); behind Ada (120 points)",
        "at position 3 by 1 point; behind Bob (90 points); waiting for a slot",
    ]


def test_ties_are_told_with_the_start_of_both_tickets():
    assert sentences(
        [partner("ada", points=5), partner("bob", points=5)], Group(strategy="points")
    ) == [
        "first by 5 points; ahead of Ada, tie broken by ticket 3112c402… before ac16ddb5…",
        "at position 2 by 5 points; behind Bob, tie broken by ticket ac16ddb5… after 3112c402…",
    ]


def test_rungs_of_a_ladder_are_told_as_ties_broken():
    assert sentences(
        [partner("ada", certifications=["basic"]), partner("bob")],
        Group(strategy="points", ladder=("certifications",)),
    ) == [
        "first by 0 points; ahead of Bob, tie broken by 1 certification before 0",
        "at position 2 by 0 points; behind Ada, tie broken by 0 certifications after 1",
    ]


def test_blocks_are_told_by_tier():
    assert sentences(
        [partner("ada", tier="gold", points=1), partner("bob", tier="silver", points=2)],
        Group(strategy="points"),
        blocks="tier",
    ) == [
        "first in tier gold, by 1 point; ahead of Bob (tier silver)",
        "at position 2 in tier silver, by 2 points; behind Ada (tier gold)",
    ]


def test_fixed_order_is_told_by_place_and_the_rest_by_ticket():
    fixed = FixedOrder(partners=("bob",), reason="A launch", until=DAY)
    first, second = sentences(
        [partner("ada"), partner("bob")], Group(strategy="fixed", fixed=fixed)
    )
    assert first == "first by place 1 of the fixed order; ahead of Ada (not listed)"
    assert second.startswith("at position 2 by ticket ")
    assert second.endswith("; behind Bob (place 1 of the fixed order)")


def test_name_of_sixty_four_letters_is_told_whole():
    name = "a" * 64
    (only,) = sentences([partner("ada", name=name)], Group(strategy="alphabetical"))
    assert only == f"first by the name “{name}”"


def test_refusal_names_the_condition_and_what_it_needs():
    assert refusal(partner("ada", tier="registered"), GOLD) == (
        "not shown: tier is registered; needs gold or silver"
    )


def test_refusal_names_everything_that_stands_in_the_way():
    made = partner(
        "ada",
        tier="registered",
        suspended=(date(2026, 11, 1), date(2026, 12, 31)),
        opt_out=("all",),
    )
    assert refusal(made, GOLD) == (
        "not shown: the partner is suspended; shown again from 2027-01-01;"
        " and its listing opts out; needs the opportunity taken from `opt_out`;"
        " and tier is registered; needs gold or silver"
    )


def test_refusal_of_a_suspended_partner_tells_its_status_once():
    made = partner("ada", status="suspended", tier="registered")
    asks = AllOf((Among("status", ("active",)), GOLD))
    assert [refusal(made, asks), refusal(made, asks.parts[0])] == [
        "not shown: the partner is suspended; and tier is registered; needs gold or silver",
        "not shown: the partner is suspended",
    ]


def test_refusal_of_a_former_partner_says_so():
    assert refusal(partner("ada", status="former")) == (
        "not shown: the partner has left the programme"
    )


POOR = partner("ada", tier="registered", points=5, joined=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Among("regions", ("de",)), "region is not given; needs de"),
        (AtLeast("points", 9), "points is 5; needs 9 or more"),
        (AtMost("points", 3), "points is 5; needs 3 or less"),
        (Not(AtLeast("points", 3)), "points is 5; needs less than 3"),
        (Not(AtMost("points", 9)), "points is 5; needs more than 9"),
        (
            AtMost("joined", date(2025, 1, 1)),
            "day of joining is 2026-01-01; needs 2025-01-01 or earlier",
        ),
        (
            Not(AtMost("joined", date(2026, 1, 1))),
            "day of joining is 2026-01-01; needs after 2026-01-01",
        ),
        (Not(Among("tier", ("registered",))), "tier is registered; must not be registered"),
        (AtLeast("founded", 2000), "year of foundation is not given; needs 2000 or more"),
        (
            AllOf((GOLD, AtLeast("points", 1), AtLeast("points", 9))),
            "tier is registered; needs gold or silver, and points is 5; needs 9 or more",
        ),
        (
            AnyOf((GOLD, AtLeast("points", 9))),
            "tier is registered; needs gold or silver, or points is 5; needs 9 or more",
        ),
        (
            Not(AnyOf((AtLeast("points", 1), AtMost("points", 9), GOLD))),
            "points is 5; needs less than 1, and points is 5; needs more than 9",
        ),
        (AnyOf(()), "nobody can be eligible by this rule"),
    ],
)
def test_unmet_condition_is_told_with_what_would_change_it(condition, words):
    answer = evaluate(condition, POOR, WORDS, DAY)
    assert (answer.holds, unmet(answer)) == (False, words)


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (
            Group(strategy="draw", seed=Seed(source="beacon round 7", value="beef")),
            (
                "every order is equally likely, and anyone can recompute it",
                "tickets come from `beacon round 7`",
            ),
        ),
        (
            Group(strategy="points"),
            (
                "more points never hurt",
                "the seed of the tickets was not publicly committed",
            ),
        ),
        (
            Group(strategy="alphabetical"),
            ("not neutral: a name early in the alphabet is always first",),
        ),
    ],
)
def test_order_in_words_tells_the_promise_and_the_seed(group, words):
    made = programme([partner("ada")], groups={"main": group})
    assert order_in_words(place(made, DAY).value.groups["main"]) == words


def test_refusal_of_a_partner_that_joins_later_names_the_day():
    joins = made_later()
    assert refusal(joins) == "not shown: the partner joins on 2026-12-01"


def made_later():
    return partner("ada", joined=date(2026, 12, 1))
