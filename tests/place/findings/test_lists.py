from dataclasses import replace

import pytest

from pavgen.model.conditions import ALWAYS
from pavgen.model.records.policy import Group, Limit, Score
from pavgen.place.findings.lists import list_findings
from tests.place.fairs import drawing
from tests.place.findings.cases import pin, said, told
from tests.place.programmes import opportunity, partner, programme

PAIR = [partner("ada"), partner("bob")]
BALANCED = Group(strategy="balanced")
APART = (Limit(separate="labels", hard=False),)


def with_lists(group=BALANCED, **lists):
    return programme(PAIR, groups={"main": group}, opportunities=lists)


def test_a_group_without_lists_is_a_warning():
    made = programme(PAIR, groups={"main": BALANCED, "side": BALANCED})
    assert told(made) == [("warning", "placement-group-unused", "groups.side")]


def test_a_group_that_decides_between_equals_of_another_is_used():
    scores = (Score(when=ALWAYS, score=1, label="All"),)
    made = programme(
        PAIR,
        groups={
            "turns": BALANCED,
            "main": Group(strategy="relevance", scores=scores, then="turns"),
        },
    )
    assert told(made) == []


@pytest.mark.parametrize(
    ("key", "given"), [("constraints", APART), ("pins", (pin("ada"),))], ids=["limits", "pins"]
)
def test_constraints_and_pins_ask_for_a_group_of_their_own(key, given):
    made = with_lists(all=opportunity(), few=opportunity(**{key: given}))
    assert told(made) == [("error", "placement-group-shared", f"opportunities.few.{key}")]
    assert said(made) == [
        f"group `main` orders `all` and `few` alike, so `{key}` of one would move partners in all"
    ]
    assert told(with_lists(few=opportunity(**{key: given}))) == []


def test_a_quota_asks_for_a_group_of_its_own():
    quota = Group(strategy="quota")
    made = with_lists(quota, all=opportunity(slots=1), few=opportunity(slots=2))
    assert told(made) == [("error", "placement-group-shared", "groups.main.strategy")]


def test_a_draw_gives_things_out_under_one_opportunity():
    made = drawing(constraints=APART)
    rules = (("all", opportunity()), ("more", opportunity(constraints=APART)))
    made = replace(made, policy=replace(made.policy, opportunities=rules))
    findings = list(list_findings(made.policy, "main", made.policy.group("main")))
    assert [(d.code, d.field, d.what) for d in findings] == [
        (
            "placement-group-shared",
            "groups.main.strategy",
            "group `main` orders `all` and `more` alike, and `pick` gives each booth or slot once",
        )
    ]


def test_lists_with_and_without_blocks_in_one_group_are_an_error():
    """Regression: the list without blocks was shown tier by tier, and published as if not."""
    made = with_lists(all=opportunity(), tiers=opportunity(blocks="tier"))
    assert told(made) == [("error", "placement-blocks-mixed", "groups.main")]
    both = with_lists(all=opportunity(blocks="tier"), tiers=opportunity(blocks="tier"))
    assert told(both) == []


@pytest.mark.parametrize(
    ("group", "reason"),
    [
        (
            Group(strategy="quota"),
            "strategy `quota` of group `main` counts seats over the whole list",
        ),
        (
            Group(strategy="apportion", by="tier"),
            "strategy `apportion` of group `main` shares seats",
        ),
    ],
    ids=["quota", "apportion"],
)
def test_strategies_that_count_seats_have_no_blocks(group, reason):
    made = with_lists(group, all=opportunity(blocks="tier", slots=1))
    assert told(made) == [("error", "placement-blocks-strategy", "opportunities.all.blocks")]
    assert said(made) == [f"{reason}, and knows no blocks"]
