"""`draw`: by ticket alone, once each period."""

from pavgen.place.ordering import Candidate, Key, Rule


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at nothing: every order is as likely as any other, and anyone can recompute it."""
    del candidate, rule
    return ()
