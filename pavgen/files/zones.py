"""Time zones from the data of the time-zone library into values that pure code can hold."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pavgen.model.zone import Offset, Zone

_MACHINE_ZONES = frozenset({"localtime", "posixrules"})
_DAY = timedelta(days=1)


def is_zone(name: str) -> bool:
    """Say whether a name means the same zone on every machine."""
    if name in _MACHINE_ZONES or name.startswith(("posix/", "right/")):
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zone_around(name: str, first: int, last: int) -> Zone:
    """Return a zone with every change of its clocks from one year's begin to another's end.

    The name must be one that `is_zone` accepts. Changes are found by looking at each day and
    halving the span of those in which the offset differs, to the second.
    """
    known = ZoneInfo(name)
    begin = datetime(first, 1, 1, tzinfo=UTC)
    return Zone(name, tuple(_offsets(known, begin, datetime(last + 1, 1, 1, tzinfo=UTC))))


def _offsets(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[Offset]:
    yield _offset(zone, begin)
    moment = begin
    while moment < end:
        following = moment + _DAY
        if _state(zone, following) != _state(zone, moment):
            yield _offset(zone, _change(zone, moment, following))
        moment = following


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the first second at which the state is no longer that of `before`."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        if _state(zone, middle) == _state(zone, before):
            before = middle
        else:
            after = middle
    return after


def _state(zone: ZoneInfo, moment: datetime) -> tuple[timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _offset(zone: ZoneInfo, moment: datetime) -> Offset:
    local = moment.astimezone(zone)
    seconds = int((local.utcoffset() or timedelta()).total_seconds())
    return Offset(moment.replace(tzinfo=None), seconds, local.tzname() or "", bool(local.dst()))
