"""`cooldown`: who sat in one of the last periods is not seated."""

from pavgen.place.constraints.barred import Barring
from pavgen.place.constraints.board import Board
from pavgen.place.rounds import Bound, Cooldown


def pausing(board: Board, rule: Cooldown, bound: Bound) -> Barring:
    """Return the guard of a `cooldown`; the pinned sit out nothing."""
    del bound
    sat = frozenset().union(*board.recent[: rule.periods])
    barred = frozenset(who for who in board.loose if board.ids[who] in sat)
    periods = "period" if rule.periods == 1 else f"{rule.periods} periods"
    return Barring(barred, f"sat in the last {periods}", len(board.free), len(board.loose))
