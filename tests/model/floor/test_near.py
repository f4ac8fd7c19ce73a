"""Look-up of what lies near."""

from hypothesis import given
from hypothesis import strategies as st

from pavgen.model.floor.geometry import Box
from pavgen.model.floor.near import Near
from pavgen.model.floor.shapes import floor_of
from tests.model.floor.plans import rectangles

PLACES = st.integers(0, 40)
BOXES = st.tuples(PLACES, PLACES, st.integers(1, 30), st.integers(1, 9))


@given(st.lists(BOXES, max_size=9), BOXES, st.integers(0, 9))
def test_all_are_found_whose_boxes_come_within_reach(boxes, around, reach):
    spots = floor_of(rectangles([(f"b{n}", *box) for n, box in enumerate(boxes)])).booths
    x, y, width, height = around
    box = Box(x, y, x + width, y + height)
    found = Near(spots).within("one", box, reach)
    assert {spot.id for spot in found} == {s.id for s in spots if s.shape.box.meets(box, reach)}


def test_nothing_is_near_in_another_hall():
    spots = floor_of(rectangles([("b1", 0, 0, 300, 300)])).booths
    assert Near(spots).within("two", Box(0, 0, 300, 300)) == []
