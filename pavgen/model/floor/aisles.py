"""Checks of aisles: wide enough, and free enough, to be walked from end to end."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import isqrt

from pavgen.model.floor.gates import meetings
from pavgen.model.floor.geometry import is_convex, squared
from pavgen.model.floor.near import Near
from pavgen.model.floor.shapes import Spot
from pavgen.model.floor.told import Told, grouped, metres, named
from pavgen.model.floor.ways import OBSTACLES, Way, standing_in, ways_in


def check_aisles(told: Told) -> Iterator[Way]:
    """Check each aisle, and yield its ways; those of one that has been told, as if it was free."""
    narrowest = told.plan.narrowest
    obstacles = Near(told.sound(told.floor.of_kind(*OBSTACLES)))
    for aisle in told.floor.of_kind("aisle"):
        standing = standing_in(aisle, obstacles)
        if aisle.at not in told.places:
            _check_aisle(told, aisle, standing)
        is_told = aisle.at in told.places
        yield from ways_in(aisle, () if is_told else standing, 0 if is_told else narrowest)


def _check_aisle(told: Told, aisle: Spot, standing: tuple[Spot, ...]) -> None:
    narrowest = told.plan.narrowest
    if not _is_walkable(aisle, (), narrowest):
        what = f"aisle `{aisle.id}` is too narrow to be walked from end to end"
        remedy = f"make it {metres(narrowest)} wide everywhere, or change `narrowest`"
        told.note(aisle.at, "aisle-narrow", what, remedy)
    elif standing and not _is_walkable(aisle, standing, narrowest):
        alone = [s for s in standing if not _is_walkable(aisle, (s,), narrowest)]
        what = f"aisle `{aisle.id}` is blocked by {named(s.id for s in alone or standing)}"
        remedy = f"leave {metres(narrowest)} free, from end to end"
        told.note(aisle.at, "aisle-blocked", what, remedy)


def _is_walkable(aisle: Spot, standing: Iterable[Spot], narrowest: int) -> bool:
    """Say whether ways that meet lead from end to end of an aisle, or of one with a dent, all.

    What is shorter than `narrowest` is no way of its own, so ends need not be reached to the last.
    """
    ways = tuple(ways_in(aisle, standing, narrowest))
    names = [str(number) for number in range(len(ways))]
    root = grouped(((str(m.one), str(m.other)) for m in meetings(ways, narrowest)), names)
    groups: dict[str, list[Way]] = {}
    for name, way in zip(names, ways, strict=True):
        groups.setdefault(root[name], []).append(way)
    if is_convex(aisle.shape.corners):
        return any(_leads_through(aisle, group, narrowest) for group in groups.values())
    return len(groups) == 1 and (bool(standing) or _fills(aisle, ways, narrowest))


def _leads_through(aisle: Spot, ways: Iterable[Way], narrowest: int) -> bool:
    whole = next(ways_in(aisle, (), 0))
    places = [whole.ahead(corner) for way in ways for corner in way.corners]
    short = Fraction(narrowest, isqrt(squared(whole.first, whole.last)) or 1)
    return min(places) <= short and max(places) >= 1 - short


def _fills(aisle: Spot, ways: Iterable[Way], narrowest: int) -> bool:
    boxes = [way.box.grown(narrowest) for way in ways]
    return all(any(box.has(corner) for box in boxes) for corner in aisle.shape.corners)
