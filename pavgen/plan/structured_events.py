"""Events told to programs: the event, its agenda, a session, a speaker, from their pages' views.

Times have the offset of the place, as the views have it.
"""

from collections.abc import Iterable, Sequence

from pavgen.kernel.canonical import Json
from pavgen.plan.structured_parts import (
    CONTEXT,
    Thing,
    full_address,
    item_list,
    list_item,
    named,
    organisation,
    partner_list,
    publisher,
    without_gaps,
)
from pavgen.plan.views import PageView, SurfaceView
from pavgen.plan.views.pavilion import (
    AgendaPage,
    ChangesPage,
    EventHome,
    ExhibitorList,
    FloorPage,
    SessionCard,
    SessionPage,
    SpanView,
    SpeakerList,
    SpeakerPage,
    VenueView,
)


def event_things(page: PageView) -> Sequence[Thing]:
    """Return what a page of a pavilion tells; nothing for all other pages."""
    match page.content:
        case EventHome(exhibitors=surface) as home:
            return [*_shown(page, surface), _event(page, home)]
        case AgendaPage() as agenda:
            return [_agenda(page, agenda)]
        case SessionPage() as session:
            return [_session(page, session)]
        case SpeakerPage() as speaker:
            return [_speaker(page, speaker)]
        case _:
            return _lists(page)


def _lists(page: PageView) -> Sequence[Thing]:
    match page.content:
        case ExhibitorList(surface=surface):
            return _shown(page, surface)
        case SpeakerList(title=title, speakers=cards):
            items = [
                list_item(n, card.name, full_address(page, card.href))
                for n, card in enumerate(cards, 1)
            ]
            return [item_list(page, title, items, len(items))]
        case FloorPage(title=title, lead=lead) | ChangesPage(title=title, lead=lead):
            return [without_gaps({**named("WebPage", page, title), "description": lead})]
        case _:
            return []


def _shown(page: PageView, surface: SurfaceView) -> Sequence[Thing]:
    return [partner_list(page, surface)] if surface.cards else []


def _event(page: PageView, view: EventHome) -> Thing:
    """Tell of an event: when, where, and the sessions its front page shows."""
    first, last = _ends(view.hours)
    is_start = first is not None and first.start.date() == view.starts
    is_end = last is not None and last.end.date() == view.ends
    event: Thing = {
        **named("Event", page, view.title),
        "description": view.lead,
        "startDate": first.start_iso if first and is_start else view.starts.isoformat(),
        "endDate": last.end_iso if last and is_end else view.ends.isoformat(),
        **_status(cancelled=False),
        "location": _place(view.venue),
        "organizer": publisher(page),
        "subEvent": [_part(page, card) for card in view.highlights],
    }
    return without_gaps(event)


def _agenda(page: PageView, view: AgendaPage) -> Thing:
    """Tell of every session of an event that has a time."""
    cards = [card for day in view.days for cell in day.cells for card in cell.sessions]
    held = [card.when for card in cards if card.when is not None and not card.cancelled]
    first, last = _ends(held)
    event: Thing = {
        **_whole(page, view.key.title),
        "startDate": first.start_iso if first else "",
        "endDate": last.end_iso if last else "",
        "organizer": publisher(page),
        "subEvent": [_part(page, card) for card in cards],
    }
    return without_gaps(event)


def _session(page: PageView, view: SessionPage) -> Thing:
    """Tell of a session: when and in which room, who holds it and who speaks."""
    card = view.card
    speakers: list[Json] = [
        without_gaps(
            {
                "@type": "Person",
                "name": speaker.name,
                "jobTitle": speaker.role,
                "url": full_address(page, speaker.href),
            }
        )
        for speaker in view.speakers
    ]
    session: Thing = {
        **_part(page, card),
        "url": page.canonical,
        "description": " ".join(view.abstract),
        "performer": speakers,
        "organizer": [organisation(page, partner) for partner in card.partners.cards],
        "superEvent": _whole(page, view.key.title),
        "inLanguage": card.language,
    }
    return without_gaps(session)


def _speaker(page: PageView, view: SpeakerPage) -> Thing:
    """Tell of a speaker, whom the person works for, and in what sessions the person speaks."""
    card = view.card
    partners = view.partner.cards if view.partner is not None else ()
    person: Thing = {
        **named("Person", page, card.name),
        "jobTitle": card.role,
        "description": " ".join(view.bio),
        "worksFor": next((organisation(page, partner) for partner in partners), ""),
        "sameAs": [view.website] if view.website else [],
        "performerIn": [_part(page, session) for session in view.sessions],
    }
    return without_gaps(person)


def _part(page: PageView, card: SessionCard) -> Thing:
    """Tell of a session as part of something else: name, time, room, whether it takes place."""
    when = card.when
    room: Json = {"@type": "Place", "name": card.room.label} if card.room is not None else ""
    part: Thing = {
        "@type": "Event",
        "name": card.title,
        "url": full_address(page, card.href),
        "startDate": when.start_iso if when is not None else "",
        "endDate": when.end_iso if when is not None else "",
        **_status(cancelled=card.cancelled),
        "location": room,
    }
    return without_gaps(part)


def _status(*, cancelled: bool) -> Thing:
    status = "EventCancelled" if cancelled else "EventScheduled"
    return {
        "eventStatus": f"{CONTEXT}/{status}",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
    }


def _place(venue: VenueView) -> Thing:
    address: Thing = {
        "@type": "PostalAddress",
        "streetAddress": venue.street,
        "postalCode": venue.postcode,
        "addressLocality": venue.city,
        "addressCountry": venue.country,
    }
    place: Thing = {
        "@type": "Place",
        "name": venue.name,
        "address": without_gaps(address),
        "url": venue.website,
    }
    return without_gaps(place)


def _whole(page: PageView, title: str) -> Thing:
    """Tell of the event itself on a page below its front page, over which the crumbs lead."""
    home = next((full_address(page, c.href) for c in page.crumbs if c.label == title), "")
    event: Thing = {"@type": "Event", "name": title, "url": home}
    return without_gaps(event)


def _ends(spans: Iterable[SpanView]) -> tuple[SpanView | None, SpanView | None]:
    """Return the span that begins first and the one that ends last."""
    known = tuple(spans)
    first = min(known, key=lambda span: span.start, default=None)
    return first, max(known, key=lambda span: span.end, default=None)
