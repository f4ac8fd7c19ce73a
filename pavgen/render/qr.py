"""Addresses as QR codes: the one module that knows the segno library."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import segno

from pavgen.kernel.values import dataclass

QUIET = 4
"""Modules of white on each side, which the standard (ISO/IEC 18004) asks for."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code as a drawing `size` modules wide and high; `path` fills its dark modules."""

    size: int
    path: str


@lru_cache(maxsize=5000)
def qr_code(text: str) -> QrCode:
    """Return the code of a text, at level Q: a quarter of it may be dirty, torn or covered.

    Dark modules of a row are joined, so that a printer's rounding leaves no gaps between them.
    A text too long for level Q gets the highest that holds it. Raises ValueError for one that
    no code can hold (about 2,900 octets).
    """
    try:
        made = segno.make_qr(text, error="q", boost_error=False)
    except segno.DataOverflowError:
        made = segno.make_qr(text, error="l", boost_error=True)
    rows = tuple(made.matrix)
    return QrCode(len(rows) + 2 * QUIET, "".join(_strokes(rows)))


def _strokes(rows: Sequence[Sequence[int]]) -> Iterator[str]:
    for y, row in enumerate(rows, QUIET):
        x = 0
        while x < len(row):
            width = next((n for n, dark in enumerate(row[x:]) if not dark), len(row) - x)
            if width:
                yield f"M{x + QUIET} {y}h{width}v1h-{width}z"
            x += width or 1
