"""How large a logo is shown, so that none in a list looks larger or heavier than another.

A box says little of how large a logo looks: one fills it with a bold square, another crosses
it with a thin line of letters, a third leaves most of it empty. What the eye weighs lies
between the area a logo takes up and the ink in it: equal areas leave bold logos too heavy,
equal ink makes fine ones huge. So the **optical weight** of a logo is the geometric mean of
the two, and every logo gets the same, unless it would leave its slot; only then is it
smaller. On three hundred real logos this left 0.44 of the variation in ink that boxes have,
and 0.53 of that in area; `python benchmarks/logos.py --data FOLDER` tells it for any others.

Whole numbers throughout: the same logo gets the same size on every machine.
"""

from enum import StrEnum
from fractions import Fraction
from math import isqrt

from pavgen.kernel.values import dataclass
from pavgen.model.logo import LogoMetrics

SLOT = (160, 64)
"""The proportions every logo's file shares, and its size where a page sets none."""

UNITS = 10
"""Shown sizes are kept in tenths of a unit of the slot."""

ROOM = (156 * UNITS, 60 * UNITS)
"""The largest size shown: two units of air remain at each edge of the slot."""

OPTICAL_WEIGHT = 1_700 * UNITS * UNITS
"""The weight every logo gets, in square units; a square of solid ink would be 41 a side."""

LEAST_INK = 50
"""Thousandths; what is paler is not made larger still."""

LOST_ON_DARK = 40
LOST_ON_LIGHT = 400
FAINT = 900
"""Thousandths of a logo's points; see `needs_plate` and `is_faint`."""


class Ground(StrEnum):
    """What a logo is shown on."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a drawing or picture in its own units, from its left upper corner."""

    left: Fraction
    top: Fraction
    width: Fraction
    height: Fraction


def visible_box(metrics: LogoMetrics, width: Fraction, height: Fraction) -> Box:
    """Return the part that can be seen of a file with these sides."""
    return Box(
        width * metrics.left / 1000,
        height * metrics.top / 1000,
        width * (metrics.right - metrics.left) / 1000,
        height * (metrics.bottom - metrics.top) / 1000,
    )


def shown_size(box: Box, ink: int) -> tuple[int, int]:
    """Return width and height in tenths of a unit for a visible box with so much ink.

    `ink` is in thousandths of the box. From weight² = area · (area · ink) follows
    area = weight / √ink.
    """
    area = isqrt(OPTICAL_WEIGHT * OPTICAL_WEIGHT * 1000 // max(ink, LEAST_INK))
    proportion = box.width / box.height
    wide = isqrt(int(area * proportion))
    high = isqrt(int(area / proportion))
    if wide > ROOM[0] or high > ROOM[1]:
        wide = min(ROOM[0], int(ROOM[1] * proportion))
        high = min(ROOM[1], int(ROOM[0] / proportion))
    return max(1, wide), max(1, high)


def slot_around(box: Box, shown: tuple[int, int]) -> Box:
    """Return the part of the plane that fills the slot when `box` is shown so large."""
    unit = max(box.width * UNITS / shown[0], box.height * UNITS / shown[1])
    width, height = SLOT[0] * unit, SLOT[1] * unit
    left = box.left + (box.width - width) / 2
    return Box(left, box.top + (box.height - height) / 2, width, height)


def needs_plate(metrics: LogoMetrics) -> bool:
    """Say whether a logo made for light ground needs a light plate on dark ground.

    It does when more of it is lost than a shadow or a fine line, or when much of it is as
    light as paper: then it brings a ground of its own, which a plate continues.
    """
    return metrics.lost_on_dark > LOST_ON_DARK or metrics.lost_on_light > LOST_ON_LIGHT


def is_faint(metrics: LogoMetrics, ground: Ground) -> bool:
    """Say whether nearly nothing of a logo can be seen on the ground it is meant for."""
    return (metrics.lost_on_dark if ground is Ground.DARK else metrics.lost_on_light) > FAINT
