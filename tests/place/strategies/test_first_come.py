from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.strategies.first_come import order
from tests.place.candidates import RULE, candidate, candidates, position_of


def test_earlier_day_of_joining_goes_first_whatever_the_points():
    field = [candidate("a", joined=date(2025, 1, 1), points=9), candidate("b")]
    assert [row.partner for row in order(field, RULE)] == ["b", "a"]


@settings(max_examples=60)
@given(candidates(), st.integers(0, 3), st.data())
def test_being_earlier_never_hurts(field, days, data):
    lucky = data.draw(st.sampled_from(field))
    earlier = [
        candidate(c.id, joined=c.joined - timedelta(days=days)) if c is lucky else c for c in field
    ]
    assert position_of(lucky.id, order(earlier, RULE)) <= position_of(lucky.id, order(field, RULE))
