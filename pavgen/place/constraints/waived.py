"""Waivers: the places where a relaxed constraint is not kept."""

from collections.abc import Sequence

from pavgen.place.constraints.board import Board
from pavgen.place.constraints.search import Setting
from pavgen.place.rounds import Waiver


def waivers(board: Board, setting: Setting, places: Sequence[int]) -> tuple[Waiver, ...]:
    """Return the waivers of a filling, by constraint and position."""
    return tuple(
        Waiver(index, board.ids[places[position - 1]] if position else "", position)
        for index, guard in setting.guards(board, setting.relaxed).items()
        for position in guard.broken(places)
    )
