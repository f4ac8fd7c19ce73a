"""How many of a class fit a distance apart, and how many have to: the counting of `separate`."""

from collections.abc import Mapping, Sequence

from pavgen.place.constraints.board import Board
from pavgen.place.constraints.guard import Demand


class Room:
    """For each position, how many of a class fit from there on.

    `own` are the classes with a pinned member, each with a table of its own; all others share
    one. A table is filled from the end: of the positions a class may use, the earliest is
    always among the best to take.
    """

    __slots__ = ("_board", "_distance", "_pins", "_shared", "_tables", "own")

    def __init__(self, board: Board, distance: int, of: Mapping[int, tuple[int, ...]]) -> None:
        self._board = board
        self._distance = distance
        self._pins: dict[int, dict[int, int]] = {}
        for position, who in sorted(board.pinned.items()):
            for number in of.get(who, ()):
                self._pins.setdefault(number, {})[position] = who
        self.own = tuple(sorted(self._pins))
        self._shared = self._table({})
        self._tables = {number: self._table(pins) for number, pins in self._pins.items()}

    def fit(self, number: int | None, position: int) -> int:
        """Return how many of a class (None: one without pins) fit from a position on."""
        table = self._shared if number is None else self._tables.get(number, self._shared)
        return table[min(position, self._board.k + 1)]

    def pin_near(self, number: int, position: int, who: int) -> int | None:
        """Return another of the class pinned nearer than the distance, the earliest."""
        for place, other in self._pins.get(number, {}).items():
            if other != who and abs(place - position) < self._distance:
                return other
        return None

    def _table(self, pins: Mapping[int, int]) -> list[int]:
        k, distance = self._board.k, self._distance
        taken = set(self._board.pinned)
        for place in pins:
            taken.update(range(place - distance + 1, place + distance))
        table = [0] * (k + 2)
        for position in range(k, 0, -1):
            step = min(position + distance, k + 1)
            table[position] = table[position + 1] if position in taken else 1 + table[step]
        return table


class Crowds:
    """How many of a demand's remaining partners are in each class.

    Classes are also kept by that number: at most one number can be pressing at a position, so
    a search over thousands of classes looks at few.
    """

    __slots__ = ("_by_size", "_of", "_size", "_slack", "demand", "pressing")

    def __init__(
        self, demand: Demand, classes: Sequence[tuple[int, ...]], of: Mapping[int, tuple[int, ...]]
    ) -> None:
        self.demand = demand
        self.pressing: list[int] = []
        self._of = of
        self._slack = demand.slack
        self._size = [sum(1 for who in those if who in demand.of) for those in classes]
        self._by_size: dict[int, dict[int, None]] = {}
        for number, size in enumerate(self._size):
            self._by_size.setdefault(size, {})[number] = None

    def excess(self, number: int) -> int:
        """Return how many positions the partners outside a class leave to it."""
        return self._size[number] - self._slack

    def at(self, excess: int, others: tuple[int, ...]) -> tuple[int, ...]:
        """Return the classes to which just so many positions are left, and certain others."""
        return (*self._by_size.get(excess + self._slack, ()), *others)

    def move(self, who: int, step: int) -> None:
        """Count a partner placed (−1) or taken back (1)."""
        if who not in self.demand.of:
            return
        for number in self._of.get(who, ()):
            size = self._size[number]
            del self._by_size[size][number]
            self._size[number] = size + step
            self._by_size.setdefault(size + step, {})[number] = None
