"""`content/placement/policy.yaml`: opportunities, and the rule by which each is filled."""

from dataclasses import dataclass
from datetime import date

from pavgen.model.conditions import ALWAYS, Condition, ConditionKind
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Integer, Ref
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Text

STRATEGIES = ("alphabetical", "points", "first-come", "draw", "fixed")
LADDER = ("points", "joined", "certifications")
PERIODS = ("week", "month", "quarter")


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
    until: date = required(Day(), "the last day it holds; tickets decide after it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """Opportunities that share one master order in each period."""

    strategy: str = required(Choice(STRATEGIES), "the rule that makes the master order")
    period: str = defaulted(Choice(PERIODS), "how long an order holds", "week")
    seed: Seed | None = optional(Table(lambda: Seed), "the public seed of its tickets")
    ladder: tuple[str, ...] = many(
        Choice(LADDER), "for `points`: what decides between equal points, in turn", 3
    )
    fixed: FixedOrder | None = optional(
        Table(lambda: FixedOrder), "for `fixed`: the order, its reason and its end"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Record):
    """The placement policy: what decides, and from when."""

    version: int = defaulted(Integer(1, 10_000), "counts announced changes", 1)
    announced: date | None = optional(Day(), "the day this version was announced")
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
