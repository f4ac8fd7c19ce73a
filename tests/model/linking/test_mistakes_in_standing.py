"""Mistakes in a standing: each is told once, where it stands, with what would be right."""

import pytest

from tests.model.linking.projects import changed, told

PATH = "content/standing/acme.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: p-001", "id: P 1", "1:5: error[slug-form] id: `P 1` is not a slug; use `p-1`"),
        (
            "status: active",
            "status: actve",
            "2:9: error[value-choice] status: unknown value `actve`; did you mean `active`?",
        ),
        (
            "tier: gold",
            "tier: gould",
            "3:7: error[tier-unknown] tier: unknown tier `gould`; did you mean `gold`?",
        ),
        (
            "tier: gold",
            "tier: Gold",
            "3:7: error[tier-unknown] tier: unknown tier `Gold`; did you mean `gold`?",
        ),
        (
            "tier: gold",
            "teir: gold",
            "3:1: error[key-unknown] teir: unknown key `teir`; did you mean `tier`?",
        ),
        (
            "joined: 2024-05-01",
            "joined: May 2024",
            "4:9: error[value-date] joined: `May 2024` is not a date; give a date such as 2026-11-30",
        ),
        (
            "{id: basic, until: 2027-01-01}",
            "{id: basik}",
            "6:10: error[certification-unknown] certifications[0].id: unknown certification `basik`; did you mean `basic`?",
        ),
        (
            "{id: basic, until: 2027-01-01}",
            "basic",
            "6:5: error[value-shape] certifications[0]: keys belong here; write `key: value` lines for `id`",
        ),
        (
            "{id: basic, until: 2027-01-01}",
            "{id: basic}\n  - {id: basic}",
            "7:10: error[value-repeated] certifications[1].id: `basic` stands here already; remove it",
        ),
        (
            "points: 12",
            "points: -1",
            "7:9: error[value-range] points: `-1` is out of range; give a whole number from 0 to 1000000",
        ),
        (
            "points: 12",
            "points: 1.5",
            "7:9: error[value-number] points: `1.5` is not a whole number; give a whole number from 0 to 1000000",
        ),
        (
            "aliases: [acme-metering]",
            "aliases: [birch]",
            "9:11: error[alias-taken] aliases[0]: alias `birch` is already used by `birch`; remove it",
        ),
        (
            "aliases: [acme-metering]",
            "aliases: [Acme Metering]",
            "9:11: error[slug-form] aliases[0]: `Acme Metering` is not a slug; use `acme-metering`",
        ),
        (
            "{spotlight: 2}",
            "{spotligth: 2}",
            "10:11: error[opportunity-unknown] weights.spotligth: unknown opportunity `spotligth`; did you mean `spotlight`?",
        ),
        (
            "{spotlight: 2}",
            "{spotlight: 0}",
            "10:22: error[value-range] weights.spotlight: `0` is out of range; give a whole number from 1 to 1000",
        ),
        (
            "points: 12",
            "suspended: {from: 2026-03-01, until: 2026-02-01}",
            "7:38: error[value-range] suspended.until: `2026-02-01` is before `from`, which is `2026-03-01`; give a later day",
        ),
        (
            "points: 12",
            "suspended: {until: 2026-02-01}",
            "7:12: error[key-missing] suspended.from: `from` is missing; add `from:` (the first day)",
        ),
        (
            "points: 12",
            "suspended: 2026-02-01",
            "7:12: error[value-shape] suspended: keys belong here; write `key: value` lines for `from`",
        ),
        ("points: 12", "name: Acme", "7:1: error[key-unknown] name: unknown key `name`; remove it"),
    ],
)
def test_a_mistake_is_told_once(old, new, expected):
    assert told(changed(PATH, old, new)) == [f"{PATH}:{expected}"]
