"""The days of an agenda as grids: rooms side by side, times from top to bottom.

Rows are the spans between the times at which anything begins or ends, so that a long title
makes its row higher and runs into nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import combinations

from pavgen.kernel.values import dataclass
from pavgen.model.records.agenda import Break
from pavgen.plan.sections.pavilion.agenda.cards import Sessions, room_link, span
from pavgen.plan.views.pavilion import AgendaCell, AgendaDay, BreakView, SessionCard, TimeMark

MOST_ROWS = 96
MOST_ROOMS = 24
"""More than that a style sheet has no places for; the day is then shown as a list."""

PAGE = 5
"""Rooms that a page is broad enough for; with more its grid is moved sideways."""


def agenda_days(sessions: Sessions) -> tuple[AgendaDay, ...]:
    """Return each day on which there is a session or a break."""
    blocks: dict[date, list[_Block]] = {}
    for block in (*_held(sessions), *_pauses(sessions)):
        blocks.setdefault(block.start.date(), []).append(block)
    return tuple(_day(sessions, day, blocks[day]) for day in sorted(blocks))


@dataclass(frozen=True, slots=True)
class _Block:
    """Something that takes rooms for a time: sessions, or a break."""

    start: datetime
    end: datetime
    rooms: tuple[str, ...]
    sessions: tuple[SessionCard, ...] = ()
    pause: Break | None = None


def _held(sessions: Sessions) -> Iterator[_Block]:
    """Yield each slot's sessions: more than one where one takes the place of a cancelled one."""
    by_place: dict[tuple[str, datetime, datetime], list[SessionCard]] = {}
    for card in sessions.timed():
        if card.when is not None:
            place = (card.room_id, card.when.start, card.when.end)
            by_place.setdefault(place, []).append(card)
    for (room, start, end), cards in by_place.items():
        yield _Block(start, end, (room,), tuple(cards))


def _pauses(sessions: Sessions) -> Iterator[_Block]:
    everywhere = tuple(sessions.rooms)
    for pause in sessions.agenda.breaks:
        yield _Block(pause.start, pause.end, pause.rooms or everywhere, pause=pause)


def _day(sessions: Sessions, day: date, blocks: Sequence[_Block]) -> AgendaDay:
    used = {room for block in blocks if block.sessions for room in block.rooms}
    rooms = [room for room in sessions.rooms if room in used] or list(sessions.rooms)
    columns = {room: number for number, room in enumerate(rooms, 2)}
    times = sorted({time for block in blocks for time in (block.start, block.end)})
    rows = {time: number for number, time in enumerate(times, 2)}
    cells = [
        _cell(sessions, block, run, rows, again=number > 0)
        for block in blocks
        for number, run in enumerate(_runs(block.rooms, columns))
    ]
    cells.sort(key=lambda cell: (cell.row, cell.column, cell.row_end))
    begun = sorted({block.start for block in blocks})
    return AgendaDay(
        day=day,
        anchor=f"day-{day.isoformat()}",
        rooms=tuple(room_link(sessions.scope, sessions.rooms[room]) for room in rooms),
        marks=tuple(TimeMark(rows[at], at, sessions.scope.event.zone.iso(at)) for at in begun),
        cells=tuple(cells),
        is_grid=len(times) <= MOST_ROWS and len(rooms) <= MOST_ROOMS and _is_clear(blocks),
        is_wide=len(rooms) > PAGE,
    )


def _is_clear(blocks: Sequence[_Block]) -> bool:
    """Say whether no room is wanted twice at a time, as by two breaks of all rooms."""
    return not any(
        one.start < other.end and other.start < one.end and {*one.rooms} & {*other.rooms}
        for one, other in combinations(blocks, 2)
    )


def _runs(rooms: tuple[str, ...], columns: Mapping[str, int]) -> Iterator[range]:
    """Yield the columns of rooms as runs of neighbours."""
    taken = sorted(columns[room] for room in rooms if room in columns)
    while taken:
        last = 1
        while last < len(taken) and taken[last] == taken[0] + last:
            last += 1
        yield range(taken[0], taken[0] + last)
        taken = taken[last:]


def _cell(
    sessions: Sessions, block: _Block, run: range, rows: Mapping[datetime, int], *, again: bool
) -> AgendaCell:
    return AgendaCell(
        row=rows[block.start],
        row_end=rows[block.end],
        column=run.start,
        column_end=run.stop,
        sessions=block.sessions,
        pause=_pause(sessions, block) if block.pause else None,
        again=again,
    )


def _pause(sessions: Sessions, block: _Block) -> BreakView | None:
    pause = block.pause
    if pause is None:
        return None
    labels = tuple(sessions.rooms[room].label for room in pause.rooms if room in sessions.rooms)
    return BreakView(pause.label, span(sessions.scope, pause.start, pause.end), labels)
