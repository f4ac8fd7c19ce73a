from pavgen.place.ordering import Measure, Rule
from pavgen.place.strategies.fixed import keys
from tests.place.candidates import candidate, ordered

FIELD = [candidate(letter) for letter in "abcdef"]


def test_listed_partners_come_first_as_listed():
    assert ordered("fixed", FIELD, listed=("e", "b"))[:2] == ["e", "b"]


def test_the_others_follow_in_the_order_of_the_draw():
    drawn = [partner for partner in ordered("draw", FIELD) if partner not in "be"]
    assert ordered("fixed", FIELD, listed=("e", "b"))[2:] == drawn


def test_without_a_list_the_draw_decides():
    assert ordered("fixed", FIELD) == ordered("draw", FIELD)


def test_tenth_of_a_list_comes_after_the_second():
    field = [candidate(f"x{n}") for n in range(12)]
    listed = tuple(c.id for c in field)
    assert ordered("fixed", field, listed=listed) == list(listed)


def test_key_is_the_place_in_the_list_or_none():
    rule = Rule(listed=("e", "b", "e"))
    told = [(key.measure, key.value) for i in "eba" for key in keys(candidate(i), rule)]
    assert told == [(Measure.LISTED, 1), (Measure.LISTED, 2), (Measure.LISTED, None)]
