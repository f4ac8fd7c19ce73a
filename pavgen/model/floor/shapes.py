"""The floor of an event as shapes: each booth and feature as a polygon in whole centimetres."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.model.floor.geometry import (
    Box,
    Polygon,
    box_of,
    convex_overlap,
    doubled_area,
    is_simple,
    rectangle,
    sides,
    tidied,
    turn,
)
from pavgen.model.floor.parts import convex_parts
from pavgen.model.records.floorplan import Booth, Feature, FloorPlan

Flaw = Literal["missing", "twice", "corner", "flat", "crossing"]


@dataclass(frozen=True, slots=True)
class Shape:
    """A simple polygon: its corners clockwise on the plan, its box, its convex parts."""

    corners: Polygon
    box: Box
    parts: tuple[Polygon, ...]

    @property
    def doubled_area(self) -> int:
        """Twice the area in square centimetres; twice, so that it is a whole number."""
        return doubled_area(self.corners)

    def overlaps(self, other: "Shape") -> bool:
        """Say whether inner points are in common; shapes that touch do not overlap."""
        return self.box.meets(other.box) and any(
            convex_overlap(a, b) for a in self.parts for b in other.parts
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A booth or feature with its shape; `at` is its place in the record, such as `booths[3]`."""

    id: str
    kind: str
    hall: str
    shape: Shape
    at: str
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """All of a floor plan that has a sound shape, a known hall and an id of its own."""

    halls: Mapping[str, Box] = field(default_factory=dict)
    booths: tuple[Spot, ...] = ()
    features: tuple[Spot, ...] = ()

    def of_kind(self, *kinds: str) -> tuple[Spot, ...]:
        """Return the features of some kinds, in the order of the plan."""
        return tuple(spot for spot in self.features if spot.kind in kinds)


def floor_of(plan: FloorPlan) -> Floor:
    """Return the floor; what has a flaw is left out, for `floor_findings` tells it."""
    floor = all_of(plan)
    return Floor(floor.halls, _first_of(floor.booths), _first_of(floor.features))


def all_of(plan: FloorPlan) -> Floor:
    """Return the floor with what has an id that is taken, too."""
    halls: dict[str, Box] = {}
    for hall in plan.halls:
        halls.setdefault(hall.id, Box(0, 0, hall.width, hall.height))
    booths = tuple(_spots("booths", plan.booths, halls))
    return Floor(halls, booths, tuple(_spots("features", plan.features, halls)))


def shape_of(item: Booth | Feature) -> Shape | Flaw:
    """Return the shape of a booth or feature, or what is wrong with it."""
    lengths = (item.x, item.y, item.width, item.height)
    if item.polygon:
        is_both = any(length is not None for length in lengths)
        return "twice" if is_both else _polygon(item.polygon)
    if item.x is None or item.y is None or item.width is None or item.height is None:
        return "missing"
    return shape(rectangle(Box(item.x, item.y, item.x + item.width, item.y + item.height)))


def shape(corners: Polygon) -> Shape:
    """Return the shape of a simple polygon, whichever way its corners run."""
    corners = tidied(corners)
    return Shape(corners, box_of(corners), convex_parts(corners))


def _polygon(corners: Polygon) -> Shape | Flaw:
    if any(a == b for a, b in sides(corners)):
        return "corner"
    if all(turn(corners[0], corners[-1], corner) == 0 for corner in corners):
        return "flat"
    return shape(corners) if is_simple(corners) else "crossing"


def _spots(key: str, items: Iterable[Booth | Feature], halls: Mapping[str, Box]) -> Iterator[Spot]:
    for index, item in enumerate(items):
        made = shape_of(item)
        if item.id and item.hall in halls and isinstance(made, Shape):
            leads_to = (item.leads_to or "") if isinstance(item, Feature) else ""
            yield Spot(item.id, item.kind, item.hall, made, f"{key}[{index}]", leads_to)


def _first_of(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    found: dict[str, Spot] = {}
    for spot in spots:
        found.setdefault(spot.id, spot)
    return tuple(found.values())
