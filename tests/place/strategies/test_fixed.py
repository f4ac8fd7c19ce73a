from pavgen.place.ordering import Measure
from pavgen.place.strategies import draw, fixed
from tests.place.candidates import RULE, candidate, rule

FIELD = [candidate(letter) for letter in "abcdef"]


def test_listed_partners_come_first_as_listed():
    rows = fixed.order(FIELD, rule(listed=("e", "b")))
    assert [row.partner for row in rows[:2]] == ["e", "b"]
    assert [row.keys[0].value for row in rows] == [1, 2, None, None, None, None]


def test_the_others_follow_in_the_order_of_the_draw():
    drawn = [row.partner for row in draw.order(FIELD, RULE) if row.partner not in "be"]
    assert [row.partner for row in fixed.order(FIELD, rule(listed=("e", "b")))[2:]] == drawn


def test_without_a_list_the_draw_decides():
    assert [row.partner for row in fixed.order(FIELD, RULE)] == [
        row.partner for row in draw.order(FIELD, RULE)
    ]


def test_tenth_of_a_list_comes_after_the_second():
    field = [candidate(f"x{n}") for n in range(12)]
    rows = fixed.order(field, rule(listed=tuple(c.id for c in field)))
    assert [row.partner for row in rows] == [c.id for c in field]


def test_partner_listed_twice_stands_at_its_first_place():
    rows = fixed.order(FIELD, rule(listed=("e", "b", "e")))
    assert [row.partner for row in rows[:2]] == ["e", "b"]
    assert rows[0].keys[0].measure is Measure.LISTED
