"""Everybody who speaks: a list by name, and a page for each."""

from collections.abc import Iterator

from pavgen.model.records.agenda import Agenda, Speaker
from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.agenda.booths import booth_links
from pavgen.plan.sections.pavilion.agenda.cards import Sessions, agenda_key
from pavgen.plan.sections.pavilion.agenda.heads import below_agenda
from pavgen.plan.sections.pavilion.agenda.texts import paragraphs
from pavgen.plan.sections.pavilion.paths import SPEAKERS, heard_speakers
from pavgen.plan.surfaces import initials, named
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import SpeakerCard, SpeakerList, SpeakerPage
from pavgen.security.names import sort_key


def speaker_pages(sessions: Sessions) -> Iterator[Page]:
    """Yield the list of speakers, and the page of each; nothing where nobody speaks."""
    speakers = speakers_of(sessions.agenda)
    if not speakers:
        return
    yield _list(sessions, speakers)
    for speaker in speakers:
        yield _page(sessions, speaker)


def speakers_of(agenda: Agenda) -> tuple[Speaker, ...]:
    """Return who speaks in a session that is shown, by name."""
    found = heard_speakers(agenda)
    return tuple(sorted(found, key=lambda speaker: sort_key(speaker.name, speaker.id)))


def speaker_card(sessions: Sessions, speaker: Speaker) -> SpeakerCard:
    """Make a speaker's card, with the person's sessions in order of time."""
    scope = sessions.scope
    held = sessions.of_speaker(speaker.id)
    return SpeakerCard(
        id=speaker.id,
        name=speaker.name,
        href=f"{scope.home}{SPEAKERS}{speaker.id}/",
        initials=initials(speaker.name),
        role=speaker.role,
        partner=_partner(sessions, speaker),
        sessions=tuple(LinkView(card.title, card.href) for card in held),
    )


def _partner(sessions: Sessions, speaker: Speaker) -> LinkView | None:
    frame = sessions.scope.frame
    partner = frame.programme.partner(speaker.partner) if speaker.partner else None
    if partner is None or not frame.is_shown(partner.slug):
        return None
    return LinkView(partner.name, frame.find("partner", partner.slug))


def _list(sessions: Sessions, speakers: tuple[Speaker, ...]) -> Page:
    scope = sessions.scope
    words = scope.frame.words
    title = words.say("plan-agenda-speakers")
    lead = words.say("plan-agenda-speakers-lead", n=len(speakers))
    cards = tuple(speaker_card(sessions, speaker) for speaker in speakers)
    content = SpeakerList(title, lead, cards)
    return below_agenda(scope, (SPEAKERS, title), "speakers.html", content, lead)


def _page(sessions: Sessions, speaker: Speaker) -> Page:
    scope = sessions.scope
    card = speaker_card(sessions, speaker)
    everybody = scope.link(SPEAKERS, scope.frame.words.say("plan-agenda-speakers"))
    works_for = named(scope.frame, scope.section.list, [speaker.partner or ""])
    content = SpeakerPage(
        card=card,
        key=agenda_key(scope),
        bio=paragraphs(speaker.bio),
        website=str(speaker.website or ""),
        partner=works_for if works_for.cards else None,
        booths=tuple(link for c in works_for.cards for link in booth_links(scope, c.slug)),
        sessions=sessions.of_speaker(speaker.id),
        zone=scope.event.zone.name,
        state=scope.state,
    )
    at = (f"{SPEAKERS}{speaker.id}/", speaker.name)
    lead = " ".join(content.bio) or ", ".join(link.label for link in card.sessions)
    return below_agenda(scope, at, "speaker.html", content, lead, (everybody,))
