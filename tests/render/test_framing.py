"""Cleaned drawings in another frame: nothing edited, nothing revealed, still clean."""

import re
from fractions import Fraction

import pytest

from pavgen.render.images.framing import can_frame, drawing_sides, framed
from pavgen.render.images.optical import Box
from pavgen.security.svg import CleanSvg, clean_svg

WINDOW = Box(Fraction(-1, 3), Fraction(5), Fraction(200), Fraction(80))


def drawing(inside="", attributes='viewBox="0 0 40 20"'):
    clean = clean_svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()
    )
    assert isinstance(clean, CleanSvg)
    return clean.data


def test_the_frame_holds_the_drawing_letter_by_letter():
    clean = drawing('<path d="M0 0h9v9z"/>')
    inner = clean.removeprefix(b'<svg xmlns="http://www.w3.org/2000/svg"')
    head = b'<svg xmlns="http://www.w3.org/2000/svg" height="64" viewBox="-0.333333 5 200 80"'

    assert framed(clean, WINDOW, 160, 64) == head + b' width="160"><svg' + inner[:-1] + b"</svg>\n"


def test_a_framed_drawing_is_still_clean():
    data = framed(drawing('<g id="a"><path d="M0 0h9v9z"/></g><use href="#a"/>'), WINDOW, 160, 64)

    assert clean_svg(data) == CleanSvg(data, 160, 64)


def test_sides_are_exact():
    assert drawing_sides(drawing(attributes='width="1.4" height="3cm"')) == (
        Fraction("1.4"),
        Fraction("113.385826772"),
    )


@pytest.mark.parametrize(
    ("sheet", "answer"),
    [
        ("", True),
        ("svg{isolation:isolate}", True),
        (".a{opacity:.5}", True),
        (".svg{opacity:.5}", True),
        ("svg{opacity:.5}", False),
        ("g,svg{fill:red;filter:none}", False),
        ("path{fill:red} svg{mask:none}", False),
    ],
)
def test_a_rule_that_would_take_hold_of_the_frame_forbids_it(sheet, answer):
    inside = f'<style>{sheet}</style><g class="a svg"><path d="M0 0h9v9z"/></g>'

    assert can_frame(drawing(inside)) is answer


def test_a_root_that_is_turned_forbids_a_frame():
    assert not can_frame(drawing(attributes='viewBox="0 0 40 20" transform="rotate(5)"'))


def test_what_is_not_a_cleaned_drawing_is_never_framed():
    assert not can_frame(b"<svg/>")


def test_a_frame_is_written_without_exponents():
    tiny = Box(Fraction(1, 10**9), Fraction(0), Fraction(10**7), Fraction(4 * 10**6))
    found = re.search(rb'viewBox="([^"]*)"', framed(drawing(), tiny, 160, 64))

    assert found
    assert found[1] == b"0.000000001 0 10000000 4000000"
