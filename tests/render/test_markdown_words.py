"""How words are counted."""

import pytest

from pavgen.model.prose import Prose, count_words, plain_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" - & … ", 0),
        ("one two\nthree", 3),
        ("state-of-the-art don't 3.5", 3),
        ("日本語", 2),
        ("日本", 1),
        ("カタカナ API です", 4),
        ("한국어 단어", 2),
    ],
)
def test_words_are_runs_and_two_han_or_kana_are_one(text, words):
    assert count_words(text) == words


def test_an_empty_text_has_no_words():
    assert plain_text(Prose()) == ""
