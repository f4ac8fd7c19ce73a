"""Days of the week, spans of days and times of day as languages write them."""

from datetime import date, datetime

import pytest

from pavgen.render.cldr import format_clock, format_days, format_short_day, format_weekday

DAY = date(2027, 3, 18)


@pytest.mark.parametrize(
    ("locale", "full", "short"),
    [
        ("en-GB", "Thursday, 18 March 2027", "Thu 18 Mar"),
        ("de", "Donnerstag, 18. März 2027", "Do., 18. März"),
        ("ja", "2027年3月18日木曜日", "3月18日(木)"),
    ],
)
def test_day_has_its_weekday_in_full_and_in_short(locale, full, short):
    assert (format_weekday(DAY, locale), format_short_day(DAY, locale)) == (full, short)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (DAY, DAY, "18 March 2027"),
        (DAY, date(2027, 3, 19), "18–19 Mar 2027"),
        (date(2027, 3, 31), date(2027, 4, 1), "31 Mar – 1 Apr 2027"),
        (date(2027, 12, 31), date(2028, 1, 1), "31 Dec 2027 – 1 Jan 2028"),
    ],
)
def test_span_of_days_says_nothing_twice(first, last, text):
    assert format_days(first, last, "en-GB").replace("\u2009", " ") == text


@pytest.mark.parametrize(
    ("locale", "text"), [("en-GB", "14:05"), ("de", "14:05"), ("en-US", "2:05\u202fPM")]
)
def test_time_of_day_has_the_hours_of_the_language(locale, text):
    assert format_clock(datetime.fromisoformat("2027-03-18T14:05"), locale) == text
