"""Whatever else stands on the floor as it is drawn: aisles, doors, stages, and where to eat."""

from collections.abc import Iterable, Iterator, Mapping

from pavgen.model.records.floorplan import Feature, Hall
from pavgen.plan.sections.pavilion.floor.fitting import (
    SIZES,
    fitted,
    in_a_line,
    line_height,
    width_of,
)
from pavgen.plan.sections.pavilion.floor.room import Box, around, corners, outline, room
from pavgen.plan.views.pavilion import FeatureShape, LabelView, SignView

Labels = tuple[LabelView, ...]

MARGIN = 170
"""Centimetres around a hall, where the names of its doors stand."""

EDGE = 16
"""Centimetres that text keeps from what it stands in."""

_DOORS = frozenset({"entrance", "exit", "stairs"})
_DOOR_DEPTH = 120
_DOOR_SIGN = 100
_DOOR_GAP = 30
_DOOR_TEXT = 54
_SIGN = 150
_LEAST_SIGN = 40
_SIZES = (72, 60, *SIZES[:-2])


def feature_shapes(
    hall: Hall, features: Iterable[Feature], words: Mapping[str, str]
) -> Iterator[FeatureShape]:
    """Yield aisles first, so that what stands on them is drawn over them."""
    own = [f for f in features if f.hall == hall.id and corners(f)]
    taken: list[Box] = []
    for feature in sorted(own, key=lambda f: f.kind != "aisle"):
        points = corners(feature)
        box = around(points)
        label = feature.label
        if feature.kind == "aisle":
            sign, names = None, _along(room(points), label, taken)
        elif feature.kind in _DOORS and (at := _wall(hall, box)):
            sign, names = _door(hall, box, at, feature)
        else:
            sign, names = _inside(room(points), feature)
        yield FeatureShape(
            id=feature.id,
            kind=feature.kind,
            label=label,
            outline=outline(points),
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            sign=sign,
            names=names,
            caption=words[feature.id],
        )


def centred(box: Box, texts: Iterable[str], sizes: tuple[int, ...]) -> Labels:
    """Write texts into the middle of a box, as large as they fit."""
    size, lines = fitted(texts, box.width, box.height, sizes)
    step = line_height(size)
    first = box.y + (box.height - step * len(lines)) // 2 + size * 88 // 100
    x = box.x + box.width // 2
    return tuple(LabelView(x, first + n * step, size, line) for n, line in enumerate(lines))


def _along(box: Box, label: str, taken: list[Box]) -> Labels:
    """Write the name of an aisle along it, where no other name stands."""
    turned = box.height > box.width
    length, depth = (box.height, box.width) if turned else (box.width, box.height)
    size, text = in_a_line(label, length * 9 // 10, depth * 6 // 10, _SIZES)
    if text != label or not label:
        return ()
    long = width_of(label, size)
    for part in (50, 25, 75, 38, 62, 12, 88):
        along = min(max(length * part // 100, long // 2), length - long // 2)
        x, y = (
            (box.x + depth // 2, box.y + along) if turned else (box.x + along, box.y + depth // 2)
        )
        spot = (
            Box(x - size // 2, y - long // 2, size, long)
            if turned
            else Box(x - long // 2, y - size // 2, long, size)
        )
        if not any(spot.meets(other) for other in taken):
            taken.append(spot)
            down = size * 35 // 100
            x, y = (x + down, y) if turned else (x, y + down)
            return (LabelView(x, y, size, label, turned),)
    return ()


def _wall(hall: Hall, box: Box) -> str:
    """Return the wall that a door stands in, or nothing for one inside the hall."""
    gaps = {
        "north": box.y,
        "west": box.x,
        "south": hall.height - box.y - box.height,
        "east": hall.width - box.x - box.width,
    }
    nearest = min(gaps, key=lambda side: (gaps[side], side))
    return nearest if gaps[nearest] <= _DOOR_DEPTH else ""


def _door(hall: Hall, box: Box, wall: str, feature: Feature) -> tuple[SignView, Labels]:
    """Put a door's arrow, and its name beside it, outside of the wall it leads through."""
    x, y, half = box.x + box.width // 2, box.y + box.height // 2, _DOOR_SIGN // 2
    kind = {"entrance": "in", "exit": "out", "stairs": "stairs"}[feature.kind]
    away = _DOOR_GAP + half
    middle_x, middle_y = {
        "north": (x, -away),
        "south": (x, hall.height + away),
        "west": (-away, y),
        "east": (hall.width + away, y),
    }[wall]
    sign = SignView(f"{kind}-{wall}", middle_x - half, middle_y - half, _DOOR_SIGN)
    if not feature.label:
        return sign, ()
    gap = width_of(feature.label, _DOOR_TEXT) // 2 + half + 20
    down = _DOOR_TEXT * 35 // 100
    if wall in {"north", "south"}:
        is_tight = x + 2 * gap > hall.width + MARGIN
        at = x - gap if is_tight else x + gap
        return sign, (LabelView(at, middle_y + down, _DOOR_TEXT, feature.label),)
    is_tight = y - 2 * gap < -MARGIN
    at = y + gap if is_tight else y - gap
    return sign, (LabelView(middle_x + down, at, _DOOR_TEXT, feature.label, turned=True),)


def _inside(box: Box, feature: Feature) -> tuple[SignView | None, Labels]:
    """Put a sign and the name below it into what is no aisle and no door."""
    if feature.kind == "wall":
        return None, ()
    inner = box.inset(EDGE)
    sign = min(_SIGN, inner.width * 6 // 10, inner.height * 45 // 100)
    if sign < _LEAST_SIGN:
        sign = min(inner.width, inner.height, _SIGN)
        return _sign(feature.kind, inner, sign, inner.height), ()
    if not feature.label:
        return _sign(feature.kind, inner, sign, inner.height), ()
    rest = inner.height - sign - 10
    size, lines = fitted((feature.label,), inner.width, rest, _SIZES)
    if any(line.endswith(("-", "…")) for line in lines):
        return _sign(feature.kind, inner, sign, inner.height), ()
    high = sign + 10 + line_height(size) * len(lines)
    top = inner.y + (inner.height - high) // 2
    below = Box(inner.x, top + sign + 10, inner.width, line_height(size) * len(lines))
    at = SignView(feature.kind, inner.x + (inner.width - sign) // 2, top, sign)
    return at, centred(below, (feature.label,), (size,))


def _sign(kind: str, inner: Box, size: int, height: int) -> SignView:
    left = inner.x + (inner.width - size) // 2
    return SignView(kind, left, inner.y + (height - size) // 2, size)
