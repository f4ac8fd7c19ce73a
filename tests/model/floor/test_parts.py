"""Polygons taken apart, cut and cut out."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pavgen.model.floor.geometry import (
    Box,
    doubled_area,
    is_convex,
    is_simple,
    rectangle,
    tidied,
)
from pavgen.model.floor.parts import common, convex_parts, surroundings, within, without
from tests.model.floor.rasters import cells, inside

boxes = st.tuples(*(st.integers(0, 4),) * 2, *(st.integers(1, 4),) * 2)
points = st.tuples(st.integers(0, 30), st.integers(0, 30))


def polygon(box):
    x, y, width, height = box
    return rectangle(Box(x, y, x + width, y + height))


def stairs(heights):
    """Return a polygon that stands on columns of these heights, each two wide."""
    top = [(2 * n + side, 9 - h) for n, h in enumerate(heights) for side in (0, 2)]
    return tidied((*top, (2 * len(heights), 9), (0, 9)))


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6))
def test_the_parts_of_an_upright_polygon_are_rectangles_that_fill_it(heights):
    shape = stairs(heights)
    parts = [inside(part, 12) for part in convex_parts(shape)]
    assert frozenset().union(*parts) == inside(shape, 12)
    assert sum(map(len, parts)) == len(inside(shape, 12))


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6))
def test_the_surroundings_of_an_upright_polygon_are_the_rest_of_its_box(heights):
    shape = stairs(heights)
    highest = max(heights)
    box = cells(0, 9 - highest, 2 * len(heights), highest)
    assert frozenset().union(*(inside(p, 12) for p in surroundings(shape))) == box - inside(
        shape, 21
    )


@given(st.lists(points, min_size=4, max_size=8, unique=True))
def test_the_parts_of_any_simple_polygon_are_convex_and_have_its_area(corners):
    assume(is_simple(corners))
    shape = tidied(corners)
    parts = convex_parts(shape)
    assert all(is_convex(part) for part in parts)
    assert sum(doubled_area(part) for part in parts) == doubled_area(shape)


def test_a_convex_polygon_is_its_own_only_part():
    shape = ((0, 0), (10, 0), (14, 8), (4, 12))
    assert convex_parts(shape) == (shape,)


def test_a_slanted_polygon_with_one_dent_has_two_parts():
    arrow = ((0, 0), (10, 4), (0, 8), (3, 4))
    assert len(convex_parts(arrow)) == 2


@given(boxes, boxes)
def test_what_rectangles_have_in_common_is_that_of_their_cells(one, other):
    shared = common(polygon(one), polygon(other))
    assert (inside(shared, 9) if len(shared) > 2 else frozenset()) == cells(*one) & cells(*other)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        ((4, 1, 3, 9), {(4, 1), (4, 4)}),  # along a side
        ((4, 4, 2, 2), {(4, 4)}),  # at a corner
        ((5, 0, 2, 2), set()),
    ],
)
def test_what_only_touches_has_a_segment_or_a_point_in_common(other, shared):
    assert set(common(polygon((0, 0, 4, 4)), polygon(other))) == shared


@given(boxes, boxes)
def test_what_is_left_beside_an_obstacle_are_the_largest_free_rectangles(box, obstacle):
    free = cells(*box) - cells(*obstacle)
    found = {inside(part, 9) for part in without(polygon(box), polygon(obstacle))}
    assert found == _largest(box, free)


def _largest(box, free):
    x, y, width, height = box
    every = {
        cells(a, b, w, h)
        for a in range(x, x + width)
        for b in range(y, y + height)
        for w in range(1, x + width - a + 1)
        for h in range(1, y + height - b + 1)
        if cells(a, b, w, h) <= free
    }
    return {one for one in every if not any(one < other for other in every)}


def test_a_cut_across_a_slanted_shape_is_rounded_to_centimetres():
    triangle = ((0, 0), (10, 0), (0, 7))
    assert within(triangle, ((3, 0), (3, 10))) == ((0, 0), (3, 0), (3, 5), (0, 7))
