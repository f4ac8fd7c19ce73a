"""The sessions of an event as cards, in order of time."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from pavgen.kernel.values import dataclass
from pavgen.model.records.agenda import Agenda, Room, Session, Slot, Track
from pavgen.plan.sections.pavilion.agenda.shifts import sequences, shifted
from pavgen.plan.sections.pavilion.paths import FLOOR, SESSIONS, SPEAKERS
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.surfaces import named, why_page
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import AgendaKey, SessionCard, ShiftedView, SpanView, TrackView

CALENDAR = "session.ics"
LOOKS = 8
"""Colours of tracks; they begin again after so many, the letters do not."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Every session that is shown, in order of time; those without a time stand at the end."""

    scope: Scope
    agenda: Agenda
    cards: Mapping[str, SessionCard]
    records: Mapping[str, Session]
    rooms: Mapping[str, Room]
    tracks: tuple[TrackView, ...]

    @classmethod
    def of(cls, scope: Scope) -> "Sessions":
        """Make the cards of an event's agenda; none where there is no agenda."""
        agenda = scope.event.agenda or Agenda()
        stock = _Stock(
            scope,
            {room.id: room for room in agenda.rooms},
            {track.id: track for track in track_views(agenda.tracks)},
            {speaker.id: speaker.name for speaker in agenda.speakers},
            shifted(scope),
            sequences(scope),
        )
        placed = tuple(_in_order(scope, agenda))
        cards = {session.id: _card(stock, session, slot) for session, slot in placed}
        records = {session.id: session for session, _ in placed}
        return cls(scope, agenda, cards, records, stock.rooms, tuple(stock.tracks.values()))

    def timed(self) -> tuple[SessionCard, ...]:
        """Return the sessions whose time is known."""
        return tuple(card for card in self.cards.values() if card.when is not None)

    def open(self) -> tuple[SessionCard, ...]:
        """Return the sessions whose time is still to be announced."""
        return tuple(card for card in self.cards.values() if card.when is None)

    def of_speaker(self, speaker: str) -> tuple[SessionCard, ...]:
        """Return a speaker's sessions."""
        mine = (s.id for s in self.records.values() if speaker in s.speakers)
        return tuple(self.cards[session] for session in mine)


@dataclass(frozen=True, slots=True)
class _Stock:
    """What cards are made from, each thing by its id."""

    scope: Scope
    rooms: Mapping[str, Room]
    tracks: Mapping[str, TrackView]
    speakers: Mapping[str, str]
    shifted: Mapping[str, ShiftedView]
    sequences: Mapping[str, int]


def agenda_key(scope: Scope) -> AgendaKey:
    """Say by what a browser keeps a choice of this event's sessions."""
    host = scope.frame.here.origin.partition("://")[2].partition(":")[0]
    slug = scope.event.slug
    return AgendaKey(slug, f".{slug}@{host}", scope.event.record.title)


def span(scope: Scope, start: datetime, end: datetime) -> SpanView:
    """Tell a span of time to people and to programs."""
    zone = scope.event.zone
    return SpanView(start, end, zone.iso(start), zone.iso(end))


def room_link(scope: Scope, room: Room) -> LinkView:
    """Link a room to the way there on the floor plan, where it has a place."""
    is_drawn = scope.event.plan is not None and room.feature is not None
    return LinkView(room.label, f"{scope.home}{FLOOR}?to={room.feature}" if is_drawn else "")


def track_views(tracks: tuple[Track, ...]) -> tuple[TrackView, ...]:
    """Give each track a colour, and letters that no other has, so that colour is not needed."""
    taken: dict[str, str] = {}
    views = []
    for number, track in enumerate(tracks):
        sign = next(sign for sign in _signs(track.label, number) if sign not in taken)
        taken[sign] = track.id
        look = number % LOOKS + 1
        views.append(TrackView(track.id, track.label, sign, look, track.summary))
    return tuple(views)


def _signs(label: str, number: int) -> Iterator[str]:
    letters = [letter for letter in label if letter.isalnum()]
    for letter in letters[:1]:
        yield letter.upper()
    for letter in letters[1:]:
        yield letters[0].upper() + letter.lower()
    yield f"{number + 1}."


def _in_order(scope: Scope, agenda: Agenda) -> Iterator[tuple[Session, Slot | None]]:
    slots = {slot.id: slot for slot in agenda.slots}
    rooms = {room.id: place for place, room in enumerate(agenda.rooms)}
    found = [
        (session, slots.get(scope.placed.sessions.get(session.id, "")))
        for session in agenda.sessions
        if session.state != "proposed"
    ]
    timed = [(session, slot) for session, slot in found if slot is not None]
    timed.sort(key=lambda at: (at[1].start, rooms.get(at[1].room, 0), at[1].end, at[0].id))
    yield from timed
    yield from ((session, None) for session, slot in found if slot is None)


def _card(stock: _Stock, session: Session, slot: Slot | None) -> SessionCard:
    scope = stock.scope
    frame = scope.frame
    room = stock.rooms.get(slot.room) if slot else None
    is_over = scope.state == "over"
    href = f"{scope.home}{SESSIONS}{session.id}/"
    return SessionCard(
        id=session.id,
        title=session.title,
        href=href,
        calendar=href + CALENDAR if slot else "",
        kind=session.kind,
        kind_label=frame.words.say(f"plan-agenda-kind-{session.kind}"),
        cancelled=session.state == "cancelled",
        when=span(scope, slot.start, slot.end) if slot else None,
        room=room_link(scope, room) if room else None,
        room_id=room.id if room else "",
        track=stock.tracks.get(session.track or ""),
        language=_language(scope, session.language),
        foreign=session.language not in {None, frame.site.locale.partition("-")[0]},
        partners=named(frame, scope.section.list, session.partners),
        speakers=tuple(
            LinkView(stock.speakers[speaker], f"{scope.home}{SPEAKERS}{speaker}/")
            for speaker in session.speakers
            if speaker in stock.speakers
        ),
        sequence=stock.sequences.get(session.id, 0),
        notice=session.notice,
        shifted=stock.shifted.get(session.id),
        given=_given(scope, session.id),
        recording=str(session.recording or "") if is_over else "",
        slides=str(session.slides or "") if is_over else "",
    )


def _language(scope: Scope, language: str | None) -> str:
    entries = scope.frame.programme.words.languages
    return next((entry.label for entry in entries if entry.id == language), "")


def _given(scope: Scope, session: str) -> LinkView | None:
    """Say that the policy gave the slot, and lead to why."""
    holding = scope.placed.given.get(session)
    if holding is None:
        return None
    label = scope.frame.words.say(
        "plan-agenda-offered" if holding.how == "offer" else "plan-agenda-given"
    )
    known = holding.opportunity in scope.frame.placement.opportunities
    return LinkView(label, why_page(scope.frame, holding.opportunity) if known else "")
