from fractions import Fraction

from hypothesis import given, settings

from pavgen.place.accounts import Line
from pavgen.place.metrics.table import Metrics, metrics_of
from tests.place.metrics.accounted import drawn_periods, period


def test_metrics_of_a_small_ledger():
    periods = [
        period(
            Line("a", 1, 1, 500_000, 1_000_000, owed=(-5, None, None)),
            Line("b", 2, 1, 500_000, 0, owed=(5, None, None)),
            waivers=2,
        ),
        period(
            Line("a", 1, 1, 500_000, 500_000, owed=(-9, None, None)),
            Line("b", 2, 1, 500_000, 500_000, owed=(9, None, None)),
            waivers=1,
        ),
    ]

    assert metrics_of(periods) == Metrics(
        periods=2,
        partners=2,
        share_deviation=Fraction(1, 4),
        lag_first=9,
        lag_three=None,
        lag_ten=None,
        gini=Fraction(1, 4),
        jain=Fraction(4, 5),
        envy=Fraction(1),
        drought=2,
        precedence=None,
        churn=Fraction(0),
        waivers=3,
    )


def test_metrics_of_no_period():
    assert metrics_of([]) == Metrics(
        0, 0, None, None, None, None, None, None, None, 0, None, None, 0
    )


def test_metrics_of_one_partner_alone():
    alone = period(Line("a", 1, 1, 10**6, 10**6))
    assert metrics_of([alone, alone]) == Metrics(
        periods=2,
        partners=1,
        share_deviation=Fraction(0),
        lag_first=None,
        lag_three=None,
        lag_ten=None,
        gini=Fraction(0),
        jain=Fraction(1),
        envy=Fraction(0),
        drought=0,
        precedence=None,
        churn=None,
        waivers=0,
    )


def test_metrics_of_nobody_but_the_pinned():
    pinned = period(Line("a", 1, 1, 0, 0, pinned=True))
    assert metrics_of([pinned]) == Metrics(
        1, 0, None, None, None, None, None, None, None, 0, None, None, 0
    )


@settings(max_examples=40)
@given(drawn_periods(8))
def test_metrics_do_not_depend_on_what_partners_are_called(periods):
    names = dict(zip("abcdef", "zxqwvu", strict=True))
    renamed = [
        period(
            *(
                Line(names[x.partner], x.position, x.weight, x.entitled, x.received, x.pinned)
                for x in p.lines
            )
        )
        for p in periods
    ]
    assert metrics_of(renamed) == metrics_of(periods)
