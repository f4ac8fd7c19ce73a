"""All metrics of a group in one value: the row of a report or of a simulation."""

from collections.abc import Sequence
from fractions import Fraction

from pavgen.kernel.values import dataclass
from pavgen.place.accounts import PeriodAccount
from pavgen.place.metrics.kendall import churn
from pavgen.place.metrics.measures import envy, gini, jain, share_deviation
from pavgen.place.metrics.precedence import precedence
from pavgen.place.metrics.totals import totals_of
from pavgen.place.metrics.waits import drought, greatest_lags


@dataclass(frozen=True, slots=True)
class Metrics:
    """How fair a group's orders were over its periods; `docs/metrics.md` explains each.

    Ratios are exact fractions, None where they are undefined; `share_deviation` is a
    fraction of 1, not percentage points. Lags are in units of `rounds.PLACE`; `drought`
    is in periods, `envy` in first places. `partners` is how many were ever unpinned,
    `waivers` the places in all where a constraint was not kept.
    """

    periods: int
    partners: int
    share_deviation: Fraction | None
    lag_first: int | None
    lag_three: int | None
    lag_ten: int | None
    gini: Fraction | None
    jain: Fraction | None
    envy: Fraction | None
    drought: int
    precedence: Fraction | None
    churn: Fraction | None
    waivers: int


def metrics_of(accounts: Sequence[PeriodAccount]) -> Metrics:
    """Return the metrics of one group's accounts, given in the order of time.

    That lists of one period do not contradict each other is a matter of several lists, not
    of one group's account: `kendall.contradiction_rate` tells it.
    """
    totals = totals_of(accounts)
    first, three, ten = greatest_lags(accounts)
    return Metrics(
        periods=len(accounts),
        partners=len(totals),
        share_deviation=share_deviation(totals),
        lag_first=first,
        lag_three=three,
        lag_ten=ten,
        gini=gini(totals),
        jain=jain(totals),
        envy=envy(totals),
        drought=drought(accounts),
        precedence=precedence(accounts),
        churn=churn(accounts),
        waivers=sum(account.waivers for account in accounts),
    )
