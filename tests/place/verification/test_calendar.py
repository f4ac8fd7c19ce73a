"""Periods follow each other, over the ends of years and of weeks."""

from datetime import date, timedelta

import pytest

from pavgen.place.periods import period_of
from pavgen.place.verification.calendar import follows, is_label, span_of, successor


@pytest.mark.parametrize("kind", ["week", "month", "quarter"])
def test_spans_and_successors_are_those_of_the_calendar(kind):
    day, end = date(2014, 12, 25), date(2027, 1, 20)
    while day < end:
        period = period_of(kind, day)
        following = period.next_start()
        assert following is not None
        later = period_of(kind, following).label
        assert span_of(period.label) == (period.first.toordinal(), period.last.toordinal())
        assert successor(period.label, period.label) == later
        assert follows(period.label, later)
        assert not follows(period.label, period.label)
        assert not follows(later, period.label)
        day += timedelta(days=7)


def test_the_week_after_week_52_is_53_only_in_long_years():
    assert successor("2026-W52", "2026-W52") == "2026-W53"
    assert successor("2025-W52", "2025-W52") == "2026-W01"


def test_a_period_of_another_length_holds_the_day_after_the_last():
    assert follows("2026-W48", "2026-11")  # Monday 30 November
    assert not follows("2026-W48", "2026-12")
    assert successor("2026-W48", "2026-Q1") == "2026-Q4"


def test_events_have_no_span_and_follow_anything():
    assert span_of("expo-26") is None
    assert follows("expo-26", "2026-11")
    assert follows("2026-11", "expo-26")
    assert is_label("expo-26")


@pytest.mark.parametrize(
    "label", ["2026-W00", "2026-W54", "2025-W53", "2026-Q0", "2026-13", "9999-12"]
)
def test_what_looks_like_a_period_and_is_none_is_no_label(label):
    assert not is_label(label)
