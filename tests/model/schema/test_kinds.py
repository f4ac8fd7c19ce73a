"""Kinds of one piece of text: what they accept, and what they say of the rest."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.document import Scalar
from pavgen.model.schema.decoding import Decoding, Reference, Rules
from pavgen.model.schema.kinds import (
    Choice,
    Day,
    Integer,
    Moment,
    Pattern,
    Ref,
    Truth,
    below,
    is_nothing,
    shown,
)
from tests.model.schema.reading import PATH, node, read

FILE = Pattern(r"[a-z]+\.svg", "a file such as `logo.svg`")
SIZE = Choice(("small", "large"))
SCALARS = [FILE, Integer(), Truth(), Day(), Moment(), SIZE, Ref("tiers")]
CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FILE, "logo.svg", "logo.svg"),
        (Pattern("[0-9.]+", "a version"), "1.10", "1.10"),
        (Pattern("[0-9]+", "a booth"), "012", "012"),
        (Integer(), "0", 0),
        (Integer(), "010", 10),
        (Integer(), '"7"', 7),
        (Integer(-5, 5), "-5", -5),
        (Integer(0, 10**9), "1000000000", 10**9),
        (Truth(), "true", True),
        (Truth(), '"false"', False),
        (Day(), "2024-02-29", date(2024, 2, 29)),
        (Moment(), "2026-03-01T09:00:00+01:00", datetime(2026, 3, 1, 9, tzinfo=CET)),
        (Moment(), "2026-03-01T09:00Z", datetime(2026, 3, 1, 9, tzinfo=UTC)),
        (Moment(), "2026-03-01T09:00:00.5Z", datetime(2026, 3, 1, 9, 0, 0, 500_000, tzinfo=UTC)),
        (SIZE, "large", "large"),
        (Ref("regions"), "no", "no"),
        (Ref("regions"), "012", "012"),
    ],
)
def test_a_value_in_its_form_is_read(kind, text, value):
    assert read(kind, text) == (value, [])


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            FILE,
            "Logo.svg",
            (
                "value-form key: `Logo.svg` does not have the right form; "
                "give a file such as `logo.svg`"
            ),
        ),
        (
            Integer(1, 9),
            "1.0",
            "value-number key: `1.0` is not a whole number; give a whole number from 1 to 9",
        ),
        (
            Integer(1, 9),
            "1_0",
            "value-number key: `1_0` is not a whole number; give a whole number from 1 to 9",
        ),
        (
            Integer(1, 9),
            "٣",
            "value-number key: `٣` is not a whole number; give a whole number from 1 to 9",
        ),
        (
            Integer(1, 9),
            "10",
            "value-range key: `10` is out of range; give a whole number from 1 to 9",
        ),
        (
            Truth(),
            "yes",
            "value-truth key: `yes` is neither `true` nor `false`; give `true` or `false`",
        ),
        (
            Truth(),
            "True",
            "value-truth key: `True` is neither `true` nor `false`; give `true` or `false`",
        ),
        (
            Day(),
            "2026-02-29",
            "value-date key: `2026-02-29` is no day of the calendar; give a date such as 2026-11-30",
        ),
        (
            Day(),
            "0000-01-01",
            "value-date key: `0000-01-01` is no day of the calendar; give a date such as 2026-11-30",
        ),
        (
            Day(),
            "30.11.2026",
            "value-date key: `30.11.2026` is not a date; give a date such as 2026-11-30",
        ),
        (
            Day(),
            "2026-11-30T00:00:00",
            "value-date key: `2026-11-30T00:00:00` is not a date; give a date such as 2026-11-30",
        ),
        (
            Moment(),
            "2026-03-01T09:00:00",
            (
                "value-moment key: `2026-03-01T09:00:00` is not a moment with an offset; "
                "give a moment such as 2026-03-01T09:00:00+01:00"
            ),
        ),
        (
            Moment(),
            "2026-02-30T09:00:00Z",
            (
                "value-moment key: `2026-02-30T09:00:00Z` does not exist; "
                "give a moment such as 2026-03-01T09:00:00+01:00"
            ),
        ),
        (
            Moment(),
            "2026-W10-1T09:00Z",
            (
                "value-moment key: `2026-W10-1T09:00Z` is not a moment with an offset; "
                "give a moment such as 2026-03-01T09:00:00+01:00"
            ),
        ),
        (SIZE, "lagre", "value-choice key: unknown value `lagre`; did you mean `large`?"),
        (SIZE, "xxl", "value-choice key: unknown value `xxl`; use one of `small`, `large`"),
    ],
)
def test_a_value_in_another_form_is_told_and_blank(kind, text, expected):
    assert read(kind, text) == (kind.blank(), [f"1:6: {expected}"])


def test_a_number_of_thousands_of_digits_is_out_of_range():
    value, told = read(Integer(0, 9), "9" * 5000)
    assert (value, len(told)) == (0, 1)
    assert told[0].startswith("1:6: value-range key: `99999")


@pytest.mark.parametrize("kind", SCALARS, ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize(
    ("text", "code", "what"),
    [
        ("", "value-missing", "the value is empty"),
        ("~", "value-missing", "the value is empty"),
        ("null", "value-missing", "the value is empty"),
        ('""', "value-missing", "the value is empty"),
        ('"  "', "value-missing", "the value is empty"),
        ("[a]", "value-shape", "a list stands here"),
        ("{a: b}", "value-shape", "a group of keys stands here"),
    ],
)
def test_nothing_and_wrong_shapes_are_told_with_what_belongs_there(kind, text, code, what):
    column = 5 if not text else 6
    expected = f"1:{column}: {code} key: {what}; give {kind.noun()}"
    assert read(kind, text) == (kind.blank(), [expected])


def test_the_word_null_in_quotes_is_a_word():
    assert read(Ref("pages"), '"null"') == ("null", [])


def test_a_reference_is_noted_with_its_place():
    into = Decoding(PATH, Rules())
    Ref("tiers").decode(node("a:\n  - gold").get("a").items[0], "a[0]", into)
    assert into.references == [Reference("tiers", "gold", Span(PATH, 2, 5), "a[0]")]


@pytest.mark.parametrize(
    ("scalar", "expected"),
    [
        (Scalar("", Span("a")), True),
        (Scalar(" \n", Span("a"), plain=False), True),
        (Scalar("null", Span("a")), True),
        (Scalar("~", Span("a"), plain=False), False),
        (Scalar("0", Span("a")), False),
    ],
)
def test_what_counts_as_nothing(scalar, expected):
    assert is_nothing(scalar) is expected


def test_the_path_of_a_key_begins_without_a_dot():
    key = Scalar("id", Span("a"))
    assert (below("", key), below("tiers[0]", key)) == ("id", "tiers[0].id")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a`b", "a'b"),
        ("a\nb", "a\\u{a}b"),
        ("a\u202eb", "a\\u{202e}b"),
        ("x" * 61, "x" * 59 + "…"),
        ("x" * 60, "x" * 60),
    ],
)
def test_text_in_a_message_is_one_short_visible_line(text, expected):
    assert shown(text) == expected
