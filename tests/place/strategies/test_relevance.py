from pavgen.place.ordering import Measure, Rule
from pavgen.place.strategies.relevance import keys
from tests.place.candidates import candidate


def test_greater_score_ranks_first_and_the_other_order_decides_between_equals():
    rule = Rule(then={"b": 1, "a": 2})
    made = {i: keys(candidate(i, score=score), rule) for i, score in (("a", 3), ("b", 3), ("c", 9))}
    assert sorted(made, key=lambda i: [key.rank for key in made[i]]) == ["c", "b", "a"]
    assert [(key.measure, key.value) for key in made["a"]] == [
        (Measure.SCORE, 3),
        (Measure.THEN, 2),
    ]


def test_who_has_no_place_in_the_other_order_comes_last_of_its_score():
    rule = Rule(then={"b": 1})
    ranks = {i: [key.rank for key in keys(candidate(i), rule)] for i in "ab"}
    assert ranks["b"] < ranks["a"]
