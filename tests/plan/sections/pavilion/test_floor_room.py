"""Outlines of a drawing, and the largest box for text within them."""

from hypothesis import given
from hypothesis import strategies as st

from pavgen.model.records.floorplan import Booth
from pavgen.plan.sections.pavilion.floor.room import (
    Box,
    area_of,
    around,
    corners,
    middle,
    outline,
    room,
)

L_SHAPE = ((0, 0), (800, 0), (800, 400), (400, 400), (400, 800), (0, 800))


def test_a_rectangle_has_four_corners_in_turn():
    booth = Booth(id="a1", hall="one", kind="corner", x=200, y=100, width=300, height=200)

    assert corners(booth) == ((200, 100), (500, 100), (500, 300), (200, 300))
    assert outline(corners(booth)) == "200,100 500,100 500,300 200,300"


def test_a_polygon_has_its_own_corners_and_nothing_has_none():
    booth = Booth(id="a1", hall="one", kind="corner", polygon=((0, 0), (100, 0), (0, 100)))

    assert corners(booth) == ((0, 0), (100, 0), (0, 100))
    assert corners(Booth(id="a1", hall="one", kind="corner")) == ()


def test_the_room_of_a_rectangle_is_all_of_it():
    assert room(((0, 0), (300, 0), (300, 200), (0, 200))) == Box(0, 0, 300, 200)


def test_the_room_of_an_angle_is_its_larger_arm():
    assert room(L_SHAPE) == Box(0, 0, 800, 400)
    assert middle(L_SHAPE) == (400, 200)
    assert area_of(L_SHAPE) == 48


def test_the_room_of_a_triangle_lies_within_it():
    box = room(((0, 0), (1600, 0), (0, 1600)))

    assert box.x + box.width + box.y + box.height <= 1600
    assert box.width * box.height >= 500_000


def test_a_margin_leaves_something_of_a_small_box():
    assert Box(0, 0, 300, 200).inset(16) == Box(16, 16, 268, 168)
    assert Box(0, 0, 40, 20).inset(16) == Box(5, 5, 30, 10)


def test_boxes_that_touch_do_not_meet():
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 5, 5))
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 10, 10))


@given(st.integers(4, 16), st.integers(4, 16), st.integers(2, 15), st.integers(2, 15))
def test_the_room_of_any_angle_lies_within_it(width, height, arm, leg):
    arm, leg = min(arm, width - 1) * 160, min(leg, height - 1) * 160
    wide, high = width * 160, height * 160
    points = ((0, 0), (wide, 0), (wide, leg), (arm, leg), (arm, high), (0, high))
    box = room(points)

    assert around(points) == Box(0, 0, wide, high)
    assert box.y + box.height <= leg or box.x + box.width <= arm
