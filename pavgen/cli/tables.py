"""Tables for a terminal: columns as wide as they need, numbers to the right."""

import unicodedata
from collections.abc import Sequence

_WIDE = frozenset("WF")
_POINTS = str.maketrans("", "", ".,")


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay rows out under their columns' names; the last column is never padded."""
    everything = [tuple(columns), *(tuple(row) for row in rows)]
    widths = [max(_cells(row[i]) for row in everything) for i in range(len(columns))]
    numeric = [all(_is_number(row[i]) for row in rows) for i in range(len(columns))]
    return "\n".join(_line(row, widths, numeric) for row in everything)


def _line(row: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    told = []
    for cell, width, is_number in zip(row, widths, numeric, strict=True):
        padding = " " * (width - _cells(cell))
        told.append(padding + cell if is_number else cell + padding)
    return "  ".join(told).rstrip()


def _is_number(cell: str) -> bool:
    return cell.lstrip("+−").translate(_POINTS).isdigit() or cell == "–"


def _cells(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in _WIDE else 1
        for c in text
    )
