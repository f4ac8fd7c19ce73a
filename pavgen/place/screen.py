"""Turns on a screen that shows one partner at a time: by weight, evenly spread over a cycle."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import field
from math import gcd

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass


def screen_turns(weights: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Return one cycle of turns: each partner has its weight, over the weights' common divisor.

    Partners are given in the order of the placement, which also breaks ties. The cycle is made
    to be run again and again: its end meets its beginning. No partner has two turns in a row,
    unless it has more than half of all; then the others are never next to each other, so that
    it repeats as seldom as can be.

    Each turn gives its partner a window (chairman assignment; Tijdeman 1980): not before its
    share has earned it, and due before its share is a turn behind. The earliest due comes
    first. Alone this keeps everyone within 1 - 1/(2n - 2) turns of its share after any number
    of turns; two of one partner in a row are then put off, which costs a little: all within
    1 1/4 turns (measured, not proved; the worst of 330,000 mixes was 1.18). A divisor sequence
    such as Webster's is no help: weight 100 beside 300 of weight 1 would have the first 50.
    """
    shares = [weight for _, weight in weights]
    common = gcd(*shares) or 1
    cycle = _Cycle([share // common for share in shares])
    return tuple(weights[number][0] for number in cycle.turns())


@dataclass(slots=True)
class _Cycle:
    """A cycle being filled: `left` turns of each partner, those who are due, those who are not.

    `kinds` says which partners may not follow each other: each is a kind of its own, or, where
    one (`repeats`) has more than half, all others are one. `last` and `first` are kinds.
    """

    shares: list[int]
    left: list[int] = field(init=False)
    total: int = field(init=False)
    repeats: int = field(init=False)
    last: int = -1
    first: int = -1

    def __post_init__(self) -> None:
        self.left = list(self.shares)
        self.total = sum(self.shares)
        most = max(range(len(self.shares)), key=lambda n: (self.shares[n], -n), default=0)
        self.repeats = most if 2 * sum(self.shares[most : most + 1]) > self.total else -1

    def turns(self) -> Iterator[int]:
        """Yield the partners, by number, turn after turn."""
        early = [(self._earned(n), n) for n, share in enumerate(self.shares) if share]
        heapq.heapify(early)
        due: list[tuple[int, int]] = []
        for turn in range(1, self.total + 1):
            while early and early[0][0] <= turn:
                number = heapq.heappop(early)[1]
                heapq.heappush(due, (self._due(number), number))
            number = self._next(due, early, self.total - turn)
            yield number
            self.left[number] -= 1
            self.last = self._kind(number)
            self.first = self.last if turn == 1 else self.first
            if self.left[number]:
                heapq.heappush(early, (self._earned(number), number))

    def _earned(self, number: int) -> int:
        """Return the first turn that a partner's next may have."""
        had = self.shares[number] - self.left[number]
        spare = max(1, 2 * len(self.shares) - 2)
        return -(-(had * spare + 1) * self.total // (spare * self.shares[number]))

    def _due(self, number: int) -> int:
        """Return the last turn after which a partner may still wait for its next."""
        next_ = self.shares[number] - self.left[number] + 1
        spare = max(1, 2 * len(self.shares) - 2)
        return (next_ * spare - 1) * self.total // (spare * self.shares[number])

    def _next(self, due: list[tuple[int, int]], early: list[tuple[int, int]], after: int) -> int:
        """Take the first that may have the turn, the due before the early ones."""
        for queue in (due, early):
            passed: list[tuple[int, int]] = []
            while queue:
                row = heapq.heappop(queue)
                if self._may(row[1], after):
                    for other in passed:
                        heapq.heappush(queue, other)
                    return row[1]
                passed.append(row)
            queue.extend(passed)
        raise DefectError("no partner may have the next turn on the screen")

    def _kind(self, number: int) -> int:
        return number if self.repeats in {-1, number} else len(self.shares)

    def _may(self, number: int, after: int) -> bool:
        """Say whether the turns after this one can then be filled without another repetition."""
        kind = self._kind(number)
        first = kind if self.first < 0 else self.first
        if kind != self.repeats and (kind == self.last or (not after and kind == self.first)):
            return False
        if self.repeats < 0 and 2 * max(self.left) < after - 1:
            return True
        return all(
            left <= (after - (other == kind) - (other == first) + 1) // 2
            for other, left in self._single(number)
            if left
        )

    def _single(self, number: int) -> Iterator[tuple[int, int]]:
        """Yield the kinds that may not repeat, with the turns left after one for a partner."""
        if self.repeats < 0:
            for other, left in enumerate(self.left):
                yield other, left - (other == number)
        else:
            others = sum(self.left) - self.left[self.repeats]
            yield len(self.shares), others - (number != self.repeats)
