"""Candidates, and orders of them made by a sorting strategy, for tests of strategies."""

from datetime import date, timedelta

from hypothesis import strategies as st

from pavgen.place.ordering import Candidate, Rule, dense_ranks
from pavgen.place.pools import Pool
from pavgen.place.rounds import Tickets
from pavgen.place.strategies import sorting
from pavgen.place.strategies.registry import STRATEGIES


def candidate(
    id,  # noqa: A002 - the records' word for it
    *,
    points=0,
    joined=date(2024, 1, 1),
    certifications=0,
    name=None,
    **more,
):
    spelling = name or id
    return Candidate(id, points, joined, certifications, (spelling.lower(), spelling, id), **more)


def ordered(strategy, field, *, period="2026-W48", **rule):
    """Return the ids in the order that a sorting strategy gives them."""
    keys_of = STRATEGIES[strategy].keys
    assert keys_of is not None
    keys = {c.id: keys_of(c, Rule(**rule)) for c in field}
    members = tuple(sorted((c.id, 1) for c in field))
    pool = Pool("", members, Tickets("seed", "main", period), ranks=dense_ranks(keys))
    return list(sorting.turn(pool, strategy).order)


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
