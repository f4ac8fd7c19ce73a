"""Waits: how long a partner goes without a turn, and how far the accounts stray."""

from collections.abc import Sequence

from pavgen.place.accounts import Line, PeriodAccount

PREFIXES = (1, 3, 10)
"""The prefixes whose accounts `Line.owed` tells."""


def drought(accounts: Sequence[PeriodAccount]) -> int:
    """Return the most periods in a row that any partner took part without a turn.

    A turn is a seat, where somebody waits in any of the periods (position 0); else it is the
    first place that no pin holds. A partner takes part where it is unpinned and entitled to
    something; periods without it neither lengthen its wait nor end it. Waits from the first
    period on, and until the last, count. Accounts are given in the order of time.
    """
    seats = any(line.position == 0 for account in accounts for line in account.lines)
    waits: dict[str, int] = {}
    longest = 0
    for account in accounts:
        unpinned = [line for line in account.lines if not line.pinned]
        first = min((line.position for line in unpinned), default=0)
        for line in unpinned:
            if line.entitled:
                turn = line.position > 0 and (seats or line.position == first)
                waits[line.partner] = 0 if turn else waits.get(line.partner, 0) + 1
                longest = max(longest, waits[line.partner])
    return longest


def greatest_lags(accounts: Sequence[PeriodAccount]) -> tuple[int | None, ...]:
    """Return the greatest |lag(1)|, |lag(3)| and |lag(10)| after any period.

    In units of `rounds.PLACE`; None where nobody has such an account. A lag is what a
    partner was entitled to of a prefix, less what it had: the lag of proportional schedules
    (Baruah, Cohen, Plaxton and Varvel, "Proportionate Progress", Algorithmica 15, 1996).
    """
    lines = [line for account in accounts for line in account.lines]
    return tuple(_greatest(lines, which) for which in range(len(PREFIXES)))


def _greatest(lines: Sequence[Line], which: int) -> int | None:
    lags = (line.owed[which] for line in lines)
    return max((abs(lag) for lag in lags if lag is not None), default=None)
