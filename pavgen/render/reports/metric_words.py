"""The metrics in words: a title, how to write a value, and one sentence of what it tells."""

from collections.abc import Callable
from fractions import Fraction

from pavgen.kernel.values import dataclass
from pavgen.place.metrics.table import Metrics
from pavgen.place.simulation import value_of
from pavgen.render.reports.amounts import decimal, percentage_points


@dataclass(frozen=True, slots=True)
class MetricWords:
    """A metric by the name of its field: its short title, its unit, and what it tells."""

    name: str
    title: str
    unit: str
    write: Callable[[Fraction | None], str]
    sentence: str

    def of(self, metrics: Metrics) -> str:
        """Write the metric's value."""
        return self.write(value_of(metrics, self.name))


def _points(value: Fraction | None) -> str:
    return percentage_points(value, 2)


def _two(value: Fraction | None) -> str:
    return decimal(value, 2)


def _three(value: Fraction | None) -> str:
    return decimal(value, 3)


def _four(value: Fraction | None) -> str:
    return decimal(value, 4)


def _tenths(value: Fraction | None) -> str:
    return decimal(value, 0 if value is None or value.denominator == 1 else 1)


METRIC_WORDS = (
    MetricWords(
        "share_deviation",
        "share deviation",
        "percentage points",
        _points,
        "how far any partner's share of all exposure is from its due share; 0 is exact",
    ),
    MetricWords(
        "lag_first",
        "lag (1)",
        "first places",
        _two,
        "how many first places anyone was ever owed, or had in advance; about 1 is good",
    ),
    MetricWords(
        "lag_three",
        "lag (3)",
        "places",
        _two,
        "the same for the first three places together",
    ),
    MetricWords(
        "lag_ten", "lag (10)", "places", _two, "the same for the first ten places together"
    ),
    MetricWords(
        "gini",
        "Gini",
        "",
        _three,
        "how unevenly partners were served for what they were due; 0 is all alike, 1 one has all",
    ),
    MetricWords("jain", "Jain", "", _four, "the same question the other way round; 1 is all alike"),
    MetricWords(
        "envy",
        "envy",
        "first places",
        _two,
        "how much more anyone would have had, treated as the best was; at most 1 is good",
    ),
    MetricWords(
        "drought",
        "drought",
        "periods",
        _tenths,
        "the most periods in a row that anyone took part without a turn",
    ),
    MetricWords(
        "precedence",
        "precedence",
        "",
        _three,
        "whether of two equals one is too often before the other; 0 is evenly, 0.5 always",
    ),
    MetricWords(
        "churn",
        "churn",
        "",
        _two,
        "what part of all pairs change order from one period to the next; neither good nor bad",
    ),
    MetricWords(
        "waivers",
        "waivers",
        "",
        _tenths,
        "at how many places a soft constraint could not be kept",
    ),
)
WORDS_BY_NAME = {words.name: words for words in METRIC_WORDS}
TOLD_OF_METHODS = ("share_deviation", "lag_first", "gini", "jain", "envy", "drought", "churn")
"""The metrics by which made-up partners are compared."""
