"""The front page of an event."""

from dataclasses import dataclass
from datetime import date

from pavgen.plan.views.prose import ProseView


@dataclass(frozen=True, slots=True)
class VenueView:
    """Where an event takes place; `country` is in words."""

    name: str
    street: str
    postcode: str
    city: str
    country: str
    website: str


@dataclass(frozen=True, slots=True)
class EventHome:
    """An event in short; `state` is `announced`, `agenda`, `running` or `over`."""

    title: str
    lead: str
    state: str
    starts: date
    ends: date
    venue: VenueView
    text: ProseView
