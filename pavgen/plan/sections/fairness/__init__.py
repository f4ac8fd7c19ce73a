"""How partners are placed: every opportunity, every partner's account, and the proof."""

from collections.abc import Iterator

from pavgen.model.programme import Programme
from pavgen.model.records.site import FairnessSection
from pavgen.model.showing import Showing
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.fairness.home import home_page
from pavgen.plan.sections.fairness.opportunity import opportunity_pages
from pavgen.plan.sections.fairness.partner import partner_pages
from pavgen.plan.sections.fairness.proof import proof_files
from pavgen.plan.sections.fairness.scope import Scope


def addresses(
    programme: Programme, section: FairnessSection, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the address of each opportunity's page, and of the account of each partner shown."""
    del section
    for name, _ in programme.policy.opportunities:
        yield ("opportunity", name), f"{home}{name}/"
    for slug, partner in programme.partners.items():
        if partner.standing.shown_on(showing.as_of):
            yield ("account", slug), f"{home}partners/{slug}/"


def plan(section: FairnessSection, frame: Frame) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield every page of the section and, for the first of a site, the data to check it by."""
    scope = Scope.of(section, frame)
    yield home_page(scope)
    yield from opportunity_pages(scope)
    yield from partner_pages(scope)
    if section is next(s for s in frame.site.sections if isinstance(s, FairnessSection)):
        yield from proof_files(scope)
