"""`content/standing/<slug>.yaml`: what the programme says of a partner."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Integer, Pattern, Ref
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Slug, Text

_HOST = Pattern(r"[a-z0-9-]+(\.[a-z0-9-]+)+", "a domain such as `example.org`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Record):
    """A certificate a partner holds."""

    id: str = required(Ref("certifications"), "which certificate")
    until: date | None = optional(Day(), "the last day it is valid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension(Record):
    """A span of days in which a partner is not shown."""

    from_: date = required(Day(), "the first day")
    until: date | None = optional(Day(), "the last day")
    reason: str = defaulted(Text(most=300), "why, for the partner manager", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Record):
    """What the programme says of a partner; the id alone may break a tie."""

    id: str = required(Slug(), "assigned by staff; never changed, never reused")
    status: str = required(Choice(("active", "suspended", "former")), "whether it is shown")
    tier: str = required(Ref("tiers"), "the tier")
    joined: date = required(Day(), "the day it joined")
    certifications: tuple[Held, ...] = many(Table(lambda: Held), "certificates held")
    points: int = defaulted(Integer(0, 1_000_000), "priority points", 0)
    domains: tuple[str, ...] = many(_HOST, "verified domains", 20)
    competes_with: tuple[str, ...] = many(Ref("partners"), "competitors known to the programme")
    exclusion_labels: tuple[str, ...] = many(
        Slug(), "what it competes in; who shares a label is a competitor in it", 20
    )
    suspended: Suspension | None = optional(Table(lambda: Suspension), "a suspension with dates")
    aliases: tuple[str, ...] = many(Slug(), "former slugs, which redirect", 20)
    weights: tuple[tuple[str, int], ...] = defaulted(
        MapOf(Integer(1, 1000), key_vocabulary="opportunities"), "weight by opportunity", ()
    )
    notes: str = defaulted(Text(lines=True), "for staff; never published", "")
    source: Source = sourced()

    def shown_on(self, day: date) -> bool:
        """Say whether the partner has joined, is active, and is not suspended, on a day."""
        if self.status != "active" or day < self.joined:
            return False
        pause = self.suspended
        return pause is None or not (
            pause.from_ <= day and (pause.until is None or day <= pause.until)
        )
