"""The kinds of section: one row for each, and nothing else knows them all."""

from collections.abc import Iterator

from pavgen.model.programme import Programme
from pavgen.model.records.site import (
    DirectorySection,
    FairnessSection,
    HubSection,
    PagesSection,
    PavilionSection,
    Section,
    ShowcaseSection,
)
from pavgen.model.showing import Showing
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections import directory, fairness, hub, pages, pavilion, showcase


def section_addresses(
    programme: Programme, section: Section, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield kind, id and address of every record that has a page in the section."""
    match section:
        case DirectorySection():
            return directory.addresses(programme, section, home, showing)
        case ShowcaseSection():
            return showcase.addresses(programme, section, home, showing)
        case HubSection():
            return hub.addresses(programme, section, home, showing)
        case PagesSection():
            return pages.addresses(programme, section, home, showing)
        case FairnessSection():
            return fairness.addresses(programme, section, home, showing)
        case PavilionSection():
            return pavilion.addresses(programme, section, home, showing)


def section_pages(section: Section, frame: Frame) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield every page of a section, and the files that go with them."""
    match section:
        case DirectorySection():
            return directory.plan(section, frame)
        case ShowcaseSection():
            return showcase.plan(section, frame)
        case HubSection():
            return hub.plan(section, frame)
        case PagesSection():
            return pages.plan(section, frame)
        case FairnessSection():
            return fairness.plan(section, frame)
        case PavilionSection():
            return pavilion.plan(section, frame)
