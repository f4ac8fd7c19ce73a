"""What a period's order is made of, as ids and integers: what the ledger records, and no more.

`docs/ledger.md` says what each part means and how an order follows from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.place.tickets import Purpose, tickets

PLACE = 10**9
"""One place in a prefix of a list, in the integers that accounts are kept in."""


@dataclass(frozen=True, slots=True)
class Separate:
    """Two competitors (or two of a label) stand at least `distance` positions apart."""

    of: str
    distance: int
    hard: bool = True


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `most` of each class are seated; `per` partner: seats on other surfaces count."""

    most: int
    per: str
    across: tuple[str, ...] = ()
    hard: bool = True


@dataclass(frozen=True, slots=True)
class Cooldown:
    """Who sat in one of the last `periods` is not seated."""

    periods: int
    hard: bool = True


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `least` of those who meet a condition, told in `words`, are seated."""

    least: int
    words: str
    hard: bool = True


Constraint = Separate | Cap | Cooldown | AtLeast


@dataclass(frozen=True, slots=True)
class Bound:
    """What a constraint looks at in a period; each constraint reads the part that is its own.

    `pairs` are competitors, the smaller id first; `classes` ids by label, region and so on;
    `used` seats that partners have on other surfaces; `members` those who meet a condition.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    classes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    used: tuple[tuple[str, int], ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicSeed:
    """The seed of a group's tickets; committed when its source was named, else not."""

    source: str = ""
    value: str = ""

    @property
    def committed(self) -> bool:
        """Whether the tickets come from a public source, so that nobody could choose them."""
        return bool(self.source and self.value)


@dataclass(frozen=True, slots=True)
class GroupRule:
    """What decides in a group: the part of the policy that `genesis` and `policy` entries carry.

    `blocks` is `none` or `tier`; `by` and `inside` belong to `apportion`; `slots` is None
    where all are shown; `horizon` is how many prefixes a balanced order keeps accounts of.
    """

    strategy: str
    weights: str = "none"
    horizon: int = 60
    slots: int | None = None
    blocks: str = "none"
    by: str | None = None
    inside: str | None = None
    seed: PublicSeed = field(default_factory=PublicSeed)
    constraints: tuple[Constraint, ...] = ()

    @property
    def ordering(self) -> str:
        """The strategy that runs in each pool."""
        return self.inside or self.strategy


@dataclass(frozen=True, slots=True)
class Picking:
    """What is picked at an event, for the strategy `pick`; all is sorted, pairs smaller id first.

    `items` are booths, pods in a shift or slots, with weights; `seekers` say what each partner
    of the roster may have, and what it prefers, the best first; `near` are items beside each
    other; `clash` items of which one partner cannot have both; `held` is given by hand.
    """

    items: tuple[tuple[str, int], ...]
    seekers: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    near: tuple[tuple[str, str], ...] = ()
    clash: tuple[tuple[str, str], ...] = ()
    held: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One period of one group: who takes part, with what weight, and what the rule looks at.

    `roster` and `ranks` are sorted by id, `pins` by position (from 1). `pools` are the blocks
    or classes in their order, the pinned included; none means one pool of all. `bounds` has
    one item for each constraint of the rule.
    """

    group: str
    period: str
    roster: tuple[tuple[str, int], ...]
    pins: tuple[tuple[str, int], ...] = ()
    pools: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ranks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    bounds: tuple[Bound, ...] = ()
    picking: Picking | None = None


@dataclass(frozen=True, slots=True)
class Tickets:
    """The tickets of a group in a period, as bytes; smaller comes first."""

    seed: str
    group: str
    period: str

    def of(self, purpose: Purpose, ids: Sequence[str]) -> dict[str, bytes]:
        """Return the ticket of each id."""
        numbers = tickets(self.seed, self.group, self.period, purpose, ids)
        return dict(zip(ids, numbers, strict=True))


@dataclass(frozen=True, slots=True)
class Waiver:
    """A place at which a constraint (by its index in the rule) was not kept.

    For `at_least` the partner is empty and the position 0: it is a matter of the whole list.
    """

    constraint: int
    partner: str
    position: int
