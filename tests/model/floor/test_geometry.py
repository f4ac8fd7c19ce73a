"""Exact plane geometry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.model.floor.geometry import (
    Box,
    box_of,
    convex_overlap,
    doubled_area,
    is_convex,
    is_simple,
    rectangle,
    tidied,
    turn,
)
from tests.model.floor.rasters import cells

SQUARE = ((0, 0), (4, 0), (4, 4), (0, 4))
boxes = st.tuples(*(st.integers(0, 9),) * 2, *(st.integers(1, 6),) * 2)


def test_the_area_of_a_rectangle_is_doubled_and_positive_clockwise_on_the_plan():
    assert doubled_area(SQUARE) == 32
    assert doubled_area(SQUARE[::-1]) == -32


def test_the_area_of_a_slanted_shape_is_exact_to_half_a_square_centimetre():
    assert doubled_area(((0, 0), (3, 0), (0, 1))) == 3


@pytest.mark.parametrize(
    "corners",
    [
        SQUARE,
        SQUARE[::-1],
        ((0, 0), (10, 0), (10, 10)),
        ((0, 0), (5, 0), (10, 0), (10, 10)),  # a corner within a side
        ((0, 0), (10, 0), (10, 10), (5, 5), (0, 10)),
    ],
)
def test_an_outline_without_crossings_is_simple(corners):
    assert is_simple(corners)


@pytest.mark.parametrize(
    "corners",
    [
        (),
        ((0, 0), (4, 0)),
        ((0, 0), (4, 4), (4, 0), (0, 4)),  # a bow tie
        ((0, 0), (4, 0), (4, 0), (0, 4)),  # a corner twice
        ((0, 0), (4, 0), (2, 0), (2, 4)),  # back over its own side
        ((0, 0), (8, 0), (8, 4), (4, 0), (0, 4)),  # a corner on another side
        ((0, 0), (4, 0), (4, 4), (8, 4), (8, 8), (4, 8), (4, 4), (0, 4)),  # a corner met twice
        ((0, 2), (0, 6), (4, 4), (0, 4)),  # the last side runs back over the first
    ],
)
def test_an_outline_that_crosses_or_touches_itself_is_not_simple(corners):
    assert not is_simple(corners)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=7))
def test_whether_an_outline_is_simple_depends_neither_on_its_first_corner_nor_its_sense(corners):
    expected = is_simple(corners)
    turned = [corners[n:] + corners[:n] for n in range(len(corners))]
    assert {is_simple(other) for other in turned} == {expected}
    assert {is_simple(other[::-1]) for other in turned} == {expected}


def test_a_tidied_outline_runs_the_usual_way_and_has_no_corner_within_a_side():
    assert tidied(((0, 4), (4, 4), (4, 0), (2, 0), (0, 0))) == ((0, 0), (4, 0), (4, 4), (0, 4))


def test_an_outline_with_a_dent_is_not_convex():
    assert is_convex(SQUARE)
    assert not is_convex(((0, 0), (4, 0), (4, 4), (2, 2), (0, 4)))


@given(boxes, boxes)
def test_rectangles_overlap_exactly_where_they_share_a_cell(one, other):
    first, second = (rectangle(Box(x, y, x + w, y + h)) for x, y, w, h in (one, other))
    assert convex_overlap(first, second) == bool(cells(*one) & cells(*other))


@given(boxes, boxes, st.integers(1, 5))
def test_boxes_meet_within_reach_exactly_where_one_grown_by_it_has_a_point_of_the_other(
    a, b, reach
):
    one, other = (Box(x, y, x + w, y + h) for x, y, w, h in (a, b))
    points = [(x, y) for x in range(b[0], b[0] + b[2] + 1) for y in range(b[1], b[1] + b[3] + 1)]
    assert one.meets(other, reach) == any(one.grown(reach).has(point) for point in points)


def test_a_box_holds_what_touches_its_border_from_within_and_nothing_beyond():
    assert Box(0, 0, 10, 10).holds(Box(0, 2, 10, 5))
    assert not Box(0, 0, 10, 10).holds(Box(0, 2, 11, 5))
    assert not Box(1, 1, 10, 10).holds(Box(0, 2, 5, 5))


def test_the_box_of_points_is_the_smallest_around_them():
    assert box_of(((3, 1), (0, 5), (2, 2))) == Box(0, 1, 3, 5)


def test_a_diagonal_side_keeps_shapes_apart_whose_boxes_overlap():
    assert not convex_overlap(((0, 0), (40, 0), (0, 40)), ((40, 1), (40, 40), (1, 40)))
    assert convex_overlap(((0, 0), (40, 0), (0, 40)), ((35, 0), (40, 40), (0, 35)))


def test_along_a_slanted_side_one_centimetre_is_forgiven_and_two_are_not():
    triangle = ((0, 0), (300, 0), (0, 400))  # its long side leans four on three
    near = ((300, 0), (300, 400), (0, 400))
    assert not convex_overlap(triangle, tuple((x - 1, y) for x, y in near))
    assert convex_overlap(triangle, tuple((x - 3, y) for x, y in near))


def test_along_an_upright_side_nothing_is_forgiven():
    assert convex_overlap(SQUARE, ((3, 0), (9, 0), (9, 4), (3, 4)))
    assert not convex_overlap(SQUARE, ((4, 0), (9, 0), (9, 4), (4, 4)))


def test_a_turn_is_positive_towards_the_inner_side():
    assert [turn((0, 0), (4, 0), point) for point in ((2, 1), (2, 0), (2, -1))] == [4, 0, -4]
