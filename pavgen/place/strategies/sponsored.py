"""`sponsored`: by the package bought, dearest first, equals by turns elsewhere."""

from pavgen.place.ordering import Candidate, Key, Measure, Rule, by_then


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at the package, then at the place in another group's order."""
    place, label = candidate.package or (10**6, "")
    return (Key(Measure.PACKAGE, label or None, (place, "")), by_then(candidate, rule))
