"""`content/events/<slug>/floorplan.yaml`: halls, booths and what stands between them."""

from pavgen.kernel.values import dataclass
from pavgen.model.records.event import BOOTH_KINDS
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Integer, Ref, Truth
from pavgen.model.schema.measures import Length, Point, PointKind
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Slug, Text

FEATURES = (
    "aisle",
    "entrance",
    "exit",
    "stage",
    "food",
    "info",
    "restroom",
    "cloakroom",
    "meeting",
    "wall",
    "stairs",
)
SIDES = ("north", "east", "south", "west")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall(Record):
    """A hall; all places in it are measured from its upper left corner, y growing downwards."""

    id: str = required(Slug(), "the identifier")
    label: str = required(Text(most=40), "the words visitors see")
    width: int = required(Length(100), "metres from west to east")
    height: int = required(Length(100), "metres from north to south")


@dataclass(frozen=True, slots=True, kw_only=True)
class Booth(Record):
    """A booth: a rectangle, or a polygon of three corners or more."""

    id: str = required(Slug(), "the identifier, such as `b12`; its link is `#b12`")
    label: str = defaulted(Text(most=12), "what stands on its sign; the identifier if absent", "")
    hall: str = required(Ref("halls"), "the hall")
    x: int | None = optional(Length(), "metres from the west wall")
    y: int | None = optional(Length(), "metres from the north wall")
    width: int | None = optional(Length(50), "metres from west to east")
    height: int | None = optional(Length(50), "metres from north to south")
    polygon: tuple[Point, ...] = many(PointKind(), "corners in turn, instead of a rectangle", 40)
    kind: str = required(Choice(BOOTH_KINDS), "how many of its sides are open")
    weight: int = defaulted(
        Integer(1, 1000), "how good its place is, published; 1 is the plainest", 1
    )
    state: str = defaulted(
        Choice(("available", "blocked")), "`blocked` booths are given to nobody", "available"
    )
    shared: bool = defaulted(Truth(), "whether exhibitors have it by shifts", default=False)
    facilities: tuple[str, ...] = many(Slug(), "such as `power`, `water` or `step-free`", 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature(Record):
    """Something else on the floor; people walk on aisles, and through entrances and exits."""

    id: str = required(Slug(), "the identifier")
    kind: str = required(Choice(FEATURES), "what it is")
    label: str = defaulted(Text(most=40), "the words visitors see", "")
    hall: str = required(Ref("halls"), "the hall")
    x: int | None = optional(Length(), "metres from the west wall")
    y: int | None = optional(Length(), "metres from the north wall")
    width: int | None = optional(Length(10), "metres from west to east")
    height: int | None = optional(Length(10), "metres from north to south")
    polygon: tuple[Point, ...] = many(PointKind(), "corners in turn, instead of a rectangle", 40)
    leads_to: str | None = optional(
        Ref("features"), "of an entrance or stairs: the one in another hall it opens on"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjacency(Record):
    """A correction of which booths count as next to each other."""

    a: str = required(Ref("booths"), "a booth")
    b: str = required(Ref("booths"), "another booth")
    adjacent: bool = required(Truth(), "whether they count as next to each other")
    reason: str = required(Text(most=200), "why, in words that are published")


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorPlan(Record):
    """The floor of an event."""

    halls: tuple[Hall, ...] = many(Table(lambda: Hall), "halls", 12, needed=True)
    booths: tuple[Booth, ...] = many(Table(lambda: Booth), "booths", 1000, needed=True)
    features: tuple[Feature, ...] = many(Table(lambda: Feature), "aisles and all else", 400)
    narrowest: int = defaulted(Length(60), "metres that a way must be wide to be walked", 120)
    facing: int = defaulted(
        Length(60), "metres: booths face each other across an aisle up to this wide", 400
    )
    adjacency: tuple[Adjacency, ...] = many(Table(lambda: Adjacency), "corrections", 200)
    source: Source = sourced()
