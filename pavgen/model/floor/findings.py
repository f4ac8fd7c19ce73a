"""The checks of floor plans: every mistake at its line, and none of what follows from another."""

from collections.abc import Iterable, Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.decode import Records
from pavgen.model.floor.aisles import check_aisles
from pavgen.model.floor.apart import check_apart
from pavgen.model.floor.claims import check_claims
from pavgen.model.floor.doors import fronts_of
from pavgen.model.floor.passages import check_halls
from pavgen.model.floor.served import check_served
from pavgen.model.floor.shapes import Floor, all_of
from pavgen.model.floor.soundness import check_soundness
from pavgen.model.floor.told import Told
from pavgen.model.records.floorplan import FloorPlan


def check_floors(records: Records) -> Iterable[Diagnostic]:
    """Check the floor plan of every event."""
    for plan in records.floorplans.values():
        yield from floor_findings(plan)


def floor_findings(plan: FloorPlan) -> Iterator[Diagnostic]:
    """Yield what is wrong with a floor plan.

    Ids, shapes, halls and overlaps come first, then ways in and out, aisles, doors, and booths
    that nobody can walk to. What has been told once counts as mended in all that follows, and
    where an aisle is in doubt nothing is said of what it would reach.
    """
    told = Told(plan, all_of(plan))
    check_soundness(told)
    check_halls(told)
    ways = tuple(check_aisles(told))
    floor = Floor(told.floor.halls, told.floor.booths, told.sound(told.floor.features))
    fronts = tuple(fronts_of(floor, ways, plan.narrowest))
    check_served(told, fronts)
    check_apart(told, ways, fronts)
    check_claims(told)
    yield from told.found
