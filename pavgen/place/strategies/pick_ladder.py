"""`pick`: whose turn comes first, by the rungs of the declared ladder."""

from pavgen.place.ordering import (
    Candidate,
    Key,
    Rule,
    by_applied,
    by_certifications,
    by_joined,
    by_package,
    by_points,
)

_RUNGS = {
    "package": by_package,
    "points": by_points,
    "joined": by_joined,
    "certifications": by_certifications,
    "applied": by_applied,
}


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at the rungs in turn; without any the tickets alone decide, which is a public draw."""
    return tuple(_RUNGS[rung](candidate) for rung in dict.fromkeys(rule.ladder))
