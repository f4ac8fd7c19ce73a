"""By what visitors narrow an agenda; each value is one that some session has."""

from collections.abc import Iterable

from pavgen.model.records.agenda import SESSION_KINDS
from pavgen.plan.sections.pavilion.agenda.cards import Sessions
from pavgen.plan.surfaces import named
from pavgen.plan.views import FacetValue, FacetView
from pavgen.plan.views.pavilion import SessionCard


def agenda_filters(sessions: Sessions) -> tuple[FacetView, ...]:
    """Return room, track, kind and partner, each with how many sessions a value has.

    Partners stand in the placement's order. What all sessions share narrows nothing down.
    """
    cards = tuple(sessions.cards.values())
    rooms = ((room.id, room.label) for room in sessions.rooms.values())
    tracks = ((track.id, track.label) for track in sessions.tracks)
    words = sessions.scope.frame.words
    kinds = ((kind, words.say(f"plan-agenda-kind-{kind}")) for kind in SESSION_KINDS)
    found = (
        _facet(sessions, "room", rooms, [(card.room_id,) for card in cards]),
        _facet(sessions, "track", tracks, [(_track(card),) for card in cards]),
        _facet(sessions, "kind", kinds, [(card.kind,) for card in cards]),
        _facet(sessions, "partner", _partners(sessions), [_slugs(card) for card in cards]),
    )
    return tuple(
        facet for facet in found if any(value.count != len(cards) for value in facet.values)
    )


def _facet(
    sessions: Sessions,
    name: str,
    known: Iterable[tuple[str, str]],
    held: Iterable[tuple[str, ...]],
) -> FacetView:
    counts: dict[str, int] = {}
    for ids in held:
        for value in ids:
            counts[value] = counts.get(value, 0) + 1
    values = tuple(
        FacetValue(label, "", counts[value], id=value) for value, label in known if value in counts
    )
    label = sessions.scope.frame.words.say(f"plan-agenda-filter-{name}")
    return FacetView(name, label, "", values)


def _partners(sessions: Sessions) -> list[tuple[str, str]]:
    scope = sessions.scope
    slugs = [slug for card in sessions.cards.values() for slug in _slugs(card)]
    cards = named(scope.frame, scope.section.list, slugs).cards
    return [(card.slug, card.name) for card in cards]


def _track(card: SessionCard) -> str:
    return card.track.id if card.track else ""


def _slugs(card: SessionCard) -> tuple[str, ...]:
    return tuple(partner.slug for partner in card.partners.cards)
