"""Where everything of an event stands, below the section's home."""

from collections.abc import Iterator

from pavgen.model.programme import LinkedEvent
from pavgen.model.records.agenda import Agenda, Speaker
from pavgen.model.showing import Showing
from pavgen.plan.sections.pavilion.state import agenda_is_out

FLOOR = "floor/"
EXHIBITORS = "exhibitors/"
AGENDA = "agenda/"
SESSIONS = "agenda/sessions/"
SPEAKERS = "agenda/speakers/"
CHANGES = "agenda/changes/"
SIGNS = "signs/"
PRINTED = "plan/"
KIOSK = "kiosk/"


def record_paths(
    event: LinkedEvent, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield kind, id and address of everything of an event that other pages may link to.

    Booths are places on the floor's page: booth `b12` stands at `floor/#b12`. Sessions and
    speakers have pages of their own once the agenda is out.
    """
    yield ("event", event.slug), home
    if event.plan is not None:
        for booth in event.plan.booths:
            yield ("booth", f"{event.slug}/{booth.id}"), f"{home}{FLOOR}#{booth.id}"
    if event.agenda is not None and agenda_is_out(event, showing):
        for session in event.agenda.sessions:
            if session.state != "proposed":
                path = f"{home}{SESSIONS}{session.id}/"
                yield ("session", f"{event.slug}/{session.id}"), path
        for speaker in heard_speakers(event.agenda):
            path = f"{home}{SPEAKERS}{speaker.id}/"
            yield ("speaker", f"{event.slug}/{speaker.id}"), path


def heard_speakers(agenda: Agenda) -> tuple[Speaker, ...]:
    """Return who speaks in a session that is shown; of the others nothing is told."""
    heard = {name for s in agenda.sessions if s.state != "proposed" for name in s.speakers}
    return tuple(speaker for speaker in agenda.speakers if speaker.id in heard)
