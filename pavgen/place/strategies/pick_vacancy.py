"""Who is asked next when a booth or slot that was picked falls vacant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pavgen.place.strategies.pick import Seeker
from pavgen.place.strategies.pick_floor import Allowed, Together


class Answer(StrEnum):
    """Why a vacant item is offered to a seeker, or why not."""

    HOLDS_NOTHING = "holds nothing"
    PREFERS_IT = "prefers it to what it holds"
    NOT_ALLOWED = "not allowed"
    NOT_TOGETHER = "not beside those already placed"
    PREFERS_OWN = "prefers what it holds"


OFFERED = frozenset({Answer.HOLDS_NOTHING, Answer.PREFERS_IT})
"""The answers with which an item is offered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a vacant item means to a seeker that holds `held` (empty: nothing)."""

    seeker: str
    held: str
    answer: Answer

    @property
    def offered(self) -> bool:
        """Whether the seeker is asked; of those who are, the first to accept gets the item."""
        return self.answer in OFFERED


def next_for(
    vacated: str,
    seekers: Sequence[Seeker],
    held: Mapping[str, str],
    allowed: Allowed,
    together: Together,
) -> tuple[Offer, ...]:
    """Return what a vacated item means to each seeker, in turn order.

    `seekers` leaves out who gave the item up, `held` (seeker to item) tells who is placed. It
    is offered to those who hold nothing, and to those who put it before what they hold; an
    item not on a list comes after all that are. Who accepts vacates its own, which is offered
    likewise: each acceptance betters somebody by its own list, so offers come to an end.
    Nobody is moved that does not want to be, so no look-ahead is needed.
    """
    placed = {seeker: item for seeker, item in held.items() if item != vacated}
    return tuple(
        Offer(s.id, placed.get(s.id, ""), _answer(vacated, s, placed, allowed, together))
        for s in seekers
    )


def _answer(
    vacated: str, seeker: Seeker, placed: Mapping[str, str], allowed: Allowed, together: Together
) -> Answer:
    own = placed.get(seeker.id)
    if own is not None and _place(vacated, seeker) >= _place(own, seeker):
        return Answer.PREFERS_OWN
    if not allowed(seeker.id, vacated):
        return Answer.NOT_ALLOWED
    others = ((other, item) for other, item in placed.items() if other != seeker.id)
    if not all(together(seeker.id, vacated, other, item) for other, item in others):
        return Answer.NOT_TOGETHER
    return Answer.HOLDS_NOTHING if own is None else Answer.PREFERS_IT


def _place(item: str, seeker: Seeker) -> int:
    return seeker.prefers.index(item) if item in seeker.prefers else len(seeker.prefers)
