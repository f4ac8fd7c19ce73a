"""The search for the first complete filling, in the order of the strategy.

Depth first, with exact look-ahead and without recursion: a list may be ten thousand long.
`docs/ledger.md` says what a trial is and when it fails, so that others find the same filling.
"""

from collections.abc import Collection

from pavgen.kernel.values import dataclass
from pavgen.place.constraints.board import Board
from pavgen.place.constraints.dead_ends import DeadEnds
from pavgen.place.constraints.guard import Guard
from pavgen.place.constraints.registry import guard
from pavgen.place.constraints.trials import Trials
from pavgen.place.rounds import Bound, Constraint

BUDGET = 10_000
"""How often a search may take a partner back before it counts as failed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The constraints of a search, by their indices in the rule; the others are left aside."""

    constraints: tuple[Constraint, ...]
    bounds: tuple[Bound, ...]
    active: tuple[int, ...]
    relaxed: tuple[int, ...] = ()

    def guards(self, board: Board, indices: Collection[int]) -> dict[int, Guard]:
        """Return new guards of some constraints, by index."""
        return {i: guard(board, self.constraints[i], self.bounds[i]) for i in sorted(indices)}


@dataclass(frozen=True, slots=True)
class Filling:
    """A complete filling: who stands at positions 1, 2, …, as numbers."""

    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """No filling; `exhausted` where the search gave up before it had tried all."""

    exhausted: bool


def search(board: Board, setting: Setting, budget: int = BUDGET) -> Filling | Failure:
    """Return the first filling that keeps the active constraints.

    The search fails when it takes a partner back for the `budget`th time.
    """
    active = setting.guards(board, setting.active).values()
    relaxed = setting.guards(board, setting.relaxed).values()
    trials = Trials(board, tuple(active), tuple(relaxed))
    if next(trials.shortages(), None) is not None:
        return Failure(exhausted=False)
    return _fill(board, trials, budget)


def _fill(board: Board, trials: Trials, budget: int) -> Filling | Failure:
    placed: list[int] = []
    parts: list[int] = []
    dead_ends = DeadEnds(len(board.free), trials.reach())
    after, taken_back = (0, -1), 0
    while len(placed) < len(board.free):
        position = board.free[len(placed)]
        trial = trials.next(position, after)
        if trial is not None:
            placed.append(trial[1])
            parts.append(trial[0])
            trials.place(trial[1], position)
            after = (0, -1)
            if not dead_ends.known(placed):
                continue
        elif not placed:
            return Failure(exhausted=False)
        else:
            dead_ends.note(placed)
            taken_back += 1
        if taken_back == budget:
            return Failure(exhausted=True)
        after = parts.pop(), placed.pop()
        trials.take_back(after[1], board.free[len(placed)])
    return Filling(_whole(board, placed))


def _whole(board: Board, placed: list[int]) -> tuple[int, ...]:
    places = dict(zip(board.free, placed, strict=True)) | dict(board.pinned)
    return tuple(places[position] for position in range(1, board.k + 1))
