"""What each member may expect of a quota: exact shares of the seats, under every ceiling."""

import heapq
from collections.abc import Iterable, Sequence
from fractions import Fraction

from pavgen.kernel.values import dataclass
from pavgen.place.pools import Ceilings


def shares(
    members: Sequence[tuple[str, int]], seats: int, ceilings: Ceilings
) -> dict[str, Fraction]:
    """Return each member's share of a seat in a period, in the order of the members.

    A level rises from 0 and a member holds level · weight, until all seats are held; a
    member stops at its own bound, and all of a class stop when the class is full. So shares
    are as equal by weight as the bounds allow: the progressive filling of max-min fairness
    (Bertsekas and Gallager, Data Networks, 1992, section 6.5.2). Bounds must be a part of the
    share: who is owed more than constraints let through would be owed ever more. Weights
    are positive; ids of a class that are no members are passed over.
    """
    filling = _Filling(dict(members), seats, ceilings)
    while filling.rising:
        filling.stop(*filling.next_stop())
    return {member: filling.held[member] for member, _ in members}


@dataclass(slots=True)
class _Bound:
    """A class of members: the seats left to those who still rise, and their weight in sum."""

    ids: tuple[str, ...]
    room: Fraction
    weight: int

    def level(self) -> Fraction:
        """Return the level at which the class is full; it never falls while others stop."""
        return self.room / self.weight


class _Filling:
    """The shares while the level rises; all seats together are a class like the others."""

    def __init__(self, weights: dict[str, int], seats: int, ceilings: Ceilings) -> None:
        self.held: dict[str, Fraction] = {}
        self.rising = len(weights)
        self._weights = weights
        self._own = Fraction(1, ceilings.cooldown + 1)
        self._heaviest_last = sorted(weights, key=lambda member: weights[member])
        self._bounds: list[_Bound] = []
        self._of: dict[str, list[_Bound]] = {member: [] for member in weights}
        for most, ids in ((seats, tuple(weights)), *ceilings.classes):
            self._add(most, ids)
        self._queue = [(b.level(), n) for n, b in enumerate(self._bounds) if b.weight]
        heapq.heapify(self._queue)

    def next_stop(self) -> tuple[Fraction, list[str]]:
        """Return the level at which somebody stops next, and the members who stop there."""
        level, bound = self._fullest()
        weight = self._heaviest()
        if self._own <= level * weight:
            return self._own / weight, self._of_weight(weight)
        return level, [member for member in bound.ids if member not in self.held]

    def stop(self, level: Fraction, stopping: Iterable[str]) -> None:
        """Let members keep what they hold at the level."""
        amounts: dict[int, Fraction] = {}
        for member in stopping:
            weight = self._weights[member]
            if weight not in amounts:
                amounts[weight] = level * weight
            self.held[member] = amounts[weight]
            self.rising -= 1
            for bound in self._of[member]:
                bound.weight -= weight
                bound.room -= amounts[weight]

    def _add(self, most: int, ids: Iterable[str]) -> None:
        known = tuple(dict.fromkeys(member for member in ids if member in self._weights))
        weight = sum(self._weights[member] for member in known)
        bound = _Bound(known, Fraction(max(0, most)), weight)
        self._bounds.append(bound)
        for member in known:
            self._of[member].append(bound)

    def _fullest(self) -> tuple[Fraction, _Bound]:
        """Return the class that is full first; levels in the queue may be out of date: too low."""
        while True:
            believed, number = self._queue[0]
            bound = self._bounds[number]
            if not bound.weight:
                heapq.heappop(self._queue)
                continue
            level = bound.level()
            if level == believed:
                return level, bound
            heapq.heapreplace(self._queue, (level, number))

    def _heaviest(self) -> int:
        while self._heaviest_last[-1] in self.held:
            self._heaviest_last.pop()
        return self._weights[self._heaviest_last[-1]]

    def _of_weight(self, weight: int) -> list[str]:
        found: list[str] = []
        while self._heaviest_last and self._weights[self._heaviest_last[-1]] == weight:
            member = self._heaviest_last.pop()
            if member not in self.held:
                found.append(member)
        return found
