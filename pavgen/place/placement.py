"""The placement: who stands where on a day, and why, as values that plans and reports read."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pavgen.place.eligibility import Verdict
from pavgen.place.exposure import exposure
from pavgen.place.ordering import Key, Measure, Ranked, Value
from pavgen.place.periods import Period


@dataclass(frozen=True, slots=True)
class PublicSeed:
    """The seed of a group's tickets; committed when its source was named, else not."""

    source: str
    value: str

    @property
    def committed(self) -> bool:
        """Whether the tickets come from a public source, so that nobody could choose them."""
        return bool(self.source and self.value)


@dataclass(frozen=True, slots=True)
class GroupOrder:
    """A group's master order in a period: all partners shown on the day, first to last.

    Each list of the group is this order filtered, so no two show a pair in opposite orders.
    """

    group: str
    strategy: str
    period: Period
    seed: PublicSeed
    order: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What parts a partner from its neighbour in a list: the first key in which they differ."""

    slug: str
    measure: Measure
    own: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a partner stands where it does: it may be shown, its keys, and both neighbours.

    `above` is None for the first, `below` for the last.
    """

    verdict: Verdict
    keys: tuple[Key, ...]
    above: Comparison | None
    below: Comparison | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A partner's place in a list: position from 1, and what that position is worth.

    The exposure of one that waits beyond the slots is 0: it is not shown.
    """

    partner: str
    slug: str
    position: int
    exposure: int
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A partner that may not be shown in an opportunity, with what stands in the way."""

    partner: str
    slug: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Entrant:
    """A partner about to be given a place."""

    partner: str
    slug: str
    verdict: Verdict
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class OpportunityPlacement:
    """Who is shown in an opportunity, who waits for a slot, and who is excluded (by id)."""

    opportunity: str
    group: str
    period: Period
    decisions: tuple[Decision, ...]
    waiting: tuple[Decision, ...] = ()
    excluded: tuple[Exclusion, ...] = ()

    def slugs(self) -> tuple[str, ...]:
        """Return the partners shown, in order."""
        return tuple(decision.slug for decision in self.decisions)


@dataclass(frozen=True, slots=True)
class Placement:
    """Everything decided for one day."""

    as_of: date
    groups: Mapping[str, GroupOrder]
    opportunities: Mapping[str, OpportunityPlacement]

    def order_of(self, opportunity: str) -> tuple[str, ...]:
        """Return the slugs of the partners shown in an opportunity, in order."""
        return self.opportunities[opportunity].slugs()

    def filtered(self, opportunity: str, keep: Container[str]) -> tuple[Decision, ...]:
        """Return the part of a list whose slugs are kept, with positions of its own from 1."""
        kept = (d for d in self.opportunities[opportunity].decisions if d.slug in keep)
        return seated([Entrant(d.partner, d.slug, d.reasons.verdict, d.reasons.keys) for d in kept])


def seated(entrants: Sequence[Entrant], slots: int | None = None) -> tuple[Decision, ...]:
    """Give entrants their positions in the order given; beyond the slots exposure is 0."""
    shown = len(entrants) if slots is None else slots
    rows = (None, *entrants, None)
    return tuple(
        Decision(
            entrant.partner,
            entrant.slug,
            position,
            exposure(position) if position <= shown else 0,
            Reasons(
                entrant.verdict,
                entrant.keys,
                _compared(entrant, rows[position - 1]),
                _compared(entrant, rows[position + 1]),
            ),
        )
        for position, entrant in enumerate(entrants, start=1)
    )


def _compared(entrant: Entrant, other: Entrant | None) -> Comparison | None:
    if other is None:
        return None
    for own, theirs in zip(entrant.keys, other.keys, strict=True):
        if own.rank != theirs.rank:
            return Comparison(other.slug, own.measure, own.value, theirs.value)
    return None
