"""The placement: who stands where on a day, and why, as values that plans and reports read."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pavgen.model.records.policy import Pin, Sponsor
from pavgen.place.eligibility import Verdict
from pavgen.place.exposure import exposure
from pavgen.place.groups import DayOrder
from pavgen.place.ordering import Key
from pavgen.place.periods import Period
from pavgen.place.picks import EventPlacement
from pavgen.place.rounds import PublicSeed


@dataclass(frozen=True, slots=True)
class GroupOrder:
    """A group's master order on a day: all partners shown on the day, first to last.

    Each list of the group is this order filtered, so no two show a pair in opposite orders.
    Those behind `day.line` may be shown in none of its lists; they stand there by ticket, so
    that records that name them have an order too. `keys` are what the strategy looked at.
    """

    group: str
    strategy: str
    period: Period
    seed: PublicSeed
    order: tuple[str, ...]
    keys: Mapping[str, tuple[Key, ...]]
    day: DayOrder

    @property
    def is_recorded(self) -> bool:
        """Whether the period stands in the ledger; else its order is provisional."""
        return self.day.of.recorded is not None


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a partner stands where it does, as far as its own list goes.

    `place` is its place in the group's order, from 1; `above` and `below` are the slugs of
    its neighbours in the list, if any. The rest is in the group's order, see `reasoning`.
    """

    verdict: Verdict
    place: int
    keys: tuple[Key, ...]
    above: str | None = None
    below: str | None = None
    pin: Pin | None = None
    sponsor: Sponsor | None = None
    joined: bool = False


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
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class OpportunityPlacement:
    """Who is shown in an opportunity, who waits for a slot, and who is excluded (by id).

    `open_slots` is how many slots nobody may fill.
    """

    opportunity: str
    group: str
    period: Period
    decisions: tuple[Decision, ...]
    waiting: tuple[Decision, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    open_slots: int = 0

    def slugs(self) -> tuple[str, ...]:
        """Return the partners shown, in order."""
        return tuple(decision.slug for decision in self.decisions)


@dataclass(frozen=True, slots=True)
class Placement:
    """Everything decided for one day."""

    as_of: date
    groups: Mapping[str, GroupOrder]
    opportunities: Mapping[str, OpportunityPlacement]
    events: Mapping[str, EventPlacement] = field(default_factory=dict)

    def order_of(self, opportunity: str) -> tuple[str, ...]:
        """Return the slugs of the partners shown in an opportunity, in order."""
        return self.opportunities[opportunity].slugs()

    def filtered(self, opportunity: str, keep: Container[str]) -> tuple[Decision, ...]:
        """Return the part of a list whose slugs are kept, with positions of its own from 1."""
        kept = (d for d in self.opportunities[opportunity].decisions if d.slug in keep)
        return seated([Entrant(d.partner, d.slug, d.reasons) for d in kept])


def seated(entrants: Sequence[Entrant], slots: int | None = None) -> tuple[Decision, ...]:
    """Give entrants their positions in the order given; beyond the slots exposure is 0."""
    shown = len(entrants) if slots is None else slots
    slugs = (None, *(entrant.slug for entrant in entrants), None)
    return tuple(
        Decision(
            entrant.partner,
            entrant.slug,
            position,
            exposure(position) if position <= shown else 0,
            replace(entrant.reasons, above=slugs[position - 1], below=slugs[position + 1]),
        )
        for position, entrant in enumerate(entrants, start=1)
    )
