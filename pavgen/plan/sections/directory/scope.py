"""What the pages of one directory share: which partners it holds and where its lists are."""

from dataclasses import dataclass

from pavgen.model.programme import Partner, Programme, Showing
from pavgen.model.records.program import PartnerType
from pavgen.model.records.site import DirectorySection
from pavgen.place.eligibility import evaluate
from pavgen.plan.addresses import page_shown, section_path
from pavgen.plan.facets import FACETS, FacetTable, facet_table, facet_view
from pavgen.plan.frame import Frame
from pavgen.plan.views import FacetView, LinkView


@dataclass(frozen=True, slots=True)
class Scope:
    """One directory being planned."""

    section: DirectorySection
    frame: Frame
    home: str
    partners: tuple[Partner, ...]
    table: FacetTable

    @staticmethod
    def of(section: DirectorySection, frame: Frame) -> "Scope":
        """Gather what the pages of a directory share."""
        partners = held_partners(frame.programme, section, frame.showing)
        home = section_path(frame.here.base, section)
        return Scope(section, frame, home, partners, listed_table(section, frame, partners))

    @property
    def browse(self) -> str:
        """The path of the full list, below which every narrower list stands."""
        return f"{self.home}browse/"

    @property
    def source(self) -> str:
        """The file that declares the section."""
        return self.frame.site.source.path

    def crumb(self) -> LinkView:
        """Return the link to the section's home."""
        return LinkView(self.section.title, self.home)

    def root_of(self, facet: str) -> str:
        """Return the path of a facet's index."""
        return f"{self.browse}{facet}/"

    def proposition(self, kind: PartnerType) -> str:
        """Return the path of a type's proposition, or empty text where none is shown."""
        frame = self.frame
        page = kind.proposition
        if page is None or not page_shown(frame.programme, page, frame.showing):
            return ""
        return f"{self.home}for/{kind.id}/"

    def facets(self, current: tuple[str, str] = ("", "")) -> tuple[FacetView, ...]:
        """Return the facets that have values."""
        views = (
            facet_view(
                self.frame,
                facet,
                self.root_of(facet),
                self.table,
                current=current[1] if current[0] == facet else "",
            )
            for facet in FACETS
        )
        return tuple(view for view in views if view.values)


def listed_table(
    section: DirectorySection, frame: Frame, partners: tuple[Partner, ...]
) -> FacetTable:
    """Work out the facets of the partners that the section's list shows."""
    listed = frozenset(frame.placement.order_of(section.list))
    return facet_table(frame.programme, (p for p in partners if p.slug in listed))


def held_partners(
    programme: Programme, section: DirectorySection, showing: Showing
) -> tuple[Partner, ...]:
    """Return the partners that have a profile in a directory, in the order of their ids."""
    words = programme.words
    held = (
        partner
        for partner in programme.partners.values()
        if partner.standing.shown_on(showing.as_of)
        and evaluate(section.only, partner, words, showing.as_of).holds
    )
    return tuple(sorted(held, key=lambda partner: partner.id))
