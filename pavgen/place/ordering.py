"""What strategies that sort look at: candidates without names, and keys as reasons."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from pavgen.kernel.values import dataclass

Value = int | str | date | None


class Measure(StrEnum):
    """What a key looks at."""

    TIER = "tier"
    POINTS = "points"
    JOINED = "joined"
    CERTIFICATIONS = "certifications"
    APPLIED = "applied"
    LISTED = "listed"
    SCORE = "score"
    PACKAGE = "package"
    THEN = "then"
    NAME = "name"
    SPELLING = "spelling"
    SLUG = "slug"
    OWED = "owed"
    DUE = "due"
    DEADLINE = "deadline"
    ROW = "row"
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

    `certifications` counts those valid on the day; `score` is what its matches with the
    audience count; `package` is what it bought, with its place among the packages; `applied`
    is the moment of its application to an event, in naive UTC. `collation`
    is for the strategy `alphabetical` alone; no other may look at it, since it is made of the
    name.
    """

    id: str
    points: int
    joined: date
    certifications: int
    collation: tuple[str, str, str] = field(repr=False)
    score: int = 0
    package: tuple[int, str] | None = None
    applied: datetime | None = None


@dataclass(frozen=True)
class Rule:
    """What a sorting strategy is told besides: a ladder, a fixed order, another group's order.

    `listed` holds the ids of a fixed order still in force, `then` the place of each id in the
    order that decides between equals.
    """

    ladder: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    then: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each id in the fixed order, from 1."""
        return {i: place for place, i in reversed(list(enumerate(self.listed, start=1)))}


@dataclass(frozen=True, slots=True)
class Strategy:
    """A rule that makes a master order.

    `keys` gives what a sorting strategy looks at, tickets apart; None for one that keeps
    accounts or composes others. `uses` are the keys of a group that belong to this strategy,
    `promise` what it may honestly be said to do, `source` where it comes from, `neutral`
    whether all partners stand alike before it.
    """

    id: str
    promise: str
    keys: Callable[[Candidate, Rule], tuple[Key, ...]] | None = None
    uses: frozenset[str] = frozenset()
    source: str = ""
    neutral: bool = True


def dense_ranks(keyed: Mapping[str, tuple[Key, ...]]) -> dict[str, tuple[int, ...]]:
    """Replace the values that keys look at by their ranks from 0, so that none is published."""
    rungs = zip(*keyed.values(), strict=True)
    scales = [_scale(key.rank for key in rung) for rung in rungs]
    return {
        identity: tuple(scale[key.rank] for scale, key in zip(scales, keys, strict=True))
        for identity, keys in keyed.items()
    }


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


def by_package(candidate: Candidate) -> Key:
    """Look at the package; those named first come first, who has none comes last."""
    if candidate.package is None:
        return Key(Measure.PACKAGE, None, (1, ""))
    place, package = candidate.package
    return Key(Measure.PACKAGE, package, (0, f"{place:09d}"))


def by_applied(candidate: Candidate) -> Key:
    """Look at the moment of the application; earlier comes first, one not told comes last."""
    moment = candidate.applied
    if moment is None:
        return Key(Measure.APPLIED, None, (1, ""))
    rank = (0, moment.isoformat(timespec="microseconds"))
    return Key(Measure.APPLIED, f"{moment.isoformat()}Z", rank)


def by_then(candidate: Candidate, rule: Rule) -> Key:
    """Look at the place in another group's order; who has none there comes last."""
    place = rule.then.get(candidate.id)
    return Key(Measure.THEN, place, (1, "") if place is None else (0, f"{place:09d}"))


def _scale(ranks: Iterable[tuple[int, str]]) -> dict[tuple[int, str], int]:
    return {rank: place for place, rank in enumerate(sorted(set(ranks)))}
