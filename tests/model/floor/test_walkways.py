"""The network people walk in, and the shortest walk."""

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.floor.network import Edge, Network, Node
from pavgen.model.floor.routes import Route, shortest
from pavgen.model.floor.simplify import simplified
from pavgen.model.floor.walkways import STAIRS, walkways
from pavgen.model.records.floorplan import FloorPlan
from tests.events import FLOORPLAN
from tests.model.floor.plans import TWO_HALLS, changed, found, plan_of, rectangles
from tests.model.floor.rasters import cells, common_border, joined, opened

FAIR = walkways(plan_of(FLOORPLAN))
HALLS = walkways(plan_of(TWO_HALLS))


def walked(network, a, b):
    """Return the points of the shortest walk, and its length."""
    route = shortest(network, a, b)
    assert route is not None
    nodes = [network.nodes[number] for number in route.nodes]
    return [(node.x, node.y) for node in nodes], route.length


def test_the_network_of_a_small_fair():
    lines = [(n.x, n.y, n.kind, n.place) for n in FAIR.nodes]
    assert lines == [
        (25, 650, "path", ""),
        (25, 675, "feature", "door"),
        (350, 500, "booth", "a1"),
        (350, 650, "path", ""),
        (350, 800, "booth", "b1"),
        (650, 500, "booth", "a2"),
        (650, 650, "path", ""),
        (650, 800, "booth", "b2"),
        (950, 500, "booth", "a3"),
        (950, 650, "path", ""),
        (950, 800, "booth", "b3"),
        (1350, 250, "path", ""),
        (1350, 650, "crossing", ""),
        (1350, 1100, "path", ""),
        (1350, 1375, "path", ""),
        (1375, 1375, "feature", "way-out"),
        (1500, 250, "booth", "p1"),
        (1500, 1100, "feature", "stage"),
    ]
    assert len(FAIR.edges) == 17
    assert Edge(9, 12, 400, "middle") in FAIR.edges


def test_a_walk_runs_along_the_middle_of_aisles():
    walk = [(650, 800), (650, 650), (950, 650), (1350, 650), (1350, 1100), (1500, 1100)]
    assert walked(FAIR, "b2", "stage") == (walk, 1450)


def test_a_walk_is_as_long_as_the_walk_back():
    there, back = walked(FAIR, "door", "p1"), walked(FAIR, "p1", "door")
    assert (there[0], there[1]) == (back[0][::-1], back[1])


def test_booths_opposite_each_other_are_one_crossing_of_the_aisle_apart():
    assert walked(FAIR, "a2", "b2") == ([(650, 500), (650, 650), (650, 800)], 300)


def test_a_place_is_no_walk_from_itself():
    assert shortest(FAIR, "a2", "a2") == Route((5,), 0)


def test_there_is_no_walk_to_what_is_not_there():
    assert shortest(FAIR, "a2", "nowhere") is None
    assert shortest(FAIR, "nowhere", "a2") is None


def test_a_walk_to_another_hall_takes_the_stairs():
    below, above = walked(HALLS, "gate", "up"), walked(HALLS, "down", "bar")
    points, length = walked(HALLS, "gate", "bar")
    assert points == below[0] + above[0]
    assert length == below[1] + STAIRS + above[1]


def test_a_door_between_halls_is_no_walk_at_all():
    doors = walkways(plan_of(TWO_HALLS.replace("kind: stairs", "kind: entrance")))
    assert walked(doors, "up", "down")[1] == 0


def test_a_door_that_leads_one_way_is_passed_both_ways_until_it_is_mended():
    halls = walkways(plan_of(changed(TWO_HALLS, ", leads_to: up", "")))
    assert walked(halls, "down", "up")[1] == walked(halls, "up", "down")[1] == STAIRS


def test_an_entrance_joins_aisles_that_it_lies_between():
    gate = ("gate", 1000, 0, 200, 300, "entrance")
    plan = rectangles((), [("west", 0, 0, 1000, 300), ("east", 1200, 0, 1000, 300), gate])
    assert [(e.length, e.aisle) for e in walkways(plan).edges if not e.aisle] == [(200, "")]


def test_a_corner_booth_is_left_by_the_nearer_of_its_fronts():
    plan = rectangles(
        [("b1", 300, 300, 300, 300), ("b2", 300, 1000, 300, 300)],
        [("north", 0, 0, 2000, 300), ("west", 0, 0, 300, 2000)],
    )
    assert walked(walkways(plan), "b1", "b2")[0][0] == (300, 450)


def test_an_aisle_with_a_pillar_is_walked_beside_it():
    booths = [("b1", 0, 300, 300, 300), ("b2", 1700, 300, 300, 300)]
    features = [("lane", 0, 0, 2000, 300), ("pillar", 900, 100, 100, 200, "wall")]
    assert shortest(walkways(rectangles(booths, features)), "b1", "b2") is None
    points, length = walked(walkways(rectangles(booths, features, narrowest=100)), "b1", "b2")
    assert points == [
        (150, 300), (150, 150), (850, 150), (850, 50), (1050, 50), (1050, 150), (1850, 150), (1850, 300),
    ]  # fmt: skip
    assert length == 2200


SLANTED = """\
halls: [{id: one, label: One, width: 40, height: 30}]
booths:
  - {id: b1, hall: one, polygon: [[8, 3], [12, 3], [18, 9], [16, 11]], kind: corner}
  - {id: b2, hall: one, polygon: [[2, 5], [4, 3], [12, 11], [10, 13]], kind: corner}
features:
  - {id: top, kind: aisle, hall: one, x: 0, y: 0, width: 40, height: 3}
  - {id: lane, kind: aisle, hall: one, polygon: [[4, 3], [8, 3], [20, 15], [16, 15]]}
  - id: plaza
    kind: aisle
    hall: one
    polygon: [[14, 15], [22, 15], [26, 19], [26, 25], [22, 29], [14, 29], [10, 25], [10, 19]]
  - id: bend
    kind: aisle
    hall: one
    polygon: [[26, 20], [32, 20], [36, 24], [36, 29], [33, 29], [33, 25], [31, 23], [26, 23]]
  - {id: gate, kind: entrance, hall: one, x: 0, y: 1, width: 0.5, height: 2}
  - {id: way-out, kind: exit, hall: one, x: 38, y: 0, width: 2, height: 0.5}
  - {id: desk, kind: info, hall: one, x: 34, y: 28, width: 1, height: 1}
  - {id: bar, kind: food, hall: one, polygon: [[17, 20], [19, 20], [20, 22], [18, 24], [16, 22]]}
"""


def test_booths_on_a_slanted_lane_are_left_across_it_and_along_its_middle():
    points, length = walked(walkways(plan_of(SLANTED)), "b1", "b2")
    assert points == [(1200, 700), (1100, 800), (900, 600), (800, 700)]
    assert length == 564


def test_all_of_a_slanted_floor_hangs_together_around_what_stands_in_it():
    assert found(SLANTED) == []
    network = walkways(plan_of(SLANTED))
    assert all(shortest(network, "gate", place) for place in ("b1", "b2", "bar", "desk", "way-out"))


def test_a_booth_opens_on_the_widest_way_before_it():
    features = [("lane", 0, 0, 2000, 300), ("pillar", 900, 0, 100, 200, "wall")]
    booths = [("b1", 0, 300, 300, 300), ("b2", 600, 300, 300, 300)]
    network = walkways(rectangles(booths, features, narrowest=100))
    assert walked(network, "b1", "b2")[0] == [(150, 300), (150, 150), (750, 150), (750, 300)]


def test_a_booth_alone_at_an_aisle_is_a_node_without_edges():
    plan = rectangles([("b1", 0, 300, 300, 300)], [("lane", 0, 0, 2000, 300)])
    assert walkways(plan) == Network((Node("one", 150, 300, "booth", "b1"),), ())


def test_an_empty_plan_has_an_empty_network():
    assert walkways(FloorPlan()) == Network()


def test_three_hundred_booths_need_a_few_hundred_nodes():
    network = walkways(rows(10, 30))
    assert len(network.nodes) < 700
    assert all(shortest(network, "b0-0", f"b9-{n}") for n in (0, 15, 29))


def rows(count, length):
    """Return rows of booths, back to back and with aisles between, and aisles at both ends."""
    booths, features, y = [], [], 300
    for row in range(count):
        booths += [(f"b{row}-{n}", 300 + 300 * n, y, 300, 300) for n in range(length)]
        y += 300 if row % 2 == 0 else 600
    tops = range(0, y + 1, 900)
    features = [(f"street{n}", 0, top, 600 + 300 * length, 300) for n, top in enumerate(tops)]
    features += [("west", 0, 0, 300, y), ("east", 300 + 300 * length, 0, 300, y)]
    return rectangles(booths, features)


def test_points_in_the_midst_of_a_straight_walk_and_dead_ends_are_left_out():
    shop, desk = Node("one", 0, 0, "booth", "shop"), Node("one", 90, 50, "feature", "desk")
    a, b, c = (Node("one", x, 0, "crossing") for x in (10, 50, 90))
    dead = Node("one", 10, 70, "crossing")
    walks = {(shop, a): (10, "lane"), (a, b): (40, "lane"), (b, c): (40, "street")}
    assert simplified(walks | {(a, dead): (70, "alley"), (c, desk): (50, "street")}) == {
        (shop, c): (90, "lane"),
        (c, desk): (50, "street"),
    }


def test_of_walks_of_one_length_the_one_by_smaller_numbers_is_taken():
    nodes = (
        Node("one", 0, 0, "booth", "here"),
        Node("one", 10, -10, "crossing"),
        Node("one", 10, 10, "crossing"),
        Node("one", 20, 0, "booth", "there"),
    )
    edges = (Edge(0, 1, 14, ""), Edge(0, 2, 14, ""), Edge(1, 3, 14, ""), Edge(2, 3, 14, ""))
    assert shortest(Network(nodes, edges), "here", "there") == Route((0, 1, 3), 28)


PLACES, SIZES = st.integers(0, 8), st.integers(1, 5)
BOXES = st.lists(st.tuples(PLACES, PLACES, SIZES, SIZES), min_size=1, max_size=5)
WALLS = st.lists(st.tuples(PLACES, PLACES, st.just(1), SIZES), max_size=3)
CELL = 60


@settings(max_examples=80, deadline=None)
@given(BOXES, WALLS, st.integers(1, 3))
def test_every_edge_lies_where_a_square_has_room_in_an_aisle(aisles, walls, side):
    # Booths of one cell stand wherever no aisle is.
    floor = frozenset().union(*(cells(*box) for box in aisles))
    free = floor - frozenset().union(*(cells(*wall) for wall in walls))
    stalls = [cell for cell in product(range(9), repeat=2) if cell not in floor]
    features = [(f"a{n}", *scaled(box)) for n, box in enumerate(aisles)]
    features += [(f"w{n}", *scaled(wall), "wall") for n, wall in enumerate(walls)]
    booths = [(f"b{n}", *scaled((x, y, 1, 1))) for n, (x, y) in enumerate(stalls)]
    network = walkways(rectangles(booths, features, narrowest=CELL * side))
    walkable = frozenset().union(*(opened(cells(*box) & free, side)[0] for box in aisles))
    for edge in network.edges:
        a, b = network.nodes[edge.a], network.nodes[edge.b]
        assert abs(a.x - b.x) * abs(a.y - b.y) == 0
        assert edge.length == abs(a.x - b.x) + abs(a.y - b.y)
        assert all(is_on(point, walkable) for point in points_between(a, b))


def scaled(box):
    return tuple(CELL * value for value in box)


def points_between(a, b):
    return product(*(range(min(p, q), max(p, q) + 1, 5) for p, q in ((a.x, b.x), (a.y, b.y))))


def is_on(point, walkable):
    """Say whether a point lies in a walkable cell, or on the border of one."""
    columns, rows = ({value // CELL, (value - 1) // CELL} for value in point)
    return not walkable.isdisjoint(product(columns, rows))


@settings(max_examples=80, deadline=None)
@given(BOXES, WALLS)
def test_every_booth_with_a_front_is_reached_from_all_that_a_cell_of_floor_joins_it_to(
    aisles, walls
):
    # A way need only be one cell wide, so that floor hangs together cell by cell.
    floor = frozenset().union(*(cells(*box) for box in aisles))
    free = floor - frozenset().union(*(cells(*wall) for wall in walls))
    stalls = [cell for cell in product(range(9), repeat=2) if cell not in floor]
    features = [(f"a{n}", *scaled(box)) for n, box in enumerate(aisles)]
    features += [(f"w{n}", *scaled(wall), "wall") for n, wall in enumerate(walls)]
    booths = [(f"b{n}", *scaled((x, y, 1, 1))) for n, (x, y) in enumerate(stalls)]
    network = walkways(rectangles(booths, features, narrowest=CELL))
    groups = joined(free)
    beside = {
        f"b{n}": {g for g, group in enumerate(groups) if common_border({stall}, group)}
        for n, stall in enumerate(stalls)
    }
    served = sorted(name for name, found in beside.items() if found)
    assert sorted({node.place for node in network.nodes if node.place}) == served
    for one, other in pairwise(served):
        assert (shortest(network, one, other) is not None) == bool(beside[one] & beside[other])
