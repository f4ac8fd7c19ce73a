"""The keys of a policy that lead to an order, and of records that placement reads beside it."""

from datetime import date

import pytest

from pavgen.files.yamldoc import parse_yaml
from pavgen.model.conditions import Among
from pavgen.model.records.policy import (
    Change,
    EventSpan,
    FixedOrder,
    Group,
    Limit,
    Opportunity,
    Pin,
    Policy,
    Score,
    Sponsor,
)
from pavgen.model.records.site import DirectorySection, FairnessSection, HubSection, Site
from pavgen.model.records.standing import Standing
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.records import decode_record
from tests.model.schema.reading import decoded, findings

GROUPS = """\
version: 3
announced: 2026-05-04
contact: mailto:council@example.org
changes:
  - {version: 3, announced: 2026-05-04, what: Turns instead of a draw}
  - {version: 2, announced: 2025-12-01, what: One order}
groups:
  main: {strategy: balanced, weights: tier, period: week, horizon: 12}
  areas: {strategy: apportion, by: home_region, inside: balanced, weights: standing, horizon: 5}
  water:
    strategy: relevance
    then: main
    scores: [{when: {industries: [energy]}, score: 3, label: Meters pumps}]
  sold:
    strategy: sponsored
    packages: [beacon, lantern]
    sponsors: [{partner: acme, package: beacon, from: 2026-09-01, until: 2027-02-28}]
  expo:
    strategy: draw
    period: event
    event: {id: expo-2026, from: 2026-10-01, until: 2026-10-03}
  hand:
    strategy: fixed
    fixed: {partners: [acme], reason: A pilot, until: 2026-06-30, reasons: {acme: Was first}}
opportunities:
  all: {title: All, rationale: Why not, group: main}
"""


def test_the_groups_of_a_policy():
    policy = decoded(Policy, GROUPS)
    energy = Among("industries", ("energy",))
    fixed = FixedOrder(
        partners=("acme",),
        reason="A pilot",
        until=date(2026, 6, 30),
        reasons=(("acme", "Was first"),),
    )
    bought = Sponsor(
        partner="acme", package="beacon", from_=date(2026, 9, 1), until=date(2027, 2, 28)
    )
    expo = EventSpan(id="expo-2026", from_=date(2026, 10, 1), until=date(2026, 10, 3))
    assert (policy.version, policy.announced) == (3, date(2026, 5, 4))
    assert policy.contact == "mailto:council@example.org"
    assert policy.changes == (
        Change(version=3, announced=date(2026, 5, 4), what="Turns instead of a draw"),
        Change(version=2, announced=date(2025, 12, 1), what="One order"),
    )
    assert dict(policy.groups) == {
        "main": Group(strategy="balanced", weights="tier", horizon=12),
        "areas": Group(
            strategy="apportion",
            by="home_region",
            inside="balanced",
            weights="standing",
            horizon=5,
        ),
        "water": Group(
            strategy="relevance",
            then="main",
            scores=(Score(when=energy, score=3, label="Meters pumps"),),
        ),
        "sold": Group(strategy="sponsored", packages=("beacon", "lantern"), sponsors=(bought,)),
        "expo": Group(strategy="draw", period="event", event=expo),
        "hand": Group(strategy="fixed", fixed=fixed),
    }


LIST = """\
groups: {main: {strategy: quota}}
opportunities:
  few:
    title: A few
    rationale: Why not
    group: main
    slots: 3
    constraints:
      - {separate: competitors, distance: 3, hard: false}
      - {separate: labels}
      - {cap: 1, per: exclusion_label}
      - {cap: 2, per: partner, across: [few]}
      - {cooldown: 2}
      - {at_least: 1, of: {tier: gold}}
    pins:
      - partner: acme
        slot: 1
        from: 2026-11-16
        until: 2026-11-29
        reason: A launch
        by: Ida
        paid: true
      - {partner: acme, slot: 2, from: 2026-12-01, until: 2026-12-02, reason: More, by: Ida}
"""


def test_the_constraints_and_pins_of_a_list():
    assert decoded(Policy, LIST).opportunity("few") == Opportunity(
        title="A few",
        rationale="Why not",
        group="main",
        slots=3,
        constraints=(
            Limit(separate="competitors", distance=3, hard=False),
            Limit(separate="labels", distance=2, hard=True),
            Limit(cap=1, per="exclusion_label"),
            Limit(cap=2, per="partner", across=("few",)),
            Limit(cooldown=2),
            Limit(at_least=1, of=Among("tier", ("gold",))),
        ),
        pins=(
            Pin(
                partner="acme",
                slot=1,
                from_=date(2026, 11, 16),
                until=date(2026, 11, 29),
                reason="A launch",
                by="Ida",
                paid=True,
            ),
            Pin(
                partner="acme",
                slot=2,
                from_=date(2026, 12, 1),
                until=date(2026, 12, 2),
                reason="More",
                by="Ida",
            ),
        ),
    )


def test_keys_left_out_have_their_defaults():
    group = decoded(Policy, LIST).group("main")
    assert (group.weights, group.period, group.horizon, group.seed) == ("none", "week", 60, None)
    assert (group.then, group.by, group.inside, group.event) == (None, None, None, None)
    assert (group.scores, group.packages, group.sponsors) == ((), (), ())
    policy = decoded(Policy, LIST)
    assert (policy.version, policy.announced, policy.contact, policy.changes) == (1, None, None, ())


def wrong(text):
    checked = parse_yaml("content/placement/policy.yaml", text)
    into = Decoding("content/placement/policy.yaml", Rules())
    decode_record(Policy, checked.value, into)
    return [line.split(": ", 2)[1] for line in findings(into)]


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ("strategy: balanced", "strategy: fair", "value-choice groups.main.strategy"),
        ("weights: tier", "weights: size", "value-choice groups.main.weights"),
        ("horizon: 12", "horizon: 0", "value-range groups.main.horizon"),
        ("inside: balanced", "inside: quota", "value-choice groups.areas.inside"),
        ("by: home_region", "by: region", "value-choice groups.areas.by"),
        ("score: 3", "score: 0", "value-range groups.water.scores[0].score"),
        ("id: expo-2026, ", "", "key-missing groups.expo.event.id"),
    ],
)
def test_a_value_that_no_group_can_have_is_told_at_its_key(before, after, finding):
    assert wrong(GROUPS.replace(before, after, 1)) == [finding]


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ("distance: 3", "distance: 1", "value-range opportunities.few.constraints[0].distance"),
        (
            "separate: labels",
            "separate: all",
            "value-choice opportunities.few.constraints[1].separate",
        ),
        ("cooldown: 2", "cooldown: 0", "value-range opportunities.few.constraints[4].cooldown"),
        ("        reason: A launch\n", "", "key-missing opportunities.few.pins[0].reason"),
        ("        by: Ida\n", "", "key-missing opportunities.few.pins[0].by"),
        ("until: 2026-11-29", "until: soon", "value-date opportunities.few.pins[0].until"),
    ],
)
def test_a_value_that_no_list_can_have_is_told_at_its_key(before, after, finding):
    assert wrong(LIST.replace(before, after, 1)) == [finding]


def test_the_labels_that_a_partner_competes_in():
    text = "id: p-1\nstatus: active\ntier: gold\njoined: 2026-01-01\nexclusion_labels: [crm, erp]\n"
    assert decoded(Standing, text).exclusion_labels == ("crm", "erp")


SITE = """\
title: Partners
base_url: https://partners.example/
sections:
  - {kind: directory, path: /, rows: [sold], lists: {industry/water: water, type/reseller: all}}
  - {kind: hub, path: /notes/, hub: notes, rows: [few]}
  - {kind: fairness, path: /how/}
  - {kind: fairness, path: /why/, title: Why, intro: hello, list: all}
"""


def test_the_sections_of_a_site_that_show_or_explain_lists():
    assert decoded(Site, SITE).sections == (
        DirectorySection(
            kind="directory",
            path="/",
            rows=("sold",),
            lists=(("industry/water", "water"), ("type/reseller", "all")),
        ),
        HubSection(kind="hub", path="/notes/", hub="notes", rows=("few",)),
        FairnessSection(
            kind="fairness", path="/how/", title="How we place partners", list="directory-list"
        ),
        FairnessSection(kind="fairness", path="/why/", title="Why", intro="hello", list="all"),
    )
