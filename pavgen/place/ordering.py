"""What strategies work on: candidates without names, the rule in force, and keys as reasons."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pavgen.place.periods import Period
from pavgen.place.tickets import Purpose, ticket

Value = int | str | date | None


class Measure(StrEnum):
    """What a key looks at."""

    TIER = "tier"
    POINTS = "points"
    JOINED = "joined"
    CERTIFICATIONS = "certifications"
    LISTED = "listed"
    NAME = "name"
    SPELLING = "spelling"
    SLUG = "slug"
    TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that an order looks at: a partner's value, and its rank, smaller first."""

    measure: Measure
    value: Value
    rank: tuple[int, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A partner as a strategy sees it.

    `certifications` counts those valid on the day. `collation` is for the strategy
    `alphabetical` alone; no other may look at it, since it is made of the name.
    """

    id: str
    points: int
    joined: date
    certifications: int
    collation: tuple[str, str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A group's rule in one period: `listed` holds the ids of a fixed order still in force."""

    group: str
    period: Period
    seed: str = ""
    ladder: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()

    def ticket(self, purpose: Purpose, partner: str) -> Key:
        """Return the key of a partner's ticket in this group and period."""
        number = ticket(self.seed, self.group, self.period.label, purpose, partner)
        return Key(Measure.TICKET, number, (0, number))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A partner's place in a master order: its id, and the keys that gave the place, in turn."""

    partner: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Strategy:
    """A rule that makes a master order.

    `uses` are the keys of a group that belong to this strategy, `purpose` that of its
    tickets, `promise` what it may honestly be said to do, `neutral` whether all partners
    stand alike before it.
    """

    id: str
    order: Callable[[Sequence[Candidate], Rule], tuple[Ranked, ...]]
    promise: str
    uses: frozenset[str] = frozenset()
    purpose: Purpose | None = None
    neutral: bool = True


def in_key_order(ranked: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Sort by the keys' ranks; total, because each strategy ends in a key no two share."""
    return tuple(sorted(ranked, key=lambda row: tuple(key.rank for key in row.keys)))


def by_points(candidate: Candidate) -> Key:
    """Look at the points; more come first."""
    return Key(Measure.POINTS, candidate.points, (-candidate.points, ""))


def by_joined(candidate: Candidate) -> Key:
    """Look at the day of joining; earlier comes first."""
    return Key(Measure.JOINED, candidate.joined, (candidate.joined.toordinal(), ""))


def by_certifications(candidate: Candidate) -> Key:
    """Look at the number of valid certificates; more come first."""
    held = candidate.certifications
    return Key(Measure.CERTIFICATIONS, held, (-held, ""))
