"""Where things stand in a drawing of a hall: outlines, and the room for text within them."""

from collections.abc import Sequence

from pavgen.kernel.values import dataclass
from pavgen.model.records.floorplan import Booth, Feature
from pavgen.model.schema.measures import Point

_CELLS = 16
_RECTANGLE = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its upper left corner and its size, in centimetres."""

    x: int
    y: int
    width: int
    height: int

    def inset(self, by: int) -> "Box":
        """Return the box without a margin, as long as something is left of it."""
        by = min(by, self.width // 4, self.height // 4)
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def meets(self, other: "Box") -> bool:
        """Say whether two boxes share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def corners(place: Booth | Feature) -> tuple[Point, ...]:
    """Return the corners of a booth or feature in turn; none where it has no size."""
    if place.polygon:
        return place.polygon
    if place.x is None or place.y is None or place.width is None or place.height is None:
        return ()
    right, foot = place.x + place.width, place.y + place.height
    return (place.x, place.y), (right, place.y), (right, foot), (place.x, foot)


def outline(points: Sequence[Point]) -> str:
    """Write corners as the `points` of an SVG polygon."""
    return " ".join(f"{x},{y}" for x, y in points)


def around(points: Sequence[Point]) -> Box:
    """Return the box around corners."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, foot = max(x for x, _ in points), max(y for _, y in points)
    return Box(left, top, right - left, foot - top)


def room(points: Sequence[Point]) -> Box:
    """Return a large box inside an outline: the outline itself where it is a rectangle.

    Of any other outline it is the largest box made of whole cells of a grid whose cells lie
    within, found row by row as the largest rectangle below a skyline; where an outline is too
    thin to hold any, the middle of the box around it.
    """
    box = around(points)
    if len(points) == _RECTANGLE and all(
        x in {box.x, box.x + box.width} and y in {box.y, box.y + box.height} for x, y in points
    ):
        return box
    edges_x = [box.x + box.width * n // _CELLS for n in range(_CELLS + 1)]
    edges_y = [box.y + box.height * n // _CELLS for n in range(_CELLS + 1)]
    best, heights = box.inset(box.width), [0] * _CELLS
    largest = 0
    for row in range(_CELLS):
        for column in range(_CELLS):
            inside = _cell_is_inside(points, edges_x, edges_y, column, row)
            heights[column] = heights[column] + 1 if inside else 0
        for left, right, height in _runs(heights):
            found = Box(
                edges_x[left],
                edges_y[row + 1 - height],
                edges_x[right] - edges_x[left],
                edges_y[row + 1] - edges_y[row + 1 - height],
            )
            if found.width * found.height > largest:
                best, largest = found, found.width * found.height
    return best


def area_of(points: Sequence[Point]) -> int:
    """Return the area of an outline in square metres, rounded down (the shoelace formula)."""
    following = (*points[1:], *points[:1])
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following, strict=True))
    return abs(twice) // 2 // 10_000


def middle(points: Sequence[Point]) -> Point:
    """Return the middle of the room within an outline."""
    box = room(points)
    return box.x + box.width // 2, box.y + box.height // 2


def _runs(heights: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return every widest stretch of columns that are at least as high as one of them."""
    found = []
    for column, height in enumerate(heights):
        if height:
            left = right = column
            while left > 0 and heights[left - 1] >= height:
                left -= 1
            while right + 1 < len(heights) and heights[right + 1] >= height:
                right += 1
            found.append((left, right + 1, height))
    return found


def _cell_is_inside(
    points: Sequence[Point], edges_x: Sequence[int], edges_y: Sequence[int], column: int, row: int
) -> bool:
    left, right = edges_x[column], edges_x[column + 1]
    top, foot = edges_y[row], edges_y[row + 1]
    centre = ((left + right) // 2, (top + foot) // 2)
    near = [(left + 1, top + 1), (right - 1, top + 1), (right - 1, foot - 1), (left + 1, foot - 1)]
    return all(_is_inside(points, point) for point in (centre, *near))


def _is_inside(points: Sequence[Point], point: Point) -> bool:
    """Say whether a point is within an outline: a ray from it crosses an odd number of edges."""
    px, py = point
    inside = False
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], *points[:1]), strict=True):
        if (y1 > py) != (y2 > py):
            across = (x2 - x1) * (py - y1) - (px - x1) * (y2 - y1)
            if (across > 0) == (y2 > y1):
                inside = not inside
    return inside
