"""What each partner received and was entitled to over all periods: what most metrics read."""

from collections.abc import Sequence

from pavgen.kernel.values import dataclass
from pavgen.place.accounts import PeriodAccount


@dataclass(frozen=True, slots=True)
class Total:
    """A partner's exposure over all periods, in millionths of a first place."""

    partner: str
    received: int
    entitled: int


def totals_of(accounts: Sequence[PeriodAccount]) -> tuple[Total, ...]:
    """Return a total for each partner that was ever unpinned, sorted by id.

    Periods in which a partner was absent or pinned count for neither side: what nobody owed
    it, and what it did not get by the rule, says nothing about the rule.
    """
    received: dict[str, int] = {}
    entitled: dict[str, int] = {}
    for account in accounts:
        for line in account.lines:
            if not line.pinned:
                received[line.partner] = received.get(line.partner, 0) + line.received
                entitled[line.partner] = entitled.get(line.partner, 0) + line.entitled
    return tuple(
        Total(partner, received[partner], entitled[partner]) for partner in sorted(received)
    )
