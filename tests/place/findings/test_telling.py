import pytest

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.model.schema.fields import Source
from pavgen.place.findings.telling import error, in_words, quoted, slugs_of, warning
from pavgen.place.rounds import AtLeast, Cap, Cooldown, Separate
from tests.place.programmes import partner, programme

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
def test_a_finding_points_at_the_nearest_known_key(spans, line):
    source = Source(FILE, {key: Span(FILE, at) for key, at in spans.items()})
    assert error(source, "a-code", "groups.main.ladder", "what", "remedy") == Diagnostic(
        Span(FILE, line), "a-code", "what", "remedy", "groups.main.ladder"
    )


def test_a_warning_is_an_error_that_stops_nothing():
    found = warning(Source(FILE), "a-code", "version", "what", "remedy")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ((), ""),
        (("a",), "`a`"),
        (("a", "b"), "`a` and `b`"),
        (("a", "b", "c"), "`a`, `b` and `c`"),
        (tuple("abcdefghijkl"), f"{', '.join(f'`{c}`' for c in 'abcdefghijk')} and `l`"),
        (tuple("abcdefghijklmn"), f"{', '.join(f'`{c}`' for c in 'abcdefghijkl')} and 2 more"),
    ],
)
def test_words_are_joined_and_of_many_the_first_are_named(words, text):
    assert quoted(words) == text


def test_partners_are_named_by_their_slugs_and_gone_ones_by_their_ids():
    made = programme([partner("zed", id="p-1"), partner("ada", id="p-2")])
    assert slugs_of(made, ["p-1", "p-9", "p-2"]) == ("ada", "p-9", "zed")


@pytest.mark.parametrize(
    ("constraint", "words"),
    [
        (Separate("competitors", 2), "“competitors stand 2 or more positions apart”"),
        (Separate("labels", 3), "“partners with a common label stand 3 or more positions apart”"),
        (Cap(1, "home_region"), "“at most 1 of each home region is shown”"),
        (Cap(2, "type"), "“at most 2 of each type are shown”"),
        (
            Cap(1, "partner", ("a", "b")),
            "“at most 1 seat for a partner, those in `a` and `b` counted”",
        ),
        (Cap(2, "partner"), "“at most 2 seats for a partner”"),
        (Cooldown(1), "“who was shown in the last period pauses”"),
        (Cooldown(3), "“who was shown in the last 3 periods pauses”"),
        (AtLeast(1, "tier is gold"), "“at least 1 is shown of those who meet `tier is gold`”"),
        (AtLeast(2, "any partner"), "“at least 2 are shown of those who meet `any partner`”"),
    ],
)
def test_a_constraint_is_told_as_a_clause(constraint, words):
    assert in_words(constraint) == words
