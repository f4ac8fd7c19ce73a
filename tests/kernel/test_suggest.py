"""Suggestions for mistaken words."""

import pytest

from pavgen.kernel.suggest import Guesses, did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "expected"),
    [("GOULD", "gold"), (" gold ", "gold"), ("sliver", "silver"), ("xyz", None), ("", None)],
)
def test_the_nearest_known_word_is_found_whatever_the_case(word, expected):
    assert nearest(word, ["silver", "gold"]) == expected


def test_the_known_word_keeps_its_own_case():
    assert nearest("ARABIC", ["Arabic", "Cyrillic"]) == "Arabic"
    assert nearest("de", {"DE", "FR"}) == "DE"


def test_the_order_of_known_words_does_not_matter():
    assert nearest("ab", ["abc", "abd"]) == nearest("ab", ["abd", "abc"])


def test_a_word_too_long_to_be_an_id_is_like_none():
    assert nearest("a" * 65, ["a" * 64]) is None
    assert nearest("a" * 64, ["a" * 63]) == "a" * 63


def test_the_nearest_is_suggested():
    assert did_you_mean("gould", ["silver", "gold"]) == "did you mean `gold`?"


def test_a_short_list_is_given_where_nothing_is_near():
    assert did_you_mean("xyz", ["b", "a"]) == "use one of `b`, `a`"
    assert did_you_mean("xyz", {"b", "a"}) == "use one of `a`, `b`"
    assert did_you_mean("xyz", {"b": 1, "a": 2}) == "use one of `b`, `a`"


def test_nothing_is_said_of_a_long_list_or_none():
    assert did_you_mean("xyz", [f"word-{n}" for n in range(13)]) == ""
    assert did_you_mean("xyz", ["b"], list_up_to=0) == ""
    assert did_you_mean("xyz", []) == ""


def test_the_nearest_of_thousands_is_found():
    known = [f"partner-{n:04}" for n in range(2000)]
    assert nearest("partnr-1234", known) == "partner-1234"


def test_guesses_end_where_too_many_words_would_have_to_be_compared():
    known = frozenset(f"partner-{n:04}" for n in range(2000))
    guesses = Guesses(budget=5000)

    meant = [guesses.did_you_mean(f"partnr-{n:04}", known) for n in (1, 2, 1, 3, 2)]

    first, second = "did you mean `partner-0001`?", "did you mean `partner-0002`?"
    assert meant == [first, second, first, "", second]


def test_a_suggestion_lists_what_there_is_only_where_that_is_asked_for():
    guesses, known = Guesses(), frozenset({"gold", "silver"})

    listed = [guesses.did_you_mean("xyz", known, list_up_to=most) for most in (2, 1, 2)]

    assert listed == ["use one of `gold`, `silver`", "", "use one of `gold`, `silver`"]
