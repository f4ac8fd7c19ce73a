"""The floor: its plan, its booths, and everybody who exhibits."""

from collections.abc import Iterator

from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.pavilion.scope import Scope


def floor_pages(scope: Scope) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield the pages and files of this part of the section."""
    del scope
    yield from ()
