"""Numbers that say how fair an order was, each with a sentence."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from pavgen.place.accounts import PeriodAccount
from pavgen.place.metrics.table import metrics_of
from pavgen.plan.charts import MILLION
from pavgen.plan.frame import Frame
from pavgen.plan.views import MetricRow

_PERCENT = 100


def metric_rows(frame: Frame, accounts: Sequence[PeriodAccount]) -> tuple[MetricRow, ...]:
    """Return the metrics of an order; those that its rule does not define are left out."""
    found = metrics_of(accounts)
    rows = (
        ("share", _millionths(found.share_deviation, _PERCENT), 2, "points"),
        ("first", _places(found.lag_first), 2, "places"),
        ("three", _places(found.lag_three), 2, "places"),
        ("ten", _places(found.lag_ten), 2, "places"),
        ("envy", _millionths(found.envy), 2, "places"),
        ("jain", _millionths(found.jain), 3, ""),
        ("gini", _millionths(found.gini), 3, ""),
        ("drought", found.drought * MILLION, 0, "periods"),
        ("precedence", _millionths(found.precedence, _PERCENT), 0, "points"),
        ("churn", _millionths(found.churn, _PERCENT), 0, "percent"),
        ("waivers", found.waivers * MILLION, 0, ""),
    )
    return tuple(_rows(frame, rows))


def _rows(frame: Frame, rows: Sequence[tuple[str, int | None, int, str]]) -> Iterator[MetricRow]:
    say = frame.words.say
    for name, value, digits, unit in rows:
        if value is not None:
            told = say(f"plan-fair-unit-{unit}") if unit else ""
            key = f"plan-fair-metric-{name}"
            yield MetricRow(say(key), value, digits, told, say(f"{key}-means"))


def _millionths(value: Fraction | None, times: int = 1) -> int | None:
    """Return a fraction, taken so many times, in millionths, rounded to the nearest one."""
    if value is None:
        return None
    top = value.numerator * times * MILLION
    return (2 * top + value.denominator) // (2 * value.denominator)


def _places(lag: int | None) -> int | None:
    return None if lag is None else lag // 1000
