"""What every page of a pavilion plans from."""

from collections.abc import Mapping
from dataclasses import replace

from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedEvent
from pavgen.model.records.event import Exhibitor
from pavgen.model.records.site import PavilionSection
from pavgen.place.picks import EventPlacement
from pavgen.plan.addresses import section_path
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.state import State, state_on
from pavgen.plan.views import LinkView


@dataclass(frozen=True, slots=True)
class Scope:
    """A section, the site it stands in, its event, and what was given out there.

    `home` is the section's address. `exhibitors` are those who exhibit and are shown on the
    day, by slug, co-exhibitors not among them; `order` their slugs as the section's
    opportunity orders them.
    """

    section: PavilionSection
    frame: Frame
    home: str
    event: LinkedEvent
    placed: EventPlacement
    state: State
    exhibitors: Mapping[str, Exhibitor]
    order: tuple[str, ...]

    @classmethod
    def of(cls, section: PavilionSection, frame: Frame) -> "Scope":
        """Gather what the pages of a section need."""
        event = frame.programme.events[section.event]
        exhibitors = {
            partner.slug: exhibitor
            for exhibitor in event.record.exhibitors
            if exhibitor.withdrew is None or exhibitor.withdrew > frame.showing.as_of
            if (partner := frame.programme.partner(exhibitor.partner)) is not None
            and frame.is_shown(partner.slug)
        }
        ranks = frame.shelf.ranks[section.list]
        return cls(
            section,
            frame,
            section_path(frame.here.base, section),
            event,
            frame.placement.events[section.event],
            state_on(event, frame.showing),
            exhibitors,
            tuple(sorted(exhibitors, key=lambda slug: ranks[slug])),
        )

    def page(self, path: str, title: str, template: str, content: object, lead: str = "") -> Page:
        """Make a page at a path below the section's home; `lead` describes it in its head."""
        record = self.event.record
        crumb = LinkView(record.title, self.home)
        head = Head(
            f"{self.home}{path}", title, record.source.path, lead or record.summary, (crumb,)
        )
        return self.made(head, template, content)

    def made(self, head: Head, template: str, content: object) -> Page:
        """Make a page of the section, which is there without a network, too."""
        page = self.frame.page(head, f"pavilion/{template}", content)
        return replace(page, view=replace(page.view, offline=self.home))

    def link(self, path: str, label: str) -> LinkView:
        """Link a page of the section."""
        return LinkView(label, f"{self.home}{path}")
