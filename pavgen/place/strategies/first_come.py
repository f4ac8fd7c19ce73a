"""`first-come`: by the day of joining, so that being earlier never hurts."""

from pavgen.place.ordering import Candidate, Key, Rule, by_joined


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at the day of joining."""
    del rule
    return (by_joined(candidate),)
