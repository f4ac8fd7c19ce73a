"""The showcase: solutions, each with its story, and lists by industry, area and segment."""

from collections.abc import Iterator
from dataclasses import replace

from pavgen.kernel.indexing import once
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.model.records.site import ShowcaseSection
from pavgen.model.showing import Showing
from pavgen.model.taxonomy import Entry, Taxonomy
from pavgen.plan.addresses import section_path
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.paging import slices
from pavgen.plan.prose import introduction, prose_view
from pavgen.plan.shelf import Shelf, shown_solutions
from pavgen.plan.solutions import related_solutions, solution_card
from pavgen.plan.views import (
    FacetIndex,
    FacetValue,
    FacetView,
    LinkView,
    OutcomeView,
    ProseView,
    RoleView,
    SolutionList,
    SolutionStory,
)

_FACETS = {"industry": "industry", "area": "solution_area", "segment": "segment"}


def addresses(
    programme: Programme, section: ShowcaseSection, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the address of each solution that is shown."""
    del section
    for slug in shown_solutions(programme, showing):
        yield ("solution", slug), f"{home}{slug}/"


def plan(section: ShowcaseSection, frame: Frame) -> Iterator[Page]:
    """Yield every page of the section."""
    scope = _Scope(section, frame, section_path(frame.here.base, section))
    everything = frame.shelf.solutions
    yield from _list_pages(scope, _List(scope.home, scope.title, "", everything, intro=True))
    for facet in scope.facets():
        crumbs = (scope.crumb(),)
        title = frame.words.say("plan-facet-title", label=facet.label)
        head = Head(facet.href, title, frame.site.source.path, crumbs=crumbs)
        yield frame.page(head, "showcase/facet.html", FacetIndex(title, facet))
        for entry in _taxonomy(frame, facet.id):
            slugs = _with_value(frame.shelf, facet.id).get(entry.id, ())
            if slugs:
                yield from _list_pages(scope, _of_value(scope, facet, entry, slugs))
    for slug in everything:
        if frame.here.find("solution", slug) == f"{scope.home}{slug}/":
            yield _story(scope, slug)


@dataclass(frozen=True, slots=True)
class _Scope:
    section: ShowcaseSection
    frame: Frame
    home: str

    @property
    def title(self) -> str:
        is_root = self.home == self.frame.shell.home
        return self.frame.shell.title if is_root else self.section.title

    def crumb(self) -> LinkView:
        return LinkView(self.section.title, self.home)

    def facets(self, current: tuple[str, str] = ("", "")) -> tuple[FacetView, ...]:
        """Return the facets that have values, with the page's own value marked."""
        facet, value = current
        return tuple(
            _with_current(view, f"{view.href}{value}/") if view.id == facet else view
            for view in _facets(self)
        )


@once(most=2)
def _facets(scope: _Scope) -> tuple[FacetView, ...]:
    views = (_facet(scope, facet) for facet in _FACETS)
    return tuple(view for view in views if view.values)


def _with_current(view: FacetView, href: str) -> FacetView:
    values = (
        replace(value, current=True) if value.href == href else value for value in view.values
    )
    return replace(view, values=tuple(values))


@dataclass(frozen=True, slots=True)
class _List:
    root: str
    title: str
    lead: str
    slugs: tuple[str, ...]
    intro: bool = False
    current: tuple[str, str] = ("", "")
    crumbs: tuple[LinkView, ...] = ()


@once(most=8)
def _with_value(shelf: Shelf, facet: str) -> dict[str, tuple[str, ...]]:
    """Return the solutions that have each value of a facet, newest first."""
    found: dict[str, list[str]] = {}
    for slug in shelf.solutions:
        for value in shelf.marks[slug][_FACETS[facet]]:
            found.setdefault(value, []).append(slug)
    return {value: tuple(slugs) for value, slugs in found.items()}


def _facet(scope: _Scope, facet: str) -> FacetView:
    root = f"{scope.home}by/{facet}/"
    taxonomy = _taxonomy(scope.frame, facet)
    values = []
    for entry in taxonomy:
        count = len(_with_value(scope.frame.shelf, facet).get(entry.id, ()))
        if count:
            depth = len(taxonomy.trail(entry.id)) - 1
            href = f"{root}{entry.id}/"
            values.append(FacetValue(entry.label, href, count, depth, entry.summary))
    label = scope.frame.words.say(f"plan-facet-{facet}")
    return FacetView(facet, label, root, tuple(values))


def _taxonomy(frame: Frame, facet: str) -> Taxonomy:
    words = frame.programme.words
    return {
        "industry": words.industries,
        "area": words.solution_areas,
        "segment": words.segments,
    }[facet]


def _of_value(scope: _Scope, facet: FacetView, entry: Entry, slugs: tuple[str, ...]) -> _List:
    title = scope.frame.words.say(f"plan-solutions-{facet.id}", label=entry.label)
    crumbs = (scope.crumb(), LinkView(facet.label, facet.href))
    current = (facet.id, entry.id)
    root = f"{facet.href}{entry.id}/"
    return _List(root, title, entry.summary, slugs, current=current, crumbs=crumbs)


def _list_pages(scope: _Scope, wanted: _List) -> Iterator[Page]:
    frame = scope.frame
    page = scope.section.intro if wanted.intro else None
    intro = introduction(frame, page, scope.section.list)
    facets = scope.facets(wanted.current)
    for part in slices(wanted.root, len(wanted.slugs), scope.section.per_page):
        content = SolutionList(
            title=wanted.title,
            lead=wanted.lead,
            intro=intro if part.number == 1 else ProseView(),
            solutions=tuple(
                solution_card(frame, slug, scope.section.list)
                for slug in wanted.slugs[part.first - 1 : part.last]
            ),
            total=len(wanted.slugs),
            pager=part.pager,
            facets=facets,
        )
        title = wanted.title
        if part.number > 1:
            title = frame.words.say("plan-page-title", title=title, number=part.number)
        head = Head(part.path, title, frame.site.source.path, wanted.lead, wanted.crumbs)
        yield frame.page(head, "showcase/list.html", content)


def _story(scope: _Scope, slug: str) -> Page:
    frame = scope.frame
    solution = frame.programme.solutions[slug]
    record = solution.record
    card = solution_card(frame, slug, scope.section.list)
    roles = {
        frame.programme.aliases.get(part.partner, part.partner): part.role
        for part in record.partners
    }
    content = SolutionStory(
        card=card,
        roles=tuple(RoleView(partner, roles[partner.slug]) for partner in card.partners.cards),
        story=prose_view(frame, solution.story, scope.section.list),
        outcomes=tuple(OutcomeView(o.value, o.measure) for o in record.outcomes),
        industries=_links(scope, "industry", record.industries),
        areas=_links(scope, "area", record.solution_areas),
        segments=_links(scope, "segment", record.segments),
        products=record.products,
        published=record.published,
        related=tuple(
            solution_card(frame, other, scope.section.list)
            for other in related_solutions(frame, slug)
        ),
    )
    path = f"{scope.home}{slug}/"
    index = record.status == "published"
    head = Head(path, record.title, record.source.path, record.summary, (scope.crumb(),), index)
    return frame.page(head, "showcase/solution.html", content)


def _links(scope: _Scope, facet: str, terms: tuple[str, ...]) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(entry.label, f"{scope.home}by/{facet}/{entry.id}/")
        for entry in _taxonomy(scope.frame, facet)
        if entry.id in terms
    )
