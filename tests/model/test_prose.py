"""Rendered texts: their words, and their text without markup."""

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.prose import Prose, RecordTitle, count_words, plain_text

TITLE = RecordTitle("partner", "acme", Span("a.md", 1))


def test_a_hole_holds_the_records_title_or_its_name():
    prose = Prose(plain=("See ", TITLE, "."))
    assert plain_text(prose) == "See acme."
    assert plain_text(prose, lambda title: title.target.upper()) == "See ACME."


def test_a_text_of_nothing_is_empty():
    assert plain_text(Prose()) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one", 1),
        ("one  two\nthree", 3),
        ("well-known firm", 2),
        ("a – b", 2),
        ("— … !", 0),
        ("3 MW", 2),
        ("北極", 1),
        ("北極星", 2),
        ("Acme 北極星 GmbH", 4),
    ],
)
def test_words_are_counted_between_spaces_and_by_two_where_there_are_none(text, words):
    assert count_words(text) == words
