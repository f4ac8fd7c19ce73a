"""What a search finds of an event: sessions, speakers, and the booths of those who exhibit."""

from collections.abc import Iterator

from pavgen.kernel.values import dataclass
from pavgen.model.records.site import PavilionSection
from pavgen.plan.frame import Frame
from pavgen.plan.sections.pavilion.agenda.booths import booth_links
from pavgen.plan.sections.pavilion.agenda.cards import Sessions
from pavgen.plan.sections.pavilion.agenda.speakers import speaker_card, speakers_of
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import agenda_is_out, is_announced


@dataclass(frozen=True, slots=True)
class Find:
    """Something to be found; `text` is what is searched beside title and line."""

    kind: str
    path: str
    title: str
    line: str
    text: str


def event_finds(section: PavilionSection, frame: Frame) -> Iterator[Find]:
    """Yield sessions and speakers once the agenda is out, and booths in the placement's order."""
    event = frame.programme.events[section.event]
    if not is_announced(event, frame.showing):
        return
    scope = Scope.of(section, frame)
    if agenda_is_out(event, frame.showing):
        sessions = Sessions.of(scope)
        yield from _sessions(sessions)
        yield from _speakers(sessions)
    for slug in scope.order:
        name = frame.programme.partners[slug].name
        for link in booth_links(scope, slug):
            yield Find("booth", link.href, link.label, name, event.record.title)


def _sessions(sessions: Sessions) -> Iterator[Find]:
    words = sessions.scope.frame.words
    for card in sessions.cards.values():
        day = words.day(card.when.start.date()) if card.when else ""
        room = card.room.label if card.room else ""
        line = ", ".join(part for part in (card.kind_label, day, room) if part)
        names = [link.label for link in card.speakers]
        names += [partner.name for partner in card.partners.cards]
        track = card.track.label if card.track else ""
        text = "\n".join((sessions.records[card.id].abstract, ", ".join(names), track))
        yield Find("session", card.href, card.title, line, text)


def _speakers(sessions: Sessions) -> Iterator[Find]:
    for speaker in speakers_of(sessions.agenda):
        card = speaker_card(sessions, speaker)
        partner = card.partner.label if card.partner else ""
        line = ", ".join(part for part in (card.role, partner) if part)
        titles = ", ".join(link.label for link in card.sessions)
        yield Find("speaker", card.href, card.name, line, f"{speaker.bio}\n{titles}")
