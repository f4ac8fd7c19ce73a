"""`content/placement/policy.yaml`: opportunities, and the rule by which each is filled."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.conditions import ALWAYS, Condition, ConditionKind
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Integer, Ref, Truth
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Slug, StaffLink, Text

STRATEGIES = (
    "balanced",
    "rotation",
    "quota",
    "points",
    "first-come",
    "draw",
    "relevance",
    "sponsored",
    "pick",
    "apportion",
    "alphabetical",
    "fixed",
)
INSIDE = ("balanced", "rotation", "points", "first-come", "draw", "alphabetical")
LADDER = ("package", "points", "joined", "certifications", "applied")
PERIODS = ("week", "month", "quarter", "event")
WEIGHTS = ("none", "tier", "standing")
CLASSES = ("tier", "home_region", "type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed(Record):
    """Where the chance of tickets comes from: announced before its value exists."""

    source: str = defaulted(Text(most=200), "the public source, announced in advance", "")
    value: str = required(Text(most=200), "the value the source gave")


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedOrder(Record):
    """An order made by hand: it needs a reason and an end."""

    partners: tuple[str, ...] = many(Ref("partners"), "the partners in order", 500, needed=True)
    reason: str = required(Text(most=300), "why, in words that are published")
    until: date = required(Day(), "the last day it holds, with the period that began by then")
    reasons: tuple[tuple[str, str], ...] = defaulted(
        MapOf(Text(most=200), most=500, key_vocabulary="partners"),
        "why each partner is in it, in words that are published",
        (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Record):
    """What a match with the opportunity's audience counts."""

    when: Condition = required(ConditionKind(), "which partners match")
    score: int = required(Integer(1, 1000), "how many points the match counts")
    label: str = required(Text(most=80), "the match in words that visitors see")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor(Record):
    """A package that a partner has bought."""

    partner: str = required(Ref("partners"), "who bought it")
    package: str = required(Slug(), "the package, one of the group's `packages`")
    from_: date = required(Day(), "the first day it was paid for")
    until: date = required(Day(), "the last day it was paid for")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSpan(Record):
    """The days of an event, which are one period."""

    id: str = required(Slug(), "the event")
    from_: date = required(Day(), "the first day")
    until: date = required(Day(), "the last day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Record):
    """A constraint: exactly one of `separate`, `cap`, `cooldown` and `at_least`."""

    separate: str | None = optional(
        Choice(("competitors", "labels")), "who may not stand near each other"
    )
    distance: int = defaulted(
        Integer(2, 20), "for `separate`: positions apart, 2 is not side by side", 2
    )
    cap: int | None = optional(Integer(1, 100), "how many of each are shown at most")
    per: str | None = optional(
        Choice(("partner", "exclusion_label", *CLASSES)), "for `cap`: of each what"
    )
    across: tuple[str, ...] = many(
        Ref("opportunities"), "for `cap` per partner: the other lists whose seats count", 20
    )
    cooldown: int | None = optional(Integer(1, 52), "periods to wait after being shown")
    at_least: int | None = optional(Integer(1, 100), "how many of those in `of` are shown at least")
    of: Condition | None = optional(ConditionKind(), "for `at_least`: which partners")
    hard: bool = defaulted(
        Truth(), "whether it must hold; else it is waived, and told, where it cannot", default=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin(Record):
    """A hand-made exception: a partner at a position, with a reason, an author and an end."""

    partner: str = required(Ref("partners"), "who is pinned")
    slot: int = required(Integer(1, 500), "the position, from 1")
    from_: date = required(Day(), "the first day; a pin holds for periods that begin within it")
    until: date = required(Day(), "the last day")
    reason: str = required(Text(most=300), "why, in words that are published")
    by: str = required(Text(most=80), "who decided it")
    paid: bool = defaulted(Truth(), "whether money was paid for it", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """Opportunities that share one master order in each period."""

    strategy: str = required(Choice(STRATEGIES), "the rule that makes the master order")
    weights: str = defaulted(
        Choice(WEIGHTS), "what a partner's share depends on; `none`: all alike", "none"
    )
    period: str = defaulted(Choice(PERIODS), "how long an order holds", "week")
    event: EventSpan | None = optional(Table(lambda: EventSpan), "for `period: event`: its days")
    horizon: int = defaulted(
        Integer(1, 200), "for `balanced`: up to which position accounts are kept", 60
    )
    seed: Seed | None = optional(Table(lambda: Seed), "the public seed of its tickets")
    ladder: tuple[str, ...] = many(
        Choice(LADDER), "for `points` and `pick`: what decides between equals, in turn", 5
    )
    fixed: FixedOrder | None = optional(
        Table(lambda: FixedOrder), "for `fixed`: the order, its reason and its end"
    )
    scores: tuple[Score, ...] = many(
        Table(lambda: Score), "for `relevance`: what each match with the audience counts", 30
    )
    packages: tuple[str, ...] = many(Slug(), "for `sponsored`: the packages, dearest first", 10)
    sponsors: tuple[Sponsor, ...] = many(
        Table(lambda: Sponsor), "for `sponsored`: who bought what", 200
    )
    then: str | None = optional(
        Ref("groups"),
        "for `relevance` and `sponsored`: the group whose order decides between equals",
    )
    gives: str | None = optional(
        Choice(("booths", "talks")), "for `pick`: what the event's exhibitors pick"
    )
    by: str | None = optional(Choice(CLASSES), "for `apportion`: what seats are shared among")
    inside: str | None = optional(
        Choice(INSIDE), "for `apportion`: the strategy that fills the seats of each"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Record):
    """A named place where partners are shown, with its rule; all of it is published."""

    title: str = required(Text(most=80), "the name visitors see")
    objective: str = defaulted(Text(most=280), "what it is for", "")
    audience: str = defaulted(Text(most=280), "whom it is for", "")
    rationale: str = required(Text(most=1000), "why this rule, in words that are published")
    group: str = required(Ref("groups"), "the order group")
    eligible: Condition = defaulted(ConditionKind(), "who may be shown", ALWAYS)
    blocks: str = defaulted(Choice(("none", "tier")), "`tier`: shown tier by tier", "none")
    slots: int | None = optional(Integer(1, 100), "how many are shown; all when absent")
    constraints: tuple[Limit, ...] = many(
        Table(lambda: Limit), "what must hold between those shown, most important first", 20
    )
    pins: tuple[Pin, ...] = many(Table(lambda: Pin), "exceptions made by hand", 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """A line of the policy's change log."""

    version: int = required(Integer(1, 10_000), "the version")
    announced: date = required(Day(), "the day it was announced")
    what: str = required(Text(most=500), "what changed, and why, in words that are published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Record):
    """The placement policy: what decides, and from when."""

    version: int = defaulted(Integer(1, 10_000), "counts announced changes", 1)
    announced: date | None = optional(
        Day(), "the day this version was announced; it decides from the next period on"
    )
    contact: str | None = optional(StaffLink(), "whom to ask or complain to")
    changes: tuple[Change, ...] = many(
        Table(lambda: Change), "what each version changed, latest first", 100
    )
    groups: tuple[tuple[str, Group], ...] = required(
        MapOf(Table(lambda: Group)), "order groups by id"
    )
    opportunities: tuple[tuple[str, Opportunity], ...] = required(
        MapOf(Table(lambda: Opportunity), most=100), "opportunities by id"
    )
    source: Source = sourced()

    def group(self, name: str) -> Group:
        """Return a group by its id; the link stage has checked that it exists."""
        return dict(self.groups)[name]

    def opportunity(self, name: str) -> Opportunity:
        """Return an opportunity by its id; the link stage has checked that it exists."""
        return dict(self.opportunities)[name]
