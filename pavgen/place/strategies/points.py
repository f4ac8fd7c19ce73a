"""`points`: more points first, so that more points never hurt."""

from collections.abc import Sequence

from pavgen.place.ordering import (
    Candidate,
    Key,
    Ranked,
    Rule,
    by_certifications,
    by_joined,
    by_points,
    in_key_order,
)
from pavgen.place.tickets import Purpose

_RUNGS = {"points": by_points, "joined": by_joined, "certifications": by_certifications}


def order(candidates: Sequence[Candidate], rule: Rule) -> tuple[Ranked, ...]:
    """Order by points, then the rungs of the declared ladder, then ticket."""
    rungs = tuple(dict.fromkeys(("points", *rule.ladder)))
    return in_key_order(Ranked(c.id, _keys(c, rungs, rule)) for c in candidates)


def _keys(candidate: Candidate, rungs: tuple[str, ...], rule: Rule) -> tuple[Key, ...]:
    climbed = tuple(_RUNGS[rung](candidate) for rung in rungs)
    return (*climbed, rule.ticket(Purpose.TIE, candidate.id))
