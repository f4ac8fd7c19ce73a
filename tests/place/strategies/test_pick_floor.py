from hypothesis import given, settings

from pavgen.place.strategies.pick_floor import Floor, members_of
from tests.place.strategies.halls import BOOTHS, IDS, halls


def test_allowed_items_are_bits_by_the_order_of_the_items():
    floor = Floor("ab", "xyz", lambda seeker, item: seeker + item in ("ax", "az", "by"), never)
    assert floor.allowed == (0b101, 0b010)


def test_excluded_are_the_item_itself_and_those_that_may_not_stand_with_it():
    floor = Floor("ab", "xyz", always, lambda a, x, b, y: (a, x, b, y) != ("a", "x", "b", "z"))
    assert [floor.excluded(0, item, 1) for item in range(3)] == [0b101, 0b010, 0b100]
    assert [floor.excluded(1, item, 0) for item in range(3)] == [0b001, 0b010, 0b101]


def test_together_is_asked_once_for_distinct_items_with_the_earlier_seeker_first():
    asked = []

    def together(a, x, b, y):
        asked.append(a + x + b + y)
        return True

    floor = Floor("ba", "xy", always, together)
    assert [floor.excluded(1, 0, 0), floor.excluded(1, 0, 0)] == [0b01, 0b01]
    assert asked == ["byax"]


def test_rivals_of_one_label_can_change_places():
    label = dict(zip("abcde", "ktkkt", strict=True))
    floor = Floor(
        "abcde", "xyz", always, lambda a, x, b, y: label[a] != label[b] or {x, y} == {"x", "z"}
    )
    assert floor.alike() == (0, 1, 0, 0, 1)


def test_seekers_of_which_one_has_a_rival_cannot_change_places():
    floor = Floor("abc", "xy", always, lambda a, _x, b, _y: a + b != "ac")
    assert floor.alike() == (0, 1, 0)


@settings(max_examples=40, deadline=None)
@given(halls(seekers=IDS[:4], booths=BOOTHS[:4]))
def test_seekers_said_to_be_alike_can_change_places_whoever_else_is_where(made):
    seekers = IDS[:4]
    made.allows = {(seeker, booth) for seeker in seekers for booth in made.weights}
    floor = Floor(seekers, BOOTHS[:4], made.allowed, made.together)
    ways = [tuple(way.values()) for way in made.ways(tuple(seekers))]
    for one, other in enumerate(floor.alike()):
        swapped = {exchanged(way, one, other) for way in ways}
        assert swapped == set(ways)


def test_members_are_the_numbers_of_the_bits():
    assert members_of(0b1010010) == [1, 4, 6]


def exchanged(way, one, other):
    turned = list(way)
    turned[one], turned[other] = way[other], way[one]
    return tuple(turned)


def always(*_):
    return True


def never(*_):
    return False
