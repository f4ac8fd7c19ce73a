from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.ordering import Measure, Rule
from pavgen.place.strategies.points import keys
from tests.place.candidates import candidate, candidates, ordered


def test_points_go_before_everything():
    assert ordered("points", [candidate("a", points=1), candidate("b", points=2)]) == ["b", "a"]


def test_ladder_decides_between_equal_points_rung_by_rung():
    field = [
        candidate("a", joined=date(2025, 1, 1), certifications=2),
        candidate("b", joined=date(2024, 1, 1), certifications=1),
        candidate("c", joined=date(2025, 1, 1), certifications=1),
    ]
    assert ordered("points", field, ladder=("joined", "certifications")) == ["b", "a", "c"]
    assert ordered("points", field, ladder=("certifications", "joined")) == ["a", "b", "c"]


def test_keys_are_points_and_the_rungs():
    told = keys(candidate("a", points=3), Rule(ladder=("joined",)))
    assert [(key.measure, key.value) for key in told] == [
        (Measure.POINTS, 3),
        (Measure.JOINED, date(2024, 1, 1)),
    ]


def test_ties_are_broken_by_another_ticket_in_each_period():
    field = [candidate(letter) for letter in "abcdefgh"]
    orders = {tuple(ordered("points", field, period=f"2026-W{n}")) for n in range(9)}
    assert len(orders) == 9


@settings(max_examples=60)
@given(candidates(), st.integers(0, 5), st.data())
def test_more_points_never_hurt(field, more, data):
    lucky = data.draw(st.sampled_from(field))
    richer = [
        candidate(c.id, points=c.points + more, joined=c.joined, certifications=c.certifications)
        if c is lucky
        else c
        for c in field
    ]
    ladder = ("certifications", "joined")
    before = ordered("points", field, ladder=ladder).index(lucky.id)
    assert ordered("points", richer, ladder=ladder).index(lucky.id) <= before
