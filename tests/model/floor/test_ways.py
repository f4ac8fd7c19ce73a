"""Ways: the free pieces of aisles."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.floor.doors import fronts_of
from pavgen.model.floor.gates import gate, meetings
from pavgen.model.floor.geometry import Box
from pavgen.model.floor.shapes import floor_of
from pavgen.model.floor.ways import span_of, ways_of
from pavgen.model.records.floorplan import Feature
from tests.model.floor.plans import plan_of, rectangles
from tests.model.floor.rasters import cells, joined, opened

LANE = ("lane", 0, 0, 2000, 300)


def ways(features, narrowest=120):
    return ways_of(floor_of(rectangles((), features)), narrowest)


def boxes(features, narrowest=120):
    return [tuple(way.box) for way in ways(features, narrowest)]


def test_a_free_aisle_is_one_way_along_its_middle():
    (way,) = ways([LANE])
    assert (way.aisle, way.box, way.width) == ("lane", Box(0, 0, 2000, 300), 300)
    assert (way.first, way.last) == ((0, 150), (2000, 150))


@pytest.mark.parametrize(("width", "expected"), [(120, 1), (119, 0)])
def test_an_aisle_is_a_way_if_it_is_wide_enough(width, expected):
    assert len(ways([("lane", 0, 0, 2000, width)])) == expected


def test_beside_a_desk_at_the_wall_one_walks_past_it_and_up_to_it():
    desk = ("desk", 800, 0, 400, 100, "info")
    assert boxes([LANE, desk]) == [(0, 0, 800, 300), (0, 100, 2000, 300), (1200, 0, 2000, 300)]


def test_beside_a_pillar_there_is_a_way_on_either_side_that_is_wide_enough():
    pillar = ("pillar", 900, 130, 50, 50, "wall")
    assert boxes([LANE, pillar]) == [
        (0, 0, 900, 300),
        (0, 0, 2000, 130),
        (0, 180, 2000, 300),
        (950, 0, 2000, 300),
    ]
    assert boxes([LANE, pillar], 125) == [(0, 0, 900, 300), (0, 0, 2000, 130), (950, 0, 2000, 300)]


def test_doors_and_other_aisles_stand_in_nobodys_way():
    others = [("gate", 0, 0, 50, 300, "entrance"), ("cross", 500, 0, 300, 900)]
    assert boxes([LANE, *others]) == [(0, 0, 2000, 300), (500, 0, 800, 900)]


def test_an_aisle_with_a_dent_is_its_largest_rectangles():
    corners = ((800, 700), (2000, 700), (2000, 1200), (0, 1200), (0, 900), (800, 900))
    yard = Feature(id="yard", kind="aisle", hall="one", polygon=corners)
    plan = replace(rectangles(), features=(yard,))
    assert [tuple(way.box) for way in ways_of(floor_of(plan), 120)] == [
        (0, 900, 2000, 1200),
        (800, 700, 2000, 1200),
    ]


def test_a_lane_between_islands_leads_from_aisle_to_aisle_though_it_is_wider_than_long():
    aisles = [
        ("north", 0, 0, 3000, 300),
        ("lane", 1000, 300, 800, 600),
        ("south", 0, 900, 3000, 300),
    ]
    lane = next(way for way in ways(aisles) if way.aisle == "lane")
    assert (lane.first, lane.last) == ((1400, 300), (1400, 900))


def test_a_slanted_aisle_is_a_way_along_its_longest_side():
    text = """\
halls: [{id: one, label: One, width: 40, height: 40}]
booths: [{id: b1, hall: one, x: 0, y: 0, width: 1, height: 1, kind: pod}]
features: [{id: lane, kind: aisle, hall: one, polygon: [[0, 10], [4, 10], [12, 18], [8, 18]]}]
"""
    (way,) = ways_of(floor_of(plan_of(text)), 120)
    assert (way.first, way.last, way.width) == ((200, 1000), (1000, 1800), 283)


def test_ways_meet_where_they_share_or_touch_along_the_least_width():
    lane, street = ("lane", 0, 0, 300, 900), ("street", 0, 900, 2000, 300)
    for shift, expected in ((180, 1), (181, 0)):
        found = ways([("lane", shift, 0, 300, 900), ("street", 0, 900, 300, 300)])
        assert len(list(meetings(found, 120))) == expected
    (meeting,) = meetings(ways([lane, street]), 120)
    assert meeting.point == (150, 900)


def test_crossing_ways_meet_where_their_middles_cross():
    (meeting,) = meetings(ways([LANE, ("cross", 500, 0, 200, 900)]), 120)
    assert (meeting.one, meeting.other, meeting.point) == (0, 1, (600, 150))


def test_what_two_ways_share_may_be_a_side_or_nothing():
    one, two, three = ways(
        [("a", 0, 0, 300, 300), ("b", 300, 0, 300, 200), ("c", 700, 0, 300, 300)]
    )
    assert set(gate(one, two)) == {(300, 0), (300, 200)}
    assert gate(one, three) == ()


def test_an_opening_is_as_long_as_its_longer_side():
    assert span_of(()) == -1
    assert span_of(((300, 0), (300, 200))) == 200
    assert span_of(((0, 0), (30, 0), (30, 40), (0, 40))) == 40


PLACES, SIZES = st.integers(0, 11), st.integers(1, 6)
OBSTACLES = st.lists(st.tuples(PLACES, PLACES, SIZES, SIZES), max_size=5)


@settings(max_examples=120, deadline=None)
@given(st.integers(3, 12), st.integers(3, 12), OBSTACLES, st.integers(1, 3))
def test_ways_cover_what_a_square_pushed_about_covers_and_hang_together_as_it_moves(
    width, height, obstacles, side
):
    # A cell is forty centimetres, and the square is as many cells wide as a way must be.
    features = [("lane", 0, 0, 40 * width, 40 * height)]
    features += [(f"o{n}", *(40 * v for v in box), "info") for n, box in enumerate(obstacles)]
    found = ways(features, 40 * side)
    free = cells(0, 0, width, height) - frozenset().union(*(cells(*box) for box in obstacles))
    covered, squares = opened(free, side)
    pieces = [_cells_of(way) for way in found]
    assert frozenset().union(*pieces) == covered
    groups = _groups(len(found), [(m.one, m.other) for m in meetings(found, 40 * side)])
    expected = [{(x, y) for x, y in group} for group in joined(squares)]
    assert _corners(groups, pieces, side) == sorted(map(sorted, expected))


def _cells_of(way):
    left, top, right, bottom = (value // 40 for value in way.box)
    return cells(left, top, right - left, bottom - top)


def _groups(count, pairs):
    groups = [{n} for n in range(count)]
    for a, b in pairs:
        one = next(group for group in groups if a in group)
        other = next(group for group in groups if b in group)
        if one is not other:
            groups.remove(other)
            one |= other
    return groups


def _corners(groups, pieces, side):
    """Return where a square fits within the ways of each group, by its upper left corner."""
    found = []
    for group in groups:
        places = set()
        for number in group:
            places |= opened(pieces[number], side)[1]
        found.append(sorted(places))
    return sorted(found)


def test_a_booth_opens_once_on_each_aisle_that_it_touches():
    corner, lost = ("b1", 300, 300, 300, 300), ("b2", 1000, 301, 300, 300)
    floor = floor_of(rectangles([corner, lost], [LANE, ("side", 0, 0, 300, 2000)]))
    found = fronts_of(floor, ways_of(floor, 120), 120)
    assert [(f.spot.id, f.kind, f.point) for f in found] == [
        ("b1", "booth", (450, 300)),
        ("b1", "booth", (300, 450)),
    ]


@pytest.mark.parametrize(("x", "expected"), [(1950, 1), (1951, 0)])
def test_a_booth_is_entered_through_half_a_metre(x, expected):
    floor = floor_of(rectangles([("b1", x, 300, 300, 300)], [LANE]))
    assert len(list(fronts_of(floor, ways_of(floor, 120), 120))) == expected


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((0, 0, 50, 300), [(25, 150)]),  # within the aisle
        ((2000, 0, 50, 300), [(2000, 150)]),  # at its end
        ((1900, 300, 220, 20), []),  # one metre of it
        ((1880, 300, 220, 20), [(1940, 300)]),
        ((1900, 300, 100, 20), [(1950, 300)]),  # all of a narrow door
    ],
)
def test_a_door_opens_on_a_way_along_the_least_width_or_all_of_its_own(box, expected):
    floor = floor_of(rectangles((), [LANE, ("gate", *box, "exit")]))
    assert [front.point for front in fronts_of(floor, ways_of(floor, 120), 120)] == expected
