"""Candidates and rules for tests of strategies."""

from datetime import date, timedelta

from hypothesis import strategies as st

from pavgen.place.ordering import Candidate, Rule
from pavgen.place.periods import Period


def candidate(
    id,  # noqa: A002 - the records' word for it
    *,
    points=0,
    joined=date(2024, 1, 1),
    certifications=0,
    name=None,
):
    spelling = name or id
    return Candidate(id, points, joined, certifications, (spelling.lower(), spelling, id))


def rule(*, label="2026-W48", **more):
    period = Period(label, date(2026, 11, 23), date(2026, 11, 29))
    return Rule(group="main", period=period, seed="seed", **more)


RULE = rule()


def position_of(partner, rows):
    return [row.partner for row in rows].index(partner)


def candidates():
    """Draw up to eight candidates with few different values, so that ties are common."""
    return st.lists(
        st.builds(
            candidate,
            st.sampled_from("abcdefgh"),
            points=st.integers(0, 2),
            joined=st.integers(0, 2).map(lambda n: date(2024, 1, 1) + timedelta(days=n)),
            certifications=st.integers(0, 2),
        ),
        min_size=1,
        unique_by=lambda c: c.id,
    )
