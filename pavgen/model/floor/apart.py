"""Checks of what hangs together: from some entrance one can walk to every aisle."""

from collections.abc import Iterable, Iterator

from pavgen.model.floor.doors import Front
from pavgen.model.floor.gates import meetings
from pavgen.model.floor.shapes import Spot
from pavgen.model.floor.told import Told, grouped, metres, named
from pavgen.model.floor.ways import DOORS, Way


def check_apart(told: Told, ways: tuple[Way, ...], fronts: Iterable[Front]) -> None:
    """Tell each group of aisles that no entrance leads to, at the first of them.

    Nothing is said where a door has been told, for that is where one would come from.
    """
    floor = told.floor
    doors = floor.of_kind(*DOORS)
    open_from = [d.at for d in doors if d.kind == "entrance" and not d.leads_to]
    if told.unsure or not told.places.isdisjoint(door.at for door in doors) or not open_from:
        return
    aisles = floor.of_kind("aisle")
    root = grouped(_joins(told, ways, fronts), [s.at for s in (*aisles, *doors)])
    reached = {root[at] for at in open_from}
    apart: dict[str, list[Spot]] = {}
    for aisle in aisles:
        if root[aisle.at] not in reached:
            apart.setdefault(root[aisle.at], []).append(aisle)
    for group in apart.values():
        is_excused = any(aisle.hall in told.halls or told.excuses(aisle) for aisle in group)
        if not is_excused:
            first, *others = group
            also = f", nor to {named(aisle.id for aisle in others)}" if others else ""
            what = f"no entrance leads to aisle `{first.id}`{also}"
            remedy = f"let it touch another along {metres(told.plan.narrowest)}"
            told.note(first.at, "aisle-apart", what, remedy)


def _joins(told: Told, ways: tuple[Way, ...], fronts: Iterable[Front]) -> Iterator[tuple[str, str]]:
    """Yield what is joined: aisles that meet, doors and their aisles, doors of two halls."""
    floor = told.floor
    for meeting in meetings(ways, told.plan.narrowest):
        yield ways[meeting.one].record, ways[meeting.other].record
    for front in fronts:
        if front.spot.kind in DOORS and front.kind == "feature":
            yield front.spot.at, ways[front.way].record
    doors = {door.id: door.at for door in floor.of_kind(*DOORS)}
    for door in floor.of_kind(*DOORS):
        if door.leads_to in doors:
            yield door.at, doors[door.leads_to]
