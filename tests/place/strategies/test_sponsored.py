from pavgen.place.ordering import Measure, Rule
from pavgen.place.strategies.sponsored import keys
from tests.place.candidates import candidate


def test_dearer_package_ranks_first_and_the_other_order_decides_between_equals():
    rule = Rule(then={"b": 1, "a": 2, "c": 3})
    bought = {"a": (0, "big"), "b": (1, "small"), "c": (0, "big")}
    made = {i: keys(candidate(i, package=package), rule) for i, package in bought.items()}
    assert sorted(made, key=lambda i: [key.rank for key in made[i]]) == ["a", "c", "b"]
    assert made["b"][0].value == "small"
    assert made["b"][0].measure is Measure.PACKAGE
