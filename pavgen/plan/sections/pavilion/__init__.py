"""One event: floor plan, exhibitors and agenda, and what is printed and shown in the hall."""

from collections.abc import Iterator

from pavgen.model.programme import Programme
from pavgen.model.records.site import PavilionSection
from pavgen.model.showing import Showing
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.pavilion.agenda.pages import agenda_pages
from pavgen.plan.sections.pavilion.floor.pages import floor_pages
from pavgen.plan.sections.pavilion.hall.pages import hall_pages
from pavgen.plan.sections.pavilion.home import home_page
from pavgen.plan.sections.pavilion.paths import record_paths
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import is_announced


def addresses(
    programme: Programme, section: PavilionSection, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the addresses of an event and of its booths, sessions and speakers, once announced."""
    event = programme.events[section.event]
    if is_announced(event, showing):
        yield from record_paths(event, home, showing)


def plan(section: PavilionSection, frame: Frame) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield every page of the section, and the files that go with them."""
    if not is_announced(frame.programme.events[section.event], frame.showing):
        return
    scope = Scope.of(section, frame)
    yield home_page(scope)
    yield from floor_pages(scope)
    yield from agenda_pages(scope)
    yield from hall_pages(scope)
