import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.model.imports.wording import (
    as_markdown,
    clean_text,
    first_sentence,
    first_sentences,
    plain_name,
)
from pavgen.model.prose import ProseLimits, plain_text
from pavgen.render.markdown import render_partner
from pavgen.security.text import text_problems

DECORATIONS = frozenset({"member", "kcsp"})


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Nordwind (member)", "Nordwind"),
        ("Nordwind  Systems (KCSP)", "Nordwind Systems"),
        ("Nordwind (KCSP) (member)", "Nordwind"),
        ("Nordwind (North)", "Nordwind (North)"),
        ("Nordwind (Member )", "Nordwind"),
        ("(member)", ""),
    ],
)
def test_decorations_are_taken_off_and_other_brackets_stay(name, plain):
    assert plain_name(name, DECORATIONS) == plain


def test_the_first_sentence_ends_at_its_stop():
    assert (
        first_sentence("We run clusters for banks. Since 1999.", 80) == "We run clusters for banks."
    )


def test_a_stop_within_a_short_beginning_does_not_end_it():
    assert first_sentence("Acme Inc. runs clusters for banks. More.", 80) == (
        "Acme Inc. runs clusters for banks."
    )


def test_a_long_sentence_is_cut_between_words():
    assert first_sentence("one two three four five six", 16) == "one two three…"


def test_sentences_are_kept_whole_while_they_fit():
    text = "We run clusters for banks. We train people. And more of the same."
    assert first_sentences(text, 45) == "We run clusters for banks. We train people."


@given(st.text(max_size=400), st.booleans())
def test_cleaned_text_holds_nothing_that_is_refused(text, emoji):
    assert text_problems(clean_text(text, emoji=emoji), emoji=emoji) == ()


@given(st.text(max_size=400), st.integers(20, 200))
def test_a_sentence_never_exceeds_its_limit(text, most):
    assert len(first_sentence(text, most)) <= most
    assert len(first_sentences(text, most)) <= most


LINES = st.text(
    st.characters(codec="ascii", exclude_categories=["Cc"])
    | st.sampled_from("#>*-+_`[]()!<>&|~=1234567890.: é世"),
    max_size=120,
)


@given(st.lists(LINES, min_size=1, max_size=4))
def test_escaped_text_shows_every_character_and_nothing_else(lines):
    text = clean_text("\n".join(lines), emoji=True)
    prose = render_partner(
        "about.md", as_markdown(text), slug="acme", limits=ProseLimits(words=1000)
    )
    shown = plain_text(prose.value).strip().split("\n")
    assert [line for line in shown if line] == [line for line in text.split("\n") if line]
