import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.security.problem import Problem
from pavgen.security.text import MOST_PROBLEMS, text_problems

TABLE = (
    [(c, "char-control") for c in range(0x20) if c not in (0x09, 0x0A)]
    + [(c, "char-control") for c in range(0x7F, 0xA0)]
    + [(c, "char-control") for c in (0x2028, 0x2029)]
    + [(c, "char-bidi") for c in (0x061C, 0x200E, 0x200F)]
    + [(c, "char-bidi") for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
    + [(c, "char-invisible") for c in (0x00AD, 0x034F, 0x180E, 0x200B, 0x2060, 0x2064, 0xFEFF)]
    + [(c, "char-invisible") for c in (0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0)]
    + [(c, "char-invisible") for c in range(0xE0000, 0xE0080)]
    + [(c, "char-undefined") for c in (0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)]
    + [(c, "char-undefined") for c in (0xD800, 0xDBFF, 0xDC00, 0xDFFF)]
    + [(c, "char-undefined") for c in (0xE000, 0xF8FF, 0xF0000, 0x10FFFD)]
    + [(c, "char-undefined") for c in (0x0378, 0x0530, 0x2FE0)]
    + [(c, "char-joiner") for c in (0x200C, 0x200D)]
    + [(c, "char-variation") for c in (0x180B, 0xFE00, 0xFE0E, 0xFE0F, 0xE0100, 0xE01EF)]
)


@pytest.mark.parametrize(("code_point", "code"), TABLE)
def test_text_refuses_a_row_of_the_table_in_source(code_point, code):
    line = f"summary: nice{chr(code_point)}tier: platinum\n"
    assert [(p.code, p.offset) for p in text_problems(line, emoji=True)] == [(code, 13)]


@pytest.mark.parametrize(("code_point", "code"), TABLE)
def test_text_refuses_a_row_of_the_table_as_a_decoded_value(code_point, code):
    escaped = chr(code_point).encode("utf-16-be", "surrogatepass").hex()
    value = json.loads(
        '"nice' + "".join(f"\\u{escaped[i : i + 4]}" for i in range(0, len(escaped), 4)) + '"'
    )
    assert [(p.code, p.offset) for p in text_problems(value, emoji=True)] == [(code, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text\n\tindented",
        "Zürich, Łódź, Αθήνα, Київ, 株式会社, 서울, ภาษาไทย",
        "a\u00a0b\u202f%\u3000c",
        "‘quotes’ – dashes — … • © ® ™ № ★ ✓ → ≥",
        "می\u200cخواهم",
        "क्\u200dष",
        "ශ්\u200dරී",
        "র\u200d্য",
    ],
)
def test_text_accepts_plain_words_of_any_writing(text):
    assert text_problems(text, emoji=False) == ()


@pytest.mark.parametrize(
    "text",
    [
        "🚀",
        "👩\u200d💻",
        "👨🏽\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f",
        "☎\ufe0e",
        "1\ufe0f\u20e3",
        "🇳🇴",
        "⚡",
        "👩\u200d❤\ufe0f\u200d👩",
    ],
)
def test_text_accepts_emoji_where_they_are_welcome(text):
    assert text_problems(f"so {text} it is", emoji=True) == ()


@pytest.mark.parametrize("text", ["🚀", "👩\u200d💻", "❤\ufe0f", "1\ufe0f\u20e3", "🇳🇴", "⚡", "🅰"])
def test_text_refuses_emoji_among_plain_words(text):
    assert text_problems(f"so {text} it is", emoji=False)


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db",
        "\u200d",
        "\u200cم",
        "م\u200c",
        "م\u200c\u200cن",
        "م\u200cक",
        "👩\u200d",
        "\u200d💻",
        "👩\u200c💻",
        "a\ufe0f",
        "\ufe0f",
        "1\ufe0f",
        "葛\U000e0100",
    ],
)
def test_text_refuses_joiners_and_selectors_out_of_place(text):
    assert {p.code for p in text_problems(text, emoji=True)} <= {"char-joiner", "char-variation"}
    assert text_problems(text, emoji=True)


def test_text_says_which_character_how_often_and_why():
    assert text_problems("a\u202eb\u202ec\0", emoji=False) == (
        Problem(
            "char-bidi",
            1,
            "U+202E RIGHT-TO-LEFT OVERRIDE (2 times) reorders what a reader sees",
            "remove it",
        ),
        Problem("char-control", 5, "U+0000 control character is a control character", "remove it"),
    )


def test_text_bounds_what_it_says_of_a_flood():
    flood = "".join(map(chr, range(0xE000, 0xE100)))
    assert len(text_problems(flood, emoji=False)) == MOST_PROBLEMS


@given(st.text(st.characters(max_codepoint=sys.maxunicode, exclude_categories=())))
def test_text_without_problems_can_be_written_as_utf8(text):
    if not text_problems(text, emoji=True):
        assert text.encode().decode() == text
