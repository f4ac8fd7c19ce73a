from dataclasses import replace
from datetime import date

import pytest

from pavgen.kernel.codes.placement import PLACEMENT_CODES
from pavgen.kernel.diagnostics import Severity, Span
from pavgen.model.conditions import Among
from pavgen.model.records.policy import FixedOrder, Group
from pavgen.model.schema.fields import Source
from pavgen.place.placing import place
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
FIXED = FixedOrder(partners=("bob", "ada"), reason="A launch", until=DAY)
PAIR = [partner("ada"), partner("bob")]


def told(made, day=DAY):
    return [(d.severity.value, d.code, d.field) for d in place(made, day).diagnostics]


def with_group(group):
    return programme(PAIR, groups={"main": group})


def test_sound_policy_has_no_findings():
    assert told(with_group(Group(strategy="fixed", fixed=FIXED))) == []


def test_fixed_without_an_order_is_an_error_and_the_draw_stands_in():
    checked = place(with_group(Group(strategy="fixed")), DAY)
    assert [d.code for d in checked.diagnostics] == ["placement-fixed-missing"]
    assert (checked.ok, len(checked.value.order_of("all"))) == (False, 2)


def test_fixed_under_another_strategy_is_an_error():
    assert told(with_group(Group(strategy="draw", fixed=FIXED))) == [
        ("error", "placement-key-unused", "groups.main.fixed")
    ]


def test_ladder_under_another_strategy_is_an_error_that_names_points():
    (found,) = place(with_group(Group(strategy="draw", ladder=("joined",))), DAY).diagnostics
    assert found.message == (
        "strategy `draw` does not read `ladder`; remove `ladder`, or choose strategy `points`"
    )


def test_partner_twice_in_a_fixed_order_is_an_error_also_by_a_former_slug():
    made = programme(
        [partner("ada", aliases=("old",)), partner("bob")],
        groups={
            "main": Group(strategy="fixed", fixed=replace(FIXED, partners=("ada", "bob", "old")))
        },
    )
    assert told(made) == [("error", "placement-fixed-twice", "groups.main.fixed.partners[2]")]
    assert place(made, DAY).value.order_of("all") == ("ada", "bob")


def test_fixed_order_holds_through_its_last_day_and_then_warns():
    made = with_group(Group(strategy="fixed", fixed=FIXED))
    after = date(2026, 11, 26)
    assert place(made, DAY).value.order_of("all") == ("bob", "ada")
    assert told(made, after) == [("warning", "placement-fixed-ended", "groups.main.fixed.until")]


def test_ladder_that_names_points_is_a_warning():
    assert told(with_group(Group(strategy="points", ladder=("joined", "points")))) == [
        ("warning", "placement-ladder-points", "groups.main.ladder")
    ]


def test_group_without_opportunities_is_a_warning():
    groups = {"main": Group(strategy="draw"), "side": Group(strategy="draw")}
    assert told(programme(PAIR, groups=groups)) == [
        ("warning", "placement-group-unused", "groups.side")
    ]


def test_lists_of_one_group_with_and_without_blocks_are_a_warning():
    mixed = {"all": opportunity(), "tiers": opportunity(blocks="tier")}
    assert told(programme(PAIR, opportunities=mixed)) == [
        ("warning", "placement-blocks-mixed", "groups.main")
    ]


def test_opportunity_for_nobody_is_a_warning():
    nobody = {"all": opportunity(eligible=Among("tier", ("silver",)))}
    assert told(programme(PAIR, opportunities=nobody)) == [
        ("warning", "placement-nobody", "opportunities.all")
    ]


def test_weight_that_no_strategy_reads_is_a_warning_in_the_standing():
    (found,) = place(programme([partner("ada", weights=(("all", 2),))]), DAY).diagnostics
    assert (found.code, found.span, found.severity) == (
        "placement-weight-unused",
        Span("content/standing/ada.yaml"),
        Severity.WARNING,
    )


FILE = "content/placement/policy.yaml"


@pytest.mark.parametrize(
    ("spans", "line"),
    [
        ({"groups.main.ladder": 7, "groups.main": 5}, 7),
        ({"groups.main": 5, "groups": 3}, 5),
        ({"groups": 3, "opportunities": 20}, 3),
        ({}, 0),
    ],
)
def test_finding_points_at_the_nearest_known_key_in_the_file(spans, line):
    made = with_group(Group(strategy="draw", ladder=("joined",)))
    source = Source(FILE, {key: Span(FILE, at) for key, at in spans.items()})
    made = replace(made, policy=replace(made.policy, source=source))
    assert [d.span for d in place(made, DAY).diagnostics] == [Span(FILE, line)]


def test_finding_about_a_group_points_at_its_first_key():
    made = programme(PAIR, groups={"main": Group(strategy="draw"), "side": Group(strategy="draw")})
    keys = {"groups": 3, "groups.main.strategy": 5, "groups.side.period": 9, "groups.side.seed": 8}
    source = Source(FILE, {key: Span(FILE, at) for key, at in keys.items()})
    made = replace(made, policy=replace(made.policy, source=source))
    assert [d.span for d in place(made, DAY).diagnostics] == [Span(FILE, 8)]


def test_finding_about_an_item_points_at_its_list():
    fixed = replace(FIXED, partners=("ada", "ada"))
    made = with_group(Group(strategy="fixed", fixed=fixed))
    source = Source(FILE, {"groups.main.fixed.partners": Span(FILE, 6)})
    made = replace(made, policy=replace(made.policy, source=source))
    assert [d.span for d in place(made, DAY).diagnostics] == [Span(FILE, 6)]


def test_every_code_is_told_by_some_policy_here():
    policies = [
        Group(strategy="fixed"),
        Group(strategy="draw", fixed=FIXED),
        Group(strategy="fixed", fixed=replace(FIXED, partners=("ada", "ada"))),
        Group(strategy="fixed", fixed=replace(FIXED, until=date(2026, 1, 1))),
        Group(strategy="points", ladder=("points",)),
    ]
    rules = {
        "all": opportunity(eligible=Among("tier", ("silver",))),
        "tiers": opportunity(blocks="tier"),
    }
    made = programme(
        [partner("ada", weights=(("all", 2),))],
        groups={"main": policies[0]} | {f"g{n}": group for n, group in enumerate(policies[1:])},
        opportunities=rules,
    )
    assert {code for _, code, _ in told(made)} == {code.id for code in PLACEMENT_CODES}
