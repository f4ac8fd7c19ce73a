"""What state an event is in on a day: announced, agenda published, running, over."""

from datetime import date
from typing import Literal

from pavgen.model.programme import LinkedEvent
from pavgen.model.showing import Showing

State = Literal["announced", "agenda", "running", "over"]


def state_on(event: LinkedEvent, showing: Showing) -> State:
    """Return the state of an announced event on the day that is shown."""
    day = showing.as_of
    if day > event.record.ends:
        return "over"
    if day >= event.record.starts:
        return "running"
    return "agenda" if agenda_is_out(event, showing) else "announced"


def agenda_is_out(event: LinkedEvent, showing: Showing) -> bool:
    """Say whether the agenda is shown: from its day, its first release, or the event's start."""
    if event.agenda is None:
        return False
    return showing.future or showing.drafts or agenda_day(event) <= showing.as_of


def agenda_day(event: LinkedEvent) -> date:
    """Return the first day on which the agenda is shown."""
    released = [release.on for release in event.releases]
    asked = event.record.agenda_from or min(released, default=event.record.starts)
    return min(asked, event.record.starts)


def is_announced(event: LinkedEvent, showing: Showing) -> bool:
    """Say whether an event is shown at all."""
    announced = event.record.announced
    if announced is None or announced <= showing.as_of:
        return True
    return showing.future or showing.drafts
