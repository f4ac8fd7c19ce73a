from datetime import date

import pytest

from pavgen.model.conditions import ALWAYS, AllOf, Among, AnyOf, AtLeast, AtMost, Not
from pavgen.model.records.policy import Group
from pavgen.place.eligibility import evaluate, judged
from pavgen.place.reasoning_conditions import eligible, obstacles, unmet
from pavgen.place.reasoning_kinds import Reason, ReasonKind
from pavgen.place.sentences import sentence
from tests.place.programmes import WORDS, partner, programme
from tests.place.told import DAY, ENGLISH, one_list, tree_of

GOLD = Among("tier", ("gold", "silver"))
POOR = partner("ada", tier="registered", points=5, joined=date(2026, 1, 1))
MADE = programme([POOR, partner("bob", name="Bob Ltd")])


def said(condition, *, staff=True, who=POOR):
    return sentence(unmet(evaluate(condition, who, WORDS, DAY), MADE, staff=staff), ENGLISH)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Among("regions", ("de",)), "Regions – none given; needed: De."),
        (Among("partner", ("bob", "zed")), "Partner – Ada; needed: Bob Ltd or zed."),
        (AtLeast("points", 9), "Points – 5; needed: 9 or more."),
        (AtMost("points", 3), "Points – 5; needed: 3 or less."),
        (Not(AtLeast("points", 3)), "Points – 5; needed: less than 3."),
        (Not(AtMost("points", 9)), "Points – 5; needed: more than 9."),
        (
            AtLeast("joined", date(2026, 2, 1)),
            "Day of joining – 1 January 2026; needed: 1 February 2026 or later.",
        ),
        (
            AtMost("joined", date(2025, 1, 1)),
            "Day of joining – 1 January 2026; needed: 1 January 2025 or earlier.",
        ),
        (
            Not(AtMost("joined", date(2026, 1, 1))),
            "Day of joining – 1 January 2026; needed: a day after 1 January 2026.",
        ),
        (
            Not(AtLeast("joined", date(2026, 1, 1))),
            "Day of joining – 1 January 2026; needed: a day before 1 January 2026.",
        ),
        (
            Not(Among("tier", ("registered",))),
            "Tier – Registered; left out here: Registered.",
        ),
        (AtLeast("founded", 2000), "Year of foundation – none given; needed: 2000 or more."),
        (
            AllOf((GOLD, AtLeast("points", 1), AtLeast("points", 9))),
            "Tier – Registered; needed: Gold or Silver, and points – 5; needed: 9 or more.",
        ),
        (
            AnyOf((GOLD, AtLeast("points", 9))),
            "Tier – Registered; needed: Gold or Silver; or points – 5; needed: 9 or more.",
        ),
        (
            Not(AnyOf((AtLeast("points", 1), AtMost("points", 9), GOLD))),
            "Points – 5; needed: less than 1, and points – 5; needed: more than 9.",
        ),
        (AnyOf(()), "Nobody can meet the list's condition."),
    ],
)
def test_unmet_condition_is_told_with_what_would_change_it(condition, words):
    assert said(condition) == words


def test_points_are_told_to_staff_only():
    assert said(AtLeast("points", 9), staff=False) == (
        "Points – not told in public; needed: 9 or more."
    )


def test_met_condition_is_told_by_the_words_that_meet_it():
    rich = partner("ada", regions=("amer", "de"), tier="gold")
    condition = AllOf((Among("status", ("active",)), Among("regions", ("dach",)), GOLD))
    told = eligible(evaluate(condition, rich, WORDS, DAY), MADE, staff=False)
    assert sentence(told, ENGLISH) == (
        "It may be shown here, since it meets the list's condition: regions – De; tier – Gold."
    )


@pytest.mark.parametrize("condition", [ALWAYS, Among("status", ("active",))])
def test_condition_that_asks_for_nothing_more_is_told_as_open_to_all(condition):
    told = eligible(evaluate(condition, POOR, WORDS, DAY), MADE, staff=False)
    assert told == Reason(ReasonKind.ELIGIBLE, {"how": "anyone"})


def refusal(made, eligible=ALWAYS):
    return sentence(
        tree_of(one_list([made], Group(strategy="draw"), eligible=eligible), "ada"), ENGLISH
    )


def test_refusal_names_everything_that_stands_in_the_way():
    made = partner(
        "ada",
        tier="registered",
        suspended=(date(2026, 11, 1), date(2026, 12, 31)),
        opt_out=("all",),
    )
    assert refusal(made, GOLD) == (
        "Not shown: it is suspended, and shown again from 1 January 2027; it has opted out;"
        " taking this list out of `opt_out` in its listing brings it back;"
        " tier – Registered; needed: Gold or Silver."
    )


def test_refusal_of_a_suspended_partner_tells_its_status_once():
    made = partner("ada", status="suspended", tier="registered")
    asks = AllOf((Among("status", ("active",)), GOLD))
    assert [refusal(made, asks), refusal(made, asks.parts[0])] == [
        "Not shown: it is suspended; tier – Registered; needed: Gold or Silver.",
        "Not shown: it is suspended.",
    ]


def test_refusal_of_a_former_partner_says_so():
    assert refusal(partner("ada", status="former")) == "Not shown: it has left the programme."


def test_refusal_of_a_partner_that_joins_later_names_the_day():
    assert refusal(partner("ada", joined=date(2026, 12, 1))) == (
        "Not shown: it joins on 1 December 2026."
    )


def test_partner_that_meets_all_but_has_bought_nothing_is_told_so():
    group = Group(strategy="sponsored", packages=("big",))
    assert sentence(tree_of(one_list([partner("ada")], group), "ada"), ENGLISH) == (
        "Not shown: places in this list are sold, and it has bought none for this period."
    )


def test_obstacles_of_an_eligible_partner_are_none():
    verdict = judged(partner("ada"), "all", ALWAYS, WORDS, DAY)
    assert obstacles(verdict, MADE, staff=False) == ()
