"""The geometry of charts, in whole numbers: the same drawing on every machine."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from pavgen.kernel.values import dataclass
from pavgen.plan.views.charts import BandChart, Bar, BarChart, GridChart, Level, Mark

MOST_ROWS = 40
"""Partners that a chart shows; the table behind it has them all."""

MOST_COLUMNS = 26
"""Periods that a grid shows, the latest; a partner's own page has them all."""

MILLION = 10**6

_FEWEST = 2
_MOST_LEVELS = 8
_LABELS = 196
_BARS = 400
_SHARES = 64
_ROW = 24
_FOOT = 28
_WIDE = 720
_HIGH = 240
_LEFT = 44
_EDGE = 12
_CELL = 19
_LABEL = 72
_SIZES = (15, 11, 7, 3)


@dataclass(frozen=True, slots=True)
class Measured:
    """A partner's row of a chart: its name, and what it was entitled to and received."""

    label: str
    entitled: int
    received: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A partner in a period: its position from 1 (0: it waited), and whether it was pinned."""

    position: int
    pinned: bool = False


def bar_chart(rows: Sequence[Measured], most: int = MOST_ROWS) -> BarChart | None:
    """Draw what each received against what it was entitled to; None where nobody was.

    Of more than `most` those farthest from their entitlement are drawn, in the order given.
    """
    drawn = farthest([row.received - row.entitled for row in rows], most)
    largest = max((max(row.entitled, row.received) for row in rows), default=0)
    if not largest:
        return None
    bars = tuple(
        Bar(
            label=row.label,
            at=_ROW * place,
            length=_part(row.received, largest, _BARS),
            target=_LABELS + _part(row.entitled, largest, _BARS),
            share=_part(row.received, row.entitled, MILLION) if row.entitled else None,
        )
        for place, row in enumerate(rows[index] for index in drawn)
    )
    width = _LABELS + _BARS + _SHARES
    return BarChart(width, _ROW * len(bars), _LABELS, _ROW, bars, len(rows) - len(bars))


@dataclass(frozen=True)
class Bands:
    """A quantity of many over periods, ready to draw for one partner after the other.

    `quarters` holds, for each period, the least value, those at each quarter, and the greatest.
    """

    columns: tuple[str, ...]
    quarters: tuple[tuple[int, ...], ...]

    @staticmethod
    def of(columns: Sequence[str], everyone: Sequence[Sequence[int]]) -> "Bands | None":
        """Gather the values of each period, in any order and number; None for too few periods."""
        if len(columns) < _FEWEST or not all(everyone):
            return None
        ranked = [sorted(values) for values in everyone]
        return Bands(
            tuple(columns),
            tuple(
                tuple(values[(len(values) - 1) * quarter // 4] for quarter in range(5))
                for values in ranked
            ),
        )

    def chart(self, own: Sequence[int | None] = ()) -> BandChart:
        """Draw the bands with the values of one partner, None where it took no part."""
        reach = _reach([*self._ends, *(v for v in own if v)])
        bare = self._bare if reach == _reach(self._ends) else self._drawn(reach)
        xs = self._xs
        dots = [(x, _y(v, reach)) for x, v in zip(xs, own, strict=False) if v is not None]
        lines = tuple(_points(run) for run in _runs(xs, own, reach))
        return replace(bare, own=lines, dots=tuple(dots))

    @cached_property
    def _xs(self) -> list[int]:
        return [_x(index, len(self.columns)) for index in range(len(self.columns))]

    @cached_property
    def _ends(self) -> tuple[int, int]:
        least, *_, greatest = zip(*self.quarters, strict=True)
        return min(least), max(greatest)

    @cached_property
    def _bare(self) -> BandChart:
        return self._drawn(_reach(self._ends))

    def _drawn(self, reach: int) -> BandChart:
        """Draw the bands alone, up to as far as the axis goes."""
        xs = self._xs

        def line(quarter: int) -> list[tuple[int, int]]:
            heights = [_y(quarters[quarter], reach) for quarters in self.quarters]
            return list(zip(xs, heights, strict=True))

        marks = [Mark(x, column) for x, column in zip(xs, self.columns, strict=True)]
        return BandChart(
            width=_WIDE,
            height=_HIGH + _FOOT,
            left=_LEFT,
            outer=_points([*line(0), *reversed(line(4))]),
            inner=_points([*line(1), *reversed(line(3))]),
            middle=_points(line(2)),
            own=(),
            dots=(),
            levels=tuple(_levels(reach)),
            columns=tuple(_spaced(marks, 90)),
        )


def band_chart(
    columns: Sequence[str],
    everyone: Sequence[Sequence[int]],
    own: Sequence[int | None] = (),
) -> BandChart | None:
    """Draw a quantity of many over periods, in millionths; None for fewer than two periods.

    `everyone` holds the values of each period, in any order and number; `own` those of one
    partner, None where it took no part.
    """
    bands = Bands.of(columns, everyone)
    return None if bands is None else bands.chart(own)


def grid_chart(
    rows: Sequence[tuple[str, Sequence[Cell | None]]],
    columns: Sequence[str],
    chosen: Sequence[int] | None = None,
) -> GridChart | None:
    """Draw who stood where, period by period: the latest MOST_COLUMNS; None for fewer than two.

    A cell is None where a partner took no part. `chosen` are the rows to draw, all if None.
    """
    if len(columns) < _FEWEST:
        return None
    first = max(0, len(columns) - MOST_COLUMNS)
    drawn = range(len(rows)) if chosen is None else chosen
    squares: dict[str, list[str]] = {kind: [] for kind in ("pinned", *_KINDS)}
    for y, index in enumerate(drawn):
        for x, cell in enumerate(rows[index][1][first:]):
            if cell is not None and (cell.position or cell.pinned):
                kind, size = _kind(cell)
                squares[kind].append(_square(_LABELS + _CELL * x, _CELL * y, size))
    width = max(_LABELS + _BARS + _SHARES, _LABELS + _CELL * (len(columns) - first))
    marks = [Mark(_LABELS + _CELL * x, label) for x, label in enumerate(columns[first:])]
    names = [Mark(_CELL * y, rows[index][0]) for y, index in enumerate(drawn)]
    return GridChart(
        width=width,
        height=_CELL * len(names) + _FOOT,
        left=_LABELS,
        rows=tuple(names),
        columns=tuple(m for m in _spaced(marks, _LABEL) if m.at + _LABEL <= width),
        left_out=len(rows) - len(names),
        **{kind: " ".join(found) for kind, found in squares.items()},
    )


def farthest(differences: Sequence[int], most: int = MOST_ROWS) -> tuple[int, ...]:
    """Return the indices of the `most` greatest differences either way, in their given order."""
    ranked = sorted(range(len(differences)), key=lambda index: (-abs(differences[index]), index))
    return tuple(sorted(ranked[:most]))


_KINDS = ("first", "three", "ten", "further")


def _kind(cell: Cell) -> tuple[str, int]:
    if cell.pinned:
        return "pinned", _SIZES[1]
    rank = sum(cell.position > last for last in (1, 3, 10))
    return _KINDS[rank], _SIZES[rank]


def _square(x: int, y: int, size: int) -> str:
    """Return the outline of a square in the middle of the cell that begins at a point."""
    inset = (_CELL - size) // 2
    return f"M{x + inset} {y + inset}h{size}v{size}h-{size}z"


def _part(value: int, whole: int, of: int) -> int:
    """Return value / whole of something, rounded to the nearest whole number."""
    return (2 * value * of + whole) // (2 * whole)


def _reach(values: Sequence[int]) -> int:
    """Return how far the axis goes either way: past every value, and past one at least."""
    return max(MILLION, *(abs(value) for value in values)) * 11 // 10


def _x(index: int, count: int) -> int:
    return _LEFT + _part(index, count - 1, _WIDE - _LEFT - _EDGE)


def _y(value: int, reach: int) -> int:
    return _HIGH - _part(value + reach, 2 * reach, _HIGH)


def _levels(reach: int) -> list[Level]:
    step = next(s for s in _steps() if 2 * reach // (s * MILLION) <= _MOST_LEVELS)
    most = reach // (step * MILLION)
    return [
        Level(_y(n * step * MILLION, reach), n * step * MILLION, n == 0)
        for n in range(-most, most + 1)
    ]


def _steps() -> list[int]:
    return [digit * 10**power for power in range(12) for digit in (1, 2, 5)]


def _runs(xs: Sequence[int], own: Sequence[int | None], reach: int) -> list[list[tuple[int, int]]]:
    """Part a partner's line where it took no part."""
    runs: list[list[tuple[int, int]]] = [[]]
    for x, value in zip(xs, own, strict=False):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((x, _y(value, reach)))
    return [run for run in runs if len(run) > 1]


def _spaced(marks: Sequence[Mark], room: int) -> list[Mark]:
    """Leave out labels that would run into each other."""
    found: list[Mark] = []
    for mark in marks:
        if not found or mark.at - found[-1].at >= room:
            found.append(mark)
    return found


def _points(points: Sequence[tuple[int, int]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
