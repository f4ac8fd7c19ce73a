"""Why a wish was not granted: whose it was, what spoke against it, or who would be left."""

from collections.abc import Mapping
from datetime import date

from pavgen.model.floor.geometry import doubled_area
from pavgen.model.floor.neighbours import neighbours
from pavgen.model.programme import LinkedEvent
from pavgen.model.records.event import Exhibitor
from pavgen.model.records.floorplan import Booth
from pavgen.place.applications import applications
from pavgen.place.picking_booths import booth_items
from pavgen.place.picking_talks import overlap
from pavgen.place.reasoning_draw import Draw
from pavgen.place.reasoning_kinds import Reason, ReasonKind, Says
from pavgen.place.strategies.pick import Refusal, Step

_PLAIN: Mapping[Refusal, str] = {
    Refusal.UNKNOWN: "unknown",
    Refusal.NO_ROOM: "room",
    Refusal.UNSETTLED: "unsettled",
}
_SQUARE_METRE = 10_000
_BESIDE = {"edge": "edge", "aisle": "facing", "declared": "declared"}


def refused(draw: Draw, step: Step) -> tuple[Reason, ...]:
    """Tell each wish that a turn did not grant, in the order of the wishes.

    What a partner has from a turn before is a wish that was granted.
    """
    blame = {item: (partner, held) for item, partner, held in step.in_the_way}
    places = {item: n for n, item in enumerate(draw.likes(step.seeker), start=1)}
    return tuple(
        _wish(draw, step.seeker, (item, places.get(item, 0)), why, blame.get(item))
        for item, why in step.tried
        if why is not Refusal.TAKEN or blame.get(item, ("",))[0] != step.seeker
    )


def _wish(
    draw: Draw, own: str, wish: tuple[str, int], why: Refusal, blame: tuple[str, str] | None
) -> Reason:
    item, place = wish
    says: Says = {"wish": place}
    named = draw.item(item)
    match why:
        case Refusal.TAKEN:
            return Reason(ReasonKind.PICK_WISH, {**says, **_taken(draw, item, blame)}, (named,))
        case Refusal.NOT_ALLOWED:
            return Reason(ReasonKind.PICK_WISH, {**says, **_terms(draw, own, item)}, (named,))
        case Refusal.CLASH if blame:
            other = draw.item(blame[1])
            return Reason(ReasonKind.PICK_WISH, {**says, "how": "clash"}, (named, other))
        case Refusal.NOT_TOGETHER if blame:
            partner, held = blame
            told: Says = {
                **says,
                "how": _nearness(draw, item, held),
                "partner": partner,
                "name": draw.scene.name(partner),
            }
            return Reason(ReasonKind.PICK_WISH, told, (named, draw.item(held)))
        case _:
            how = _PLAIN.get(why, "terms")
            return Reason(ReasonKind.PICK_WISH, {**says, "how": how}, (named,))


def _taken(draw: Draw, item: str, blame: tuple[str, str] | None) -> Says:
    holder = blame[0] if blame else ""
    says: Says = {"partner": holder, "name": draw.scene.name(holder)}
    turn = draw.turn_at(holder, item)
    return {**says, "how": "taken", "turn": turn} if turn else {**says, "how": "hand"}


def _terms(draw: Draw, own: str, item: str) -> Says:
    """Tell what kept an item from a partner by the records of today.

    In the ledger stands only that it did; if the records do not show it any more, so it is told.
    """
    if draw.event is None:
        return {"how": "terms"}
    if draw.gives == "talks":
        return {"how": "busy"}
    return _booth_terms(draw, draw.event, own, item, draw.scene.order.day) or {"how": "terms"}


def _booth_terms(draw: Draw, event: LinkedEvent, own: str, item: str, day: date) -> Says | None:
    programme = draw.scene.programme
    group = programme.policy.group(draw.scene.master.group)
    made = applications(programme, group, day).get(own)
    found = booth_items(event, event.plan).get(item) if event.plan else None
    if made is None or found is None or not isinstance(made.record, Exhibitor):
        return None
    package, needs, booth = (
        event.record.package(made.record.package),
        made.record.needs,
        found.booth,
    )
    lacks = sorted(set(needs.facilities) - set(booth.facilities))
    checks: tuple[tuple[bool, Says], ...] = (
        (booth.shared and not package.shifts, {"how": "shared"}),
        (not booth.shared and package.shifts > 0, {"how": "alone"}),
        (
            bool(package.kinds) and booth.kind not in package.kinds,
            {"how": "package", "package": package.label, "kind": booth.kind},
        ),
        (bool(needs.kinds) and booth.kind not in needs.kinds, {"how": "kind", "kind": booth.kind}),
        (_is_smaller(booth, needs.area), {"how": "area", "area": needs.area}),
        (bool(lacks), {"how": "lacks", "lacks": ", ".join(lacks)}),
    )
    return next((says for holds, says in checks if holds), None)


def _is_smaller(booth: Booth, area: int) -> bool:
    """Say whether a booth has less than so many square metres."""
    sides = (booth.width or 0) * (booth.height or 0)
    doubled = abs(doubled_area(booth.polygon)) if booth.polygon else 2 * sides
    return doubled < 2 * area * _SQUARE_METRE


def _nearness(draw: Draw, item: str, held: str) -> str:
    """Tell in what way two items are beside each other."""
    event = draw.event
    if event is not None and draw.gives == "talks" and event.agenda:
        slots = {slot.id: slot for slot in event.agenda.slots}
        if item in slots and held in slots:
            return "meanwhile" if overlap(event, slots[item], slots[held]) else "after"
    if event is not None and draw.gives == "booths" and event.plan:
        pair = {item.partition("@")[0], held.partition("@")[0]}
        found = (n.why for n in neighbours(event.plan) if {n.a, n.b} == pair)
        return _BESIDE.get(next(found, ""), "near")
    return "near"
