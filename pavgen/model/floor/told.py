"""A floor plan under check: its floor, what has been told, and the words findings share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.kernel.values import dataclass
from pavgen.model.floor.shapes import Floor, Spot
from pavgen.model.records.floorplan import FloorPlan

OF_WAYS = ("aisle", "entrance", "exit", "stairs")
"""Features that people walk on or through."""

FALLS_SHORT = 200
"""Centimetres by which an aisle may miss something and still be the one that was meant."""

_MOST_NAMES = 6


@dataclass(slots=True)
class Told:
    """The check under way of one plan; lives no longer than it.

    What has been told of a place is noted, so that no later check tells what follows from it.
    `halls` are halls without a way in, `unsure` those of whose aisles not all are known, and
    `short` are aisles that fall short of several booths.
    """

    plan: FloorPlan
    floor: Floor
    places: set[str] = field(default_factory=set)
    halls: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    found: list[Diagnostic] = field(default_factory=list)

    def note(self, place: str, code: str, what: str, remedy: str, key: str = "") -> None:
        """Tell an error of a booth, feature or other item at its place, or at a key of it."""
        self._note(place, code, (what, remedy), key, Severity.ERROR)

    def warn(self, place: str, code: str, what: str, remedy: str, key: str = "") -> None:
        """Tell what is doubtful."""
        self._note(place, code, (what, remedy), key, Severity.WARNING)

    def sound(self, spots: Iterable[Spot]) -> tuple[Spot, ...]:
        """Return the spots of which nothing has been told."""
        return tuple(spot for spot in spots if spot.at not in self.places)

    def excuses(self, spot: Spot) -> bool:
        """Say whether an aisle nearby has been told, so that a spot may miss it for that."""
        aisles = (aisle for aisle in self.floor.of_kind("aisle") if aisle.hall == spot.hall)
        told = (aisle for aisle in aisles if aisle.at in self.places or aisle.at in self.short)
        return any(
            aisle.at != spot.at and aisle.shape.box.meets(spot.shape.box, FALLS_SHORT)
            for aisle in told
        )

    def line(self, place: str) -> int:
        """Return the line of an item."""
        return self.plan.source.at(place).line

    def _note(
        self, place: str, code: str, words: tuple[str, str], key: str, severity: Severity
    ) -> None:
        where = f"{place}.{key}" if key else place
        span = self.plan.source.at(where)
        self.found.append(Diagnostic(span, code, *words, where, severity))
        if severity is Severity.ERROR:
            self.places.add(place)


def metres(length: int) -> str:
    """Write a length in centimetres as metres: `1.2 metres`."""
    written = f"{length // 100}.{length % 100:02}".rstrip("0").rstrip(".")
    return f"{written} metre" if length == 100 else f"{written} metres"  # noqa: PLR2004


def named(ids: Iterable[str]) -> str:
    """Write ids as a list of words: "`a1`, `a2` and `a3`"; of many the first ones."""
    names = [f"`{name}`" for name in ids]
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def booths_named(booths: Collection[Spot]) -> str:
    """Write booths as a list of words."""
    return f"booth{'s' if len(booths) > 1 else ''} {named(booth.id for booth in booths)}"


def grouped(pairs: Iterable[tuple[str, str]], of: Iterable[str]) -> Mapping[str, str]:
    """Return for each name the first of all it is joined to, over however many pairs."""
    root = {name: name for name in of}

    def first(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    order = {name: number for number, name in enumerate(root)}
    for a, b in pairs:
        one, other = sorted((first(a), first(b)), key=order.__getitem__)
        root[other] = one
    return {name: first(name) for name in root}
