"""What the pages of one directory share: which partners it holds and where its lists are."""

from pavgen.kernel.indexing import once
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.program import PartnerType
from pavgen.model.records.site import DirectorySection
from pavgen.model.showing import Showing
from pavgen.place.eligibility import evaluate
from pavgen.place.placement import Placement
from pavgen.plan.addresses import page_shown, section_path
from pavgen.plan.facets import FACETS, FacetTable, facet_table, facet_view, with_current
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
        found = _gathered(section, frame.programme, frame.placement, frame.showing)
        return Scope(section, frame, section_path(frame.here.base, section), *found)

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
        """Return the facets that have values, with the page's own value marked."""
        facet, value = current
        return tuple(
            with_current(view, value) if value and view.id == facet else view
            for view in _facets(self)
        )


@once(most=2)
def _facets(scope: Scope) -> tuple[FacetView, ...]:
    views = (facet_view(scope.frame, f, scope.root_of(f), scope.table) for f in FACETS)
    return tuple(view for view in views if view.values)


def listed_table(section: DirectorySection, frame: Frame) -> FacetTable:
    """Work out the facets of the partners that the section's list shows."""
    return _gathered(section, frame.programme, frame.placement, frame.showing)[1]


@once(most=2)
def _gathered(
    section: DirectorySection, programme: Programme, placement: Placement, showing: Showing
) -> tuple[tuple[Partner, ...], FacetTable]:
    partners = held_partners(programme, section, showing)
    listed = frozenset(placement.order_of(section.list))
    return partners, facet_table(programme, (p for p in partners if p.slug in listed))


@once(most=4)
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
