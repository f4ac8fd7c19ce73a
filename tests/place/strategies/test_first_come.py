from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.ordering import Rule
from pavgen.place.strategies.first_come import keys
from tests.place.candidates import candidate, candidates, ordered


def test_earlier_day_of_joining_goes_first_whatever_the_points():
    field = [candidate("a", joined=date(2025, 1, 1), points=9), candidate("b")]
    assert ordered("first-come", field) == ["b", "a"]
    assert [key.value for key in keys(field[0], Rule())] == [date(2025, 1, 1)]


@settings(max_examples=60)
@given(candidates(), st.integers(0, 3), st.data())
def test_being_earlier_never_hurts(field, days, data):
    lucky = data.draw(st.sampled_from(field))
    earlier = [
        candidate(c.id, joined=c.joined - timedelta(days=days)) if c is lucky else c for c in field
    ]
    before = ordered("first-come", field).index(lucky.id)
    assert ordered("first-come", earlier).index(lucky.id) <= before
