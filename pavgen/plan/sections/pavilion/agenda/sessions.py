"""The page of each session."""

from collections.abc import Iterator

from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.agenda.booths import booth_links
from pavgen.plan.sections.pavilion.agenda.cards import Sessions, agenda_key
from pavgen.plan.sections.pavilion.agenda.heads import below_agenda
from pavgen.plan.sections.pavilion.agenda.speakers import speaker_card
from pavgen.plan.sections.pavilion.agenda.texts import paragraphs
from pavgen.plan.sections.pavilion.paths import AGENDA, SESSIONS
from pavgen.plan.views.pavilion import SessionCard, SessionPage

RELATED = 4
"""Further sessions of the track that a page names."""


def session_pages(sessions: Sessions) -> Iterator[Page]:
    """Yield a page for each session that is shown."""
    for session in sessions.cards:
        yield _page(sessions, session)


def related(sessions: Sessions, card: SessionCard) -> tuple[SessionCard, ...]:
    """Return the next sessions of the same track, after the last those from the start, by time."""
    if card.track is None:
        return ()
    cards = tuple(sessions.cards.values())
    place = cards.index(card)
    others = (*cards[place + 1 :], *cards[:place])
    same = [c for c in others if c.track == card.track and not c.cancelled]
    return tuple(sorted(same[:RELATED], key=cards.index))


def _page(sessions: Sessions, session: str) -> Page:
    scope = sessions.scope
    card = sessions.cards[session]
    record = sessions.records[session]
    speakers = {speaker.id: speaker for speaker in sessions.agenda.speakers}
    content = SessionPage(
        card=card,
        key=agenda_key(scope),
        abstract=paragraphs(record.abstract),
        speakers=tuple(
            speaker_card(sessions, speakers[name]) for name in record.speakers if name in speakers
        ),
        booths=tuple(booth_links(scope, partner.slug) for partner in card.partners.cards),
        related=related(sessions, card),
        agenda=f"{scope.home}{AGENDA}",
        zone=scope.event.zone.name,
        state=scope.state,
    )
    path = f"{SESSIONS}{session}/"
    lead = " ".join(content.abstract)
    return below_agenda(scope, (path, card.title), "session.html", content, lead)
