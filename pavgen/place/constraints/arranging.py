"""From the strategy's order to the order shown: what the constraints ask for, and no more.

The order shown is the first, position by position in the strategy's order, that keeps every
constraint; `docs/ledger.md` gives the exact rule.
"""

from collections.abc import Collection, Sequence

from pavgen.kernel.values import dataclass
from pavgen.place.constraints.board import Board
from pavgen.place.constraints.conflict import Conflict, conflict
from pavgen.place.constraints.moves import Move, moves
from pavgen.place.constraints.problem import Problem
from pavgen.place.constraints.search import Filling, Setting, search
from pavgen.place.constraints.waived import waivers
from pavgen.place.rounds import Bound, GroupRule, Waiver


@dataclass(frozen=True, slots=True)
class Arranged:
    """The order shown: the first `seats` of `shown` are seated, the others wait.

    `waivers` are the places where a soft constraint is not kept, `moves` say why partners
    stand elsewhere than in the strategy's order, `relaxed` are the constraints (by index)
    that could not all be kept.
    """

    shown: tuple[str, ...]
    seats: int
    waivers: tuple[Waiver, ...]
    moves: tuple[Move, ...]
    relaxed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    board: Board
    setting: Setting
    filling: Filling


def arrange(
    order: Sequence[str],
    rule: GroupRule,
    bounds: Sequence[Bound],
    pins: Sequence[tuple[str, int]],
    recent: Sequence[Collection[str]],
) -> Arranged | Conflict:
    """Return the order shown, or which hard constraints cannot be kept together.

    `order` has the pinned at their positions. `bounds` has one item for each constraint of
    the rule; `recent` are the seated of the last periods, latest first.
    """
    if not rule.constraints:
        seats = len(order) if rule.slots is None else min(rule.slots, len(order))
        return Arranged(tuple(order), seats, (), (), ())
    sat = tuple(frozenset(ids) for ids in recent)
    problem = Problem(tuple(order), rule, tuple(bounds), tuple(pins), sat)
    answer = _answer(problem)
    return conflict(problem) if answer is None else _arranged(answer, order)


def _answer(problem: Problem) -> _Answer | None:
    constraints = problem.rule.constraints
    every = tuple(range(len(constraints)))
    soft = [i for i in every if not constraints[i].hard]
    first = _found(problem.board(problem.seats), problem.setting(every))
    if first is not None:
        return first
    strict = problem.setting(tuple(i for i in every if constraints[i].hard))
    for k in problem.lengths() if soft else problem.lengths()[1:]:
        board = problem.board(k)
        found = _found(board, strict)
        if found is not None:
            return _relaxed(problem, board, soft, found)
    return None


def _relaxed(problem: Problem, board: Board, soft: list[int], last: _Answer) -> _Answer:
    """Relax soft constraints from the last on until there is a filling."""
    every = range(len(problem.rule.constraints))
    for kept in range(len(soft) - (board.k == problem.seats), -1, -1):
        relaxed = tuple(soft[kept:])
        setting = problem.setting(tuple(i for i in every if i not in relaxed), relaxed)
        found = _found(board, setting)
        if found is not None:
            return found
    return _Answer(board, problem.setting(last.setting.active, tuple(soft)), last.filling)


def _found(board: Board, setting: Setting) -> _Answer | None:
    found = search(board, setting)
    return _Answer(board, setting, found) if isinstance(found, Filling) else None


def _arranged(answer: _Answer, order: Sequence[str]) -> Arranged:
    places = answer.filling.places
    seated = frozenset(places)
    shown = (*places, *(i for i in range(len(order)) if i not in seated))
    return Arranged(
        tuple(order[who] for who in shown),
        len(places),
        waivers(answer.board, answer.setting, places),
        moves(answer.board, answer.setting, shown),
        answer.setting.relaxed,
    )
