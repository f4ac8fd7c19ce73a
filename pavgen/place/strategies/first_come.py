"""`first-come`: by the day of joining, so that being earlier never hurts."""

from collections.abc import Sequence

from pavgen.place.ordering import Candidate, Ranked, Rule, by_joined, in_key_order
from pavgen.place.tickets import Purpose


def order(candidates: Sequence[Candidate], rule: Rule) -> tuple[Ranked, ...]:
    """Order by the day of joining, then ticket."""
    return in_key_order(
        Ranked(c.id, (by_joined(c), rule.ticket(Purpose.TIE, c.id))) for c in candidates
    )
