"""`content/solutions/<slug>.md`: joint solutions, front matter and story."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Ref
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Slug, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Record):
    """A partner's part in a solution."""

    partner: str = required(Ref("partners"), "the partner")
    role: str = required(Text(most=80), "what it does in this solution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """What a customer got, as a figure."""

    measure: str = required(Text(most=80), "what was measured")
    value: str = required(Text(most=24), "the figure, such as `−38 %`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution(Record):
    """A solution that partners offer, alone or together."""

    title: str = required(Text(most=120), "the title")
    summary: str = required(Text(most=280), "the solution in a sentence or two")
    partners: tuple[Part, ...] = many(Table(lambda: Part), "who takes part", 12, needed=True)
    customer: str = defaulted(Text(most=120), "for whom it was done", "")
    industries: tuple[str, ...] = many(Ref("industries"), "industries", 20)
    solution_areas: tuple[str, ...] = many(Ref("solution_areas"), "areas", 20)
    segments: tuple[str, ...] = many(Ref("segments"), "sizes of customer", 20)
    outcomes: tuple[Outcome, ...] = many(Table(lambda: Outcome), "figures", 6)
    products: tuple[str, ...] = many(Text(most=60), "products used", 12)
    status: str = defaulted(
        Choice(("draft", "review", "published")), "drafts are left out", "published"
    )
    published: date = required(Day(), "from this day on it is shown")
    expires: date | None = optional(Day(), "the last day it is shown")
    aliases: tuple[str, ...] = many(Slug(), "former slugs, which redirect", 20)
    source: Source = sourced()
