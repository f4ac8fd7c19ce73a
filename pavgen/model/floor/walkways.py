"""From aisles to a network: meetings, fronts, centre lines and doors."""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from math import isqrt

from pavgen.model.floor.doors import Front, fronts_of
from pavgen.model.floor.gates import Meeting, meetings
from pavgen.model.floor.geometry import Point, squared
from pavgen.model.floor.network import Edge, Network, Node
from pavgen.model.floor.shapes import Floor, Spot, floor_of
from pavgen.model.floor.simplify import Walks, simplified
from pavgen.model.floor.ways import DOORS, Way, ways_of
from pavgen.model.records.floorplan import FloorPlan

STAIRS = 1000
"""Centimetres that a flight of stairs counts as; a door between halls counts as none."""


def walkways(plan: FloorPlan) -> Network:
    """Return the network of a floor plan's aisles.

    Every edge within a hall runs in aisles, through places where a square as wide as
    `plan.narrowest` has room, or through an entrance, exit or stairs. Edges along an aisle follow
    its centre line; a booth has one node for each aisle that it opens on.
    """
    return network_of(floor_of(plan), plan.narrowest)


def network_of(floor: Floor, narrowest: int) -> Network:
    """Return the network of a floor."""
    ways = ways_of(floor, narrowest)
    draft = _Draft(ways)
    for meeting in meetings(ways, narrowest):
        draft.join(meeting)
    fronts = tuple(fronts_of(floor, ways, narrowest))
    for front in fronts:
        draft.open(front)
    draft.follow_centre_lines()
    draft.pass_doors(floor, fronts)
    return draft.finished()


class _Draft:
    """A network in the making: the walks so far, and the points reached on each centre line."""

    def __init__(self, ways: tuple[Way, ...]) -> None:
        self._ways = ways
        self._walks: Walks = {}
        self._on: dict[int, set[Point]] = {}
        self._crossings: set[tuple[str, Point]] = set()
        self._places: set[Node] = set()

    def join(self, meeting: Meeting) -> None:
        """Let two ways meet at a point."""
        numbers = (meeting.one, meeting.other)
        feet = [self._ways[n].at(self._ways[n].place(meeting.point)) for n in numbers]
        hall = self._ways[meeting.one].hall
        self._crossings |= {(hall, point) for point in (meeting.point, *feet)}
        for number, foot in zip(numbers, feet, strict=True):
            self._on.setdefault(number, set()).add(foot)
            ends = self._line(hall, meeting.point), self._line(hall, foot)
            self._walk(*ends, self._ways[number].aisle)

    def open(self, front: Front) -> None:
        """Let a booth or feature open on a way."""
        way = self._ways[front.way]
        foot = way.at(way.place(front.point))
        self._on.setdefault(front.way, set()).add(foot)
        self._places.add(_node(front))
        self._walk(_node(front), self._line(way.hall, foot), way.aisle)

    def follow_centre_lines(self) -> None:
        """Walk from point to point along each way."""
        for number, points in sorted(self._on.items()):
            way = self._ways[number]
            for a, b in pairwise(sorted(points, key=lambda p: (way.place(p), p))):
                self._walk(self._line(way.hall, a), self._line(way.hall, b), way.aisle)

    def pass_doors(self, floor: Floor, fronts: Iterable[Front]) -> None:
        """Walk through doors from aisle to aisle, and through those that lead to another hall."""
        nodes: dict[str, list[Node]] = {}
        for front in fronts:
            nodes.setdefault(front.spot.id, []).append(_node(front))
        doors = {door.id: door for door in floor.of_kind(*DOORS)}
        for door in doors.values():
            for a, b in combinations(nodes.get(door.id, ()), 2):
                self._walk(a, b, "")
            beyond = doors.get(door.leads_to)
            if beyond is not None and beyond.hall != door.hall:
                length = STAIRS if "stairs" in {door.kind, beyond.kind} else 0
                for a, b in _pairs(nodes, door, beyond):
                    self._keep(a, b, length, "")

    def finished(self) -> Network:
        """Return the network with its nodes sorted and numbered."""
        walks = simplified(self._walks)
        nodes = sorted({node for ends in walks for node in ends} | self._places)
        numbers = {node: number for number, node in enumerate(nodes)}
        edges = (Edge(numbers[a], numbers[b], *walk) for (a, b), walk in walks.items())
        return Network(tuple(nodes), tuple(sorted(edges)))

    def _line(self, hall: str, point: Point) -> Node:
        is_crossing = (hall, point) in self._crossings
        return Node(hall, *point, "crossing" if is_crossing else "path")

    def _walk(self, a: Node, b: Node, aisle: str) -> None:
        self._keep(a, b, isqrt(squared((a.x, a.y), (b.x, b.y))), aisle)

    def _keep(self, a: Node, b: Node, length: int, aisle: str) -> None:
        if a != b:
            key = (min(a, b), max(a, b))
            self._walks[key] = min(self._walks.get(key, (length, aisle)), (length, aisle))


def _node(front: Front) -> Node:
    return Node(front.spot.hall, *front.point, front.kind, front.spot.id)


def _pairs(nodes: dict[str, list[Node]], door: Spot, beyond: Spot) -> Iterator[tuple[Node, Node]]:
    for a in nodes.get(door.id, ()):
        for b in nodes.get(beyond.id, ()):
            yield a, b
