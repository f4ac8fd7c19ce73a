"""Metrics for programs: decimals as strings, since canonical JSON knows no fractions."""

from fractions import Fraction

from pavgen.kernel.canonical import Json
from pavgen.place.metrics.table import Metrics
from pavgen.place.simulation import Summary, value_of
from pavgen.render.reports.amounts import decimal
from pavgen.render.reports.metric_words import METRIC_WORDS

_DIGITS = 6


def fraction_json(value: Fraction | None) -> Json:
    """Write a number with six digits behind the point, rounded; null where there is none.

    Exact fractions of some metrics have thousands of digits, which no reader wants.
    """
    if value is None:
        return None
    return decimal(value, _DIGITS).replace(",", "").replace("−", "-")


def metrics_json(metrics: Metrics) -> dict[str, Json]:
    """Write all metrics of a group by their names; lags in places, shares as parts of 1."""
    found: dict[str, Json] = {"periods": metrics.periods, "partners": metrics.partners}
    return found | {w.name: fraction_json(value_of(metrics, w.name)) for w in METRIC_WORDS}


def summary_json(summary: Summary) -> Json:
    """Write what a metric came to over several seeds."""
    return {"mean": fraction_json(summary.mean), "worst": fraction_json(summary.worst)}
