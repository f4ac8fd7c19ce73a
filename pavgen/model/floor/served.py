"""Checks of what people walk to: booths, doors and features, each with a way to it."""

from collections.abc import Iterable

from pavgen.model.floor.doors import DOORWAY, Front
from pavgen.model.floor.facing import contact, facings
from pavgen.model.floor.near import Near
from pavgen.model.floor.neighbours import COMMON
from pavgen.model.floor.shapes import Spot
from pavgen.model.floor.told import FALLS_SHORT, Told, booths_named, grouped, metres
from pavgen.model.floor.ways import DOORS, OBSTACLES


def check_served(told: Told, fronts: Iterable[Front]) -> None:
    """Check that each booth, door and feature opens on a way.

    What an aisle falls short of that has been told already is not told again.
    """
    reached = {front.spot.at for front in fronts}
    _check_booths(told, reached)
    _check_doors(told, reached)
    _check_features(told, reached)


def _check_booths(told: Told, reached: set[str]) -> None:
    """Tell booths that no way touches; a row that one aisle falls short of, only at the first."""
    aisles = Near(told.floor.of_kind("aisle"))
    lost: list[Spot] = []
    short: dict[tuple[str, int], list[Spot]] = {}
    for booth in told.sound(told.floor.booths):
        if booth.at in reached or booth.hall in told.unsure or told.excuses(booth):
            continue
        near = aisles.within(booth.hall, booth.shape.box, FALLS_SHORT)
        touched = [aisle for aisle in near if _contact(booth, aisle) >= DOORWAY]
        if touched:
            what = f"what stands in aisle `{touched[0].id}` leaves no way to booth `{booth.id}`"
            told.note(booth.at, "booth-unreached", what, "leave its front free")
        elif gaps := [(gap, aisle.at) for aisle in near for gap in _gaps(booth, aisle)]:
            gap, at = min(gaps)
            short.setdefault((at, gap), []).append(booth)
        else:
            lost.append(booth)
    names = {aisle.at: aisle.id for aisle in told.floor.of_kind("aisle")}
    for (at, gap), booths in short.items():
        if len(booths) > 1:
            told.short.add(at)
        what = f"aisle `{names[at]}` ends {metres(gap)} short of {booths_named(booths)}"
        told.note(booths[0].at, "booth-unreached", what, "widen the aisle, or move what it misses")
    for booths in _rows(lost):
        what = f"no aisle touches {booths_named(booths)}"
        told.note(booths[0].at, "booth-unreached", what, "let one run along an open side")


def _contact(one: Spot, other: Spot) -> int:
    return contact(one.shape.corners, other.shape.corners)


def _gaps(booth: Spot, aisle: Spot) -> list[int]:
    found = facings(booth.shape.corners, aisle.shape.corners)
    return [facing.distance for facing in found if facing.is_outside(FALLS_SHORT)]


def _rows(booths: list[Spot]) -> list[list[Spot]]:
    """Group booths that stand side by side: one aisle is missing for all of them."""
    near = Near(booths)
    joined = [
        (booth.at, other.at)
        for booth in booths
        for other in near.within(booth.hall, booth.shape.box)
        if _contact(booth, other) >= COMMON
    ]
    root = grouped(joined, (booth.at for booth in booths))
    rows: dict[str, list[Spot]] = {}
    for booth in booths:
        rows.setdefault(root[booth.at], []).append(booth)
    return list(rows.values())


def _check_doors(told: Told, reached: set[str]) -> None:
    for door in told.sound(told.floor.of_kind(*DOORS)):
        if door.at in reached or door.hall in told.unsure or told.excuses(door):
            continue
        what = f"no way leads to {door.kind} `{door.id}`"
        remedy = f"let an aisle, {metres(told.plan.narrowest)} of it free, end there"
        told.note(door.at, "door-blocked", what, remedy)


def _check_features(told: Told, reached: set[str]) -> None:
    """Warn of features nobody is led to, in halls where ways are not in doubt."""
    floor = told.floor
    on_floor = (*floor.booths, *floor.of_kind("aisle", *DOORS))
    doubted = {spot.hall for spot in on_floor if spot.at in told.places} | told.unsure
    for spot in told.sound(floor.of_kind(*OBSTACLES)):
        if spot.kind != "wall" and spot.at not in reached and spot.hall not in doubted:
            what = f"no aisle touches {spot.kind} `{spot.id}`, so nobody is led there"
            told.warn(spot.at, "feature-unreached", what, "let one run along it")
