from datetime import date

from pavgen.place.ordering import (
    Key,
    Measure,
    Rule,
    by_certifications,
    by_points,
    by_then,
    dense_ranks,
)
from tests.place.candidates import candidate


def test_ranks_are_counted_from_nought_rung_by_rung():
    def points(number):
        return (Key(Measure.POINTS, number, (-number, "")), Key(Measure.JOINED, "x", (1, "")))

    keyed = {"a": points(7), "b": points(900), "c": points(7)}
    assert dense_ranks(keyed) == {"a": (1, 0), "b": (0, 0), "c": (1, 0)}


def test_nothing_to_rank_gives_nothing():
    assert dense_ranks({}) == {}


def test_candidate_does_not_print_its_name():
    made = candidate("x", name="Visible", joined=date(2024, 1, 1))
    assert "Visible" not in repr(made)
    assert by_points(made) == Key(Measure.POINTS, 0, (0, ""))


def test_more_certificates_rank_first():
    few, many = (by_certifications(candidate("x", certifications=n)) for n in (1, 3))
    assert many.rank < few.rank


def test_place_in_another_order_ranks_by_number_and_none_last():
    rule = Rule(then={"a": 2, "b": 10})
    ranks = [by_then(candidate(i), rule).rank for i in "abc"]
    assert ranks == sorted(ranks)
