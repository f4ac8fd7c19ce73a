"""The floor: halls as drawings, and what stands in each booth. All lengths are centimetres."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.page import FacetView, LinkView


@dataclass(frozen=True, slots=True)
class LabelView:
    """A line of text in a drawing; its middle stands at `x`, its foot at `y`.

    `size` is the height of its letters; `turned` text reads upwards.
    """

    x: int
    y: int
    size: int
    text: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class SignView:
    """A pictogram: the name of a drawing of the theme, its upper left corner, its size."""

    name: str
    x: int
    y: int
    size: int


@dataclass(frozen=True, slots=True)
class BoothShape:
    """A booth as it is drawn.

    `outline` is the `points` of an SVG polygon; x to height are the box around it; `state` is
    `free`, `taken` or `blocked`. `number` is the label that fills the booth when it is seen
    from afar, `corner` the same when it is near, with `names` below it: who stands there,
    wrapped and cut so that they stay inside. `caption` says all of it in words.
    """

    id: str
    label: str
    kind: str
    state: str
    outline: str
    x: int
    y: int
    width: int
    height: int
    number: LabelView
    corner: LabelView
    names: tuple[LabelView, ...]
    sign: SignView
    caption: str


@dataclass(frozen=True, slots=True)
class FeatureShape:
    """Something else on the floor; `sign` and `names` are left out where they do not fit."""

    id: str
    kind: str
    label: str
    outline: str
    x: int
    y: int
    width: int
    height: int
    sign: SignView | None
    names: tuple[LabelView, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class NearLine:
    """Two booths that count as next to each other, joined by a line.

    `kind` is `edge`, `aisle` or `declared`.
    """

    a: str
    b: str
    hall: str
    kind: str
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class HallView:
    """A hall as it is drawn: its walls, what stands in it, and a margin around for doors.

    The hall's own corner is at 0, 0; its drawing reaches `margin` further on each side.
    """

    id: str
    label: str
    width: int
    height: int
    margin: int
    features: tuple[FeatureShape, ...]
    booths: tuple[BoothShape, ...]


@dataclass(frozen=True, slots=True)
class HolderView:
    """Who is in a booth, and on what terms; without `shifts` it is there for the whole event.

    `does` are the words of what it does, `values` the same as `facet:id` for scripts; `how`
    says how it came to the booth, `why` for what reasons.
    """

    slug: str
    name: str
    href: str
    tagline: str
    package: str
    shifts: tuple[str, ...]
    does: tuple[str, ...]
    values: tuple[str, ...]
    with_it: tuple[LinkView, ...]
    how: str
    why: str
    why_href: str


@dataclass(frozen=True, slots=True)
class NearView:
    """A booth next to another: `how` says which way, `reason` why it was put so by hand."""

    booth: LinkView
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class BoothEntry:
    """A booth in words; `said` is its state, `area` in square metres.

    `free_shifts` are those of a shared booth in which nobody has it.
    """

    id: str
    label: str
    kind: str
    state: str
    said: str
    area: int
    facilities: tuple[str, ...]
    holders: tuple[HolderView, ...]
    free_shifts: tuple[str, ...] = ()
    near: tuple[NearView, ...] = ()


@dataclass(frozen=True, slots=True)
class HallEntries:
    """The booths of a hall in words."""

    label: str
    booths: tuple[BoothEntry, ...]


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places one may walk between, under a heading."""

    label: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FloorPage:
    """The page of the floor: `facets` are what exhibitors do, `ways` the file that directions need.

    `kinds`, `states`, `features` and `near_kinds` are what the legend has to explain, with
    its words.
    """

    title: str
    lead: str
    halls: tuple[HallView, ...]
    entries: tuple[HallEntries, ...]
    near: tuple[NearLine, ...]
    near_kinds: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...]
    features: tuple[tuple[str, str], ...]
    facets: tuple[FacetView, ...]
    places: tuple[PlaceGroup, ...]
    ways: str
    exhibitors: str
