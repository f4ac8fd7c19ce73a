from itertools import combinations, pairwise

import pytest

from pavgen.place.constraints.board import set_up
from pavgen.place.constraints.guard import Demand
from pavgen.place.constraints.room import Crowds, Room

IDS = tuple("abcdefgh")


def most(positions, distance):
    """The greatest number of positions a distance apart, by trying all choices."""
    return max(
        len(those)
        for size in range(len(positions) + 1)
        for those in combinations(positions, size)
        if all(b - a >= distance for a, b in pairwise(those))
    )


@pytest.mark.parametrize("distance", [2, 3, 4])
@pytest.mark.parametrize("pins", ["", "a", "d", "af", "cd", "h"])
def test_as_many_fit_as_could_be_chosen_one_by_one(distance, pins):
    board = set_up(IDS, 8, 8, pins, ())
    room = Room(board, distance, {0: (0,), 5: (0,)})
    own = [p for p, who in board.pinned.items() if who in (0, 5)]
    for start in range(1, 12):
        free = [p for p in board.free if p >= start]
        clear = [p for p in free if all(abs(p - q) >= distance for q in own)]
        assert room.fit(None, start) == most(free, distance)
        assert room.fit(0, start) == most(clear, distance)


def test_the_earliest_other_pin_of_the_class_is_found():
    room = Room(set_up(IDS, 8, 8, "bd", ()), 3, {1: (0,), 3: (0,)})
    assert [room.pin_near(0, 3, 2), room.pin_near(0, 2, 1), room.pin_near(0, 7, 6)] == [1, 3, None]
    assert room.pin_near(1, 3, 2) is None


def test_crowds_are_found_by_how_many_positions_are_left_to_them():
    demand = Demand("", frozenset(range(5)), left=4, remain=5)
    crowds = Crowds(demand, [(0, 1, 2), (2, 3), (7,)], {0: (0,), 1: (0,), 2: (0, 1), 3: (1,)})
    assert [crowds.excess(number) for number in range(3)] == [2, 1, -1]
    assert crowds.at(1, (9,)) == (1, 9)
    crowds.move(2, -1)
    assert crowds.at(1, ()) == (0,)
    crowds.move(7, -1)
    crowds.move(2, 1)
    assert [crowds.excess(number) for number in range(3)] == [2, 1, -1]
