"""Strategies that sort: by declared measures, one after the other, then by ticket."""

from pavgen.kernel.values import dataclass
from pavgen.place.pools import Pool
from pavgen.place.tickets import Purpose

DRAWN = frozenset({"draw", "fixed", "rotation"})
"""Strategies whose tickets are a draw; those of all others but `pick` break ties."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """An order by rank, then ticket."""

    order: tuple[str, ...]


def turn(pool: Pool, strategy: str) -> Sorted:
    """Order the members by their ranks, smaller first, and equal ones by ticket."""
    tickets = pool.tickets.of(purpose_of(strategy), pool.ids())
    return Sorted(tuple(sorted(pool.ids(), key=lambda i: (pool.ranks.get(i, ()), tickets[i]))))


def purpose_of(strategy: str) -> Purpose:
    """Return what a strategy's tickets are for."""
    if strategy == "pick":
        return Purpose.PICK
    return Purpose.DRAW if strategy in DRAWN else Purpose.TIE
