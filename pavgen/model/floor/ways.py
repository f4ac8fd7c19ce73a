"""Ways: the largest convex pieces of aisles that are free and wide enough to be walked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import gcd, isqrt

from pavgen.kernel.values import dataclass
from pavgen.model.floor.geometry import (
    SLACK,
    Box,
    Point,
    Polygon,
    box_of,
    is_convex,
    is_upright,
    rectangle,
    sides,
    squared,
    turn,
)
from pavgen.model.floor.near import Near
from pavgen.model.floor.parts import is_rectangle, surroundings, without
from pavgen.model.floor.shapes import Floor, Spot

OBSTACLES = ("stage", "food", "info", "restroom", "cloakroom", "meeting", "wall")
_SHORT = 2  # a way is short up to this many times as long as it is wide
DOORS = ("entrance", "exit", "stairs")


@dataclass(frozen=True, slots=True)
class Way:
    """A convex piece of an aisle with its centre line from `first` to `last`.

    `aisle` is the aisle's id, and `record` its place in the record, for ids may be taken twice.
    """

    aisle: str
    record: str
    hall: str
    corners: Polygon
    box: Box
    first: Point
    last: Point
    width: int

    def place(self, point: Point) -> Fraction:
        """Return how far along the centre line a point lies, from 0 at its first end to 1."""
        return min(max(self.ahead(point), Fraction(0)), Fraction(1))

    def ahead(self, point: Point) -> Fraction:
        """Return the same where the line goes on beyond its ends, so below 0 and above 1."""
        (ax, ay), (bx, by) = self.first, self.last
        ahead = (point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)
        return Fraction(ahead, squared(self.first, self.last) or 1)

    def at(self, place: Fraction) -> Point:
        """Return the point of the centre line at a place, to the centimetre."""
        (ax, ay), (bx, by) = self.first, self.last
        return round(ax + (bx - ax) * place), round(ay + (by - ay) * place)


def ways_of(floor: Floor, narrowest: int) -> tuple[Way, ...]:
    """Return the ways of all aisles, aisle by aisle."""
    obstacles = Near(floor.of_kind(*OBSTACLES))
    aisles = floor.of_kind("aisle")
    found = [way for a in aisles for way in ways_in(a, standing_in(a, obstacles), narrowest)]
    return tuple(_led_on(way, found) for way in found)


def standing_in(aisle: Spot, obstacles: Near) -> tuple[Spot, ...]:
    """Return what stands in an aisle, from west to east."""
    near = obstacles.within(aisle.hall, aisle.shape.box)
    return tuple(spot for spot in near if spot.shape.overlaps(aisle.shape))


def ways_in(aisle: Spot, obstacles: Iterable[Spot], narrowest: int) -> Iterator[Way]:
    """Yield the ways of an aisle: of free rectangles, if it is upright, every largest one.

    The parts of a slanted aisle with a dent are taken as wide as the passages between them.
    """
    pieces = _whole(aisle)
    least = 0 if _is_dented_slope(aisle) else narrowest
    for obstacle in obstacles:
        for part in obstacle.shape.parts:
            pieces = _largest([free for p in pieces for free in _wide(without(p, part), least)])
    for piece in sorted(_wide(pieces, least), key=box_of):
        yield _way(aisle, piece, narrowest if least < narrowest else width_of(piece))


def width_of(piece: Polygon) -> int:
    """Return the least width of a convex polygon in centimetres; a slanted one's, rounded up."""
    return min(_extent(piece, a, b) for a, b in sides(piece))


def span_of(piece: Polygon) -> int:
    """Return how long an opening is: the longer side of what two upright shapes share.

    Of a slanted piece it is the distance of the two corners farthest from each other.
    """
    if not piece:
        return -1
    box = box_of(piece)
    if all(is_upright(side) for side in sides(piece)):
        return max(box.right - box.left, box.bottom - box.top)
    return isqrt(max(squared(a, b) for a, b in combinations(piece, 2))) + SLACK


def _whole(aisle: Spot) -> list[Polygon]:
    """Return an aisle's largest convex pieces."""
    corners = aisle.shape.corners
    if is_convex(corners) or _is_dented_slope(aisle):
        return list(aisle.shape.parts)
    pieces = [rectangle(aisle.shape.box)]
    for outside in surroundings(corners):
        pieces = _largest([free for piece in pieces for free in without(piece, outside)])
    return pieces


def _is_dented_slope(aisle: Spot) -> bool:
    corners = aisle.shape.corners
    return not is_convex(corners) and not all(is_upright(side) for side in sides(corners))


def _wide(pieces: Iterable[Polygon], narrowest: int) -> list[Polygon]:
    return [piece for piece in pieces if width_of(piece) >= narrowest]


def _largest(pieces: list[Polygon]) -> list[Polygon]:
    """Leave out pieces that lie within another."""
    found: list[Polygon] = []
    for piece in sorted(set(pieces), key=lambda p: (-_area(p), p)):
        if not any(_holds(other, piece) for other in found):
            found.append(piece)
    return found


def _area(piece: Polygon) -> int:
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in sides(piece))


def _holds(piece: Polygon, other: Polygon) -> bool:
    if not box_of(piece).holds(box_of(other)):
        return False
    return is_rectangle(piece) or all(
        turn(a, b, point) >= 0 for a, b in sides(piece) for point in other
    )


def _extent(piece: Polygon, a: Point, b: Point) -> int:
    """Return the width across a side; a slanted one gains the forgiven centimetre."""
    deepest = max(turn(a, b, point) for point in piece)
    whole = squared(a, b)
    return isqrt(deepest**2 // whole) + (0 if is_upright((a, b)) else SLACK)


def _way(aisle: Spot, piece: Polygon, width: int) -> Way:
    """Lay the centre line along the longest side, through the middle of what lies across."""
    a, b = max(sides(piece), key=lambda side: squared(*side))
    whole = gcd(b[0] - a[0], b[1] - a[1])
    ux, uy = (b[0] - a[0]) // whole, (b[1] - a[1]) // whole
    across = [x * -uy + y * ux for x, y in piece]
    middle = Fraction(min(across) + max(across), 2)
    lengths = _chord(piece, (ux, uy), middle)
    unit = ux * ux + uy * uy
    first, last = (
        (round((t * ux - middle * uy) / unit), round((t * uy + middle * ux) / unit))
        for t in lengths
    )
    return Way(aisle.id, aisle.at, aisle.hall, piece, box_of(piece), first, last, width)


def _led_on(way: Way, ways: Iterable[Way]) -> Way:
    """Turn the centre line of a short way across, where it leads from one way to another.

    A lane between two islands may be wider than it is long: still people walk through it.
    """
    left, top, right, bottom = way.box
    width, height = right - left, bottom - top
    if way.corners != rectangle(way.box) or max(width, height) > _SHORT * min(width, height):
        return way
    others = [other.box for other in ways if other.hall == way.hall and other.record != way.record]
    north, east, south, west = (box_of(side) for side in sides(way.corners))
    downwards = _are_met(others, north, south)
    sideways = _are_met(others, west, east)
    x, y = (left + right) // 2, (top + bottom) // 2
    if downwards and not sideways:
        return replace(way, first=(x, top), last=(x, bottom))
    if sideways and not downwards:
        return replace(way, first=(left, y), last=(right, y))
    return way


def _are_met(others: Iterable[Box], *ends: Box) -> bool:
    return all(any(other.holds(end) for other in others) for end in ends)


def _chord(piece: Polygon, along: Point, middle: Fraction) -> tuple[Fraction, Fraction]:
    """Return where the line at `middle` across enters and leaves a convex polygon."""
    ux, uy = along
    found: list[Fraction] = []
    for (ax, ay), (bx, by) in sides(piece):
        at_a, at_b = ay * ux - ax * uy - middle, by * ux - bx * uy - middle
        if at_a == at_b or at_a * at_b > 0:
            continue
        t_a, t_b = Fraction(ax * ux + ay * uy), Fraction(bx * ux + by * uy)
        found.append(t_a + (t_b - t_a) * at_a / (at_a - at_b))
    return min(found), max(found)
