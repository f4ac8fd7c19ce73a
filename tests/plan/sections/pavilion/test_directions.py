"""What a script needs to tell the way: halls, aisles, places, nodes and edges."""

import json

from pavgen.kernel.canonical import canonical_json
from pavgen.model.floor.routes import shortest
from pavgen.model.floor.walkways import walkways
from pavgen.plan.sections.pavilion.floor.directions import place_id, ways_of
from tests.plan.projects import WORDS
from tests.plan.sections.pavilion.fairs import fair


def file_of(found):
    file = next(file for file in found.plan.data if file.path == "fair/floor/ways.json")
    return json.loads(canonical_json(file.value))


def test_the_file_tells_halls_aisles_and_places(tmp_path):
    value = file_of(fair(tmp_path))

    assert value["halls"] == [["one", "Hall 1", 2000, 1400]]
    assert value["aisles"] == ["Middle aisle", "Side aisle"]
    assert {name: place[:4] for name, place in value["places"].items()} == {
        "a1": ["floor-place", 0, 350, 350],
        "a2": ["floor-place", 0, 650, 350],
        "a3": ["floor-place", 0, 950, 350],
        "b1": ["floor-place", 0, 350, 950],
        "b2": ["floor-place", 0, 650, 950],
        "b3": ["floor-place", 0, 950, 950],
        "p1": ["floor-place", 0, 1550, 250],
        "/door": ["Main entrance", 0, 25, 675],
        "/way-out": ["Exit", 0, 1375, 1375],
        "/stage": ["Stage", 0, 1750, 1100],
    }


def test_nodes_and_edges_are_those_of_the_network(tmp_path):
    found = fair(tmp_path)
    plan = found.programme.events["fair"].plan
    value = json.loads(canonical_json(ways_of(plan, WORDS)))
    network = walkways(plan)

    assert value["nodes"] == [[0, node.x, node.y] for node in network.nodes]
    assert [edge[:3] for edge in value["edges"]] == [[e.a, e.b, e.length] for e in network.edges]
    assert {edge[3] for edge in value["edges"]} == {0, 1}


def test_every_place_has_the_nodes_from_which_one_walks(tmp_path):
    plan = fair(tmp_path).programme.events["fair"].plan
    places = json.loads(canonical_json(ways_of(plan, WORDS)))["places"]
    network = walkways(plan)
    route = shortest(network, "a1", "stage")

    assert route is not None
    assert [name for name, place in places.items() if not place[4]] == []
    assert route.nodes[0] in places["a1"][4]
    assert route.nodes[-1] in places["/stage"][4]


def test_a_place_and_a_booth_of_one_name_are_two(tmp_path):
    plan = fair(tmp_path).programme.events["fair"].plan

    assert place_id(plan.features[0]) == "/middle"
    assert place_id(plan.features[0]) not in {booth.id for booth in plan.booths}
