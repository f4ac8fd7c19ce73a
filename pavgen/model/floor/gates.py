"""Where ways meet: people pass from one to another where the opening is wide enough."""

from collections.abc import Iterator
from math import gcd, isqrt

from pavgen.kernel.values import dataclass
from pavgen.model.floor.geometry import SLACK, Point, Polygon, box_of
from pavgen.model.floor.parts import common
from pavgen.model.floor.ways import Way, span_of

_STRAIGHT = 50


@dataclass(frozen=True, slots=True)
class Meeting:
    """A point where one passes from a way to another, both by their numbers."""

    one: int
    other: int
    point: Point


def meetings(ways: tuple[Way, ...], narrowest: int) -> Iterator[Meeting]:
    """Yield where ways meet, in the order of their numbers.

    Two ways meet where they overlap, or touch, along at least `narrowest`, or as far as they are
    wide themselves.
    """
    for number, one in enumerate(ways):
        for after, other in enumerate(ways[number + 1 :], number + 1):
            shared = gate(one, other)
            if span_of(shared) >= min(narrowest, one.width, other.width):
                for point in dict.fromkeys(_points(one, other, shared, narrowest)):
                    yield Meeting(number, after, point)


def gate(one: Way, other: Way) -> Polygon:
    """Return what two ways have in common, be it a segment or a point, or `()`."""
    if one.hall != other.hall or not one.box.meets(other.box, SLACK):
        return ()
    return common(one.corners, other.corners)


def _points(one: Way, other: Way, shared: Polygon, narrowest: int) -> Iterator[Point]:
    """Yield the crossing of the centre lines, or the points nearest to the sense of one."""
    if _is_parallel(_direction(one), _direction(other)):
        yield from _changes(one, other, shared, narrowest)
        return
    through = [common((a.first, a.last), b.corners) for a, b in ((one, other), (other, one))]
    crossing = _crossing(one, other)
    if all(line and box_of(line).grown(SLACK).has(crossing) for line in through):
        yield crossing
    else:
        yield _middle(next(filter(None, through), shared))


def _changes(one: Way, other: Way, shared: Polygon, narrowest: int) -> Iterator[Point]:
    """Yield where to change between ways side by side: late, where one of them ends.

    Ways of two aisles that lie side by side are joined at both ends and in the middle.
    """
    ux, uy = _direction(one)
    unit = ux * ux + uy * uy
    inset = isqrt(unit * narrowest**2) // 2
    first, last = _reach(shared, (ux, uy))
    if unit == 0 or last - first < 2 * inset:
        yield _middle(shared)
        return
    starts, ends = zip(_reach(one.corners, (ux, uy)), _reach(other.corners, (ux, uy)), strict=True)
    is_beside = one.record != other.record
    places = [first + inset] if is_beside or starts[0] != starts[1] else []
    places += [(first + last) // 2] if is_beside or len(set(starts + ends)) == len("ab") else []
    places += [last - inset] if is_beside or ends[0] != ends[1] else []
    across = [y * ux - x * uy for x, y in shared]
    middle = (min(across) + max(across)) // 2
    for place in places:
        yield (place * ux - middle * uy) // unit, (place * uy + middle * ux) // unit


def _reach(polygon: Polygon, along: Point) -> tuple[int, int]:
    places = [x * along[0] + y * along[1] for x, y in polygon]
    return min(places), max(places)


def _direction(way: Way) -> Point:
    (ax, ay), (bx, by) = way.first, way.last
    whole = gcd(bx - ax, by - ay) or 1
    return (bx - ax) // whole, (by - ay) // whole


def _is_parallel(one: Point, other: Point) -> bool:
    across = one[0] * other[1] - one[1] * other[0]
    lengths = (one[0] ** 2 + one[1] ** 2) * (other[0] ** 2 + other[1] ** 2)
    return (across * _STRAIGHT) ** 2 <= lengths


def _crossing(one: Way, other: Way) -> Point:
    """Return where two centre lines that are not parallel would cross, to the centimetre."""
    (x, y), (ux, uy) = one.first, _direction(one)
    (ox, oy), (vx, vy) = other.first, _direction(other)
    across = ux * vy - uy * vx
    ahead = (ox - x) * vy - (oy - y) * vx
    return x + ux * ahead // across, y + uy * ahead // across


def _middle(points: Polygon) -> Point:
    return sum(x for x, _ in points) // len(points), sum(y for _, y in points) // len(points)
