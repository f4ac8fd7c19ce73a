"""The partners who remain at a position, and which of them may be tried."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Hashable, Iterator, Sequence

from pavgen.place.constraints.at_least import Wanting
from pavgen.place.constraints.board import Board
from pavgen.place.constraints.guard import Demand, Guard, Shortage

EVERYBODY = ""
"""The words for the demand of all seats."""


class Trials:
    """Who is tried at a position: of partners who are alike only the first that remains.

    `firsts` are these first ones, in the order of the strategy. `active` guards refuse and
    look ahead; `relaxed` ones only put back those who break them.
    """

    __slots__ = ("_active", "_demands", "_firsts", "_kind", "_queues", "_relaxed")

    def __init__(self, board: Board, active: Sequence[Guard], relaxed: Sequence[Guard]) -> None:
        self._active = tuple(active)
        self._relaxed = tuple(relaxed)
        barred = frozenset().union(*(guard.barred() for guard in active))
        remaining = [who for who in board.loose if who not in barred]
        self._demands = _demands(board, active, frozenset(remaining))
        for guard in active:
            guard.watch(self._demands)
        self._kind = _kinds((*active, *relaxed), remaining)
        self._queues: dict[Hashable, list[int]] = {}
        for who in reversed(remaining):
            self._queues.setdefault(self._kind[who], []).append(who)
        self._firsts = sorted(queue[-1] for queue in self._queues.values())

    def shortages(self) -> Iterator[Shortage]:
        """Say why, as counting tells before any trial, the positions cannot be filled."""
        for guard in self._active:
            yield from guard.shortages()
        everybody = self._demands[0]
        if everybody.left > everybody.remain:
            counting = f"{everybody.remain} can be seated; {everybody.left} are asked for"
            yield Shortage(counting, filling=True)

    def reach(self) -> int:
        """Return how many of those placed last matter by their positions."""
        return max((guard.reach() for guard in self._active), default=0)

    def next(self, position: int, after: tuple[int, int]) -> tuple[int, int] | None:
        """Return the next trial that passes at a position, None where there is none.

        A trial is its part (1 for who breaks a relaxed constraint, else 0) and the partner.
        """
        for guard in self._active:
            guard.open(position)
        parts = (0, 1) if self._relaxed else (0,)
        for part in parts[after[0] :]:
            start = bisect_right(self._firsts, after[1]) if part == after[0] else 0
            for index in range(start, len(self._firsts)):
                who = self._firsts[index]
                if self._passes(who, position) and self._part(who, position) == part:
                    return part, who
        return None

    def place(self, who: int, position: int) -> None:
        """Place a partner; the next of its kind becomes the first."""
        queue = self._queues[self._kind[who]]
        queue.pop()
        del self._firsts[bisect_left(self._firsts, who)]
        if queue:
            insort(self._firsts, queue[-1])
        for guard in (*self._active, *self._relaxed):
            guard.place(who, position)
        for demand in self._demands:
            demand.move(who, -1)

    def take_back(self, who: int, position: int) -> None:
        """Take back the partner placed last."""
        queue = self._queues[self._kind[who]]
        if queue:
            del self._firsts[bisect_left(self._firsts, queue[-1])]
        queue.append(who)
        insort(self._firsts, who)
        for demand in self._demands:
            demand.move(who, 1)
        for guard in (*self._active, *self._relaxed):
            guard.take_back(who, position)

    def _passes(self, who: int, position: int) -> bool:
        return not any(
            guard.refuses(who, position) is not None or guard.starves(who, position)
            for guard in self._active
        )

    def _part(self, who: int, position: int) -> int:
        return int(any(guard.refuses(who, position) is not None for guard in self._relaxed))


def _demands(
    board: Board, active: Sequence[Guard], remaining: frozenset[int]
) -> tuple[Demand, ...]:
    everybody = Demand(EVERYBODY, remaining, len(board.free), len(remaining))
    wanting = (guard.demand(remaining) for guard in active if isinstance(guard, Wanting))
    return (everybody, *wanting)


def _kinds(guards: Sequence[Guard], remaining: Sequence[int]) -> dict[int, Hashable]:
    """Give each partner a number, the same to those in whom all guards see the same."""
    seen = [guard.kinds() for guard in guards]
    numbers: dict[Hashable, int] = {}
    return {
        who: numbers.setdefault(tuple(view.get(who) for view in seen), len(numbers))
        for who in remaining
    }
