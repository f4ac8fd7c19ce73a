"""`fixed`: an order made by hand, for a reason that is published and until a day."""

from pavgen.place.ordering import Candidate, Key, Measure, Rule


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at the place in the list; those who have none follow, as all do when it has ended."""
    place = rule.places.get(candidate.id)
    return (Key(Measure.LISTED, place, (1, "") if place is None else (0, f"{place:09d}")),)
