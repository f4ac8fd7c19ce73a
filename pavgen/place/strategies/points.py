"""`points`: more points first, so that more points never hurt."""

from pavgen.place.ordering import (
    Candidate,
    Key,
    Rule,
    by_certifications,
    by_joined,
    by_points,
)

_RUNGS = {"points": by_points, "joined": by_joined, "certifications": by_certifications}


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at the points, then the rungs of the declared ladder."""
    rungs = dict.fromkeys(("points", *rule.ladder))
    return tuple(_RUNGS[rung](candidate) for rung in rungs if rung in _RUNGS)
