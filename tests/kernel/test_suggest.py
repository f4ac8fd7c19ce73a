"""Suggestions for mistaken words."""

from pavgen.kernel.suggest import did_you_mean, nearest


def test_the_nearest_known_word_is_suggested_whatever_the_case():
    assert nearest("GOULD", ["silver", "gold"]) == "gold"
    assert did_you_mean("gould", ["silver", "gold"]) == "did you mean `gold`?"


def test_a_short_list_is_given_where_nothing_is_near():
    assert did_you_mean("xyz", ["b", "a"]) == "use one of `a`, `b`"


def test_nothing_is_said_of_a_long_list_or_none():
    assert did_you_mean("xyz", [f"word-{n}" for n in range(20)]) == ""
    assert did_you_mean("xyz", []) == ""
