"""Which booths stand next to each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.floor.neighbours import Neighbour, neighbours
from pavgen.model.records.floorplan import Adjacency
from tests.events import FLOORPLAN
from tests.model.floor.plans import TWO_HALLS, changed, plan_of, rectangles
from tests.model.floor.rasters import cells, common_border, faces

AISLE = ("lane", 0, 300, 2000, 300)
NORTH, SOUTH = ("north", 0, 0, 300, 300), ("south", 0, 600, 300, 300)


def pairs(plan):
    return [(found.a, found.b, found.why) for found in neighbours(plan)]


def test_booths_of_a_small_fair():
    assert pairs(plan_of(FLOORPLAN)) == [
        ("a1", "a2", "edge"),
        ("a1", "b1", "aisle"),
        ("a2", "a3", "edge"),
        ("a2", "b2", "aisle"),
        ("a3", "b3", "aisle"),
        ("a3", "p1", "aisle"),
        ("b1", "b2", "edge"),
        ("b2", "b3", "edge"),
    ]


def test_a_booth_with_a_slanted_side_and_booths_of_two_halls():
    assert pairs(plan_of(TWO_HALLS)) == [
        ("h1", "h2", "edge"),
        ("l1", "l2", "edge"),
        ("l2", "l3", "edge"),
        ("l2", "l4", "aisle"),
    ]


@pytest.mark.parametrize(("shared", "expected"), [(10, [("a", "b", "edge")]), (9, [])])
def test_booths_side_by_side_share_ten_centimetres(shared, expected):
    plan = rectangles([("a", 0, 0, 300, 300), ("b", 300, 300 - shared, 300, 300)])
    assert pairs(plan) == expected


@pytest.mark.parametrize(("facing", "expected"), [(300, [("north", "south", "aisle")]), (299, [])])
def test_booths_face_each_other_across_an_aisle_that_is_not_too_wide(facing, expected):
    assert pairs(rectangles([NORTH, SOUTH], [AISLE], facing=facing)) == expected


@pytest.mark.parametrize(("x", "expected"), [(150, [("north", "south", "aisle")]), (151, [])])
def test_booths_face_each_other_over_half_of_the_shorter_side(x, expected):
    plan = rectangles([("north", 0, 0, 600, 300), ("south", 600 - 300 + x, 600, 300, 300)], [AISLE])
    assert pairs(plan) == expected


def test_booths_do_not_face_each_other_where_no_aisle_is():
    assert pairs(rectangles([NORTH, SOUTH])) == []


def test_an_aisle_that_only_touches_the_strip_between_booths_does_not_join_them():
    assert pairs(rectangles([NORTH, SOUTH], [("lane", 300, 0, 300, 900)])) == []
    assert pairs(rectangles([NORTH, SOUTH], [("lane", 299, 0, 300, 900)])) == [
        ("north", "south", "aisle")
    ]


@pytest.mark.parametrize(
    ("kind", "expected"), [("wall", []), ("info", [("north", "south", "aisle")])]
)
def test_a_wall_in_the_aisle_parts_booths_and_a_desk_does_not(kind, expected):
    between = ("thing", 100, 400, 10, 10, kind)
    assert pairs(rectangles([NORTH, SOUTH], [AISLE, between])) == expected


def test_a_booth_in_the_strip_parts_booths():
    kiosk = ("kiosk", 290, 400, 100, 100)
    assert pairs(rectangles([NORTH, SOUTH, kiosk], [AISLE])) == []


SLANTED = """\
halls: [{id: one, label: One, width: 40, height: 40}]
booths:
  - {id: b1, hall: one, polygon: [[10, 10], [13, 13], [10, 16], [7, 13]], kind: corner}
  - {id: b2, hall: one, polygon: [[15, 5], [18, 8], [15, 11], [12, 8]], kind: corner}
features:
  - {id: lane, kind: aisle, hall: one, polygon: [[10, 10], [12, 8], [16, 12], [14, 14]]}
facing: 2.83
"""


def test_slanted_booths_face_each_other_across_a_slanted_aisle():
    assert pairs(plan_of(SLANTED)) == [("b1", "b2", "aisle")]
    assert pairs(plan_of(changed(SLANTED, "facing: 2.83", "facing: 2.82"))) == []


def test_slanted_booths_do_not_face_each_other_past_a_slanted_wall():
    wall = (
        "  - {id: wall, kind: wall, hall: one, polygon: [[11, 10], [12, 9], [13, 10], [12, 11]]}\n"
    )
    assert pairs(plan_of(changed(SLANTED, "facing:", f"{wall}facing:"))) == []


def correction(a, b, *, adjacent):
    return Adjacency(a=a, b=b, adjacent=adjacent, reason="So it is.")


def test_a_correction_adds_a_pair_of_whatever_halls_and_takes_one_away():
    plan = rectangles(
        [NORTH, SOUTH, ("far", 1500, 0, 300, 300)],
        [AISLE],
        adjacency=(
            correction("south", "north", adjacent=False),
            correction("north", "far", adjacent=True),
        ),
    )
    assert neighbours(plan) == (Neighbour("far", "north", "declared"),)


def test_a_correction_that_confirms_a_pair_leaves_its_reason():
    plan = rectangles(
        [NORTH, SOUTH], [AISLE], adjacency=(correction("south", "north", adjacent=True),)
    )
    assert pairs(plan) == [("north", "south", "aisle")]


def test_a_correction_of_a_booth_with_itself_or_with_none_is_left_aside():
    idle = (correction("north", "north", adjacent=True), correction("north", "gone", adjacent=True))
    assert pairs(rectangles([NORTH], adjacency=idle)) == []


def test_of_two_corrections_that_disagree_the_first_holds():
    both = (
        correction("north", "south", adjacent=False),
        correction("south", "north", adjacent=True),
    )
    assert pairs(rectangles([NORTH, SOUTH], [AISLE], adjacency=both)) == []
    assert pairs(rectangles([NORTH, SOUTH], [AISLE], adjacency=both[::-1])) == [
        ("north", "south", "aisle")
    ]


def test_a_booth_without_a_sound_shape_has_no_neighbours():
    plan = plan_of(changed(FLOORPLAN, "x: 5, y: 2, width: 3, height: 3", "x: 5, y: 2, width: 3"))
    assert not [found for found in neighbours(plan) if "a2" in {found.a, found.b}]


SIDES = st.integers(1, 5)
PLACES = st.integers(0, 14)
BOXES = st.tuples(PLACES, PLACES, SIDES, SIDES)


@st.composite
def floors(draw):
    """Draw booths that do not overlap, and aisles and walls anywhere between them."""
    booths: list[tuple[int, ...]] = []
    taken: frozenset[tuple[int, int]] = frozenset()
    for box in draw(st.lists(BOXES, min_size=2, max_size=7)):
        if not cells(*box) & taken:
            booths.append(box)
            taken |= cells(*box)
    aisles = draw(st.lists(BOXES, max_size=4))
    walls = draw(st.lists(st.tuples(PLACES, PLACES, st.just(1), SIDES), max_size=2))
    return booths, aisles, walls


@settings(max_examples=300, deadline=None)
@given(floors(), st.integers(1, 5))
def test_neighbours_are_those_seen_on_squared_paper(floor, facing):
    # A cell is ten centimetres, so that one of them in common is enough.
    booths, aisles, walls = floor
    ten = [(f"b{n}", *(10 * value for value in box)) for n, box in enumerate(booths)]
    features = [(f"a{n}", *(10 * value for value in box)) for n, box in enumerate(aisles)]
    features += [(f"w{n}", *(10 * v for v in box), "wall") for n, box in enumerate(walls)]
    plan = rectangles(ten, features, facing=10 * facing)
    assert pairs(plan) == _seen(booths, aisles, walls, facing)


def _seen(booths, aisles, walls, facing):
    floor = frozenset().union(*(cells(*aisle) for aisle in aisles))
    found = []
    for n, one in enumerate(booths):
        for m, other in enumerate(booths[n + 1 :], n + 1):
            standing = [cells(*box) for k, box in enumerate(booths) if k not in {n, m}]
            standing += [cells(*wall) for wall in walls]
            if common_border(cells(*one), cells(*other)):
                found.append((f"b{n}", f"b{m}", "edge"))
            elif faces(one, other, facing, floor, frozenset().union(*standing)):
                found.append((f"b{n}", f"b{m}", "aisle"))
    return found
