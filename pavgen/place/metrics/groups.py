"""Metrics by class of partners: whether regions, types, tiers or sizes fare alike."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from pavgen.kernel.values import dataclass
from pavgen.place.accounts import PeriodAccount
from pavgen.place.metrics.divergence import attention_fairness, prefix_divergence
from pavgen.place.metrics.totals import totals_of

UNKNOWN = ""
"""The class of partners that are in none."""


@dataclass(frozen=True, slots=True)
class ClassTotal:
    """The partners of a class and their exposure, in millionths of a first place."""

    name: str
    partners: int
    received: int
    entitled: int


@dataclass(frozen=True, slots=True)
class GroupMetrics:
    """How classes fared against each other, `by` region, type, tier or size.

    `ratio` is the least of the classes' ΣX / ΣE over the greatest: 1 where all received the
    same for what they were entitled to; None where nobody received or was entitled to
    anything (the exposure ratio of Singh and Joachims 2018, their disparate treatment ratio
    with entitlement as merit). `awrf` and `ndkl` are in millionths, see `divergence`; for
    `ndkl` the prefixes of all periods are laid over each other, since in one period a single
    first place can never be shared: how often each class was in the first j places. `rows`
    are sorted by class; classes without anybody unpinned are not there.
    """

    by: str
    ratio: Fraction | None
    awrf: int | None
    ndkl: int | None
    rows: tuple[ClassTotal, ...]


def group_metrics(
    accounts: Sequence[PeriodAccount], classes: Mapping[str, str], by: str
) -> GroupMetrics:
    """Return the metrics of the classes, given each partner's class by id.

    Partners without one are a class of their own, UNKNOWN: left out, they could hide a
    class that fares badly. Pinned lines do not count.
    """
    rows = _rows(accounts, classes)
    received = {row.name: row.received for row in rows}
    entitled = {row.name: row.entitled for row in rows}
    awrf = attention_fairness(received, entitled)
    ndkl = prefix_divergence(_tallies(accounts, classes), entitled)
    return GroupMetrics(by, _exposure_ratio(rows), awrf, ndkl, rows)


def _rows(accounts: Sequence[PeriodAccount], classes: Mapping[str, str]) -> tuple[ClassTotal, ...]:
    sums: dict[str, tuple[int, int, int]] = {}
    for total in totals_of(accounts):
        name = classes.get(total.partner, UNKNOWN)
        partners, received, entitled = sums.get(name, (0, 0, 0))
        sums[name] = (partners + 1, received + total.received, entitled + total.entitled)
    return tuple(ClassTotal(name, *sums[name]) for name in sorted(sums))


def _exposure_ratio(rows: Sequence[ClassTotal]) -> Fraction | None:
    ratios = [Fraction(row.received, row.entitled) for row in rows if row.entitled]
    return min(ratios) / max(ratios) if any(ratios) else None


def _tallies(accounts: Sequence[PeriodAccount], classes: Mapping[str, str]) -> list[dict[str, int]]:
    """Return for each position, over all periods, how often each class stood there."""
    shown = [n for a in accounts for n in a.lines if n.position and not n.pinned]
    tallies: list[dict[str, int]] = [{} for _ in range(max((n.position for n in shown), default=0))]
    for line in shown:
        tally = tallies[line.position - 1]
        name = classes.get(line.partner, UNKNOWN)
        tally[name] = tally.get(name, 0) + 1
    return tallies
