"""`floor/ways.json`: what a script needs to tell the way from one place of an event to another.

Compact: nodes are `[hall, x, y]`, edges `[node, node, length, aisle]`, lengths centimetres, halls
and aisles numbers into their lists. A door between halls is an edge without an aisle (-1). A
place is a booth by its id or anything else by its id behind a `/`, which no id holds; its nodes
are where one stands before it. The length of a way is the sum of its edges', as in
`pavgen.model.floor.routes`, and the script takes the shortest.
"""

from collections.abc import Iterator

from pavgen.kernel.canonical import Json
from pavgen.model.floor.network import Network, Node
from pavgen.model.floor.walkways import walkways
from pavgen.model.records.floorplan import Feature, FloorPlan
from pavgen.plan.pages import DataFile
from pavgen.plan.sections.pavilion.floor.booths import caption_of, label_of
from pavgen.plan.sections.pavilion.floor.room import corners, middle
from pavgen.plan.sections.pavilion.paths import FLOOR
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.words import Words

FILE = "ways.json"
NO_PLACES = frozenset({"aisle", "wall"})
"""Kinds of features that nobody asks the way to."""


def ways_file(scope: Scope, plan: FloorPlan) -> DataFile:
    """Return the file of an event's ways."""
    path = scope.frame.file_at(f"{scope.home}{FLOOR}{FILE}")
    value = ways_of(plan, scope.frame.words)
    return DataFile(path, value, plan.source.path, compact=True)


def ways_of(plan: FloorPlan, words: Words) -> dict[str, Json]:
    """Tell the halls, aisles, places, nodes and edges of a floor plan."""
    network = walkways(plan)
    halls = {hall.id: number for number, hall in enumerate(plan.halls)}
    aisles = [feature for feature in plan.features if feature.kind == "aisle"]
    numbers = {aisle.id: number for number, aisle in enumerate(aisles)}
    return {
        "halls": [[hall.id, hall.label, hall.width, hall.height] for hall in plan.halls],
        "aisles": [aisle.label or caption_of(words, aisle) for aisle in aisles],
        "places": dict(_places(plan, network, words, halls)),
        "nodes": [[halls[node.hall], node.x, node.y] for node in network.nodes],
        "edges": [[e.a, e.b, e.length, numbers.get(e.aisle, -1)] for e in network.edges],
    }


def place_id(feature: Feature) -> str:
    """Return what a feature is called where booths have their own ids."""
    return f"/{feature.id}"


def _places(
    plan: FloorPlan, network: Network, words: Words, halls: dict[str, int]
) -> Iterator[tuple[str, Json]]:
    nodes: dict[tuple[str, str], list[Json]] = {}
    for number, node in enumerate(network.nodes):
        nodes.setdefault(_key(node), []).append(number)
    for booth in plan.booths:
        if points := corners(booth):
            label = words.say("plan-floor-place", label=label_of(booth))
            before = nodes.get(("booth", booth.id), [])
            yield booth.id, [label, halls[booth.hall], *middle(points), before]
    for feature in plan.features:
        points = corners(feature)
        if points and feature.kind not in NO_PLACES:
            label = feature.label or caption_of(words, feature)
            before = nodes.get(("feature", feature.id), [])
            yield place_id(feature), [label, halls[feature.hall], *middle(points), before]


def _key(node: Node) -> tuple[str, str]:
    return node.kind, node.place
