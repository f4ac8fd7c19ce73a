"""For the hall: signs, the printed plan, the kiosk, and files to take along."""

from collections.abc import Iterator

from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.pavilion.scope import Scope


def hall_pages(scope: Scope) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield the pages and files of this part of the section."""
    del scope
    yield from ()
