"""A time zone as a value: when its clocks change, so that no later stage has to ask the machine."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta

from pavgen.kernel.values import dataclass

_FIRST = datetime.fromisoformat("0001-01-01T00:00")


@dataclass(frozen=True, slots=True)
class Offset:
    """From a moment on, in naive UTC: how far ahead the clocks are, and what that is called."""

    since: datetime
    seconds: int
    name: str
    summer: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone's offsets around an event, ascending; the first holds before the second begins."""

    name: str = "UTC"
    offsets: tuple[Offset, ...] = (Offset(_FIRST, 0, "UTC"),)

    def utc(self, local: datetime) -> datetime:
        """Return the naive UTC of a local time; of one that comes twice, the first.

        A local time that the clocks leap over is read by the offset before the leap.
        """
        found = min(self._moments(local), default=None)
        if found is not None:
            return found
        return local - timedelta(seconds=self._before_leap(local).seconds)

    def exists(self, local: datetime) -> bool:
        """Say whether the clocks show a local time at all."""
        return next(self._moments(local), None) is not None

    def twice(self, local: datetime) -> bool:
        """Say whether the clocks show a local time twice."""
        return len(tuple(self._moments(local))) > 1

    def offset_at(self, utc: datetime) -> Offset:
        """Return the offset at a moment in naive UTC."""
        place = bisect_right([offset.since for offset in self.offsets], utc)
        return self.offsets[max(0, place - 1)]

    def local(self, utc: datetime) -> datetime:
        """Return what the clocks show at a moment in naive UTC."""
        return utc + timedelta(seconds=self.offset_at(utc).seconds)

    def iso(self, local: datetime) -> str:
        """Return a local time in ISO 8601 with its offset: `2026-11-24T09:30:00+01:00`."""
        seconds = self.offset_at(self.utc(local)).seconds
        sign = "-" if seconds < 0 else "+"
        hours, minutes = divmod(abs(seconds) // 60, 60)
        return f"{local:%Y-%m-%dT%H:%M:%S}{sign}{hours:02d}:{minutes:02d}"

    def _moments(self, local: datetime) -> Iterator[datetime]:
        seen: set[datetime] = set()
        for offset in self.offsets:
            utc = local - timedelta(seconds=offset.seconds)
            if utc not in seen and self.offset_at(utc).seconds == offset.seconds:
                seen.add(utc)
                yield utc

    def _before_leap(self, local: datetime) -> Offset:
        for before, after in zip(self.offsets, self.offsets[1:], strict=False):
            if (
                after.since + timedelta(seconds=before.seconds)
                <= local
                < after.since + timedelta(seconds=after.seconds)
            ):
                return before
        return self.offsets[0]
