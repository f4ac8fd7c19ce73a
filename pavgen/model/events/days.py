"""Days, opening hours and shifts of an event."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.agenda.times import FIRST_DAY, LAST_DAY, Calendar, TimeSpan
from pavgen.model.records.event import Event, Shift
from pavgen.model.schema.fields import Source
from pavgen.model.schema.kinds import Moment

MOST_DAYS = 100
_UNREAD_MOMENT = Moment().blank()


def check_days(event: Event, calendar: Calendar) -> Iterator[Diagnostic]:
    """Check the days of an event, and every span of time within them."""
    yield from _days(event)
    yield from check_applied(event.source, "exhibitors", [e.applied for e in event.exhibitors])
    for key in ("announced", "agenda_from"):
        day = event.announced if key == "announced" else event.agenda_from
        if day is not None and event.ends != date.min and day > event.ends:
            what = f"`{day}` is after the event, which ends on {event.ends}"
            yield Diagnostic(event.source.at(key), "value-range", what, "give an earlier day", key)
    for index, hours in enumerate(event.hours):
        yield from calendar.check(event.source, f"hours[{index}]", TimeSpan(hours.start, hours.end))
    for at, times in _times(event):
        yield from calendar.check(event.source, at, times)
    yield from _overlaps(event)


def check_applied(
    source: Source, key: str, moments: Sequence[datetime | None]
) -> Iterator[Diagnostic]:
    """Find applications of a time that no application is of, which may be too far off to count."""
    for index, moment in enumerate(moments):
        is_told = moment is not None and moment != _UNREAD_MOMENT
        if moment is not None and is_told and not FIRST_DAY <= moment.date() <= LAST_DAY:
            field = f"{key}[{index}].applied"
            what = f"{moment.date()} is out of range"
            remedy = f"give a day from {FIRST_DAY} to {LAST_DAY}"
            yield Diagnostic(source.at(field), "value-range", what, remedy, field)


def _days(event: Event) -> Iterator[Diagnostic]:
    # The first day of all stands for one that could not be read, which has been told.
    if date.min in {event.starts, event.ends}:
        return
    outside = tuple(
        Diagnostic(event.source.at(key), "value-range", f"{day} is out of range", remedy, key)
        for key, day in (("starts", event.starts), ("ends", event.ends))
        if not FIRST_DAY <= day <= LAST_DAY
        and (remedy := f"give a day from {FIRST_DAY} to {LAST_DAY}")
    )
    yield from outside
    if outside:
        return
    lasts = (event.ends - event.starts).days + 1
    if lasts < 1:
        what = f"it ends on {event.ends} and starts on {event.starts}"
        span = event.source.at("ends")
        yield Diagnostic(span, "event-dates-reversed", what, "give a later day", "ends")
    elif lasts > MOST_DAYS:
        what = f"it lasts {lasts} days, and an event may last {MOST_DAYS}"
        yield Diagnostic(event.source.at("ends"), "value-range", what, "correct the days", "ends")


def _times(event: Event) -> Iterator[tuple[str, TimeSpan]]:
    for index, shift in enumerate(event.shifts):
        for place, hours in enumerate(shift.times):
            yield f"shifts[{index}].times[{place}]", TimeSpan(hours.start, hours.end)


def _overlaps(event: Event) -> Iterator[Diagnostic]:
    """Report each shift once that meets an earlier one: a pod cannot be in both."""
    for index, shift in enumerate(event.shifts):
        before = (o for o in event.shifts[:index] if o.id != shift.id)
        other = next((o for o in before if _meet(shift, o)), None)
        if other is not None:
            field = f"shifts[{index}].times"
            what = f"shift `{shift.id}` overlaps `{other.id}`, and a pod is given out for each"
            remedy = "let one begin when the other ends"
            yield Diagnostic(event.source.at(field), "event-shifts-overlap", what, remedy, field)


def _meet(one: Shift, other: Shift) -> bool:
    spans = [TimeSpan(hours.start, hours.end) for hours in other.times]
    return any(TimeSpan(h.start, h.end).meets(span) for h in one.times for span in spans)
