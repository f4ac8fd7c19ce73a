"""The floor as shapes."""

import pytest

from pavgen.model.floor.geometry import Box
from pavgen.model.floor.shapes import Shape, all_of, floor_of, shape, shape_of
from pavgen.model.records.floorplan import Booth, Feature, FloorPlan
from tests.events import FLOORPLAN
from tests.model.floor.plans import TWO_HALLS, changed, plan_of

SQUARE = ((0, 0), (400, 0), (400, 400), (0, 400))


def test_a_rectangle_has_four_corners_clockwise_from_the_upper_left():
    found = shape_of(Booth(x=100, y=200, width=300, height=50))
    assert found == shape(((100, 200), (400, 200), (400, 250), (100, 250)))
    assert found.box == Box(100, 200, 400, 250)
    assert found.doubled_area == 30_000


def test_a_polygon_may_run_either_way():
    clockwise, other = Feature(polygon=SQUARE), Feature(polygon=SQUARE[::-1])
    areas = [shape(item.polygon).doubled_area for item in (clockwise, other)]
    assert areas == [320_000, 320_000]
    assert isinstance(shape_of(other), Shape)


@pytest.mark.parametrize(
    ("item", "flaw"),
    [
        (Booth(), "missing"),
        (Booth(x=1, y=1, width=300), "missing"),
        (Booth(x=1, y=1, width=300, height=300, polygon=SQUARE), "twice"),
        (Booth(height=300, polygon=SQUARE), "twice"),
        (Booth(polygon=(*SQUARE, SQUARE[0])), "corner"),
        (Booth(polygon=SQUARE[:2]), "flat"),
        (Booth(polygon=((0, 0), (50, 50), (100, 100))), "flat"),
        (Booth(polygon=((0, 0), (400, 400), (400, 0), (0, 400))), "crossing"),
    ],
)
def test_a_shape_may_be_missing_doubled_or_none(item, flaw):
    assert shape_of(item) == flaw


def test_a_polygon_of_one_point_has_a_corner_twice():
    assert shape_of(Booth(polygon=((5, 5),))) == "corner"


def test_shapes_that_touch_do_not_overlap():
    one = shape(SQUARE)
    assert not one.overlaps(shape(((400, 0), (800, 0), (800, 400))))
    assert one.overlaps(shape(((399, 0), (800, 0), (800, 400), (399, 400))))


def test_what_stands_in_a_dent_does_not_overlap():
    dented = shape(
        ((0, 0), (300, 0), (300, 300), (200, 300), (200, 100), (100, 100), (100, 300), (0, 300))
    )
    assert not dented.overlaps(shape(((100, 100), (200, 100), (200, 300), (100, 300))))
    assert dented.overlaps(shape(((100, 99), (200, 99), (200, 300), (100, 300))))


def test_a_floor_keeps_the_order_of_the_plan_and_where_each_stands_in_it():
    floor = floor_of(plan_of(FLOORPLAN))
    assert [(spot.id, spot.at) for spot in floor.booths[:2]] == [
        ("a1", "booths[0]"),
        ("a2", "booths[1]"),
    ]
    assert [spot.id for spot in floor.of_kind("aisle", "exit")] == ["middle", "side", "way-out"]
    assert floor.halls == {"one": Box(0, 0, 2000, 1400)}


def test_a_floor_knows_where_stairs_lead():
    assert {s.id: s.leads_to for s in floor_of(plan_of(TWO_HALLS)).of_kind("stairs")} == {
        "up": "down",
        "down": "up",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: a2, hall: one", "{id: a2, hall: two"),
        ("x: 5, y: 2, width: 3, height: 3", "x: 5, y: 2, width: 3"),
        ("{id: a2, hall: one", "{id: a1, hall: one"),
    ],
)
def test_what_has_a_flaw_is_not_on_the_floor(old, new):
    floor = floor_of(plan_of(changed(FLOORPLAN, old, new)))
    assert [spot.at for spot in floor.booths] == [f"booths[{n}]" for n in (0, 2, 3, 4, 5, 6)]


def test_all_of_a_floor_holds_what_has_an_id_that_is_taken():
    plan = plan_of(changed(FLOORPLAN, "{id: a2, hall", "{id: a1, hall"))
    assert [spot.id for spot in all_of(plan).booths][:3] == ["a1", "a1", "a3"]


def test_an_empty_plan_has_an_empty_floor():
    floor = floor_of(FloorPlan())
    assert (floor.halls, floor.booths, floor.features) == ({}, (), ())
