"""What is open to whom in a draw: what each may have, less what others' items rule out."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from pavgen.kernel.values import dataclass
from pavgen.place.rounds import Bound, GroupRule, Picking, Round, Separate, Tickets
from pavgen.place.strategies.pick import turn_order
from pavgen.place.tickets import Purpose

Hold = tuple[str, str]
"""A partner's id and an item that it holds."""


class Bar(StrEnum):
    """Why an item is not open to a partner; the first that holds is told."""

    UNKNOWN = "not offered"
    TAKEN = "taken"
    NOT_ALLOWED = "not allowed"
    CLASH = "at the same time as its own"
    BESIDE = "beside a partner it is kept apart from"


@dataclass(frozen=True, slots=True)
class Barred:
    """A bar, and where it is somebody's: the partner and the item that it holds."""

    why: Bar
    partner: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class PickRules:
    """A draw's facts by id and by item; `ranked` are the items by weight, then ticket.

    `apart` are those who may not be neighbours, `near` the items beside an item, `clash` those
    that nobody can have with it; all three both ways. `by_hand` is what was given before.
    """

    order: tuple[str, ...]
    entitled: Mapping[str, int]
    may: Mapping[str, frozenset[str]]
    likes: Mapping[str, tuple[str, ...]]
    ranked: tuple[str, ...]
    weights: Mapping[str, int]
    apart: Mapping[str, frozenset[str]]
    near: Mapping[str, frozenset[str]]
    clash: Mapping[str, frozenset[str]]
    by_hand: tuple[Hold, ...]

    def barred(self, partner: str, item: str, holds: Iterable[Hold]) -> Barred | None:
        """Return why an item is not open to a partner, or None; `holds` are those by the draw."""
        held = (*self.by_hand, *holds)
        holder = next((p for p, x in held if x == item), None)
        if holder is not None:
            return Barred(Bar.TAKEN, holder, item)
        if item not in self.weights:
            return Barred(Bar.UNKNOWN)
        if item not in self.may.get(partner, frozenset()):
            return Barred(Bar.NOT_ALLOWED)
        for other, x in held:
            if other == partner and x in self.clash.get(item, frozenset()):
                return Barred(Bar.CLASH, other, x)
        for other, x in held:
            if self._parts(partner, other) and x in self.near.get(item, frozenset()):
                return Barred(Bar.BESIDE, other, x)
        return None

    def open_to(self, partner: str, holds: Sequence[Hold]) -> tuple[str, ...]:
        """Return the items that are open to a partner, by weight, then ticket."""
        return tuple(x for x in self.ranked if self.barred(partner, x, holds) is None)

    def together(self, a: str, x: str, b: str, y: str) -> bool:
        """Say whether one partner may have an item while another (or the same) has another."""
        if a == b:
            return y not in self.clash.get(x, frozenset())
        return not (self._parts(a, b) and y in self.near.get(x, frozenset()))

    def free(self, holds: Sequence[Hold]) -> tuple[str, ...]:
        """Return the items that nobody holds, by weight, then ticket."""
        held = {x for _, x in (*self.by_hand, *holds)}
        return tuple(x for x in self.ranked if x not in held)

    def _parts(self, one: str, other: str) -> bool:
        return other in self.apart.get(one, frozenset())


def pick_rules(rule: GroupRule, round_: Round) -> PickRules:
    """Return the rules of a draw from what went into it; without `picking` nobody gets anything."""
    picking = round_.picking or Picking((), ())
    tickets = Tickets(rule.seed.value, round_.group, round_.period)
    numbers = tickets.of(Purpose.PICK, [item for item, _ in picking.items])
    weights = dict(picking.items)
    return PickRules(
        order=_order(rule, round_),
        entitled=dict(round_.roster),
        may={i: frozenset(items) for i, items, _ in picking.seekers},
        likes={i: likes for i, _, likes in picking.seekers},
        ranked=tuple(sorted(weights, key=lambda x: (-weights[x], numbers[x]))),
        weights=weights,
        apart=_both_ways(_apart(rule, round_.bounds)),
        near=_both_ways(picking.near),
        clash=_both_ways(picking.clash),
        by_hand=picking.held,
    )


def _order(rule: GroupRule, round_: Round) -> tuple[str, ...]:
    rows = [(i, tuple(round_.ranks.get(i, ()))) for i, _ in round_.roster]
    tickets = Tickets(rule.seed.value, round_.group, round_.period)
    return turn_order(rows, tickets.of(Purpose.PICK, [i for i, _ in rows]))


def _apart(rule: GroupRule, bounds: Sequence[Bound]) -> Iterable[tuple[str, str]]:
    for constraint, bound in zip(rule.constraints, bounds, strict=True):
        if isinstance(constraint, Separate):
            yield from bound.pairs
            for _, ids in bound.classes:
                yield from ((a, b) for n, a in enumerate(ids) for b in ids[n + 1 :])


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {key: frozenset(others) for key, others in found.items()}
