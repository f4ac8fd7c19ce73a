"""The front page of an event."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import SurfaceView
from pavgen.plan.views.page import LinkView
from pavgen.plan.views.pavilion.agenda import AgendaKey, SessionCard, SpanView, TrackView
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
class StageView:
    """A room or stage; `capacity` is 0 where it is not told, `count` its sessions."""

    label: str
    href: str
    capacity: int
    count: int


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number and what it counts, in words."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class ComingView:
    """A day that is still to come, and what comes with it; the day is empty if it is not known."""

    label: str
    day: date | None


@dataclass(frozen=True, slots=True)
class EventHome:
    """An event in short; `state` is `announced`, `agenda`, `running` or `over`.

    `strip` holds every session that has a time, for a script that shows those of now and next;
    `today` those of the day while the event is running;
    `highlights` are chosen by a rule the page tells: `keynotes`, or the `first` of each day.
    """

    title: str
    lead: str
    state: str
    starts: date
    ends: date
    hours: tuple[SpanView, ...]
    venue: VenueView
    register: LinkView | None
    contact: LinkView | None
    figures: tuple[FigureView, ...]
    coming: tuple[ComingView, ...]
    ways: tuple[LinkView, ...]
    printed: tuple[LinkView, ...]
    key: AgendaKey
    strip: tuple[SessionCard, ...]
    today: tuple[SessionCard, ...]
    highlights: tuple[SessionCard, ...]
    highlights_rule: str
    recordings: tuple[SessionCard, ...]
    exhibitors: SurfaceView
    stages: tuple[StageView, ...]
    tracks: tuple[TrackView, ...]
    zone: str
    text: ProseView
