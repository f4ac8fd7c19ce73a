"""Periods: the spans of whole days for which an order holds, in the programme's time zone."""

import re
from datetime import date, timedelta

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass

_LAST_DAY = date.max.toordinal()
_LABEL = re.compile(r"(?P<year>[0-9]{4})-(?P<kind>[WQ]?)(?P<number>[0-9]{1,2})")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included; its label goes into tickets and records."""

    label: str
    first: date
    last: date

    def next_start(self) -> date | None:
        """Return the day the next period begins; none after the calendar's last day."""
        return self.last + timedelta(days=1) if self.last < date.max else None


def period_of(kind: str, day: date) -> Period:
    """Return the week, month or quarter that holds a day; raises DefectError for other kinds."""
    match kind:
        case "week":
            return _week(day)
        case "month":
            return _months(f"{day.year:04d}-{day.month:02d}", day.year, day.month, 1)
        case "quarter":
            quarter = (day.month - 1) // 3
            return _months(f"{day.year:04d}-Q{quarter + 1}", day.year, quarter * 3 + 1, 3)
        case _:
            raise DefectError(f"no period `{kind}`; the schema should have refused it")


def week_index(day: date) -> int:
    """Count weeks from 1 January of year 1, a Monday.

    Turns are counted with this index and never with the week's number in its year: 2026
    has 53 weeks, so a number modulo n would repeat or skip a turn at the year's end.
    """
    return (day.toordinal() - 1) // 7


def _week(day: date) -> Period:
    monday = week_index(day) * 7 + 1
    year, week, _ = day.isocalendar()
    last = date.fromordinal(min(monday + 6, _LAST_DAY))
    return Period(f"{year:04d}-W{week:02d}", date.fromordinal(monday), last)


def _months(label: str, year: int, month: int, count: int) -> Period:
    years, after = divmod(month - 1 + count, 12)
    if year + years > date.max.year:
        return Period(label, date(year, month, 1), date.max)
    following = date(year + years, after + 1, 1)
    return Period(label, date(year, month, 1), following - timedelta(days=1))


def period_named(label: str) -> Period | None:
    """Return the period a label names; None for an event's, which is known by its group only."""
    found = _LABEL.fullmatch(label)
    if found is None:
        return None
    year, kind, number = int(found["year"]), found["kind"] or "", int(found["number"])
    try:
        match kind:
            case "W":
                period = _week(date.fromisocalendar(year, number, 1))
            case "Q":
                period = period_of("quarter", date(year, number * 3 - 2, 1))
            case _:
                period = period_of("month", date(year, number, 1))
    except ValueError:
        return None
    return period if period.label == label else None
