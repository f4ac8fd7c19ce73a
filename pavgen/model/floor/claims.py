"""Checks of what a plan says of its booths: of what kind they are, and next to which."""

from itertools import pairwise

from pavgen.model.floor.facing import contact, facing
from pavgen.model.floor.geometry import Box, Polygon, Side, rectangle, sides
from pavgen.model.floor.near import Near
from pavgen.model.floor.neighbours import COMMON
from pavgen.model.floor.shapes import Spot
from pavgen.model.floor.told import Told, booths_named


def check_claims(told: Told) -> None:
    """Check the kinds of booths, and corrections of which are neighbours."""
    _check_kinds(told)
    _check_corrections(told)


def _check_kinds(told: Told) -> None:
    floor = told.floor
    booths = told.sound(floor.booths)
    near, walls = Near(booths), Near(told.sound(floor.of_kind("wall")))
    done: set[str] = set()
    for booth in booths:
        beside = near.within(booth.hall, booth.shape.box)
        others = [o for o in beside if o.at != booth.at and _contact(booth, o) >= COMMON]
        if booth.kind == "island" and others and done.isdisjoint(o.at for o in others):
            done.add(booth.at)
            what = f"`{booth.id}` is no island: it stands side by side with {booths_named(others)}"
            told.warn(booth.at, "booth-kind", what, "leave all its sides open", "kind")
        if booth.kind == "corner":
            standing = [*others, *walls.within(booth.hall, booth.shape.box)]
            closed = [spot.shape.corners for spot in standing]
            closed += _borders(floor.halls[booth.hall])
            if not _has_open_corner(booth.shape.corners, closed):
                what = f"`{booth.id}` has no open corner: no two sides that meet are both open"
                told.warn(booth.at, "booth-kind", what, "call it `in-line`, or open a side", "kind")


def _borders(hall: Box) -> list[Polygon]:
    """Return the walls of a hall, which stand outside it."""
    left, top, right, bottom = hall
    walls = (
        Box(left, top - 1, right, top),
        Box(right, top, right + 1, bottom),
        Box(left, bottom, right, bottom + 1),
        Box(left - 1, top, left, bottom),
    )
    return [rectangle(wall) for wall in walls]


def _has_open_corner(corners: Polygon, closed: list[Polygon]) -> bool:
    is_open = [not any(_stands_at(side, other) for other in closed) for side in sides(corners)]
    return any(one and other for one, other in pairwise([*is_open, is_open[0]]))


def _contact(one: Spot, other: Spot) -> int:
    return contact(one.shape.corners, other.shape.corners)


def _stands_at(side: Side, other: Polygon) -> bool:
    found = (facing(side, back) for back in sides(other))
    return any(f is not None and f.touches and f.length >= COMMON for f in found)


def _check_corrections(told: Told) -> None:
    first: dict[frozenset[str], int] = {}
    for index, item in enumerate(told.plan.adjacency):
        place, pair = f"adjacency[{index}]", frozenset((item.a, item.b))
        if item.a and item.a == item.b:
            what = f"booth `{item.a}` is named twice"
            told.note(place, "adjacency-self", what, "name two booths", "b")
        elif pair in first and item.a and item.b:
            line = told.line(f"adjacency[{first[pair]}]")
            what = f"line {line} says already how `{item.a}` and `{item.b}` stand"
            told.note(place, "adjacency-twice", what, "keep one of the two")
        first.setdefault(pair, index)
