"""The front page of an event: when and where it is, and the ways in."""

from collections.abc import Iterator

from pavgen.plan.pages import Page
from pavgen.plan.prose import link_target, prose_view
from pavgen.plan.sections.pavilion.agenda.cards import (
    Sessions,
    agenda_key,
    room_link,
    span,
)
from pavgen.plan.sections.pavilion.agenda.pages import CALENDAR
from pavgen.plan.sections.pavilion.agenda.shifts import shown_releases
from pavgen.plan.sections.pavilion.agenda.speakers import speakers_of
from pavgen.plan.sections.pavilion.hall.signs import DOORS
from pavgen.plan.sections.pavilion.paths import (
    AGENDA,
    CHANGES,
    EXHIBITORS,
    FLOOR,
    KIOSK,
    PRINTED,
    SPEAKERS,
)
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import agenda_day, agenda_is_out
from pavgen.plan.surfaces import named
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import (
    ComingView,
    EventHome,
    FigureView,
    SessionCard,
    StageView,
    VenueView,
)

FEWEST_KEYNOTES = 2
"""With fewer the first session of each day is shown instead."""


def home_page(scope: Scope) -> Page:
    """Return the section's front page."""
    record = scope.event.record
    frame = scope.frame
    is_out = agenda_is_out(scope.event, frame.showing)
    sessions = Sessions.of(scope)
    rule, highlights = _highlights(sessions) if is_out else ("", ())
    content = EventHome(
        title=record.title,
        lead=record.summary,
        state=scope.state,
        starts=record.starts,
        ends=record.ends,
        hours=tuple(span(scope, hours.start, hours.end) for hours in record.hours),
        venue=_venue(scope),
        register=_link(scope, record.registration, "plan-event-register"),
        contact=_link(scope, record.contact, "plan-event-contact"),
        figures=tuple(_figures(sessions, is_out=is_out)),
        coming=tuple(_coming(scope, is_out=is_out)),
        ways=tuple(_ways(sessions, is_out=is_out)),
        printed=tuple(_printed(sessions, is_out=is_out)),
        key=agenda_key(scope),
        strip=sessions.timed() if is_out and scope.state != "over" else (),
        today=tuple(_today(sessions)) if is_out and scope.state == "running" else (),
        highlights=highlights if scope.state != "over" else (),
        highlights_rule=rule,
        recordings=tuple(c for c in sessions.cards.values() if c.recording or c.slides),
        exhibitors=named(frame, scope.section.list, scope.exhibitors),
        stages=tuple(_stages(sessions)) if is_out else (),
        tracks=sessions.tracks if is_out else (),
        zone=scope.event.zone.name,
        text=prose_view(frame, scope.event.text, scope.section.list),
    )
    return scope.page("", record.title, "home.html", content)


def _venue(scope: Scope) -> VenueView:
    venue = scope.event.record.venue
    return VenueView(
        venue.name,
        venue.street,
        venue.postcode,
        venue.city,
        scope.frame.words.country(venue.country),
        str(venue.website or ""),
    )


def _link(scope: Scope, href: str | None, key: str) -> LinkView | None:
    if not href or (key == "plan-event-register" and scope.state == "over"):
        return None
    return LinkView(scope.frame.words.say(key), link_target(scope.frame, href))


def _figures(sessions: Sessions, *, is_out: bool) -> Iterator[FigureView]:
    """Yield what there is to be counted; of nothing nothing is said."""
    scope = sessions.scope
    counts = {"exhibitors": len(scope.order)}
    if is_out:
        held = [card for card in sessions.cards.values() if not card.cancelled]
        rooms = {card.room_id for card in held if card.room_id}
        counts |= {"sessions": len(held), "stages": len(rooms)}
    for name, count in counts.items():
        if count:
            yield FigureView(count, scope.frame.words.say(f"plan-event-{name}", n=count))


def _coming(scope: Scope, *, is_out: bool) -> Iterator[ComingView]:
    """Yield what an announced event will show, and from when."""
    if scope.state != "announced":
        return
    words = scope.frame.words
    if scope.event.agenda is not None and not is_out:
        yield ComingView(words.say("plan-event-coming-agenda"), agenda_day(scope.event))
    yield ComingView(words.say("plan-event-coming-doors"), scope.event.record.starts)


def _ways(sessions: Sessions, *, is_out: bool) -> Iterator[LinkView]:
    scope = sessions.scope
    say = scope.frame.words.say
    if is_out:
        yield scope.link(AGENDA, say("plan-agenda"))
    if scope.event.plan is not None:
        yield scope.link(FLOOR, say("plan-event-floor"))
    if scope.order:
        yield scope.link(EXHIBITORS, say("plan-event-everybody"))
    if is_out and speakers_of(sessions.agenda):
        yield scope.link(SPEAKERS, say("plan-agenda-speakers"))
    if is_out and shown_releases(scope):
        yield scope.link(CHANGES, say("plan-agenda-changes"))
    if is_out and scope.state != "over":
        yield scope.link(f"{AGENDA}{CALENDAR}", say("plan-event-calendar"))


def _today(sessions: Sessions) -> Iterator[SessionCard]:
    day = sessions.scope.frame.showing.as_of
    for card in sessions.timed():
        if card.when is not None and card.when.start.date() == day:
            yield card


def _printed(sessions: Sessions, *, is_out: bool) -> Iterator[LinkView]:
    """Yield what is for paper and for the hall; each kind of sheet leads to the others."""
    scope = sessions.scope
    say = scope.frame.words.say
    if scope.event.plan is not None:
        yield scope.link(PRINTED, say("plan-hall-printed"))
    elif is_out and sessions.timed():
        yield scope.link(DOORS, say("plan-hall-doors"))
    if scope.order:
        yield scope.link(KIOSK, say("plan-hall-kiosk"))


def _highlights(sessions: Sessions) -> tuple[str, tuple[SessionCard, ...]]:
    """Choose what the front page shows of the agenda by a rule that favours nobody."""
    timed = tuple(card for card in sessions.timed() if not card.cancelled)
    keynotes = tuple(card for card in timed if card.kind == "keynote")
    if len(keynotes) >= FEWEST_KEYNOTES:
        return "keynotes", keynotes
    firsts: dict[str, SessionCard] = {}
    for card in timed:
        firsts.setdefault(card.when.start.date().isoformat() if card.when else "", card)
    return "first", tuple(firsts.values())


def _stages(sessions: Sessions) -> Iterator[StageView]:
    for room in sessions.rooms.values():
        held = [c for c in sessions.cards.values() if c.room_id == room.id and not c.cancelled]
        if held:
            link = room_link(sessions.scope, room)
            yield StageView(link.label, link.href, room.capacity or 0, len(held))
