"""`draw`: by ticket alone, once each period."""

from collections.abc import Sequence

from pavgen.place.ordering import Candidate, Ranked, Rule, in_key_order
from pavgen.place.tickets import Purpose


def order(candidates: Sequence[Candidate], rule: Rule) -> tuple[Ranked, ...]:
    """Order by ticket: every order is as likely as any other, and anyone can recompute it."""
    return in_key_order(Ranked(c.id, (rule.ticket(Purpose.DRAW, c.id),)) for c in candidates)
