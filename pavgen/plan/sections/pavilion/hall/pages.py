"""For the hall: signs, the printed plan, the kiosk, and files to take along."""

from collections.abc import Iterator
from dataclasses import replace

from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.pavilion.agenda.cards import Sessions
from pavgen.plan.sections.pavilion.hall.calendars import calendar_files
from pavgen.plan.sections.pavilion.hall.exports import export_files
from pavgen.plan.sections.pavilion.hall.kiosk import kiosk_page
from pavgen.plan.sections.pavilion.hall.offline import offline_files
from pavgen.plan.sections.pavilion.hall.schedule import schedule_files
from pavgen.plan.sections.pavilion.hall.signs import booth_signs, door_signs, plan_sheets
from pavgen.plan.sections.pavilion.paths import AGENDA, EXHIBITORS, FLOOR
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import agenda_is_out
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import DoorsPage, PrintedPlan, SignsPage


def hall_pages(scope: Scope) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield the pages and files of this part of the section."""
    is_out = agenda_is_out(scope.event, scope.frame.showing)
    sessions = Sessions.of(scope) if is_out else None
    yield from _printed(scope, sessions)
    yield from kiosk_page(scope, sessions)
    yield from export_files(scope)
    if sessions is not None:
        yield from calendar_files(sessions)
        yield from schedule_files(sessions)
    yield from offline_files(scope, _ways(scope))


def _printed(scope: Scope, sessions: Sessions | None) -> Iterator[Page]:
    """Yield what is printed; each page leads to the others, and none is for search engines."""
    doors = door_signs(sessions) if sessions else ()
    pages = (*booth_signs(scope), *doors, *plan_sheets(scope))
    for page in pages:
        content = page.view.content
        others = tuple(
            LinkView(other.view.title, other.view.path) for other in pages if other is not page
        )
        if isinstance(content, SignsPage | DoorsPage | PrintedPlan):
            view = replace(page.view, content=replace(content, others=others), index=False)
            yield replace(page, view=view)


def _ways(scope: Scope) -> tuple[LinkView, ...]:
    """Link the pages that need no network."""
    say = scope.frame.words.say
    ways = [(EXHIBITORS, "plan-hall-to-exhibitors")]
    if scope.event.plan is not None:
        ways.insert(0, (FLOOR, "plan-hall-to-floor"))
    if agenda_is_out(scope.event, scope.frame.showing):
        ways.append((AGENDA, "plan-hall-to-agenda"))
    return tuple(scope.link(path, say(key)) for path, key in ways)
