from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.strategies.pick_floor import Floor
from pavgen.place.strategies.pick_search import fit
from pavgen.place.strategies.pick_stuck import needed
from tests.place.strategies.halls import Grid


def dead(grid):
    """Return the question whether some seekers, by number, cannot all be placed in a grid."""
    floor = Floor(tuple(grid.label_of), grid.booths, grid.allowed, grid.together)
    return lambda those: fit(floor, {n: floor.allowed[n] for n in those}, {}, 10_000).found is None


def test_rivals_too_many_for_the_hall_are_stuck_without_the_others():
    assert needed(range(9), dead(Grid(3, 3, "abacaadaa"))) == (0, 2, 4, 5, 7, 8)


def test_of_two_dead_ends_the_one_of_those_who_pick_first_is_told():
    assert needed(range(7), dead(Grid(1, 3, "bbaabba"))) == (0, 1, 2, 3)


def test_all_are_kept_where_nothing_is_certain():
    assert needed("abc", lambda _: False) == ("a", "b", "c")


@given(st.lists(st.sets(st.integers(0, 5), min_size=1), min_size=1, max_size=3))
def test_what_is_left_is_dead_and_nothing_of_it_can_be_spared(ends):
    """Dead ends are sets, and whatever holds one of them is dead."""

    def is_dead(those):
        return any(end <= set(those) for end in ends)

    kept = needed(range(6), is_dead)
    assert is_dead(kept)
    assert not any(is_dead([one for one in kept if one != spared]) for spared in kept)
