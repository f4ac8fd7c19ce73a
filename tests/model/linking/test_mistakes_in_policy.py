"""Mistakes in the placement policy: each is told once, where it stands, with what would be right."""

import pytest

from tests.model.linking.projects import changed, told

PATH = "content/placement/policy.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "strategy: draw",
            "strategy: drow",
            "2:20: error[value-choice] groups.main.strategy: unknown value `drow`; did you mean `draw`?",
        ),
        (
            "    group: main\n    slots",
            "    group: mian\n    slots",
            "12:12: error[group-unknown] opportunities.spotlight.group: unknown group `mian`; did you mean `main`?",
        ),
        (
            "    group: main\n    slots",
            "    slots",
            "10:5: error[key-missing] opportunities.spotlight.group: `group` is missing; add `group:` (the order group)",
        ),
        (
            "slots: 1",
            "slots: many",
            "13:12: error[value-number] opportunities.spotlight.slots: `many` is not a whole number; give a whole number from 1 to 100",
        ),
        (
            "{status: active, tier: [gold, silver]}",
            "{tier: gould}",
            "8:22: error[tier-unknown] opportunities.directory-list.eligible.tier: unknown tier `gould`; did you mean `gold`?",
        ),
        (
            "{status: active, tier: [gold, silver]}",
            "{teir: gold}",
            "8:16: error[condition-field] opportunities.directory-list.eligible.teir: unknown field `teir` in a condition; did you mean `tier`?",
        ),
        (
            "{status: active, tier: [gold, silver]}",
            "{points: 3}",
            "8:24: error[condition-shape] opportunities.directory-list.eligible.points: `points` is compared with a bound; write `points: {at_least: …}` or `points: {at_most: …}`",
        ),
        (
            "{status: active, tier: [gold, silver]}",
            "active",
            "8:15: error[condition-shape] opportunities.directory-list.eligible: a condition belongs here; write `field: value`, or `all:`, `any:` or `not:` with conditions below",
        ),
        (
            "{status: active, tier: [gold, silver]}",
            "{any: []}",
            "8:21: error[condition-shape] opportunities.directory-list.eligible.any: conditions belong here; write each as a line `- field: value`",
        ),
        (
            "{status: active, tier: [gold, silver]}",
            "{points: {at_last: 3}}",
            "8:25: error[condition-shape] opportunities.directory-list.eligible.points.at_last: unknown comparison `at_last`; did you mean `at_least`?",
        ),
        (
            "seed: {value: 4 1 6}",
            "seed: 4 1 6",
            "2:32: error[value-shape] groups.main.seed: keys belong here; write `key: value` lines for `value`",
        ),
        (
            "groups:\n  main: {strategy: draw, seed: {value: 4 1 6}}",
            "groups: {}",
            "1:9: error[value-missing] groups: `groups` is empty; fill it in (order groups by id)",
        ),
    ],
)
def test_a_mistake_is_told_once(old, new, expected):
    assert told(changed(PATH, old, new)) == [f"{PATH}:{expected}"]
