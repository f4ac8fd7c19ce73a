"""`at_least`: so many of those who meet a condition are seated."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from pavgen.place.constraints.board import Board
from pavgen.place.constraints.guard import Demand, Shortage, Still
from pavgen.place.rounds import AtLeast, Bound


def wanting(board: Board, rule: AtLeast, bound: Bound) -> "Wanting":
    """Return the guard of an `at_least`; the pinned count."""
    return Wanting(board, rule, frozenset(board.taking_part(bound.members)))


class Wanting(Still):
    """How many members are still wanted."""

    __slots__ = ("_all", "_left", "_loose", "_members", "_own", "_pinned", "_rule")

    def __init__(self, board: Board, rule: AtLeast, members: frozenset[int]) -> None:
        self._rule = rule
        self._members = members
        self._pinned = sum(1 for who in board.pinned.values() if who in members)
        self._left = rule.least - self._pinned
        self._all: Demand | None = None
        self._own: Demand | None = None

    def kinds(self) -> Mapping[int, Hashable]:
        """See who is a member."""
        return dict.fromkeys(sorted(self._members), True)

    def demand(self, remaining: frozenset[int]) -> Demand:
        """Return what is asked of the members, once it is known who remains."""
        own = self._members & remaining
        self._own = Demand(
            f" who meet `{self._rule.words}`", own, self._left, len(own), self._members
        )
        return self._own

    def watch(self, demands: Sequence[Demand]) -> None:
        """Look at how many seats there are left."""
        self._all = demands[0]

    def shortages(self) -> Iterator[Shortage]:
        """Say when there are fewer members, or fewer seats, than are wanted."""
        if self._all is None or self._own is None or self._left <= 0:
            return
        had = self._own.remain + self._pinned
        if self._own.remain < self._left:
            counting = f"{had} can be seated who meet `{self._rule.words}`"
            yield Shortage(f"{counting}; at least {self._rule.least} are asked for")
        if self._all.left < self._left:
            seats = self._all.left + self._pinned
            counting = f"{seats} seats are open to those who meet `{self._rule.words}`"
            yield Shortage(f"{counting}; at least {self._rule.least} are asked for")

    def starves(self, who: int, position: int) -> bool:
        """Say whether every seat left is needed for members, and this is none."""
        del position
        if self._all is None or who in self._members:
            return False
        return 0 < self._left == self._all.left

    def place(self, who: int, position: int) -> None:
        """Count a member in."""
        del position
        if who in self._members:
            self._left -= 1

    def take_back(self, who: int, position: int) -> None:
        """Count a member out."""
        del position
        if who in self._members:
            self._left += 1

    def broken(self, places: Sequence[int]) -> tuple[int, ...]:
        """Be broken as a whole by too few members."""
        seated = sum(1 for who in places if who in self._members)
        return () if seated >= self._rule.least else (0,)
