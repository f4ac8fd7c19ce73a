"""A hall as it is drawn: every booth and feature with its outline, its sign and its words."""

from collections.abc import Mapping

from pavgen.kernel.values import dataclass
from pavgen.model.records.floorplan import Booth, FloorPlan
from pavgen.plan.sections.pavilion.floor.features import EDGE, MARGIN, centred, feature_shapes
from pavgen.plan.sections.pavilion.floor.fitting import (
    SIZES,
    cut,
    in_a_line,
    width_of,
)
from pavgen.plan.sections.pavilion.floor.room import Box, around, corners, outline, room
from pavgen.plan.views.pavilion import BoothShape, HallView, LabelView, SignView

_FAR_SIZES = (170, 150, 130, 115, 100, 88, 75, 66, 57, *SIZES)


@dataclass(frozen=True, slots=True)
class BoothWords:
    """What a drawing says of a booth: its state, who stands there, and both in a sentence."""

    state: str
    names: tuple[str, ...]
    caption: str


def hall_views(
    plan: FloorPlan, booths: Mapping[str, BoothWords], features: Mapping[str, str]
) -> tuple[HallView, ...]:
    """Draw every hall; `features` says of each feature what it is."""
    return tuple(
        HallView(
            id=hall.id,
            label=hall.label,
            width=hall.width,
            height=hall.height,
            margin=MARGIN,
            features=tuple(feature_shapes(hall, plan.features, features)),
            booths=tuple(
                _booth(booth, booths[booth.id])
                for booth in plan.booths
                if booth.hall == hall.id and corners(booth)
            ),
        )
        for hall in plan.halls
    )


def _booth(booth: Booth, words: BoothWords) -> BoothShape:
    points = corners(booth)
    box, inner = around(points), room(points).inset(EDGE)
    label = booth.label or booth.id.upper()
    sign = min(60, inner.width // 4, inner.height // 4)
    return BoothShape(
        id=booth.id,
        label=label,
        kind=booth.kind,
        state=words.state,
        outline=outline(points),
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        number=_number(inner, label),
        corner=_in_corner(inner, label, sign),
        names=centred(_below(inner, sign), words.names, SIZES) if words.names else (),
        sign=SignView(booth.kind, inner.x + inner.width - sign, inner.y, sign),
        caption=words.caption,
    )


def _number(inner: Box, label: str) -> LabelView:
    size, text = in_a_line(label, inner.width, inner.height, _FAR_SIZES)
    x, y = inner.x + inner.width // 2, inner.y + inner.height // 2
    return LabelView(x, y + size * 36 // 100, size, text)


def _in_corner(inner: Box, label: str, sign: int) -> LabelView:
    room_for_label = inner.width - sign - EDGE // 2
    size = max(18, min(48, sign))
    text = cut(label, room_for_label, size)
    return LabelView(inner.x + width_of(text, size) // 2, inner.y + size * 4 // 5, size, text)


def _below(inner: Box, sign: int) -> Box:
    head = max(18, min(48, sign)) + 6
    return Box(inner.x, inner.y + head, inner.width, max(18, inner.height - head))
