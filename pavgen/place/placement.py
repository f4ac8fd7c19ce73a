"""The placement: who stands where on a day, and why, as values that plans and reports read."""

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property

from pavgen.kernel.values import dataclass
from pavgen.model.records.policy import Pin, Sponsor
from pavgen.place.eligibility import Verdict
from pavgen.place.exposure import exposure
from pavgen.place.groups import DayOrder
from pavgen.place.ordering import Key
from pavgen.place.periods import Period
from pavgen.place.picks import EventPlacement
from pavgen.place.rounds import PublicSeed


@dataclass(frozen=True)
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

    @cached_property
    def taking_part(self) -> frozenset[str]:
        """The ids of all who take part on the day."""
        return frozenset(self.day.line)

    @cached_property
    def joined(self) -> frozenset[str]:
        """The ids of those who came within the period."""
        return frozenset(self.day.joined)

    @property
    def is_recorded(self) -> bool:
        """Whether the period stands in the ledger; else its order is provisional."""
        return self.day.of.recorded is not None


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a partner stands where it does, as far as its own list goes.

    `place` is its place in the group's order, from 1. The rest is in that order, see
    `reasoning`; so a list made of another's parts has the very same reasons.
    """

    verdict: Verdict
    place: int
    keys: tuple[Key, ...]
    pin: Pin | None = None
    sponsor: Sponsor | None = None
    joined: bool = False

    @property
    def is_paid(self) -> bool:
        """Whether money was paid for the place, in a list that is sold or by a pin."""
        return self.sponsor is not None or (self.pin is not None and self.pin.paid)


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


@dataclass(frozen=True)
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

    @cached_property
    def line(self) -> tuple[Decision, ...]:
        """Who is shown and who waits, in order: the positions of the list."""
        return (*self.decisions, *self.waiting)

    @cached_property
    def decided(self) -> Mapping[str, Decision]:
        """The decision on each who is shown or waits, by id."""
        return {decision.partner: decision for decision in self.line}

    @cached_property
    def left_out(self) -> Mapping[str, Exclusion]:
        """Those that are excluded, by id."""
        return {exclusion.partner: exclusion for exclusion in self.excluded}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The position of each who is shown, from 1, by slug."""
        return {decision.slug: decision.position for decision in self.decisions}

    def slugs(self) -> tuple[str, ...]:
        """Return the partners shown, in order."""
        return tuple(decision.slug for decision in self.decisions)


@dataclass(frozen=True)
class Placement:
    """Everything decided for one day."""

    as_of: date
    groups: Mapping[str, GroupOrder]
    opportunities: Mapping[str, OpportunityPlacement]
    events: Mapping[str, EventPlacement] = field(default_factory=dict)

    @cached_property
    def paying(self) -> frozenset[str]:
        """The slugs of all who are shown in a place that was paid for."""
        listed = self.opportunities.values()
        return frozenset(d.slug for o in listed for d in o.decisions if d.reasons.is_paid)

    def order_of(self, opportunity: str) -> tuple[str, ...]:
        """Return the slugs of the partners shown in an opportunity, in order."""
        return self.opportunities[opportunity].slugs()

    def filtered(self, opportunity: str, keep: Container[str]) -> tuple[Decision, ...]:
        """Return the part of a list whose slugs are kept, with positions of its own from 1."""
        listed = self.opportunities[opportunity]
        if isinstance(keep, Collection) and len(keep) * _FEW < len(listed.decisions):
            few = sorted({listed.positions[slug] for slug in keep if slug in listed.positions})
            return seated([listed.decisions[position - 1] for position in few])
        return seated([decision for decision in listed.decisions if decision.slug in keep])


_FEW = 8
"""Where less than one in so many is kept, they are looked up one by one."""


def seated(
    entrants: Sequence[Entrant | Decision], slots: int | None = None
) -> tuple[Decision, ...]:
    """Give entrants their positions in the order given; beyond the slots exposure is 0."""
    shown = len(entrants) if slots is None else slots
    return tuple(
        [
            Decision(
                entrant.partner,
                entrant.slug,
                position,
                exposure(position) if position <= shown else 0,
                entrant.reasons,
            )
            for position, entrant in enumerate(entrants, start=1)
        ]
    )
