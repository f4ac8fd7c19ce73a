"""Moves: why somebody stands elsewhere than the strategy's order put it."""

from collections.abc import Mapping, Sequence

from pavgen.kernel.values import dataclass
from pavgen.place.constraints.board import Board
from pavgen.place.constraints.guard import Guard
from pavgen.place.constraints.search import Setting
from pavgen.place.constraints.trials import Trials


@dataclass(frozen=True, slots=True)
class Move:
    """Why a partner stands further back than in the strategy's order.

    `constraint` (by index) is the first that refused it at the first position it was passed
    over for; `other` is who stood in the way there, "" where it was nobody in particular:
    too little would have been left for the rest.
    """

    partner: str
    constraint: int
    other: str


def moves(board: Board, setting: Setting, shown: Sequence[int]) -> tuple[Move, ...]:
    """Return the moves of a list, in the order shown.

    A partner is passed over for a position when one without a pin stands there who comes
    after it in the strategy's order. The filling is gone through once more to ask why.
    """
    if list(shown) == list(range(len(shown))):
        return ()
    found = _reasons(board, setting, shown)
    return tuple(found[who] for index, who in enumerate(shown) if who in found and who != index)


def _reasons(board: Board, setting: Setting, shown: Sequence[int]) -> dict[int, Move]:
    active = setting.guards(board, setting.active)
    relaxed = setting.guards(board, setting.relaxed)
    trials = Trials(board, tuple(active.values()), tuple(relaxed.values()))
    guards = dict(sorted((active | relaxed).items()))
    found: dict[int, Move] = {}
    placed: set[int] = set()
    start = 0
    for position in board.free:
        who = shown[position - 1]
        end = next((i for i in range(start, len(board.loose)) if board.loose[i] >= who), start)
        for guard in active.values() if end > start else ():
            guard.open(position)
        for passed in board.loose[start:end]:
            if passed not in placed:
                found[passed] = _move(board, guards, active, passed, position)
        start = max(start, end)
        trials.place(who, position)
        placed.add(who)
    return found


def _move(
    board: Board, guards: Mapping[int, Guard], active: Mapping[int, Guard], who: int, position: int
) -> Move:
    """Ask who is in the way, then which constraint would be left too little.

    Where neither tells, every way to go on from there came to a dead end further on; the
    first active constraint stands for them all.
    """
    for index, guard in guards.items():
        refusal = guard.refuses(who, position)
        if refusal is not None:
            other = "" if refusal.other is None else board.ids[refusal.other]
            return Move(board.ids[who], index, other)
    hungry = [index for index, guard in active.items() if guard.starves(who, position)]
    first = next(iter([*hungry, *active, *guards]))
    return Move(board.ids[who], first, "")
