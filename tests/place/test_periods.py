from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.diagnostics import DefectError
from pavgen.place.periods import Period, period_named, period_of, week_index

KINDS = ("week", "month", "quarter")


def test_week_runs_from_monday_to_sunday_with_its_iso_label():
    assert period_of("week", date(2026, 11, 25)) == Period(
        "2026-W48", date(2026, 11, 23), date(2026, 11, 29)
    )


def test_week_at_the_end_of_2026_is_the_fifty_third():
    week = Period("2026-W53", date(2026, 12, 28), date(2027, 1, 3))
    assert [period_of("week", date(2026, 12, 28)), period_of("week", date(2027, 1, 3))] == [
        week,
        week,
    ]


def test_week_after_the_fifty_third_is_the_first_of_the_next_year():
    assert period_of("week", date(2027, 1, 4)).label == "2027-W01"


def test_week_of_new_year_may_belong_to_the_year_before():
    assert period_of("week", date(2023, 1, 1)).label == "2022-W52"


def test_week_index_counts_on_over_a_long_year():
    """Regression: the week's number modulo n repeats or skips a turn at the year's end."""
    mondays = [date(2026, 12, 14) + timedelta(weeks=n) for n in range(6)]
    turns = [week_index(monday) % 5 for monday in mondays]
    assert [(turn - turns[0]) % 5 for turn in turns] == [0, 1, 2, 3, 4, 0]


def test_month_in_february_of_a_leap_year_has_29_days():
    assert period_of("month", date(2028, 2, 10)) == Period(
        "2028-02", date(2028, 2, 1), date(2028, 2, 29)
    )


def test_month_of_december_ends_with_the_year():
    assert period_of("month", date(2026, 12, 31)) == Period(
        "2026-12", date(2026, 12, 1), date(2026, 12, 31)
    )


def test_quarter_of_december_is_the_fourth():
    assert period_of("quarter", date(2026, 12, 1)) == Period(
        "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)
    )


def test_quarter_of_march_is_the_first():
    assert period_of("quarter", date(2026, 3, 31)) == Period(
        "2026-Q1", date(2026, 1, 1), date(2026, 3, 31)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_period_of_the_last_day_of_the_calendar_has_none_after_it(kind):
    period = period_of(kind, date.max)
    assert (period.last, period.next_start()) == (date.max, None)


@given(st.sampled_from(KINDS), st.dates())
def test_period_holds_its_day_and_every_day_of_it_gives_the_same(kind, day):
    period = period_of(kind, day)
    assert period.first <= day <= period.last
    assert period_of(kind, period.first) == period == period_of(kind, period.last)


@given(st.sampled_from(KINDS), st.dates(max_value=date(9000, 1, 1)))
def test_period_is_followed_by_another_without_a_gap(kind, day):
    period = period_of(kind, day)
    following = period.next_start()
    assert following == period.last + timedelta(days=1)
    assert period_of(kind, following).label != period.label


def test_period_of_an_unknown_kind_is_a_defect():
    with pytest.raises(DefectError):
        period_of("fortnight", date(2026, 1, 1))


@given(st.sampled_from(KINDS), st.dates())
def test_label_names_the_period_it_was_made_of(kind, day):
    period = period_of(kind, day)
    assert period_named(period.label) == period


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("year", [1, 2, 999, 1582, 1900, 2000, 2026, 2028, 9998, 9999])
def test_every_day_of_a_year_lies_in_the_period_that_its_label_names(kind, year):
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    for number in range(first, last + 1):
        period = period_of(kind, date.fromordinal(number))
        assert period_named(period.label) == period


@pytest.mark.parametrize(
    "label",
    [
        "",
        "expo",
        "expo-2026",
        "2026",
        "2026-",
        "2026-W00",
        "2026-W54",
        "2027-W53",
        "2026-W1",
        "2026-w01",
        "2026-W001",
        "2026-00",
        "2026-13",
        "2026-1",
        "2026-Q0",
        "2026-Q5",
        "2026-Q04",
        "2026-Q",
        "0000-01",
        "0000-W01",
        "10000-01",
        "2026-01-01",
        " 2026-01",
        "2026-01\n",
        "２０２６-01",
    ],
)
def test_label_that_no_period_was_made_of_names_none(label):
    assert period_named(label) is None


@given(st.from_regex(r"[0-9]{4}-[WQ]?[0-9]{1,2}", fullmatch=True))
def test_label_that_names_a_period_is_the_one_that_it_gives(label):
    period = period_named(label)
    kinds = {"W": "week", "Q": "quarter"}
    if period is not None:
        assert period == period_of(kinds.get(label[5], "month"), period.first)
        assert period.label == label
