"""The directory: home, lists by facet, profiles and propositions."""

from collections.abc import Iterator

from pavgen.model.programme import Programme
from pavgen.model.records.site import DirectorySection
from pavgen.model.showing import Showing
from pavgen.plan.addresses import page_shown
from pavgen.plan.frame import Frame, directories
from pavgen.plan.pages import DataFile, Page
from pavgen.plan.sections.directory.compare import compare_page
from pavgen.plan.sections.directory.home import home_page
from pavgen.plan.sections.directory.lists import facet_addresses, list_findings, list_pages
from pavgen.plan.sections.directory.profile import profile_pages
from pavgen.plan.sections.directory.proposition import proposition_pages
from pavgen.plan.sections.directory.register import register
from pavgen.plan.sections.directory.scope import Scope, held_partners

__all__ = ["addresses", "facet_addresses", "list_findings", "plan"]


def addresses(
    programme: Programme, section: DirectorySection, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the address of each profile and proposition."""
    for partner in held_partners(programme, section, showing):
        yield ("partner", partner.slug), f"{home}{partner.slug}/"
    for kind in programme.program.partner_types:
        if kind.proposition and page_shown(programme, kind.proposition, showing):
            yield ("page", kind.proposition), f"{home}for/{kind.id}/"


def plan(section: DirectorySection, frame: Frame) -> Iterator[Page | DataFile]:
    """Yield every page of the section, and its list for scripts."""
    scope = Scope.of(section, frame)
    listed = register(scope)
    yield listed.file
    yield home_page(scope)
    yield from list_pages(scope, listed.href)
    if section.path == directories(frame.site)[0].path:
        yield compare_page(scope, listed.href)
    yield from profile_pages(scope)
    yield from proposition_pages(scope)
