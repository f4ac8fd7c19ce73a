"""Precedence: whether of two equal partners each stands before the other half of the time."""

import struct
from collections.abc import Iterator, Sequence
from fractions import Fraction

from pavgen.place.accounts import PeriodAccount

LEAST_MEETINGS = 12
"""Pairs that met in fewer periods are left out: one meeting would always give 1/2."""

MOST_PARTNERS = 1000
"""With more partners than this there are too many pairs to look at each of them."""

_FIELD = 32


def precedence(accounts: Sequence[PeriodAccount]) -> Fraction | None:
    """Return the greatest |f − 1/2| over pairs of equal weight.

    f is the share of their meetings in which the one stood before the other. They meet in
    a period that has both, unpinned, of the same weight, and one of them at least shown; the
    shown stand before those that wait. None with more than MOST_PARTNERS partners, or where
    no pair met LEAST_MEETINGS times. A pair's share as in the pairwise fairness of Beutel and
    others, "Fairness in Recommendation Ranking through Pairwise Comparisons", KDD 2019.
    """
    partners = sorted({line.partner for a in accounts for line in a.lines if not line.pinned})
    if len(partners) > MOST_PARTNERS:
        return None
    gap, meetings = 0, 0
    for before, after in _counted(accounts, partners):
        met = before + after
        if met >= LEAST_MEETINGS and abs(before - after) * meetings >= gap * met:
            gap, meetings = abs(before - after), met
    return Fraction(gap, 2 * meetings) if meetings else None


def _counted(
    accounts: Sequence[PeriodAccount], partners: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Yield for each pair how often the one stood before the other, and the other before it."""
    table = _before(accounts, {partner: at for at, partner in enumerate(partners)})
    for number, (row, column) in enumerate(zip(table, zip(*table, strict=True), strict=True)):
        yield from zip(row[:number], column[:number], strict=True)


def _before(accounts: Sequence[PeriodAccount], numbers: dict[str, int]) -> list[tuple[int, ...]]:
    """Return for each partner how often each other stood before it.

    A row of counts is kept as one large integer with a field for each partner, so that a
    whole row is counted up by one addition.
    """
    rows = [0] * len(numbers)
    for account in accounts:
        unpinned = [line for line in account.lines if not line.pinned]
        passed: dict[int, int] = {}
        for line in sorted(unpinned, key=lambda line: (line.position == 0, line.position)):
            number = numbers[line.partner]
            rows[number] += passed.get(line.weight, 0)
            if line.position:
                passed[line.weight] = passed.get(line.weight, 0) | 1 << _FIELD * number
    width = len(numbers)
    return [
        struct.unpack(f"<{width}I", row.to_bytes(width * _FIELD // 8, "little")) for row in rows
    ]
