"""The floor: its plan, its booths, and everybody who exhibits."""

from collections.abc import Iterator

from pavgen.model.records.floorplan import FloorPlan
from pavgen.plan.facets import facet_table, facet_view
from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.pavilion.floor.booths import (
    DOES,
    caption_of,
    entries_of,
    halls_of,
    label_of,
    state_of,
)
from pavgen.plan.sections.pavilion.floor.directions import NO_PLACES, place_id, ways_file
from pavgen.plan.sections.pavilion.floor.exhibitors import exhibitor_pages
from pavgen.plan.sections.pavilion.floor.near import near_lines, near_views
from pavgen.plan.sections.pavilion.paths import EXHIBITORS, FLOOR
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.views import FacetView
from pavgen.plan.views.pavilion import FloorPage, PlaceGroup

_STATES = ("taken", "free", "blocked")


def floor_pages(scope: Scope) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield the pages and files of this part of the section."""
    plan = scope.event.plan
    if plan is not None:
        ways = ways_file(scope, plan)
        yield _floor_page(scope, plan, ways)
        yield ways
    yield from exhibitor_pages(scope)


def _floor_page(scope: Scope, plan: FloorPlan, ways: DataFile) -> Page:
    words = scope.frame.words
    labels = {booth.id: label_of(booth) for booth in plan.booths}
    lines = near_lines(plan)
    title = words.say("plan-floor")
    lead = words.say("plan-floor-lead", title=scope.event.record.title)
    content = FloorPage(
        title=title,
        lead=lead,
        halls=halls_of(scope),
        entries=entries_of(scope, near_views(words, plan, labels)),
        near=lines,
        near_kinds=_legend(scope, "near", [line.kind for line in lines]),
        kinds=_legend(scope, "kind", [booth.kind for booth in plan.booths]),
        states=tuple(
            (state, words.say(f"plan-floor-state-{state}"))
            for state in _STATES
            if any(state_of(scope, booth) == state for booth in plan.booths)
        ),
        features=_legend(
            scope, "feature", [f.kind for f in plan.features if f.kind not in NO_PLACES]
        ),
        facets=_facets(scope),
        places=_places(scope, plan),
        ways=f"{scope.frame.here.base}{ways.path}",
        exhibitors=f"{scope.home}{EXHIBITORS}",
    )
    return scope.page(FLOOR, title, "floor.html", content, lead)


def _legend(scope: Scope, what: str, kinds: list[str]) -> tuple[tuple[str, str], ...]:
    """Return each kind there is once, in the order it comes first, with its words."""
    return tuple(
        (kind, scope.frame.words.say(f"plan-floor-{what}-{kind}")) for kind in dict.fromkeys(kinds)
    )


def _facets(scope: Scope) -> tuple[FacetView, ...]:
    frame = scope.frame
    table = facet_table(frame.programme, (frame.programme.partners[s] for s in scope.order))
    found = (facet_view(frame, facet, "", table) for facet in DOES)
    return tuple(facet for facet in found if facet.values)


def _places(scope: Scope, plan: FloorPlan) -> tuple[PlaceGroup, ...]:
    """Return the places of each hall one may walk between: doors and the like, then booths."""
    words = scope.frame.words
    several = len(plan.halls) > 1
    groups = []
    for hall in plan.halls:
        landmarks = tuple(
            (place_id(feature), feature.label or caption_of(words, feature))
            for feature in plan.features
            if feature.hall == hall.id and feature.kind not in NO_PLACES
        )
        booths = tuple(
            (booth.id, words.say("plan-floor-place", label=label_of(booth)))
            for booth in plan.booths
            if booth.hall == hall.id
        )
        for key, places in (("landmarks", landmarks), ("booths", booths)):
            if places:
                heading = words.say(f"plan-floor-{key}")
                label = f"{hall.label}: {heading}" if several else heading
                groups.append(PlaceGroup(label, places))
    return tuple(groups)
