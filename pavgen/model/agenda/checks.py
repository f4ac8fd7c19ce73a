"""Everything that `agenda.yaml` says against itself, its event or its floor plan."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.agenda.ids import check_ids
from pavgen.model.agenda.people import check_people
from pavgen.model.agenda.rooms import check_rooms
from pavgen.model.agenda.sessions import check_drawing, check_sessions, check_talks
from pavgen.model.agenda.times import Calendar, TimeSpan
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event
from pavgen.model.records.floorplan import FloorPlan


def check_agenda(
    agenda: Agenda,
    event: Event | None,
    plan: FloorPlan | None,
    calendar: Calendar,
    *,
    is_drawn: bool | None,
) -> Iterator[Diagnostic]:
    """Check an agenda that could be read; event and plan are None where they could not.

    `is_drawn` says whether a group of the policy gives talks of the event, None that nobody
    can say. Sessions that are cancelled keep their slot and are in nobody's way.
    """
    lists = {
        "rooms": [room.id for room in agenda.rooms],
        "tracks": [track.id for track in agenda.tracks],
        "slots": [slot.id for slot in agenda.slots],
        "breaks": [pause.id for pause in agenda.breaks],
        "speakers": [speaker.id for speaker in agenda.speakers],
        "sessions": [session.id for session in agenda.sessions],
    }
    for key, ids in lists.items():
        yield from check_ids(agenda.source, key, ids)
    for index, slot in enumerate(agenda.slots):
        yield from calendar.check(agenda.source, f"slots[{index}]", TimeSpan(slot.start, slot.end))
    for index, pause in enumerate(agenda.breaks):
        yield from calendar.check(
            agenda.source, f"breaks[{index}]", TimeSpan(pause.start, pause.end)
        )
    yield from check_rooms(agenda, plan, calendar)
    yield from check_sessions(agenda)
    yield from check_people(agenda)
    if is_drawn is not None:
        yield from check_drawing(agenda, is_drawn=is_drawn)
    if event is not None:
        yield from check_talks(agenda, event)
