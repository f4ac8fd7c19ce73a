"""The agenda: its days as grids of rooms and times, and the sessions that stand in them."""

from datetime import date, datetime

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import SurfaceView
from pavgen.plan.views.page import FacetView, LinkView


@dataclass(frozen=True, slots=True)
class SpanView:
    """A span of time on the clocks of the place; the texts are ISO 8601 with the offset."""

    start: datetime
    end: datetime
    start_iso: str
    end_iso: str


@dataclass(frozen=True, slots=True)
class TrackView:
    """A track; `sign` is a letter or two that no other track has, `look` a colour from 1 to 8."""

    id: str
    label: str
    sign: str
    look: int
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ShiftedView:
    """What has changed in a session since a release: `new`, `moved`, `cancelled` or `renamed`.

    `when`, `room` and `title` are those of before, where they are others now.
    """

    kind: str
    version: int
    when: SpanView | None = None
    room: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session in a list; `when` and `room` are missing while its time is not known.

    `partners` stand in the order of the section's opportunity, speakers in the record's own.
    `foreign` says that its language is not the site's. `given` leads to the reasons where the
    policy gave the slot. `shifted` is what has changed since the last release, `sequence` how
    often it changed at all. `recording` and `slides` are empty until the event is over.
    """

    id: str
    title: str
    href: str
    calendar: str
    kind: str
    kind_label: str
    cancelled: bool
    when: SpanView | None
    room: LinkView | None
    room_id: str
    track: TrackView | None
    language: str
    foreign: bool
    partners: SurfaceView
    speakers: tuple[LinkView, ...]
    sequence: int = 0
    notice: str = ""
    shifted: ShiftedView | None = None
    given: LinkView | None = None
    recording: str = ""
    slides: str = ""


@dataclass(frozen=True, slots=True)
class BreakView:
    """A pause; `rooms` are named where it is not one for all."""

    label: str
    when: SpanView
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaCell:
    """A place in a day's grid: the sessions that share a room at a time, or a pause.

    Lines of the grid count from 1, the head's being the first: it stands in rows `row` to
    `row_end` and columns `column` to `column_end`, the ends not among them. `again` is the
    further part of a pause whose rooms do not stand side by side.
    """

    row: int
    row_end: int
    column: int
    column_end: int
    sessions: tuple[SessionCard, ...] = ()
    pause: BreakView | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A time at which something begins, and its row."""

    row: int
    at: datetime
    iso: str


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day; its cells stand in order of time, then of rooms.

    `is_grid` is false where there are more rooms or times than a grid can show, or two breaks
    at a time; `is_wide` is true where it is broader than a page.
    """

    day: date
    anchor: str
    rooms: tuple[LinkView, ...]
    marks: tuple[TimeMark, ...]
    cells: tuple[AgendaCell, ...]
    is_grid: bool = True
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class AgendaKey:
    """By what a browser keeps a visitor's choice and writes it into a calendar.

    `uid_end` follows a session's id in its identity.
    """

    event: str
    uid_end: str
    title: str


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """The agenda; `open_times` are the sessions whose time is still to be announced.

    `order` says what partners of a session stand in the order of, `release` which version this
    is and of which day; `calendar`, `changes` and `speakers` are links, empty where there is
    no such page.
    """

    title: str
    lead: str
    key: AgendaKey
    days: tuple[AgendaDay, ...]
    open_times: tuple[SessionCard, ...]
    filters: tuple[FacetView, ...]
    tracks: tuple[TrackView, ...]
    order: SurfaceView
    zone: str
    state: str
    version: int
    released: date | None
    calendar: str
    changes: str
    speakers: str
