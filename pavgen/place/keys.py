"""What an order looked at besides records, as keys: accounts, turns and tickets."""

from itertools import count

from pavgen.place.groups import PeriodOrder
from pavgen.place.ordering import Key, Measure
from pavgen.place.rounds import PLACE
from pavgen.place.strategies.balanced import Accrual
from pavgen.place.strategies.quota import QuotaTurn
from pavgen.place.strategies.rotation import RotationTurn
from pavgen.place.strategies.sorting import Sorted


def account_keys(order: PeriodOrder) -> dict[str, tuple[Key, ...]]:
    """Return, by id, what a strategy that keeps accounts looked at when it gave the place.

    Under `balanced` that is what the partner was owed from its position on, in exposure
    (millionths of a first place); under `quota` whether it was due, and by when, in periods;
    under `rotation` its place in the row of the design.
    """
    found: dict[str, tuple[Key, ...]] = {}
    for turn in order.played.turns.values():
        match turn:
            case Accrual():
                found |= _owed(turn, order)
            case QuotaTurn():
                found |= {i: _due(turn, i) for i in turn.order}
            case RotationTurn():
                places = zip(turn.order, count(1), strict=False)
                found |= {i: (Key(Measure.ROW, place, (place, "")),) for i, place in places}
            case Sorted():
                pass
    return found


def ticket_key(number: bytes) -> Key:
    """Return a ticket as a key."""
    digits = number.hex()
    return Key(Measure.TICKET, digits, (0, digits))


def _owed(turn: Accrual, order: PeriodOrder) -> dict[str, tuple[Key, ...]]:
    members = frozenset(turn.members)
    own = [i for i in order.played.order if i in members]
    found: dict[str, tuple[Key, ...]] = {}
    beyond = (Key(Measure.OWED, 0, (0, "")),)
    for identity, place in zip(own, turn.places, strict=True):
        found[identity] = beyond
        if place <= len(turn.steps):
            score = turn.worth(identity, place)
            found[identity] = (Key(Measure.OWED, score // PLACE, (-score, "")),)
    return found


def _due(turn: QuotaTurn, identity: str) -> tuple[Key, ...]:
    due = turn.due.get(identity)
    if due is None:
        return (Key(Measure.DUE, 0, (1, "")),)
    return (
        Key(Measure.DUE, 1, (0, "")),
        Key(Measure.DEADLINE, due.deadline, (due.deadline, "")),
    )
