"""What a draw is told from: its turns, what each item is called, and who has what on the day."""

from collections.abc import Mapping
from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedEvent, Programme
from pavgen.place.applications import picked_event
from pavgen.place.pick_days import FileOffer, PickDay, offers_of
from pavgen.place.picking_booths import booth_items, items_named
from pavgen.place.placement import GroupOrder
from pavgen.place.reasoning_kinds import Reason, ReasonKind, Says
from pavgen.place.reasoning_scene import Scene, scene_of
from pavgen.place.rounds import Picking
from pavgen.place.strategies.pick import Step
from pavgen.place.strategies.pick_rules import PickRules
from pavgen.place.strategies.pick_vacancy import Hands


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw on a day; `event` is None where the policy names none that is there.

    `gives` is `booths` or `talks`; `picks` is what is held on the day, by the draw and offers.
    Without `as_of` offers of all days are told.
    """

    scene: Scene
    event: LinkedEvent | None
    gives: str
    picks: PickDay
    as_of: date | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return all turns, in their order; none where the ledger has others than the rule."""
        return self.scene.order.played.steps

    @property
    def picking(self) -> Picking:
        """Return what was picked, and by whom."""
        return self.scene.round.picking or Picking((), ())

    @property
    def rules(self) -> PickRules:
        """Return what is open to whom."""
        return self.picks.rules

    @property
    def hands(self) -> Hands:
        """Return what is held on the day, but by hand."""
        return self.picks.hands

    @property
    def is_held(self) -> bool:
        """Say whether the day of the draw has come."""
        return bool(self.hands.held) or not self.scene.order.played.picked

    def turns_of(self, identity: str) -> tuple[Step, ...]:
        """Return the turns of a partner."""
        return tuple(step for step in self.steps if step.seeker == identity)

    def turn_at(self, identity: str, item: str) -> int:
        """Return the turn, from 1, in which a partner took an item; 0 if it did not."""
        picked = self.scene.order.played.picked
        return picked.index((identity, item)) + 1 if (identity, item) in picked else 0

    def likes(self, identity: str) -> tuple[str, ...]:
        """Return what a partner would like, the best first."""
        return self.rules.likes.get(identity, ())

    def item(self, item: str) -> Reason:
        """Name an item as its sign or the agenda does."""
        return item_reason(self.event, self.gives, item)

    def by_hand(self, identity: str) -> tuple[tuple[str, str], ...]:
        """Return what a partner had before the draw, each with the reason that is published."""
        reasons = dict(_reasons(self.scene.programme, self.event)) if self.event else {}
        held = (item for i, item in self.picking.held if i == identity)
        return tuple((item, reasons.get((identity, item), "")) for item in held)

    def offers(self) -> tuple[FileOffer, ...]:
        """Return the offers that stand on the day, in the order in which they were made."""
        if self.scene.order.recorded is None:
            return ()
        refused = {index for index, _ in self.picks.refused}
        made = offers_of(self.scene.programme, self.scene.master.group)
        return tuple(
            one for one in made if one.index not in refused and one.on <= (self.as_of or one.on)
        )

    def vacant(self) -> tuple[str, ...]:
        """Return what nobody has, by weight, then ticket."""
        return self.rules.free(self.hands.holds())


def draw_of(programme: Programme, master: GroupOrder, as_of: date | None = None) -> Draw | None:
    """Return the draw that a group is, or None for a group that is none."""
    group = programme.policy.group(master.group)
    picks = master.day.picks
    if picks is None:
        return None
    event = picked_event(programme, group)
    return Draw(scene_of(programme, master), event, group.gives or "booths", picks, as_of)


def item_reason(event: LinkedEvent | None, gives: str, item: str) -> Reason:
    """Name an item: a booth by its sign, a pod with its shift, a slot by its room and time."""
    says = None if event is None else _said(event, gives, item)
    gone: Says = {"how": "gone", "item": item, "label": item}
    return Reason(ReasonKind.PICK_ITEM, says or gone)


def _reasons(programme: Programme, event: LinkedEvent) -> list[tuple[tuple[str, str], str]]:
    """Return, by partner and item, why a booth was given by hand."""
    every = booth_items(event, event.plan) if event.plan else {}
    return [
        ((partner.id, item), exhibitor.reason)
        for exhibitor in event.record.exhibitors
        if exhibitor.booth and (partner := programme.partner(exhibitor.partner)) is not None
        for item in items_named(every, exhibitor.booth)
    ]


def _said(event: LinkedEvent, gives: str, item: str) -> Says | None:
    if gives == "talks":
        return _slot(event, item)
    found = booth_items(event, event.plan).get(item) if event.plan else None
    if found is None:
        return None
    label = found.booth.label or found.booth.id
    if not found.booth.shared:
        return {"how": "booth", "item": item, "label": label}
    shift = item.partition("@")[2]
    labels: Mapping[str, str] = {known.id: known.label for known in event.record.shifts}
    return {"how": "pod", "item": item, "label": label, "shift": labels.get(shift, shift)}


def _slot(event: LinkedEvent, item: str) -> Says | None:
    agenda = event.agenda
    slot = next((s for s in agenda.slots if s.id == item), None) if agenda else None
    if agenda is None or slot is None:
        return None
    room = next((r.label for r in agenda.rooms if r.id == slot.room), slot.room)
    start = slot.start.isoformat(timespec="minutes")
    return {"how": "slot", "item": item, "room": room, "start": start}
