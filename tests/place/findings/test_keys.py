from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.conditions import ALWAYS
from pavgen.model.records.policy import STRATEGIES, EventSpan, FixedOrder, Group, Score, Sponsor
from pavgen.model.schema.fields import Source
from pavgen.place.findings.keys import key_findings, keys_read
from pavgen.place.strategies import registry
from tests.place.findings.cases import DAY, listing, told

FIXED = FixedOrder(partners=("bob", "ada"), reason="A launch", until=DAY)
SCORES = (Score(when=ALWAYS, score=1, label="All"),)
SPONSORS = (Sponsor(partner="ada", package="big", from_=DAY, until=DAY),)
EVENT = EventSpan(id="expo", from_=DAY, until=DAY)
GIVEN: dict[str, Any] = {
    "weights": "tier",
    "horizon": 5,
    "ladder": ("joined",),
    "fixed": FIXED,
    "scores": SCORES,
    "packages": ("big",),
    "sponsors": SPONSORS,
    "then": "side",
    "gives": "booths",
    "by": "tier",
    "inside": "draw",
}


def found(group):
    policy = listing(group).policy
    return [(d.code, d.field) for d in key_findings(policy, "main", group)]


def messages(group):
    policy = listing(group).policy
    return [d.message for d in key_findings(policy, "main", group)]


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_strategy_refuses_every_key_but_its_own(strategy):
    group = Group(strategy=strategy, **GIVEN)
    unused = {field for code, field in found(group) if code == "placement-key-unused"}
    assert unused == {f"groups.main.{key}" for key in GIVEN.keys() - keys_read(group)}


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_every_key_that_a_strategy_uses_is_looked_for(strategy):
    assert registry.STRATEGIES[strategy].uses <= GIVEN.keys()


@pytest.mark.parametrize(
    ("inside", "reads"),
    [
        (None, {"by", "inside", "weights"}),
        ("draw", {"by", "inside", "weights"}),
        ("balanced", {"by", "inside", "weights", "horizon"}),
        ("points", {"by", "inside", "weights", "ladder"}),
    ],
)
def test_apportion_reads_what_the_strategy_inside_reads(inside, reads):
    assert keys_read(Group(strategy="apportion", inside=inside)) == reads


@pytest.mark.parametrize(
    ("group", "message"),
    [
        (
            Group(strategy="draw", ladder=("joined",)),
            "strategy `draw` does not read `ladder`; remove `ladder`, or choose strategy `points`",
        ),
        (
            Group(strategy="apportion", by="tier", inside="rotation", ladder=("joined",)),
            "strategy `apportion` with `rotation` inside does not read `ladder`; remove `ladder`, or set `inside: points`",
        ),
        (
            Group(strategy="draw", event=EVENT),
            "period `week` does not read `event`; remove `event`, or set `period: event`",
        ),
        (
            Group(strategy="apportion"),
            "strategy `apportion` has no `by`; add `by: tier`, `by: home_region` or `by: type`",
        ),
        (
            Group(strategy="draw", period="event"),
            "period `event` has no `event`; add `event:` with `id`, `from` and `until`",
        ),
    ],
)
def test_a_finding_says_what_is_wrong_and_how_to_mend_it(group, message):
    assert messages(group) == [message]


def test_a_horizon_as_it_is_by_default_is_in_vain_too_where_it_is_written():
    group = Group(strategy="draw")
    spans = {"groups.main.horizon": Span("policy.yaml", 7)}
    policy = replace(listing(group).policy, source=Source("policy.yaml", spans))
    assert [d.span.line for d in key_findings(policy, "main", group)] == [7]


@pytest.mark.parametrize(
    ("group", "fields"),
    [
        (Group(strategy="relevance"), ["strategy"]),
        (Group(strategy="relevance", scores=SCORES), []),
        (Group(strategy="sponsored"), ["strategy", "strategy"]),
        (Group(strategy="sponsored", packages=("big",)), ["strategy"]),
        (Group(strategy="sponsored", packages=("big",), sponsors=SPONSORS), []),
        (Group(strategy="apportion"), ["strategy"]),
        (Group(strategy="apportion", by="tier"), []),
        (Group(strategy="fixed"), ["strategy"]),
        (Group(strategy="fixed", fixed=FIXED), []),
        (Group(strategy="draw", period="event"), ["period"]),
        (Group(strategy="draw", period="event", event=EVENT), []),
    ],
)
def test_a_strategy_or_period_asks_for_what_it_needs(group, fields):
    assert found(group) == [("placement-key-needed", f"groups.main.{field}") for field in fields]


@pytest.mark.parametrize(
    ("group", "code", "key"),
    [
        (Group(strategy="draw", period="event"), "placement-key-needed", "period"),
        (Group(strategy="draw", event=EVENT), "placement-key-unused", "event"),
    ],
)
def test_a_period_and_its_event_go_together(group, code, key):
    assert told(listing(group)) == [("error", code, f"groups.main.{key}")]


def test_a_quota_asks_each_of_its_lists_for_slots():
    made = listing(Group(strategy="quota"))
    assert told(made) == [("error", "placement-key-needed", "opportunities.all.slots")]
    assert told(listing(Group(strategy="quota"), slots=2)) == []


def test_an_event_that_ends_before_it_begins_is_an_error():
    event = replace(EVENT, from_=date(2026, 11, 26))
    assert told(listing(Group(strategy="draw", period="event", event=event))) == [
        ("error", "placement-dates-reversed", "groups.main.event.from")
    ]


def test_in_a_draw_points_are_a_rung_like_others():
    assert found(Group(strategy="pick", ladder=("package", "points"))) == []


@pytest.mark.parametrize(
    "group",
    [
        Group(strategy="points", ladder=("joined", "points")),
        Group(strategy="apportion", by="tier", inside="points", ladder=("points",)),
    ],
)
def test_a_ladder_that_names_points_is_a_warning(group):
    assert told(listing(group)) == [("warning", "placement-ladder-points", "groups.main.ladder")]


def test_a_ladder_of_points_without_points_has_no_findings():
    assert told(listing(Group(strategy="points", ladder=("joined", "certifications")))) == []


def test_of_a_ladder_that_nobody_reads_its_points_are_not_told_too():
    assert told(listing(Group(strategy="draw", ladder=("points",)))) == [
        ("error", "placement-key-unused", "groups.main.ladder")
    ]
