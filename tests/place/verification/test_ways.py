"""Whether there is a way on, against trying everything."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.verification.ways import Floor, Need, Ways
from tests.place.verification.writing import Chance

FREE = Floor(near=[0] * 4, clash=[0] * 4, apart=[frozenset()] * 4)


def has_way(floor, need):
    """Say whether there is a way on, by trying everything."""
    partner = next((who for who, count in enumerate(need.left) if count), None)
    if partner is None:
        return True
    items = (item for item in range(len(floor.near)) if need.open[partner] >> item & 1)
    return any(has_way(floor, floor.after(need, partner, item)) for item in items)


def drawn(seed):
    chance = Chance(f"ways {seed}")
    items, partners = 3 + chance.below(5), 1 + chance.below(5)
    near, clash = [0] * items, [0] * items
    for one in range(items):
        for other in range(one):
            for bits, once_in in ((near, 3), (clash, 6)):
                if chance.happens(once_in):
                    bits[one] |= 1 << other
                    bits[other] |= 1 << one
    pairs = [(a, b) for a in range(partners) for b in range(a) if not chance.happens(3)]
    apart = [
        frozenset({b for a, b in pairs if a == who} | {a for a, b in pairs if b == who})
        for who in range(partners)
    ]
    open_ = tuple(chance.below(1 << items) | chance.below(1 << items) for _ in range(partners))
    left = tuple(1 + chance.happens(4) for _ in range(partners))
    return Floor(near, clash, apart), Need(open_, left)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**6))
def test_a_way_on_is_found_just_where_trying_everything_finds_one(seed):
    floor, need = drawn(seed)
    ways = Ways(floor)
    assert ways.lead_on(need) is has_way(floor, need)
    assert ways.lead_on(need) is has_way(floor, need)


def test_where_nothing_is_left_there_is_a_way():
    assert Ways(FREE).lead_on(Need((0, 0, 0, 0), (0, 0, 0, 0))) is True


def test_what_one_takes_is_gone_for_all_and_what_is_near_for_those_apart():
    floor = Floor([0b010, 0b101, 0b010], [0b100, 0, 0b001], [frozenset({1}), frozenset({0})])
    after = floor.after(Need((0b111, 0b111), (2, 1)), 0, 0)
    assert after == Need((0b010, 0b100), (1, 1))


def test_three_who_want_two_items_are_refused_without_a_search():
    ways = Ways(FREE)
    assert ways.lead_on(Need((0b11, 0b11, 0b11, 0b1111), (1, 1, 1, 1))) is False
    assert ways.steps == 0


def rings(wanted):
    """Return partners who are all apart, and nine rings of three items beside each other."""
    near = [0b111 << item // 3 * 3 & ~(1 << item) for item in range(27)]
    apart = [frozenset(range(wanted)) - {who} for who in range(wanted)]
    open_ = tuple((1 << 27) - 1 & ~(1 << who) for who in range(wanted))
    return Floor(near, [0] * 27, apart), Need(open_, (1,) * wanted)


def test_a_search_ends_undecided_after_so_many_steps():
    floor, need = rings(10)
    ways = Ways(floor, most_of_one=20)
    assert (ways.lead_on(need), ways.steps) == (None, 20)
    assert Ways(floor).lead_on(need) is False


def test_all_searches_together_end_undecided_after_so_many_steps():
    floor, need = rings(10)
    ways = Ways(floor, most_of_one=20, most_of_all=30)
    assert [ways.lead_on(need) for _ in range(3)] == [None, None, None]
    assert ways.steps == 30
