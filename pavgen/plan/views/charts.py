"""Charts as numbers: where each mark stands, in units of the drawing; templates draw them.

Widths and heights are those of the drawing, with its origin at the upper left. Figures that
are told beside a mark are millionths, to be written as the site's language does.
"""

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on an axis and what is written there."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """What one partner received, as a bar, and what it was entitled to, as a line across.

    `share` is received over entitled in millionths, None for one entitled to nothing.
    """

    label: str
    at: int
    length: int
    target: int
    share: int | None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars that all begin at `start`; `left_out` is how many partners are in the table only."""

    width: int
    height: int
    start: int
    step: int
    bars: tuple[Bar, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Level:
    """A height that is named: `value` in millionths; `strong` marks zero."""

    at: int
    value: int
    strong: bool


@dataclass(frozen=True, slots=True)
class BandChart:
    """A quantity of many partners over periods: from least to greatest, and the middle half.

    `outer` and `inner` are the outlines of those two bands, `middle` the line of the median,
    `own` that of one partner with a dot for each period; each is empty where there is none.
    """

    width: int
    height: int
    left: int
    outer: str
    inner: str
    middle: str
    own: tuple[str, ...]
    dots: tuple[tuple[int, int], ...]
    levels: tuple[Level, ...]
    columns: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GridChart:
    """A square for each partner and period; the nearer to the first place, the larger.

    Each of the five paths holds all squares of one kind: in the first place, in the first
    three, in the first ten, further on, and pinned.
    """

    width: int
    height: int
    left: int
    rows: tuple[Mark, ...]
    columns: tuple[Mark, ...]
    first: str
    three: str
    ten: str
    further: str
    pinned: str
    left_out: int
