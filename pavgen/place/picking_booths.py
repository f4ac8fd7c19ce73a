"""Booths and pods that are picked: what there is, who may have what, what is beside what."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import combinations

from pavgen.kernel.values import dataclass
from pavgen.model.floor.geometry import doubled_area
from pavgen.model.floor.neighbours import neighbours
from pavgen.model.programme import LinkedEvent, Programme
from pavgen.model.records.event import Exhibitor, Package
from pavgen.model.records.floorplan import Booth, FloorPlan
from pavgen.place.applications import Application, has_withdrawn
from pavgen.place.rounds import Picking

_SQUARE_METRE = 10_000
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class BoothItem:
    """A booth, or a pod in a shift, as an item; `spans` are naive UTC, none is all the time."""

    id: str
    booth: Booth
    spans: tuple[Span, ...] = ()

    def meets(self, other: "BoothItem") -> bool:
        """Say whether there is a time at which both are held."""
        if not self.spans or not other.spans:
            return True
        return any(a < d and c < b for a, b in self.spans for c, d in other.spans)


def booths_picking(
    programme: Programme,
    event: LinkedEvent,
    plan: FloorPlan,
    seekers: Sequence[Application],
    day: date,
) -> Picking:
    """Return the facts of a draw of booths on a day."""
    every = booth_items(event, plan)
    held = tuple(sorted(set(_by_hand(programme, event, every, day))))
    taken = {item for _, item in held}
    given = {
        x: item
        for x, item in sorted(every.items())
        if x not in taken and item.booth.state == "available"
    }
    rows = tuple(_row(event, every, given, application) for application in seekers)
    known = [item for x, item in sorted(every.items()) if x in given or x in taken]
    several = {a.partner.id for a in seekers if a.entitled > 1}
    return Picking(
        items=tuple((x, item.booth.weight) for x, item in given.items()),
        seekers=rows,
        near=tuple(sorted(set(_near(plan, known)))),
        clash=_clash(given, {may for i, may, _ in rows if i in several}),
        held=held,
    )


def booth_items(event: LinkedEvent, plan: FloorPlan) -> dict[str, BoothItem]:
    """Return every item of a floor by its id: each booth, and each shift of a shared one."""
    found: dict[str, BoothItem] = {}
    for booth in plan.booths:
        if not booth.shared:
            found[booth.id] = BoothItem(booth.id, booth)
        for shift in event.record.shifts if booth.shared else ():
            spans = tuple((event.zone.utc(h.start), event.zone.utc(h.end)) for h in shift.times)
            name = f"{booth.id}@{shift.id}"
            found[name] = BoothItem(name, booth, spans)
    return found


def items_named(every: Mapping[str, BoothItem], named: str) -> tuple[str, ...]:
    """Return the items that a record means: `p3` means each shift of a shared pod, in turn.

    A shift of a booth that is not shared is the booth. What does not exist stays as it is, and
    is told elsewhere.
    """
    if named in every:
        return (named,)
    booth, _, shift = named.partition("@")
    if shift:
        return (booth,) if booth in every else (named,)
    return tuple(x for x, item in every.items() if item.booth.id == booth) or (named,)


def _by_hand(
    programme: Programme, event: LinkedEvent, every: Mapping[str, BoothItem], day: date
) -> Iterator[tuple[str, str]]:
    for exhibitor in event.record.exhibitors:
        partner = programme.partner(exhibitor.partner)
        if exhibitor.booth and partner is not None and not has_withdrawn(exhibitor, day):
            yield from ((partner.id, x) for x in items_named(every, exhibitor.booth))


def _row(
    event: LinkedEvent,
    every: Mapping[str, BoothItem],
    given: Mapping[str, BoothItem],
    application: Application,
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    record = application.record
    if not isinstance(record, Exhibitor):
        return application.partner.id, (), ()
    package = event.record.package(record.package)
    may = tuple(x for x, item in given.items() if _suits(item.booth, package, record))
    likes = (x for named in record.preferences for x in items_named(every, named))
    return application.partner.id, may, tuple(dict.fromkeys(likes))


def _suits(booth: Booth, package: Package, exhibitor: Exhibitor) -> bool:
    needs = exhibitor.needs
    return (
        booth.shared == (package.shifts > 0)
        and (not package.kinds or booth.kind in package.kinds)
        and (not needs.kinds or booth.kind in needs.kinds)
        and set(needs.facilities) <= set(booth.facilities)
        and _area(booth) >= 2 * needs.area * _SQUARE_METRE
    )


def _area(booth: Booth) -> int:
    """Return twice the area in square centimetres."""
    if booth.polygon:
        return abs(doubled_area(booth.polygon))
    return 2 * (booth.width or 0) * (booth.height or 0)


def _near(plan: FloorPlan, items: Sequence[BoothItem]) -> Iterator[tuple[str, str]]:
    of: dict[str, list[BoothItem]] = {}
    for item in items:
        of.setdefault(item.booth.id, []).append(item)
    for pair in neighbours(plan):
        for a in of.get(pair.a, ()):
            yield from (_pair(a, b) for b in of.get(pair.b, ()) if a.meets(b))


def _clash(
    given: Mapping[str, BoothItem], several: Collection[tuple[str, ...]]
) -> tuple[tuple[str, str], ...]:
    """Return the items at one time, where somebody that picks several may have both."""
    found = {
        _pair(given[x], given[y])
        for may in several
        for x, y in combinations(may, 2)
        if given[x].meets(given[y])
    }
    return tuple(sorted(found))


def _pair(a: BoothItem, b: BoothItem) -> tuple[str, str]:
    return min(a.id, b.id), max(a.id, b.id)
