"""The words of an interface."""

import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.plan.words import Words


def _english(n: int) -> str:
    return "one" if n == 1 else "other"


def _polish(n: int) -> str:
    if n == 1:
        return "one"
    few = n % 10 in {2, 3, 4} and n % 100 not in {12, 13, 14}
    return "few" if few else "many"


def test_a_placeholder_is_filled_with_plain_text():
    words = Words("en", {"about": "About {name}"}, _english)

    assert words.say("about", name="<b>{n}</b>") == "About <b>{n}</b>"


def test_a_number_chooses_the_plural_form():
    strings = {"partners.one": "{n} partner", "partners.other": "{n} partners"}
    words = Words("en", strings, _english)

    assert [words.say("partners", n=n) for n in (0, 1, 2)] == [
        "0 partners",
        "1 partner",
        "2 partners",
    ]


def test_a_plural_form_that_is_not_written_falls_back_to_other():
    strings = {"files.one": "{n} plik", "files.few": "{n} pliki", "files.other": "{n} plików"}
    words = Words("pl", strings, _polish)

    assert [words.say("files", n=n) for n in (1, 3, 5, 22)] == [
        "1 plik",
        "3 pliki",
        "5 plików",
        "22 pliki",
    ]


def test_a_number_is_written_as_the_language_does():
    words = Words("de", {"n": "{n} Partner seit {year}"}, _english, lambda n: f"{n:_}")

    assert words.say("n", n=12000, year=2019) == "12_000 Partner seit 2019"


def test_braces_that_name_nothing_stay_as_they_are():
    words = Words("en", {"code": "write {} or {A} or {1}"}, _english)

    assert words.say("code") == "write {} or {A} or {1}"


def test_a_key_that_is_not_there_is_a_defect():
    with pytest.raises(DefectError, match="no string `missing` in `en`"):
        Words("en", {}, _english).say("missing")


def test_a_value_that_is_not_given_is_a_defect():
    with pytest.raises(DefectError, match="`about` needs a value for `name`"):
        Words("en", {"about": "About {name}"}, _english).say("about")


def test_a_key_is_known_with_or_without_a_number():
    words = Words("en", {"plain": "x", "counted.other": "y"}, _english)

    assert [words.knows(key) for key in ("plain", "counted", "other")] == [True, True, False]
