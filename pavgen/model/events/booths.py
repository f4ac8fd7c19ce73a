"""Which booth is for whom: items such as `b12` and `p3@morning`, and what speaks against one."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.floor.geometry import doubled_area
from pavgen.model.records.event import Event, Exhibitor, Needs, Package
from pavgen.model.records.floorplan import Booth, FloorPlan
from pavgen.model.schema.kinds import shown

_DOUBLED_SQUARE_METRE = 20_000
_ENOUGH_CORNERS = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an item cannot be had: a code, what is wrong, and what would be right."""

    code: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What an event has to give out: booths and shifts by id; None where they cannot be read."""

    booths: Mapping[str, Booth] | None
    shifts: tuple[str, ...] = ()

    @classmethod
    def of(cls, event: Event, plan: FloorPlan | None) -> "Stock":
        """Gather the booths and shifts of an event."""
        booths = {booth.id: booth for booth in plan.booths} if plan is not None else None
        return cls(booths, tuple(shift.id for shift in event.shifts))

    def booth(self, item: str) -> Booth | None:
        """Return the booth of an item, or None."""
        return (self.booths or {}).get(item.partition("@")[0])

    def unknown(self, item: str) -> Fault | None:
        """Return why an item is none: no such booth or shift, or a shift too much or too few."""
        name, at, shift = item.partition("@")
        if self.booths is None or not name:
            return None
        booth = self.booths.get(name)
        if booth is None:
            remedy = did_you_mean(name, self.booths) or "name one of floorplan.yaml"
            return Fault("booth-unknown", f"unknown booth `{shown(name)}`", remedy)
        if booth.shared and not at:
            example = f"`{name}@{self.shifts[0]}`" if self.shifts else "`shifts` in event.yaml"
            what = f"booth `{name}` is shared by shifts"
            return Fault("event-booth-shift", what, f"name a shift: {example}")
        if at and not booth.shared:
            what = f"booth `{name}` is not shared, so it has no shifts"
            return Fault("event-booth-shift", what, f"write `{name}`, or set `shared: true`")
        if at and shift not in self.shifts:
            remedy = did_you_mean(shift, self.shifts) or "add it to `shifts`"
            return Fault("shift-unknown", f"unknown shift `{shown(shift)}`", remedy)
        return None


def unfit(booth: Booth, exhibitor: Exhibitor, package: Package) -> Iterator[str]:
    """Yield what speaks against giving a booth to an exhibitor with a package, in words.

    A package for shifts is for shared pods, one without is for booths held alone.
    """
    if package.kinds and booth.kind not in package.kinds:
        kinds = ", ".join(f"`{kind}`" for kind in package.kinds)
        yield f"it is of kind `{booth.kind}`, and package `{package.id}` is for {kinds}"
    elif package.id and booth.shared != bool(package.shifts):
        has = "shifts" if package.shifts else "no shifts"
        is_shared = "shared" if booth.shared else "not shared"
        yield f"it is {is_shared}, and package `{package.id}` has {has}"
    yield from _needed(booth, exhibitor.needs)


def _needed(booth: Booth, needs: Needs) -> Iterator[str]:
    if needs.kinds and booth.kind not in needs.kinds:
        yield f"it is of kind `{booth.kind}`, and {_listed(needs.kinds)} is needed"
    doubled = doubled_of(booth)
    if doubled is not None and doubled < needs.area * _DOUBLED_SQUARE_METRE:
        metres = doubled // _DOUBLED_SQUARE_METRE
        yield f"it has {metres} square metres, and {needs.area} are needed"
    missing = [name for name in needs.facilities if name not in booth.facilities]
    if missing:
        yield f"it is without {_listed(missing)}"


def doubled_of(booth: Booth) -> int | None:
    """Return twice a booth's area in square centimetres, None where its shape is not told."""
    if len(booth.polygon) >= _ENOUGH_CORNERS:
        return abs(doubled_area(booth.polygon))
    if booth.width is None or booth.height is None:
        return None
    return 2 * booth.width * booth.height


def _listed(words: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
