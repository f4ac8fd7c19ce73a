"""The agenda: grid, sessions, speakers, and what has changed."""

from collections.abc import Iterator

from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.pavilion.agenda.cards import Sessions, agenda_key
from pavgen.plan.sections.pavilion.agenda.changes import changes_page
from pavgen.plan.sections.pavilion.agenda.days import agenda_days
from pavgen.plan.sections.pavilion.agenda.filters import agenda_filters
from pavgen.plan.sections.pavilion.agenda.sessions import session_pages
from pavgen.plan.sections.pavilion.agenda.shifts import shown_releases
from pavgen.plan.sections.pavilion.agenda.speakers import speaker_pages, speakers_of
from pavgen.plan.sections.pavilion.paths import AGENDA, CHANGES, SPEAKERS
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import agenda_is_out
from pavgen.plan.surfaces import named
from pavgen.plan.views.pavilion import AgendaPage

CALENDAR = "agenda.ics"


def agenda_pages(scope: Scope) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield the pages of the agenda, from the day on which it is out."""
    if not agenda_is_out(scope.event, scope.frame.showing):
        return
    sessions = Sessions.of(scope)
    yield _agenda_page(sessions)
    yield from session_pages(sessions)
    yield from speaker_pages(sessions)
    if shown_releases(scope):
        yield changes_page(scope)


def _agenda_page(sessions: Sessions) -> Page:
    scope = sessions.scope
    releases = shown_releases(scope)
    days = agenda_days(sessions)
    words = scope.frame.words
    title = words.say("plan-agenda")
    content = AgendaPage(
        title=title,
        lead=words.say("plan-agenda-lead", event=scope.event.record.title),
        key=agenda_key(scope),
        days=days,
        open_times=sessions.open(),
        filters=agenda_filters(sessions),
        tracks=sessions.tracks,
        order=named(scope.frame, scope.section.list, ()),
        zone=scope.event.zone.name,
        state=scope.state,
        version=releases[-1].version if releases else 0,
        released=releases[-1].on if releases else None,
        calendar=f"{scope.home}{AGENDA}{CALENDAR}",
        changes=f"{scope.home}{CHANGES}" if releases else "",
        speakers=f"{scope.home}{SPEAKERS}" if speakers_of(sessions.agenda) else "",
    )
    return scope.page(AGENDA, title, "agenda.html", content, content.lead)
