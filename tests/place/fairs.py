"""Programmes with an event whose booths or talks are drawn, made from files' texts."""

from dataclasses import replace
from datetime import date

from pavgen.model.programme import LinkedEvent
from pavgen.model.prose import Prose
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event
from pavgen.model.records.floorplan import FloorPlan
from pavgen.model.records.policy import EventSpan, Group, Limit
from tests.events import AGENDA, EVENT, FLOORPLAN
from tests.model.schema.reading import decoded
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 9, 1)
SPAN = EventSpan(id="fair", from_=DAY, until=date(2026, 10, 25))
BOOTHS = Group(strategy="pick", gives="booths", period="event", event=SPAN)
APART = (Limit(separate="labels"),)


def fair(slug="fair", *, main=EVENT, plan=FLOORPLAN, agenda=AGENDA):
    """Make an event; an empty text leaves its plan or agenda out."""
    folder = f"content/events/{slug}"
    return LinkedEvent(
        slug,
        decoded(Event, main, f"{folder}/event.yaml"),
        Prose(),
        decoded(FloorPlan, plan, f"{folder}/floorplan.yaml") if plan else None,
        decoded(Agenda, agenda, f"{folder}/agenda.yaml") if agenda else None,
    )


def drawing(group=BOOTHS, partners=("ada", "bob", "cat", "dot"), event=None, **rule):
    """Make a programme with one event, and one group `main` with the opportunity `all`."""
    made = [partner(p) if isinstance(p, str) else p for p in partners]
    held = event or fair()
    return replace(
        programme(made, groups={"main": group}, opportunities={"all": opportunity(**rule)}),
        events={held.slug: held},
    )
