"""Sides that face each other: sides in contact, and sides across an aisle."""

from collections.abc import Iterator
from math import gcd, isqrt

from pavgen.kernel.values import dataclass
from pavgen.model.floor.geometry import (
    SLACK,
    Point,
    Polygon,
    Side,
    doubled_area,
    is_upright,
    sides,
    turn,
)

_STRAIGHT = 50  # sides count as parallel that part by no more than a fiftieth of their length


@dataclass(frozen=True, slots=True)
class Facing:
    """A side and what another, of the opposite direction, has opposite to it.

    `lo` and `hi` bound the common stretch and `gap` is how far the other lies outside, at either
    end of it; all in centimetres times the square root of `unit`, which is 1 along an axis.
    """

    start: Point
    along: Point
    unit: int
    lo: int
    hi: int
    gap: tuple[int, int]
    halves: bool
    upright: bool

    @property
    def length(self) -> int:
        """Length of the common stretch in centimetres, rounded down."""
        return isqrt((self.hi - self.lo) ** 2 // self.unit)

    @property
    def touches(self) -> bool:
        """Whether the sides lie on one line; within a centimetre if they are slanted."""
        slack = 0 if self.upright else SLACK**2 * self.unit
        return all(gap**2 <= slack for gap in self.gap)

    @property
    def distance(self) -> int:
        """How far apart the sides are in centimetres, rounded down, where they are nearest."""
        return isqrt(min(self.gap) ** 2 // self.unit)

    def is_outside(self, most: int) -> bool:
        """Say whether the other side lies outside, at most so many centimetres away."""
        is_near = min(self.gap) > 0 and max(self.gap) ** 2 <= most**2 * self.unit
        return is_near and not self.touches

    def strip(self) -> Polygon:
        """Return the room between the stretches, in centimetres times `unit`."""
        (x, y), (dx, dy), gap = self.start, self.along, min(self.gap)
        x, y = x * self.unit, y * self.unit
        near = [(x + dx * t, y + dy * t) for t in (self.lo, self.hi)]
        far = [(px + dy * gap, py - dx * gap) for px, py in reversed(near)]
        corners = (*near, *far)
        return corners if doubled_area(corners) > 0 else corners[::-1]

    def stretch(self) -> Side:
        """Return the ends of the common stretch, rounded down to centimetres."""
        (x, y), (dx, dy) = self.start, self.along
        first, last = (
            (x + dx * t // self.unit, y + dy * t // self.unit) for t in (self.lo, self.hi)
        )
        return first, last


def facings(one: Polygon, other: Polygon) -> Iterator[Facing]:
    """Yield what the sides of one polygon have opposite to them of the sides of another."""
    backs = tuple(sides(other))
    for side in sides(one):
        for back in backs:
            found = facing(side, back)
            if found is not None:
                yield found


def facing(side: Side, back: Side) -> Facing | None:
    """Return how a side faces another that runs the opposite way, or None."""
    (p, q), (r, s) = side, back
    ux, uy = q[0] - p[0], q[1] - p[1]
    vx, vy = s[0] - r[0], s[1] - r[1]
    if ux * vx + uy * vy >= 0:
        return None
    across = ux * vy - uy * vx
    if across and (across * _STRAIGHT) ** 2 > (ux * ux + uy * uy) * (vx * vx + vy * vy):
        return None
    whole = gcd(ux, uy)
    ux, uy = ux // whole, uy // whole
    unit = ux * ux + uy * uy
    starts, ends = ((c[0] - p[0]) * ux + (c[1] - p[1]) * uy for c in (s, r))
    lo, hi = max(0, starts), min(whole * unit, ends)
    if lo >= hi:
        return None
    a, b = -turn(p, (p[0] + ux, p[1] + uy), s), -turn(p, (p[0] + ux, p[1] + uy), r)
    first, last = (a + (b - a) * (t - starts) // (ends - starts) for t in (lo, hi))
    halves = 2 * (hi - lo) >= min(whole * unit, ends - starts)
    upright = is_upright(side) and is_upright(back)
    return Facing(p, (ux, uy), unit, lo, hi, (first, last), halves, upright)


def contact(one: Polygon, other: Polygon) -> int:
    """Return how many centimetres of border two polygons share, each piece rounded down."""
    return sum(found.length for found in facings(one, other) if found.touches)
