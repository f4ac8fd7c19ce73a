"""A screen in the hall: exhibitors by turns, and what is on next."""

from collections.abc import Iterator
from dataclasses import replace

from pavgen.place.inputs import group_rule, weight_of
from pavgen.place.screen import screen_turns
from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.agenda.cards import Sessions
from pavgen.plan.sections.pavilion.hall.exports import stands_of
from pavgen.plan.sections.pavilion.hall.fitting import fit
from pavgen.plan.sections.pavilion.hall.signs import foot_of
from pavgen.plan.sections.pavilion.paths import KIOSK
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.surfaces import named
from pavgen.plan.views.pavilion import KioskPage, KioskTurn


def kiosk_page(scope: Scope, sessions: Sessions | None) -> Iterator[Page]:
    """Yield the page for the screen, once somebody exhibits; `sessions` where they are out."""
    if not scope.order:
        return
    words = scope.frame.words
    title = words.say("plan-hall-kiosk")
    surface = named(scope.frame, scope.section.list, scope.order)
    numbers = {card.slug: number for number, card in enumerate(surface.cards)}
    cycle = screen_turns([(slug, weight_here(scope, slug)) for slug in scope.order])
    content = KioskPage(
        title=title,
        lead=words.say("plan-hall-kiosk-lead", event=scope.event.record.title),
        foot=foot_of(scope),
        seconds=scope.section.kiosk_seconds,
        turns=tuple(numbers[slug] for slug in cycle),
        exhibitors=tuple(
            KioskTurn(
                card,
                fit(card.name),
                tuple(stand.words for stand in stands_of(scope, card.slug)),
            )
            for card in surface.cards
        ),
        surface=surface,
        sessions=tuple(c for c in sessions.timed() if not c.cancelled) if sessions else (),
        zone=scope.event.zone.name,
        address=scope.frame.here.absolute(scope.home),
    )
    page = scope.page(KIOSK, title, "kiosk.html", content, content.lead)
    yield replace(page, view=replace(page.view, index=False))


def weight_here(scope: Scope, slug: str) -> int:
    """Return an exhibitor's weight in the group of the section's list: as recorded, else as is."""
    frame = scope.frame
    programme = frame.programme
    partner = programme.partners[slug]
    group = programme.policy.opportunity(scope.section.list).group
    roster = dict(frame.placement.groups[group].day.of.round.roster)
    return roster.get(partner.id) or weight_of(
        programme, group, group_rule(programme, group), partner
    )
