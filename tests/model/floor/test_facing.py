"""Sides that face each other."""

import pytest

from pavgen.model.floor.facing import contact, facing, facings
from pavgen.model.floor.geometry import Box, rectangle


def box(x, y, width, height):
    return rectangle(Box(x, y, x + width, y + height))


def test_sides_on_one_line_touch_along_what_they_share():
    assert contact(box(0, 0, 300, 300), box(300, 100, 300, 300)) == 200


def test_shapes_that_meet_at_a_corner_or_lie_a_centimetre_apart_share_no_border():
    assert contact(box(0, 0, 300, 300), box(300, 300, 300, 300)) == 0
    assert contact(box(0, 0, 300, 300), box(301, 0, 300, 300)) == 0


def test_shapes_on_the_same_side_of_a_line_share_no_border():
    assert contact(box(0, 0, 300, 300), box(100, 0, 50, 50)) == 0


def test_a_border_in_two_pieces_is_counted_together():
    comb = ((0, 0), (100, 0), (100, 300), (0, 300), (0, 200), (50, 200), (50, 100), (0, 100))
    assert contact(comb, box(-50, 0, 50, 300)) == 200


def test_a_slanted_border_is_as_long_as_it_is_rounded_down():
    lower, upper = ((0, 300), (300, 0), (300, 300)), ((0, 0), (300, 0), (0, 300))
    assert contact(lower, upper) == 424


def test_slanted_sides_touch_within_a_centimetre_and_not_within_two():
    upper = ((0, 0), (300, 0), (0, 300))
    assert contact(((1, 300), (301, 0), (301, 300)), upper) == 423
    assert contact(((2, 300), (302, 0), (302, 300)), upper) == 0


@pytest.mark.parametrize(("by", "is_outside"), [(399, True), (400, True), (401, False)])
def test_a_side_lies_outside_another_at_most_so_far_away(by, is_outside):
    found = facing(((0, 300), (0, 0)), ((-by, 0), (-by, 300)))
    assert found is not None
    assert (found.is_outside(400), found.distance) == (is_outside, by)


def test_a_side_behind_another_or_on_its_line_does_not_lie_outside():
    behind = facing(((0, 300), (0, 0)), ((5, 0), (5, 300)))
    on_it = facing(((0, 300), (0, 0)), ((0, 0), (0, 300)))
    assert [found and found.is_outside(400) for found in (behind, on_it)] == [False, False]


def test_sides_of_one_direction_or_at_an_angle_do_not_face_each_other():
    side = ((0, 0), (300, 0))
    assert facing(side, ((0, -50), (300, -50))) is None
    assert facing(side, ((300, -50), (0, -60))) is None
    assert facing(side, ((300, -50), (0, -56))) is not None


@pytest.mark.parametrize(("overlap", "halves"), [(100, True), (99, False)])
def test_sides_face_over_half_of_the_shorter_one(overlap, halves):
    found = facing(((0, 0), (300, 0)), ((300 + 200 - overlap, -50), (300 - overlap, -50)))
    assert found is not None
    assert found.halves == halves


def test_the_strip_between_slanted_sides_is_a_rectangle_on_a_finer_grid():
    found = facing(((0, 300), (300, 0)), ((200, 0), (0, 200)))
    assert found is not None
    assert found.unit == 2
    assert sorted(found.strip()) == [(0, 400), (100, 500), (400, 0), (500, 100)]


def test_the_stretch_runs_along_the_first_of_the_two_sides():
    (found,) = (f for f in facings(box(0, 0, 300, 300), box(100, 300, 90, 90)) if f.touches)
    assert sorted(found.stretch()) == [(100, 300), (190, 300)]
