import pytest

from pavgen.security.linktext import LONGEST, character_problems, length_problems
from pavgen.security.problem import Problem


def test_link_text_reports_each_bad_character_once_in_order_of_place():
    assert [(p.offset, p.what) for p in character_problems('a"b"<\u202e%0A')] == [
        (1, "U+0022 QUOTATION MARK may not stand in a link"),
        (4, "U+003C LESS-THAN SIGN may not stand in a link"),
        (5, "U+202E RIGHT-TO-LEFT OVERRIDE reorders what a reader sees"),
        (6, "`%0A` is a control character"),
    ]


@pytest.mark.parametrize("text", ["", "https://acme.example/ü?x=%20", "tel:+49 30 1"])
def test_link_text_accepts_ordinary_characters(text):
    assert character_problems(text) == ()


def test_link_text_says_by_how_much_it_is_too_long():
    assert length_problems("a" * LONGEST) == ()
    assert length_problems("a" * (LONGEST + 3)) == (
        Problem(
            "link-length", LONGEST, "the link has 515 characters, 3 too many", "use at most 512"
        ),
    )
