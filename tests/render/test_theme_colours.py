"""Shades that can be read, whatever colour a site chooses."""

from hypothesis import given
from hypothesis import strategies as st

from pavgen.render.theme.colours import (
    DARK_PAPER,
    LIGHT_PAPER,
    Colour,
    colour_properties,
    contrast,
    read_colour,
    write_colour,
)

CHANNEL = st.integers(0, 255)


def _read(text: str) -> Colour:
    colour = read_colour(text)
    assert colour is not None
    return colour


@given(st.tuples(CHANNEL, CHANNEL, CHANNEL))
def test_every_colour_has_shades_that_can_be_read(colour: Colour):
    found = {name: _read(value) for name, value in colour_properties("c", colour).items()}

    assert contrast(found["--c"], found["--c-text"]) >= 4.5
    assert contrast(found["--c-on-light"], LIGHT_PAPER) >= 5.5
    assert contrast(found["--c-on-dark"], DARK_PAPER) >= 5.5


@given(st.tuples(CHANNEL, CHANNEL, CHANNEL))
def test_a_colour_written_reads_the_same(colour: Colour):
    assert read_colour(write_colour(colour)) == colour


def test_a_short_colour_is_the_long_one():
    assert read_colour("#f80") == read_colour("#FF8800") == (255, 136, 0)


def test_what_is_no_colour_is_refused():
    assert [read_colour(text) for text in ("red", "#ff", "#12345g", "#000;}", "")] == [None] * 5


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert colour_properties("c", (0, 64, 128))["--c-on-light"] == "#004080"


def test_contrast_of_black_and_white_is_21():
    assert round(contrast((0, 0, 0), (255, 255, 255)), 6) == 21
