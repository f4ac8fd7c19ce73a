"""Time zones from the data of the time-zone library into values that pure code can hold.

The data is that of the package `tzdata` and not the machine's, which may be older or newer: the
same tree gives the same calendars everywhere.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from pavgen.kernel.diagnostics import DefectError
from pavgen.model.zone import Offset, Zone

_NAME = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")
_LONGEST = 60
_DAY = timedelta(days=1)


def is_zone(name: str) -> bool:
    """Say whether a name means the same zone on every machine."""
    return _known(name) is not None


def zone_around(name: str, first: int, last: int) -> Zone:
    """Return a zone with every change of its clocks from one year's begin to another's end.

    The name must be one that `is_zone` accepts. Changes are found by looking at each day and
    halving the span of those in which the offset differs, to the second.
    """
    known = _known(name)
    if known is None:
        raise DefectError(f"no zone `{name}`; loading should have refused it")
    begin = datetime(first, 1, 1, tzinfo=UTC)
    return Zone(name, tuple(_offsets(known, begin, datetime(last + 1, 1, 1, tzinfo=UTC))))


@cache
def _known(name: str) -> ZoneInfo | None:
    if len(name) > _LONGEST or not _NAME.fullmatch(name):
        return None
    source = files("tzdata") / "zoneinfo" / name
    if not source.is_file():
        return None
    with source.open("rb") as data:
        try:
            return ZoneInfo.from_file(data, key=name)
        except ValueError:
            return None


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
