"""What a period of a group holds of each partner, found by its id without a search."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate

from pavgen.kernel.values import dataclass
from pavgen.place.constraints.moves import Move
from pavgen.place.engine import Played
from pavgen.place.entitlement import weight_classes
from pavgen.place.rounds import Round, Waiver
from pavgen.place.strategies.balanced import Accrual
from pavgen.place.strategies.rotation import RotationTurn


@dataclass(frozen=True, slots=True)
class Seat:
    """How a class came by a seat: which one it is, from 1, and how many the class had before."""

    number: int
    had: int


# Without slots: a table is made when it is first asked for, and kept with what it is made of.
@dataclass(frozen=True)
class Whereabouts:
    """Tables of a period by id; most are asked for one partner after the other."""

    round: Round
    played: Played

    @cached_property
    def pools(self) -> Mapping[str, str]:
        """The block or class of each partner; empty where there is one pool of all."""
        return {i: name for name, ids in reversed(self.round.pools) for i in ids}

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """The weight of each who takes part."""
        return dict(self.round.roster)

    @cached_property
    def pins(self) -> Mapping[str, int]:
        """The pinned, each with its position."""
        return dict(self.round.pins)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each in the strategy's order, from 1."""
        return _numbered(self.played.order)

    @cached_property
    def shown(self) -> Mapping[str, int]:
        """The place of each in the order shown, from 1; those who wait stand behind the seats."""
        return _numbered(self.played.shown)

    @cached_property
    def moves(self) -> Mapping[str, Move]:
        """Why each who was moved back stands where it does."""
        return {move.partner: move for move in reversed(self.played.moves)}

    @cached_property
    def waivers(self) -> Mapping[str, tuple[Waiver, ...]]:
        """The constraints that were not kept at each partner's position."""
        found: dict[str, list[Waiver]] = {}
        for waiver in self.played.waivers:
            found.setdefault(waiver.partner, []).append(waiver)
        return {partner: tuple(waived) for partner, waived in found.items()}

    @cached_property
    def own_places(self) -> Mapping[str, int]:
        """The position in its pool that a balanced order gave to each of its members, from 1."""
        found: dict[str, int] = {}
        for turn in self.played.turns.values():
            if isinstance(turn, Accrual):
                members = frozenset(turn.members)
                own = (i for i in self.played.order if i in members)
                found |= zip(own, turn.places, strict=False)
        return found

    @cached_property
    def classes(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """The weights in each pool of a balanced order, with how many have each."""
        return {
            name: weight_classes(turn.pool.members)
            for name, turn in self.played.turns.items()
            if isinstance(turn, Accrual)
        }

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The place of each in the row of a rotation, from 1."""
        turns = self.played.turns.values()
        orders = [turn.order for turn in turns if isinstance(turn, RotationTurn)]
        return {i: place for order in orders for i, place in _numbered(order).items()}

    @cached_property
    def seats(self) -> Mapping[str, Seat]:
        """How the class of each came by its seat, where the places are apportioned."""
        had: dict[str, int] = {}
        found = {}
        free = (i for i in self.played.order if i not in self.pins)
        for number, identity in enumerate(free, start=1):
            pool = self.pools.get(identity, "")
            found[identity] = Seat(number, had.get(pool, 0))
            had[pool] = had.get(pool, 0) + 1
        return found

    @cached_property
    def votes(self) -> Mapping[str, int]:
        """The weight of each class, the pinned left out."""
        found: dict[str, int] = {}
        for identity in self.seats:
            pool = self.pools.get(identity, "")
            found[pool] = found.get(pool, 0) + self.weights[identity]
        return found

    def favoured(self, identity: str) -> str | None:
        """Return the first who is shown before a partner though it came after it in the order."""
        index = bisect_right(self._furthest, self.places[identity])
        return self.played.shown[index] if index < self.shown[identity] - 1 else None

    @cached_property
    def _furthest(self) -> tuple[int, ...]:
        """Return, for each who is shown, the last place in the order of all up to it."""
        return tuple(accumulate((self.places[i] for i in self.played.shown), max))


def _numbered(ids: tuple[str, ...]) -> dict[str, int]:
    return {i: place for place, i in enumerate(ids, start=1)}
