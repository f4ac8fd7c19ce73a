import pytest

from pavgen.security.characters import described, forbidden_code, is_blank


@pytest.mark.parametrize(
    ("character", "text"),
    [
        ("a", "U+0061 LATIN SMALL LETTER A"),
        ("\x1b", "U+001B control character"),
        ("\ud800", "U+D800 surrogate"),
        ("\ue000", "U+E000 private use character"),
        ("\uffff", "U+FFFF noncharacter"),
        ("\ufdd0", "U+FDD0 noncharacter"),
        ("\u0378", "U+0378 unassigned character"),
    ],
)
def test_described_names_a_code_point(character, text):
    assert described(character) == text


@pytest.mark.parametrize(
    "character", ["\u200b", "\u200d", "\u3164", "\u2800", "\ufe0f", "\u00ad", "\U000e0041", "\0"]
)
def test_blank_characters_hold_no_place(character):
    assert is_blank(character)


@pytest.mark.parametrize("character", ["a", " ", "!", "日", "\u0301"])
def test_other_characters_hold_a_place(character):
    assert not is_blank(character)


@pytest.mark.parametrize("character", ["\t", "\n", "a", "\u00a0", "\u200d", "\ufe0f", "🚀"])
def test_characters_that_depend_on_their_place_are_not_forbidden(character):
    assert forbidden_code(character) is None
