"""Mistakes in program.yaml: each is told once, where it stands, with what would be right."""

import pytest

from tests.model.linking.projects import changed, told

PATH = "content/program.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "name: Fictional Partners",
            "name: ",
            "1:6: error[value-missing] name: `name` is empty; fill it in (the programme's name)",
        ),
        (
            "tiers:",
            "tires:",
            "3:1: error[key-unknown] tires: unknown key `tires`; did you mean `tiers`?",
        ),
        (
            "weight: 2}",
            "weight: 1}\n  - {id: top, label: Top, weight: 9}",
            "5:35: error[tier-order] tiers[1].weight: tier `top` weighs more than `gold` above it; list tiers from the highest down",
        ),
        (
            "{id: de, label: Germany}",
            "{id: emea, label: Germany}",
            "13:14: error[term-twice] regions[0].children[0].id: `emea` is declared in regions already; keep one of the two; the first is in line 10",
        ),
        (
            "proposition: for-resellers",
            "proposition: for-reseller",
            "7:69: error[page-unknown] partner_types[0].proposition: unknown page `for-reseller`; did you mean `for-resellers`?",
        ),
        (
            "limits: {tagline: 40",
            "limits: {tagline: 4000",
            "20:19: error[value-range] limits.tagline: `4000` is out of range; give a whole number from 20 to 300",
        ),
        (
            "limits: {tagline: 40",
            "limits: {tag: 40",
            "20:10: error[key-unknown] limits.tag: unknown key `tag`; did you mean `tagline`?",
        ),
        (
            "unproven_claims: [the leading",
            "name_scripts: [Cirillic]\nunproven_claims: [the leading",
            "21:16: error[value-choice] name_scripts[0]: there is no script `Cirillic`; use the name Unicode gives it, such as `Cyrillic`",
        ),
        (
            "unproven_claims: [the leading",
            'unproven_claims: [""',
            "21:19: error[value-missing] unproven_claims[0]: the value is empty; give some text",
        ),
        (
            "plural: Resellers, ",
            "",
            "7:5: error[key-missing] partner_types[0].plural: `plural` is missing; add `plural:` (several partners of this type)",
        ),
        (
            "vendor: {name: Varnholt, url: https://varnholt.example/}",
            "vendor: Varnholt",
            "2:9: error[value-shape] vendor: keys belong here; write `key: value` lines for `name`, `url`",
        ),
        (
            "vendor: {name: Varnholt, url: https://varnholt.example/}",
            "vendor:",
            "2:8: error[value-missing] vendor: `vendor` is empty; fill it in (who runs it)",
        ),
    ],
)
def test_a_mistake_is_told_once(old, new, expected):
    assert told(changed(PATH, old, new)) == [f"{PATH}:{expected}"]
