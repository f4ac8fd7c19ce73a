from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.ordering import Measure
from pavgen.place.strategies.points import order
from tests.place.candidates import RULE, candidate, candidates, position_of, rule


def test_points_go_before_everything():
    rows = order([candidate("a", points=1), candidate("b", points=2)], RULE)
    assert [row.partner for row in rows] == ["b", "a"]


def test_ladder_decides_between_equal_points_rung_by_rung():
    field = [
        candidate("a", joined=date(2025, 1, 1), certifications=2),
        candidate("b", joined=date(2024, 1, 1), certifications=1),
        candidate("c", joined=date(2025, 1, 1), certifications=1),
    ]
    joined_first = order(field, rule(ladder=("joined", "certifications")))
    certified_first = order(field, rule(ladder=("certifications", "joined")))
    assert [row.partner for row in joined_first] == ["b", "a", "c"]
    assert [row.partner for row in certified_first] == ["a", "b", "c"]


def test_reasons_are_points_the_rungs_and_the_ticket():
    (row,) = order([candidate("a", points=3)], rule(ladder=("joined",)))
    assert [(key.measure, key.value) for key in row.keys[:2]] == [
        (Measure.POINTS, 3),
        (Measure.JOINED, date(2024, 1, 1)),
    ]
    assert [key.measure for key in row.keys[2:]] == [Measure.TICKET]


def test_ties_are_broken_by_another_ticket_in_each_period():
    field = [candidate(letter) for letter in "abcdefgh"]
    orders = {tuple(r.partner for r in order(field, rule(label=f"2026-W{n}"))) for n in range(9)}
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
    ladder = rule(ladder=("certifications", "joined"))
    assert position_of(lucky.id, order(richer, ladder)) <= position_of(
        lucky.id, order(field, ladder)
    )
