import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.strategies.pick_floor import Floor
from pavgen.place.strategies.pick_search import Fit, fit
from tests.place.strategies.halls import BOOTHS, IDS, Grid, halls


def floor_of(grid):
    return Floor(tuple(grid.label_of), grid.booths, grid.allowed, grid.together)


def options_of(floor):
    return dict(enumerate(floor.allowed))


@settings(max_examples=60, deadline=None)
@given(halls(seekers=IDS), st.sets(st.sampled_from(range(5))), st.permutations(range(5)))
def test_way_is_found_exactly_where_trying_everything_finds_one(made, gone, plan):
    floor = Floor(IDS, BOOTHS, made.allowed, made.together)
    options = {seeker: bits for seeker, bits in options_of(floor).items() if seeker not in gone}
    there = tuple(seeker for number, seeker in enumerate(IDS) if number not in gone)
    way = fit(floor, options, dict(enumerate(plan)), 10_000)
    assert way.settled
    assert (way.found is not None) == (next(made.ways(there), None) is not None)
    if way.found is not None:
        assert set(way.found) == set(options)
        assert len(set(way.found.values())) == len(options)
        assert made.stands([(IDS[seeker], BOOTHS[item]) for seeker, item in way.found.items()])


def test_plan_is_followed_where_it_can_be():
    floor = floor_of(Grid(1, 5, "aab"))
    assert fit(floor, options_of(floor), {0: 4, 1: 2, 2: 0}, 10) == Fit({0: 4, 1: 2, 2: 0})


def test_options_narrower_than_what_is_allowed_are_kept():
    floor = floor_of(Grid(1, 4, "abc"))
    assert fit(floor, {0: 0b0010, 2: 0b0110}, {}, 10) == Fit({0: 1, 2: 2})


def test_nobody_is_placed_at_once():
    assert fit(floor_of(Grid(1, 2, "a")), {}, {}, 0) == Fit({})


def test_search_without_a_budget_is_not_settled():
    floor = floor_of(Grid(1, 2, "a"))
    assert fit(floor, options_of(floor), {}, 0) == Fit(None, settled=False)


def test_more_seekers_than_items_are_refused_without_a_search():
    floor = floor_of(Grid(2, 5, range(11)))
    assert fit(floor, options_of(floor), {}, 0) == Fit(None)


def test_two_who_may_have_one_item_only_are_refused_without_a_search():
    floor = floor_of(Grid(1, 3, "abc"))
    assert fit(floor, {0: 0b111, 1: 0b001, 2: 0b001}, {}, 0) == Fit(None)


@pytest.mark.parametrize(
    ("columns", "sizes", "fits"),
    [
        (3, (6, 6), True),
        (3, (7, 1), False),
        (3, (6, 3, 3), True),
        (6, (12, 12), True),
        (6, (13,), False),
        (6, (11, 11, 2), True),
        (6, (12, 11, 1), True),
    ],
)
def test_label_that_fills_every_second_booth_is_settled_within_a_small_budget(columns, sizes, fits):
    labels = [label for label, size in enumerate(sizes) for _ in range(size)]
    rows = 4
    floor = floor_of(Grid(rows, columns, labels))
    way = fit(floor, options_of(floor), {}, 2_000)
    assert (way.settled, way.found is not None) == (True, fits)


def test_two_corners_of_one_colour_leave_no_room_for_half_a_hall():
    """A label of twelve needs one colour of the board; one of each is lost to others."""
    floor = floor_of(Grid(4, 6, [0] * 12 + list(range(1, 11))))
    lost = 1 << floor.items.index("0-00") | 1 << floor.items.index("0-01")
    options = {seeker: bits & ~lost for seeker, bits in options_of(floor).items()}
    assert fit(floor, options, {}, 2_000) == Fit(None)
