"""Floors drawn on squared paper: slow, obvious answers for upright shapes.

A cell is one unit of the coordinates; a shape is the set of the cells it covers.
"""

from itertools import product


def cells(x, y, width, height):
    """Return the cells of a rectangle."""
    return frozenset(product(range(x, x + width), range(y, y + height)))


def inside(polygon, size):
    """Return the cells of an upright polygon, by counting the sides to the west of each."""
    found = set()
    for x, y in product(range(size), repeat=2):
        walls = [
            1
            for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True)
            if ax == bx and ax <= x and min(ay, by) <= y < max(ay, by)
        ]
        if len(walls) % 2:
            found.add((x, y))
    return frozenset(found)


def common_border(one, other):
    """Count the cell sides that lie between two shapes."""
    return sum((x + dx, y + dy) in other for x, y in one for dx, dy in _STEPS)


def faces(one, other, most, aisles, standing):
    """Say whether two rectangles `(x, y, width, height)` face each other across an aisle.

    Every cell of the strip between them is looked at.
    """
    for axis in (0, 1):
        along = 1 - axis
        first, second = sorted((one, other), key=lambda box: box[axis])
        near, far = first[axis] + first[axis + 2], second[axis]
        lo = max(first[along], second[along])
        hi = min(first[along] + first[along + 2], second[along] + second[along + 2])
        shorter = min(first[along + 2], second[along + 2])
        if not (0 < far - near <= most and hi > lo and 2 * (hi - lo) >= shorter):
            continue
        pairs = product(range(near, far), range(lo, hi))
        strip = {pair if axis == 0 else pair[::-1] for pair in pairs}
        if strip & aisles and not strip & standing:
            return True
    return False


def opened(free, side):
    """Return the cells that a square of free cells covers, and the squares by a corner."""
    squares = {
        (x, y)
        for x, y in free
        if all((x + i, y + j) in free for i in range(side) for j in range(side))
    }
    return {(x + i, y + j) for x, y in squares for i in range(side) for j in range(side)}, squares


def joined(squares):
    """Return the groups of squares that can be pushed into each other, cell by cell."""
    left, groups = set(squares), []
    while left:
        group, pending = set(), [left.pop()]
        while pending:
            x, y = pending.pop()
            group.add((x, y))
            for dx, dy in _STEPS:
                if (x + dx, y + dy) in left:
                    left.discard((x + dx, y + dy))
                    pending.append((x + dx, y + dy))
        groups.append(group)
    return groups


_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
