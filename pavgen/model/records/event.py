"""`content/events/<slug>/event.yaml`: an event, who exhibits there, and on what terms."""

from datetime import date, datetime

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Integer, Moment, Pattern, Ref
from pavgen.model.schema.measures import LocalTime
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Country, Link, Slug, StaffLink, Text
from pavgen.security.urls import SafeUrl

BOOTH_KINDS = ("in-line", "corner", "island", "pod")
ITEM = Pattern(
    r"[a-z0-9]+(-[a-z0-9]+)*(@[a-z0-9]+(-[a-z0-9]+)*)?",
    "a booth such as `b12`, or a pod and a shift such as `p3@morning`",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Record):
    """Where an event takes place."""

    name: str = required(Text(most=80), "the building")
    street: str = defaulted(Text(most=80), "street and number", "")
    postcode: str = defaulted(Text(most=16), "the post code", "")
    city: str = required(Text(most=60), "the city")
    country: str = required(Country(), "ISO 3166-1 code")
    website: SafeUrl | None = optional(Link(), "the venue's own page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Record):
    """A span of time on one day, on the clocks of the place."""

    start: datetime = required(LocalTime(), "when it begins")
    end: datetime = required(LocalTime(), "when it ends")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Record):
    """A part of the event during which one exhibitor has a shared pod."""

    id: str = required(Slug(), "the identifier, such as `morning` or `day-1`")
    label: str = required(Text(most=60), "the words visitors see")
    times: tuple[Hours, ...] = many(Table(lambda: Hours), "when it is", 20, needed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package(Record):
    """What an exhibitor has booked: the same terms for everybody who books it."""

    id: str = required(Slug(), "the identifier used by exhibitors")
    label: str = required(Text(most=60), "the words visitors see")
    summary: str = defaulted(Text(most=200), "what it holds", "")
    max: int | None = optional(Integer(1, 1000), "how many exhibitors may book it")
    kinds: tuple[str, ...] = many(Choice(BOOTH_KINDS), "the kinds of booth it is for; all if none")
    shifts: int = defaulted(
        Integer(0, 12), "of shared pods: how many shifts it is entitled to; 0 has a booth alone", 0
    )
    talks: int | None = optional(Integer(0, 20), "how many sessions it holds at most")


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs(Record):
    """What a booth must have for an exhibitor."""

    area: int = defaulted(Integer(0, 10_000), "square metres at least", 0)
    kinds: tuple[str, ...] = many(Choice(BOOTH_KINDS), "kinds of booth that will do")
    facilities: tuple[str, ...] = many(Slug(), "such as `power`, `water` or `step-free`", 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibitor(Record):
    """A partner that exhibits."""

    partner: str = required(Ref("partners"), "who exhibits")
    package: str = required(Ref("packages"), "what it has booked")
    applied: datetime | None = optional(Moment(), "when its application came")
    preferences: tuple[str, ...] = many(
        ITEM, "booths it would like, the best first; published with the draw", 200
    )
    needs: Needs = defaulted(Table(lambda: Needs), "what its booth must have", Needs())
    co_exhibitors: tuple[str, ...] = many(Ref("partners"), "partners that share its booth", 12)
    booth: str | None = optional(ITEM, "a booth given by hand, before any draw")
    reason: str = defaulted(Text(most=300), "with `booth`: why, in words that are published", "")
    withdrew: date | None = optional(Day(), "the day it gave up its place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """What an exhibitor said to an offer."""

    partner: str = required(Ref("partners"), "who was asked")
    answer: str = required(Choice(("accepted", "declined")), "what it said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Record):
    """A booth or slot that fell vacant after the draw, and who was asked for it, in turn."""

    item: str = required(ITEM, "the booth, pod and shift, or slot")
    on: date = required(Day(), "the day the last answer came")
    answers: tuple[Answer, ...] = many(
        Table(lambda: Answer), "who was asked, in turn, and what they said", 200, needed=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """An event."""

    title: str = required(Text(most=80), "the event's name")
    summary: str = required(Text(most=280), "the event in a sentence or two")
    starts: date = required(Day(), "the first day")
    ends: date = required(Day(), "the last day")
    time_zone: str = required(Text(most=60), "the zone of the place, such as `Europe/Berlin`")
    venue: Venue = required(Table(lambda: Venue), "where it is")
    announced: date | None = optional(Day(), "from this day on it is shown; at once when absent")
    agenda_from: date | None = optional(
        Day(), "from this day on the agenda is shown; when absent, from its first release on"
    )
    hours: tuple[Hours, ...] = many(Table(lambda: Hours), "when the halls are open", 20)
    registration: str | None = optional(StaffLink(), "where visitors register")
    contact: str | None = optional(StaffLink(), "whom exhibitors ask")
    packages: tuple[Package, ...] = many(Table(lambda: Package), "what can be booked", 20)
    shifts: tuple[Shift, ...] = many(Table(lambda: Shift), "the shifts of shared pods", 20)
    exhibitors: tuple[Exhibitor, ...] = many(Table(lambda: Exhibitor), "who exhibits", 2000)
    offers: tuple[Offer, ...] = many(
        Table(lambda: Offer), "what fell vacant after the draw, in the order it was offered", 500
    )
    source: Source = sourced()

    def package(self, name: str) -> Package:
        """Return a package by its id; blank where there is none, which has been told."""
        return next((p for p in self.packages if p.id == name), Package())
