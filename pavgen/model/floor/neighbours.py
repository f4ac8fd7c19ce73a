"""Which booths stand next to each other: side by side, or face to face across an aisle."""

from collections.abc import Iterator
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.model.floor.facing import Facing, facings
from pavgen.model.floor.geometry import Box, Polygon, box_of, convex_overlap
from pavgen.model.floor.near import Near
from pavgen.model.floor.shapes import Floor, Spot, floor_of
from pavgen.model.records.floorplan import FloorPlan

COMMON = 10
"""Centimetres of border that two booths must share to stand side by side."""


@dataclass(frozen=True, slots=True, order=True)
class Neighbour:
    """Two booths next to each other, `a` before `b`, and why they count as that."""

    a: str
    b: str
    why: Literal["edge", "aisle", "declared"]


def neighbours(plan: FloorPlan) -> tuple[Neighbour, ...]:
    """Return every pair of booths that count as next to each other, sorted.

    - `edge`: they share at least 10 cm of border.
    - `aisle`: two parallel sides face each other, at most `plan.facing` apart; they lie opposite
      over at least half of the shorter one; the strip between the opposite stretches holds no
      part of another booth or of a wall, and some part of an aisle.
    - `declared`: a correction says so. A correction that says the opposite takes a pair away;
      one that confirms a pair leaves it its reason. Of two that disagree the first holds.

    Booths whose shape has a flaw are left out; `floor_findings` tells it.
    """
    floor = floor_of(plan)
    found = {(pair.a, pair.b): pair for pair in adjacent(floor, plan.facing)}
    there = {booth.id for booth in floor.booths}
    for key, is_adjacent in _corrections(plan).items():
        if not is_adjacent:
            found.pop(key, None)
        elif there.issuperset(key):
            found.setdefault(key, Neighbour(*key, "declared"))
    return tuple(sorted(found.values()))


def adjacent(floor: Floor, most: int) -> Iterator[Neighbour]:
    """Yield the pairs that stand next to each other by their shapes alone."""
    booths, walls = Near(floor.booths), Near(floor.of_kind("wall"))
    aisles = Near(floor.of_kind("aisle"))
    for one in floor.booths:
        for other in booths.within(one.hall, one.shape.box, most):
            if one.id >= other.id:
                continue
            found = tuple(facings(one.shape.corners, other.shape.corners))
            if sum(facing.length for facing in found if facing.touches) >= COMMON:
                yield Neighbour(one.id, other.id, "edge")
            elif any(
                _is_open(facing, one, other, (booths, walls), aisles)
                for facing in found
                if facing.halves and facing.is_outside(most)
            ):
                yield Neighbour(one.id, other.id, "aisle")


def _corrections(plan: FloorPlan) -> dict[tuple[str, str], bool]:
    found: dict[tuple[str, str], bool] = {}
    for item in plan.adjacency:
        if item.a != item.b:
            found.setdefault((min(item.a, item.b), max(item.a, item.b)), item.adjacent)
    return found


def _is_open(
    found: Facing, one: Spot, other: Spot, between: tuple[Near, Near], aisles: Near
) -> bool:
    """Say whether people walk between two sides, and nothing stands there."""
    strip, scale = found.strip(), found.unit
    box = _unscaled(strip, scale)
    if not any(_meets(strip, scale, aisle) for aisle in aisles.within(one.hall, box)):
        return False
    booths, walls = between
    standing = (*booths.within(one.hall, box), *walls.within(one.hall, box))
    others = (spot for spot in standing if spot is not one and spot is not other)
    return not any(_meets(strip, scale, spot) for spot in others)


def _meets(strip: Polygon, scale: int, spot: Spot) -> bool:
    parts = (tuple((x * scale, y * scale) for x, y in part) for part in spot.shape.parts)
    return any(convex_overlap(strip, part, scale) for part in parts)


def _unscaled(strip: Polygon, scale: int) -> Box:
    left, top, right, bottom = box_of(strip)
    return Box(left // scale, top // scale, -(-right // scale), -(-bottom // scale))
