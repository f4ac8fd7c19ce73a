"""Which module keeps which kind of constraint: to add a kind, add a module and a row here."""

from typing import assert_never

from pavgen.place.constraints.at_least import wanting
from pavgen.place.constraints.board import Board
from pavgen.place.constraints.cap import capping
from pavgen.place.constraints.cooldown import pausing
from pavgen.place.constraints.guard import Guard
from pavgen.place.constraints.separate import separating
from pavgen.place.rounds import AtLeast, Bound, Cap, Constraint, Cooldown, Separate


def guard(board: Board, constraint: Constraint, bound: Bound) -> Guard:
    """Return the guard of a constraint for one search."""
    match constraint:
        case Separate():
            return separating(board, constraint, bound)
        case Cap():
            return capping(board, constraint, bound)
        case Cooldown():
            return pausing(board, constraint, bound)
        case AtLeast():
            return wanting(board, constraint, bound)
        case _:
            assert_never(constraint)
