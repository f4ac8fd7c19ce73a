"""Text that stays in its box: wrapped between words, made smaller, broken, and cut at last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.plan.sections.pavilion.floor.fitting import (
    SIZES,
    cut,
    fitted,
    line_height,
    width_of,
)


def test_a_short_name_has_the_largest_letters():
    assert fitted(["Ada"], 268, 200) == (48, ("Ada",))


def test_a_name_is_wrapped_between_words_before_it_is_made_smaller():
    assert fitted(["Merrowdale Tancred"], 300, 200) == (48, ("Merrowdale", "Tancred"))


def test_letters_shrink_until_all_lines_fit_the_height():
    size, lines = fitted(["Merrowdale Tancred"], 300, 90)

    assert (size, lines) == (36, ("Merrowdale", "Tancred"))
    assert 2 * line_height(size) <= 90


def test_a_word_that_is_too_long_is_broken_rather_than_made_tiny():
    assert fitted(["Elektrizitätenhauptbetriebswerk"], 200, 300) == (
        36,
        ("Elektrizit-", "ätenhaupt-", "betriebsw-", "erk"),
    )


def test_what_fits_at_no_size_ends_with_an_ellipsis():
    size, lines = fitted(["one two three four five six seven"], 60, 40)

    assert (size, lines) == (18, ("one…",))


def test_several_names_begin_lines_of_their_own():
    assert fitted(["Ada", "Bob"], 300, 200) == (48, ("Ada", "Bob"))


def test_nothing_to_say_is_no_line():
    assert fitted([], 100, 100) == (SIZES[0], ())
    assert fitted(["   "], 100, 100) == (SIZES[0], ())


def test_wide_letters_count_as_wide():
    assert width_of("風車", 100) > width_of("ab", 100) > width_of("il", 100)
    assert width_of("e\u0301", 100) < 2 * width_of("e", 100)


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [("Alder", 200, "Alder"), ("Alder Works", 110, "Ald…"), ("W", 1, "…")],
)
def test_a_text_is_cut_where_its_box_ends(text, width, wanted):
    assert cut(text, width, 40) == wanted


@given(
    st.lists(st.text(max_size=60), max_size=4),
    st.integers(40, 800),
    st.integers(30, 800),
)
def test_no_text_leaves_its_box(texts, width, height):
    size, lines = fitted(texts, width, height)

    assert len(lines) <= max(1, height // line_height(size))
    assert [line for line in lines if width_of(line, size) > width] == []
