"""Polygons taken apart into convex ones, cut along lines, and cut out of each other."""

from itertools import combinations, pairwise

from pavgen.model.floor.geometry import (
    SLACK,
    Box,
    Point,
    Polygon,
    Side,
    box_of,
    convex_overlap,
    doubled_area,
    is_convex,
    is_upright,
    rectangle,
    sides,
    squared,
    tidied,
    turn,
)

_TRIANGLE = 3
_RECTANGLE = ("north", "east", "south", "west")


def convex_parts(polygon: Polygon) -> tuple[Polygon, ...]:
    """Return convex polygons that fill a tidied one without overlapping."""
    if is_convex(polygon):
        return (polygon,)
    if all(is_upright(side) for side in sides(polygon)):
        return tuple(rectangle(box) for box in _bands(polygon, inside=True))
    return _joined(_triangles(polygon))


def surroundings(polygon: Polygon) -> tuple[Polygon, ...]:
    """Return rectangles that fill what an upright polygon leaves free of its box."""
    return tuple(rectangle(box) for box in _bands(polygon, inside=False))


def within(polygon: Polygon, side: Side) -> Polygon:
    """Return the part of a convex polygon on the inner side of a line; rounded to centimetres.

    What only touches the line remains as a segment or a point; nothing remains as `()`.
    """
    a, b = side
    slack = 0 if is_upright(side) else SLACK**2 * squared(a, b)
    found: list[Point] = []
    for p, q in sides(polygon):
        at_p, at_q = turn(a, b, p), turn(a, b, q)
        if _is_in(at_p, slack):
            found.append(p)
        if _is_in(at_p, slack) != _is_in(at_q, slack) and at_p != at_q and at_p * at_q < 0:
            found.append(_crossing(p, q, at_p, at_q))
    return tuple(dict.fromkeys(found))


def common(one: Polygon, other: Polygon) -> Polygon:
    """Return what two convex polygons have in common, be it a segment or a point, or `()`."""
    if is_rectangle(one) and is_rectangle(other):
        (left, top, right, bottom), (west, north, east, south) = box_of(one), box_of(other)
        box = Box(max(left, west), max(top, north), min(right, east), min(bottom, south))
        is_none = box.left > box.right or box.top > box.bottom
        return () if is_none else tuple(dict.fromkeys(rectangle(box)))
    for side in sides(other):
        if one:
            one = within(one, side)
    return one


def without(polygon: Polygon, obstacle: Polygon) -> tuple[Polygon, ...]:
    """Return the largest convex parts of a convex polygon outside a convex obstacle.

    They may overlap: beside a pillar each has the whole room to its side of the pillar.
    """
    if not convex_overlap(polygon, obstacle):
        return (polygon,)
    if is_rectangle(polygon) and is_rectangle(obstacle):
        return tuple(rectangle(box) for box in _beside(box_of(polygon), box_of(obstacle)))
    cut = (within(polygon, (b, a)) for a, b in sides(obstacle))
    solid = (tidied(part) for part in cut if len(part) >= _TRIANGLE and doubled_area(part))
    return tuple(part for part in solid if len(part) >= _TRIANGLE)


def is_rectangle(polygon: Polygon) -> bool:
    """Say whether a polygon is an upright rectangle, which is quicker to deal with."""
    return len(polygon) == len(_RECTANGLE) and all(is_upright(side) for side in sides(polygon))


def _beside(box: Box, obstacle: Box) -> list[Box]:
    found = [
        box._replace(bottom=min(box.bottom, obstacle.top)),
        box._replace(left=max(box.left, obstacle.right)),
        box._replace(top=max(box.top, obstacle.bottom)),
        box._replace(right=min(box.right, obstacle.left)),
    ]
    return [free for free in found if free.left < free.right and free.top < free.bottom]


def _is_in(depth: int, slack: int) -> bool:
    return depth >= 0 or depth**2 <= slack


def _crossing(p: Point, q: Point, at_p: int, at_q: int) -> Point:
    whole = at_p - at_q
    return (
        p[0] + _rounded((q[0] - p[0]) * at_p, whole),
        p[1] + _rounded((q[1] - p[1]) * at_p, whole),
    )


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def _bands(polygon: Polygon, *, inside: bool) -> list[Box]:
    """Cut the box of an upright polygon into bands at its corners, and each band at its sides."""
    box = box_of(polygon)
    found = []
    for left, right in pairwise(sorted({x for x, _ in polygon})):
        spanning = (a[1] for a, b in sides(polygon) if _spans(a, b, left, right))
        heights = sorted(spanning) if inside else [box.top, *sorted(spanning), box.bottom]
        pairs = zip(heights[::2], heights[1::2], strict=True)
        found += [Box(left, top, right, bottom) for top, bottom in pairs if top < bottom]
    return found


def _spans(a: Point, b: Point, left: int, right: int) -> bool:
    return a[1] == b[1] and min(a[0], b[0]) <= left and right <= max(a[0], b[0])


def _triangles(polygon: Polygon) -> list[Polygon]:
    """Cut off ears, one after the other (Meisters 1975: every simple polygon has two)."""
    rest = list(polygon)
    found: list[Polygon] = []
    while len(rest) > _TRIANGLE:
        at = next(n for n in range(len(rest)) if _is_ear(rest, n))
        found.append((rest[at - 1], rest[at], rest[(at + 1) % len(rest)]))
        del rest[at]
        rest = list(tidied(rest))
    return [*found, tuple(rest)] if len(rest) == _TRIANGLE else found


def _is_ear(rest: list[Point], at: int) -> bool:
    a, b, c = rest[at - 1], rest[at], rest[(at + 1) % len(rest)]
    if turn(a, b, c) <= 0:
        return False
    others = (point for point in rest if point not in {a, b, c})
    return not any(turn(a, b, p) >= 0 and turn(b, c, p) >= 0 and turn(c, a, p) >= 0 for p in others)


def _joined(found: list[Polygon]) -> tuple[Polygon, ...]:
    """Join parts as long as two make a convex one (Hertel and Mehlhorn 1983)."""
    while True:
        pairs = combinations(found, 2)
        joint = next(((a, b, made) for a, b in pairs if (made := _union(a, b))), None)
        if joint is None:
            return tuple(found)
        one, other, made = joint
        found = [part for part in found if part not in {one, other}] + [made]


def _union(one: Polygon, other: Polygon) -> Polygon:
    for at, (a, b) in enumerate(sides(one)):
        if (b, a) in set(sides(other)):
            first = other.index(a)
            rest = (*other[first + 1 :], *other[:first])
            made = (*one[: at + 1], *(p for p in rest if p != b), *one[at + 1 :])
            made = tidied(made)
            return made if is_convex(made) else ()
    return ()
