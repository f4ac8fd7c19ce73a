"""`fixed`: an order made by hand, for a reason that is published and until a day."""

from collections.abc import Sequence

from pavgen.place.ordering import Candidate, Key, Measure, Ranked, Rule, in_key_order
from pavgen.place.tickets import Purpose


def order(candidates: Sequence[Candidate], rule: Rule) -> tuple[Ranked, ...]:
    """Order as listed; those who are not follow by ticket, as all do when nobody is."""
    places: dict[str, int] = {}
    for place, partner in enumerate(rule.listed, start=1):
        places.setdefault(partner, place)
    return in_key_order(
        Ranked(c.id, (_listed(places.get(c.id)), rule.ticket(Purpose.DRAW, c.id)))
        for c in candidates
    )


def _listed(place: int | None) -> Key:
    return Key(Measure.LISTED, place, (1, "") if place is None else (0, f"{place:09d}"))
