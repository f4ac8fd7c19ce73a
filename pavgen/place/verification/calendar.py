"""Periods by their labels: weeks, months and quarters follow each other; events do not."""

import re
from datetime import date, timedelta

_LABEL = re.compile(r"([1-9][0-9]{3})-(?:(W)([0-9]{2})|(Q)([0-9])|([0-9]{2}))")
_LAST_YEAR = date.max.year
_MONTHS = {"Q": 3, "": 1}
_LONGEST = {"Q": 92, "": 31}


def is_label(label: str) -> bool:
    """Say whether a label that looks like a date is one: no week 54, no month 13."""
    return _LABEL.fullmatch(label) is None or span_of(label) is not None


def span_of(label: str) -> tuple[int, int] | None:
    """Return the ordinals of a period's first and last day; None for an event's."""
    match = _LABEL.fullmatch(label)
    if match is None or int(match[1]) == _LAST_YEAR:
        return None
    year, kind, number = int(match[1]), _kind(match), int(match[3] or match[5] or match[6])
    try:
        if kind == "W":
            monday = date.fromisocalendar(year, number, 1).toordinal()
            return monday, monday + 6
        first = date(year, (number - 1) * _MONTHS[kind] + 1, 1)
    except ValueError:
        return None
    following = (first + timedelta(days=_LONGEST[kind])).replace(day=1)
    return first.toordinal(), following.toordinal() - 1


def follows(before: str, label: str) -> bool:
    """Say whether a period holds the day after another's end; an event follows anything."""
    earlier, later = span_of(before), span_of(label)
    if earlier is None or later is None:
        return True
    return later[0] <= earlier[1] + 1 <= later[1]


def successor(before: str, label: str) -> str:
    """Return the label, of the kind of the second, of the period that follows the first."""
    span, match = span_of(before), _LABEL.fullmatch(label)
    if span is None or match is None:
        return ""
    day = date.fromordinal(span[1] + 1)
    year, week, _ = day.isocalendar()
    match _kind(match):
        case "W":
            return f"{year}-W{week:02d}"
        case "Q":
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case _:
            return f"{day.year}-{day.month:02d}"


def _kind(match: re.Match[str]) -> str:
    return match[2] or match[4] or ""
