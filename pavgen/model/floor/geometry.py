"""Exact plane geometry on whole centimetres: areas, simple polygons, convex parts, overlaps.

Corners run so that `doubled_area` is positive: clockwise on a plan whose y grows downwards. All
arithmetic is of integers. Sides that run along an axis are exact. The corners of slanted shapes
have been rounded to a centimetre by whoever measured them, so along slanted sides one centimetre
(`SLACK`) is forgiven.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

Point = tuple[int, int]
Polygon = tuple[Point, ...]
Side = tuple[Point, Point]

SLACK = 1
_FEWEST = 3


class Box(NamedTuple):
    """The smallest upright rectangle around something, in centimetres."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: "Box", reach: int = 0) -> bool:
        """Say whether the boxes have a point in common, or come within `reach` of each other."""
        return (
            self.left <= other.right + reach
            and other.left <= self.right + reach
            and self.top <= other.bottom + reach
            and other.top <= self.bottom + reach
        )

    def holds(self, other: "Box") -> bool:
        """Say whether another box lies in this one; it may touch the border."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def has(self, point: Point) -> bool:
        """Say whether a point lies in the box or on its border."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def grown(self, reach: int) -> "Box":
        """Return the box with so much more on every side."""
        return Box(self.left - reach, self.top - reach, self.right + reach, self.bottom + reach)


def box_of(points: Sequence[Point]) -> Box:
    """Return the box around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def rectangle(box: Box) -> Polygon:
    """Return the four corners of a box."""
    left, top, right, bottom = box
    return (left, top), (right, top), (right, bottom), (left, bottom)


def sides(polygon: Sequence[Point]) -> Iterator[Side]:
    """Yield each side from corner to corner, beginning at the first."""
    return zip(polygon, (*polygon[1:], *polygon[:1]), strict=True)


def turn(a: Point, b: Point, c: Point) -> int:
    """Return twice the area of the triangle, positive where `c` is on the inner side of `ab`."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def squared(a: Point, b: Point) -> int:
    """Return the square of the distance between two points."""
    return (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2


def doubled_area(polygon: Sequence[Point]) -> int:
    """Return twice the area in square centimetres, negative if the corners run the other way."""
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in sides(polygon))


def is_simple(polygon: Sequence[Point]) -> bool:
    """Say whether no two sides have a point in common, but the corner of those that follow."""
    if len(polygon) < _FEWEST or any(a == b for a, b in sides(polygon)):
        return False
    numbered = list(enumerate(sides(polygon)))
    last = len(numbered) - 1
    for (i, one), (j, other) in combinations(numbered, 2):
        if j == i + 1:
            met = _folds(one[0], one[1], other[1])
        elif (i, j) == (0, last):
            met = _folds(other[0], other[1], one[1])
        else:
            met = _touch(one, other)
        if met:
            return False
    return True


def tidied(polygon: Sequence[Point]) -> Polygon:
    """Return a simple polygon running the usual way, without corners that are none."""
    ordered = tuple(polygon if doubled_area(polygon) > 0 else reversed(polygon))
    befores = (*ordered[-1:], *ordered[:-1])
    afters = (*ordered[1:], *ordered[:1])
    triples = zip(befores, ordered, afters, strict=True)
    return tuple(b for a, b, c in triples if turn(a, b, c) != 0)


def is_upright(side: Side) -> bool:
    """Say whether a side runs along an axis, so that it is exact."""
    (ax, ay), (bx, by) = side
    return ax == bx or ay == by


def is_convex(polygon: Sequence[Point]) -> bool:
    """Say whether a tidied polygon has no dent."""
    afters = (*polygon[2:], *polygon[:2])
    return all(turn(a, b, c) > 0 for (a, b), c in zip(sides(polygon), afters, strict=True))


def convex_overlap(one: Polygon, other: Polygon, scale: int = 1) -> bool:
    """Say whether two convex polygons have inner points in common, where `scale` units are 1 cm.

    Two convex polygons are apart if and only if a side of one of them separates them.
    """
    (left, top, right, bottom), (west, north, east, south) = box_of(one), box_of(other)
    if left >= east or west >= right or top >= south or north >= bottom:
        return False
    return not (_separates(one, other, scale) or _separates(other, one, scale))


def _separates(one: Polygon, other: Polygon, scale: int) -> bool:
    for a, b in sides(one):
        depth = max(turn(a, b, point) for point in other)
        if depth <= 0:
            return True
        if not is_upright((a, b)) and depth**2 <= (SLACK * scale) ** 2 * squared(a, b):
            return True
    return False


def _folds(a: Point, b: Point, c: Point) -> bool:
    """Say whether the side from `b` to `c` runs back over that from `a` to `b`."""
    ahead = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return turn(a, b, c) == 0 and ahead < 0


def _touch(one: Side, other: Side) -> bool:
    (a, b), (c, d) = one, other
    if not box_of(one).meets(box_of(other)):
        return False
    apart = _sign(turn(a, b, c)) * _sign(turn(a, b, d)) > 0
    return not apart and _sign(turn(c, d, a)) * _sign(turn(c, d, b)) <= 0


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)
