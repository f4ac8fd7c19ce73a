"""Shown sizes: equal in weight whatever the shape, and never beyond the slot."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.model.logo import LogoMetrics
from pavgen.render.images.optical import (
    OPTICAL_WEIGHT,
    ROOM,
    SLOT,
    Box,
    Ground,
    is_faint,
    needs_plate,
    shown_size,
    slot_around,
    visible_box,
)

SIDE = st.integers(1, 10_000)
INK = st.integers(0, 1000)


def box(width, height, left=0, top=0):
    return Box(Fraction(left), Fraction(top), Fraction(width), Fraction(height))


def metrics(*, light=0, dark=0):
    return LogoMetrics(0, 0, 1000, 1000, 300, 500, light, dark)


@given(SIDE, SIDE, INK)
def test_a_logo_stays_within_its_slot(width, height, ink):
    wide, high = shown_size(box(width, height), ink)

    assert 1 <= wide <= ROOM[0]
    assert 1 <= high <= ROOM[1]


@given(st.integers(10, 30), st.integers(10, 30), st.integers(200, 1000))
def test_logos_that_fit_have_the_same_weight(width, height, ink):
    wide, high = shown_size(box(width, height), ink)
    if wide < ROOM[0] and high < ROOM[1]:
        weight = wide * high * (ink / 1000) ** 0.5
        assert weight == pytest.approx(OPTICAL_WEIGHT, rel=0.01)


@given(SIDE, SIDE, INK, st.integers(1, 50))
def test_the_unit_of_a_drawing_does_not_matter(width, height, ink, times):
    assert shown_size(box(width * times, height * times), ink) == shown_size(
        box(width, height), ink
    )


@given(st.integers(1, 100), st.integers(1, 100), INK)
def test_more_ink_never_makes_a_logo_larger(width, height, ink):
    less, more = (shown_size(box(width, height), n) for n in (ink, min(1000, ink + 100)))

    assert more <= less


@given(SIDE, SIDE, INK)
def test_the_slot_lies_around_the_middle_of_the_logo(width, height, ink):
    seen = box(width, height, 7, -3)
    slot = slot_around(seen, shown_size(seen, ink))

    assert slot.width * SLOT[1] == slot.height * SLOT[0]
    assert slot.left + slot.width / 2 == seen.left + seen.width / 2
    assert slot.top + slot.height / 2 == seen.top + seen.height / 2
    assert slot.width >= seen.width
    assert slot.height >= seen.height


def test_the_visible_box_is_part_of_the_file():
    seen = LogoMetrics(100, 250, 600, 750, 1, 1, 1, 1)

    assert visible_box(seen, Fraction(40), Fraction(8)) == box(20, 4, 4, 2)


@pytest.mark.parametrize(
    ("light", "dark", "plate"),
    [(0, 0, False), (0, 40, False), (0, 41, True), (400, 0, False), (401, 0, True)],
)
def test_a_logo_needs_a_plate_where_it_is_lost_or_brings_paper(light, dark, plate):
    assert needs_plate(metrics(light=light, dark=dark)) is plate


def test_faintness_is_judged_on_the_ground_a_logo_is_made_for():
    white = metrics(light=1000)

    assert is_faint(white, Ground.LIGHT)
    assert not is_faint(white, Ground.DARK)
