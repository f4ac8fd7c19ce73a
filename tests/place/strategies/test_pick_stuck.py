from pavgen.place.strategies.pick_floor import Floor
from pavgen.place.strategies.pick_stuck import smallest_stuck
from tests.place.strategies.halls import Grid


def floor_of(grid):
    return Floor(tuple(grid.label_of), grid.booths, grid.allowed, grid.together)


def test_rivals_too_many_for_the_hall_are_stuck_without_the_others():
    floor = floor_of(Grid(3, 3, "abacaadaa"))
    assert smallest_stuck(floor, 10_000) == ((0, 2, 4, 5, 7, 8), True)


def test_of_two_dead_ends_the_one_of_those_who_pick_first_is_told():
    floor = floor_of(Grid(1, 3, "bbaabba"))
    assert smallest_stuck(floor, 10_000) == ((0, 1, 2, 3), True)


def test_smallest_is_not_certain_where_the_budget_ends():
    floor = floor_of(Grid(1, 3, "aaab"))
    assert smallest_stuck(floor, 1) == ((0, 1, 2, 3), False)
