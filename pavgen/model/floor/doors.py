"""Fronts: where a booth or feature opens on a way."""

from collections.abc import Iterable, Iterator
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.model.floor.facing import facings
from pavgen.model.floor.geometry import SLACK, Point, box_of
from pavgen.model.floor.parts import common
from pavgen.model.floor.shapes import Floor, Spot
from pavgen.model.floor.ways import DOORS, Way, span_of

DOORWAY = 50
"""Centimetres of border with a way that a booth needs to be entered."""

_NOT_ENTERED = ("aisle", "wall")


@dataclass(frozen=True, slots=True)
class Front:
    """A booth or feature, the way it opens on by its number, and the point where it does."""

    spot: Spot
    kind: Literal["booth", "feature"]
    way: int
    point: Point


def fronts_of(floor: Floor, ways: tuple[Way, ...], narrowest: int) -> Iterator[Front]:
    """Yield every booth's and feature's fronts: one for each aisle that it opens on.

    A booth opens where it touches a way along 50 cm; other features, too. Through entrances,
    exits and stairs people walk: they open where they overlap or touch a way along `narrowest`,
    or as far as they are wide.
    """
    by_hall: dict[str, list[tuple[int, Way]]] = {}
    for number, way in enumerate(ways):
        by_hall.setdefault(way.hall, []).append((number, way))
    for spot in floor.booths:
        yield from _fronts(spot, "booth", by_hall.get(spot.hall, ()), DOORWAY)
    for spot in floor.features:
        if spot.kind not in _NOT_ENTERED:
            yield from _fronts(spot, "feature", by_hall.get(spot.hall, ()), narrowest)


def _fronts(
    spot: Spot, kind: Literal["booth", "feature"], ways: Iterable[tuple[int, Way]], least: int
) -> Iterator[Front]:
    best: dict[str, tuple[tuple[int, int, int], Point]] = {}
    for number, way in ways:
        if not way.box.meets(spot.shape.box, SLACK):
            continue
        opening = _door if spot.kind in DOORS else _side
        length, point = opening(spot, way, least)
        rank = (length, way.width, -number)
        if length and (way.record not in best or rank > best[way.record][0]):
            best[way.record] = (rank, point)
    for rank, point in best.values():
        yield Front(spot, kind, -rank[2], point)


def _side(spot: Spot, way: Way, least: int) -> tuple[int, Point]:
    """Return how much border is shared, if it is enough, and the middle of the longest piece."""
    del least
    found = [f for f in facings(spot.shape.corners, way.corners) if f.touches]
    length = sum(facing.length for facing in found)
    if length < DOORWAY:
        return 0, (0, 0)
    return length, _middle(max(found, key=lambda facing: facing.length).stretch())


def _door(spot: Spot, way: Way, least: int) -> tuple[int, Point]:
    """Return the widest opening between a door and a way, if it is enough, and its middle."""
    found = [common(part, way.corners) for part in spot.shape.parts]
    opening = max(found, key=span_of)
    length = span_of(opening)
    if length < min(least, way.width, span_of(spot.shape.corners)):
        return 0, (0, 0)
    return length, _middle(opening)


def _middle(points: Iterable[Point]) -> Point:
    box = box_of(tuple(points))
    return (box.left + box.right) // 2, (box.top + box.bottom) // 2
