"""Everybody who exhibits: as a list, and by what a visitor needs."""

from collections.abc import Iterable, Iterator

from pavgen.plan.facets import FacetTable, facet_table, facet_view, own_values, taxonomy_of
from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.floor.booths import co_exhibitors, label_of, shift_label
from pavgen.plan.sections.pavilion.paths import EXHIBITORS, FLOOR
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.surfaces import named
from pavgen.plan.views import FacetView, LinkView, PartnerCard
from pavgen.plan.views.pavilion import BoothLink, ExhibitorList, ExhibitorRow

NEED = "area"
"""The facet whose values are what a visitor needs: solution areas."""


def exhibitor_pages(scope: Scope) -> Iterator[Page]:
    """Yield the list of all exhibitors, and one for each need that some of them meet."""
    words = scope.frame.words
    partners = (scope.frame.programme.partners[slug] for slug in scope.order)
    table = facet_table(scope.frame.programme, partners)
    yield _page(scope, table, "", words.say("plan-floor-exhibitors"), scope.order)
    for entry in taxonomy_of(scope.frame.programme.words, NEED):
        members = table.of(NEED, entry.id)
        if members:
            title = words.say("plan-floor-exhibitors-for", label=entry.label)
            yield _page(scope, table, entry.id, title, members)


def _page(scope: Scope, table: FacetTable, need: str, title: str, slugs: Iterable[str]) -> Page:
    words = scope.frame.words
    surface = named(scope.frame, scope.section.list, slugs, title)
    lead = words.say("plan-floor-exhibitors-lead", title=scope.event.record.title)
    query = f"?{NEED}={need}" if need else ""
    content = ExhibitorList(
        title=title,
        lead=lead,
        surface=surface,
        rows=tuple(_row(scope, card) for card in surface.cards),
        needs=_needs(scope, table, need),
        everybody=LinkView(
            words.say("plan-floor-exhibitors"),
            f"{scope.home}{EXHIBITORS}",
            current=not need,
            count=len(scope.order),
        ),
        plan=f"{scope.home}{FLOOR}{query}" if scope.event.plan else "",
    )
    path = f"{EXHIBITORS}{need}/" if need else EXHIBITORS
    return scope.page(path, title, "exhibitors.html", content, lead)


def _needs(scope: Scope, table: FacetTable, need: str) -> FacetView:
    root = f"{scope.home}{EXHIBITORS}"
    return facet_view(scope.frame, NEED, root, table, current=need)


def _row(scope: Scope, card: PartnerCard) -> ExhibitorRow:
    frame = scope.frame
    event = scope.event.record
    exhibitor = scope.exhibitors[card.slug]
    own = frozenset(own_values(frame.programme.partners[card.slug], NEED))
    return ExhibitorRow(
        card=card,
        package=event.package(exhibitor.package).label,
        booths=tuple(_booths(scope, card.slug)),
        with_it=co_exhibitors(scope, exhibitor),
        does=tuple(
            LinkView(entry.label, f"{scope.home}{EXHIBITORS}{entry.id}/")
            for entry in taxonomy_of(frame.programme.words, NEED)
            if entry.id in own
        ),
    )


def _booths(scope: Scope, slug: str) -> Iterator[BoothLink]:
    """Yield the booths of an exhibitor, each once, with its shifts there."""
    plan, event = scope.event.plan, scope.event.record
    for booth in plan.booths if plan else ():
        held = [h for h in scope.placed.booths.get(booth.id, ()) if h.slug == slug]
        if held:
            shifts = ", ".join(shift_label(event, h.shift) for h in held if h.shift)
            href = f"{scope.home}{FLOOR}#{booth.id}"
            yield BoothLink(label_of(booth), href, shifts)
