"""What each partner was entitled to and received, period after period: the ledger's account."""

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One partner in one period of one group.

    `position` counts from 1 in the list as shown; 0 means that it waited beyond the seats.
    `entitled` and `received` are exposure in millionths of a first place. `owed` is what the
    account stood at after the period for the first 1, 3 and 10 places, in units of
    `rounds.PLACE`; None for strategies without accounts and for prefixes beyond them. A
    pinned partner is entitled to nothing, and nothing is counted as received: a pin is told
    apart.
    """

    partner: str
    position: int
    weight: int
    entitled: int
    received: int
    pinned: bool = False
    owed: tuple[int | None, int | None, int | None] = (None, None, None)


@dataclass(frozen=True, slots=True)
class PeriodAccount:
    """One period of one group: a line for each partner, the shown first and in their order.

    `waivers` is the number of places where a constraint was not kept.
    """

    group: str
    period: str
    lines: tuple[Line, ...]
    waivers: int = 0
