"""Conditions over what is known of a partner: read from a policy, told in words."""

from datetime import date

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.conditions import (
    ALWAYS,
    AllOf,
    Among,
    AnyOf,
    AtLeast,
    AtMost,
    ConditionKind,
    Not,
    in_words,
)
from pavgen.model.schema.decoding import Decoding, Reference, Rules
from tests.model.schema.reading import node, read

PATH = "content/placement/policy.yaml"
KIND = ConditionKind()
GOLD = Among("tier", ("gold",))
NEW = AtLeast("joined", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{tier: gold}", GOLD),
        ("{tier: [gold, silver]}", Among("tier", ("gold", "silver"))),
        ("{tier: {in: [gold, silver]}}", Among("tier", ("gold", "silver"))),
        ("{types: {includes: reseller}}", Among("types", ("reseller",))),
        ("{countries: [NO, DE]}", Among("countries", ("NO", "DE"))),
        ("{points: {at_least: 010}}", AtLeast("points", 10)),
        (
            "{points: {at_least: 1, at_most: 5}}",
            AllOf((AtLeast("points", 1), AtMost("points", 5))),
        ),
        ("{joined: {on_or_after: 2026-01-01}}", NEW),
        ("{reviewed: {on_or_before: 2026-01-01}}", AtMost("reviewed", date(2026, 1, 1))),
        ("{tier: gold, status: active}", AllOf((GOLD, Among("status", ("active",))))),
        ("{not: {tier: gold}}", Not(GOLD)),
        ("{all: [{tier: gold}, {status: active}]}", AllOf((GOLD, Among("status", ("active",))))),
        ("{any: [{tier: gold}, {status: active}]}", AnyOf((GOLD, Among("status", ("active",))))),
        ("{any: {tier: gold, status: active}}", AnyOf((GOLD, Among("status", ("active",))))),
        ("{any: [{not: {tier: gold}}]}", AnyOf((Not(GOLD),))),
        ("{}", ALWAYS),
    ],
)
def test_each_form_is_read(text, condition):
    assert read(KIND, text, path=PATH) == (condition, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "gold",
            (
                "1:6: condition-shape key: a condition belongs here; "
                "write `field: value`, or `all:`, `any:` or `not:` with conditions below"
            ),
        ),
        (
            "{teir: gold}",
            (
                "1:7: condition-field key.teir: unknown field `teir` in a condition; "
                "did you mean `tier`?"
            ),
        ),
        (
            "{status: actve}",
            "1:15: value-choice key.status: unknown value `actve`; did you mean `active`?",
        ),
        (
            "{countries: [NO, UK]}",
            (
                "1:23: value-country key.countries[1]: `UK` is not a country code; "
                "did you mean `GB`?"
            ),
        ),
        (
            "{tier: {is: gold}}",
            (
                "1:13: condition-shape key.tier: `tier` takes a word, a list of words, `in` or "
                "`includes`; write `tier: word` or `tier: [word, word]`"
            ),
        ),
        (
            "{tier: []}",
            (
                "1:13: condition-shape key.tier: the list is empty, so no partner fits; "
                "give a word, or remove the key"
            ),
        ),
        (
            "{points: 10}",
            (
                "1:15: condition-shape key.points: `points` is compared with a bound; "
                "write `points: {at_least: …}` or `points: {at_most: …}`"
            ),
        ),
        (
            "{points: {}}",
            (
                "1:15: condition-shape key.points: `points` is compared with a bound; "
                "write `points: {at_least: …}` or `points: {at_most: …}`"
            ),
        ),
        (
            "{points: {atleast: 10}}",
            (
                "1:16: condition-shape key.points.atleast: unknown comparison `atleast`; "
                "did you mean `at_least`?"
            ),
        ),
        (
            "{points: {at_least: ten}}",
            (
                "1:26: value-number key.points.at_least: `ten` is not a whole number; "
                "give a whole number from 0 to 1000000000"
            ),
        ),
        (
            "{joined: {on_or_after: soon}}",
            (
                "1:29: value-date key.joined.on_or_after: `soon` is not a date; "
                "give a date such as 2026-11-30"
            ),
        ),
        (
            "{any: []}",
            (
                "1:12: condition-shape key.any: conditions belong here; "
                "write each as a line `- field: value`"
            ),
        ),
        (
            "{all: gold}",
            (
                "1:12: condition-shape key.all: conditions belong here; "
                "write each as a line `- field: value`"
            ),
        ),
        (
            "{any: [{tier: gold}, silver]}",
            (
                "1:27: condition-shape key.any[1]: a condition belongs here; "
                "write `field: value`, or `all:`, `any:` or `not:` with conditions below"
            ),
        ),
        (
            "{not: [{tier: gold}]}",
            (
                "1:12: condition-shape key.not: a condition belongs here; "
                "write `field: value`, or `all:`, `any:` or `not:` with conditions below"
            ),
        ),
    ],
)
def test_a_mistake_is_told_once(text, expected):
    assert read(KIND, text, path=PATH)[1] == [expected]


def test_words_of_vocabularies_are_references():
    into = Decoding(PATH, Rules())
    KIND.decode(node("c: {any: [{regions: emea}], tier: [gold]}", PATH).get("c"), "c", into)
    assert into.references == [
        Reference("regions", "emea", Span(PATH, 1, 21), "c.any[0].regions"),
        Reference("tiers", "gold", Span(PATH, 1, 36), "c.tier[0]"),
    ]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ALWAYS, "any partner"),
        (AnyOf(()), "no partner"),
        (GOLD, "tier is gold"),
        (Among("countries", ("NO", "DE")), "country is NO or DE"),
        (Among("industries", ("energy",)), "industry is energy"),
        (Among("status", ("active",)), "status is active"),
        (Among("solution_areas", ("heat",)), "solution area is heat"),
        (AtLeast("points", 10), "number of points is 10 or more"),
        (AtMost("founded", 1990), "founded is 1990 or less"),
        (NEW, "joined is 2026-01-01 or later"),
        (AtMost("reviewed", date(2026, 1, 1)), "reviewed is 2026-01-01 or earlier"),
        (Not(GOLD), "not (tier is gold)"),
        (AllOf((GOLD, NEW)), "tier is gold, and joined is 2026-01-01 or later"),
        (AnyOf((GOLD, NEW)), "either tier is gold, or joined is 2026-01-01 or later"),
        (AnyOf((GOLD,)), "tier is gold"),
        (
            AnyOf((GOLD, AllOf((NEW, Not(GOLD))))),
            "either tier is gold, or (joined is 2026-01-01 or later, and not (tier is gold))",
        ),
        (
            AllOf((GOLD, AnyOf((NEW, Not(GOLD))))),
            "tier is gold, and (either joined is 2026-01-01 or later, or not (tier is gold))",
        ),
    ],
)
def test_a_condition_is_told_in_words(condition, words):
    assert in_words(condition) == words
