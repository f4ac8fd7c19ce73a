"""Spans of time at an event: whether they can be, and whether two of them meet."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.kernel.values import dataclass
from pavgen.model.records.event import Event
from pavgen.model.schema.fields import Source
from pavgen.model.schema.measures import LocalTime
from pavgen.model.zone import Zone

UNREAD = LocalTime().blank()
"""What stands for a time that could not be read, which has been told."""
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)
"""Between these days an event can be; far from both ends of what a date can say."""
_NIGHT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A span of time on the clocks of the place; it begins with `start` and ends before `end`."""

    start: datetime
    end: datetime

    @property
    def is_read(self) -> bool:
        """Whether both ends could be read and stand in their order."""
        return UNREAD not in {self.start, self.end} and self.start < self.end

    def meets(self, other: "TimeSpan") -> bool:
        """Say whether two spans have a moment in common; unread ones have none."""
        both = self.is_read and other.is_read
        return both and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of an event and the clocks of its place; without days nothing is outside them."""

    zone: Zone
    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, event: Event | None, zone: Zone) -> "Calendar":
        """Return the calendar of an event; days that cannot be are none, and have no clocks."""
        if event is None or not FIRST_DAY <= event.starts <= event.ends <= LAST_DAY:
            return cls(Zone())
        return cls(zone, event.starts, event.ends)

    def check(self, source: Source, at: str, span: TimeSpan) -> Iterator[Diagnostic]:
        """Find out whether the span whose keys stand below `at` can be at the event."""
        if UNREAD in {span.start, span.end}:
            return
        if span.end <= span.start:
            what = f"it ends at {told(span.end)} and begins at {told(span.start)}"
            field = f"{at}.end"
            yield Diagnostic(
                source.at(field), "event-time-reversed", what, "give a later end", field
            )
            return
        outside = tuple(self._outside(source, at, span))
        yield from outside or self._clocks(source, at, span)

    def stray(self, span: TimeSpan) -> str:
        """Return which end of a span is not within the days of the event, or nothing.

        The last night may go on after midnight.
        """
        if self.first is None or self.last is None:
            return ""
        is_night = span.end - span.start <= _NIGHT
        last = self.last + timedelta(days=1) if is_night else self.last
        if not self.first <= span.start.date() <= self.last:
            return "start"
        return "" if self.first <= span.end.date() <= last else "end"

    def _outside(self, source: Source, at: str, span: TimeSpan) -> Iterator[Diagnostic]:
        key = self.stray(span)
        if key:
            field = f"{at}.{key}"
            moment = span.start if key == "start" else span.end
            what = f"{told(moment)} is not within the event, {self.first} to {self.last}"
            remedy = "correct the day, or `starts` and `ends` in event.yaml"
            yield Diagnostic(source.at(field), "event-time-outside", what, remedy, field)

    def _clocks(self, source: Source, at: str, span: TimeSpan) -> Iterator[Diagnostic]:
        for key, moment in (("start", span.start), ("end", span.end)):
            field = f"{at}.{key}"
            if not self.zone.exists(moment):
                what = f"the clocks in {self.zone.name} leap over {told(moment)}"
                yield Diagnostic(
                    source.at(field), "event-time-skipped", what, "give a time they show", field
                )
            elif self.zone.twice(moment):
                what = f"the clocks in {self.zone.name} show {told(moment)} twice"
                remedy = "the first is meant; give another time if it is not"
                span_ = source.at(field)
                yield Diagnostic(span_, "event-time-twice", what, remedy, field, Severity.WARNING)


def told(moment: datetime) -> str:
    """Write a local time as it stands in a file."""
    return f"`{moment.isoformat(timespec='minutes')}`"
