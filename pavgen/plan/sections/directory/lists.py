"""The lists of a directory: all partners, each facet value, and the crossings that have any."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.records.site import DirectorySection, Site
from pavgen.model.taxonomy import Entry
from pavgen.plan.addresses import section_path
from pavgen.plan.facets import CROSSINGS, FACETS, facet_view, terms_of, with_current
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.paging import slices
from pavgen.plan.sections.directory.scope import Scope, listed_table
from pavgen.plan.surfaces import kept, surface
from pavgen.plan.views import FacetIndex, FacetView, LinkView, PartnerList


@dataclass(frozen=True, slots=True)
class _List:
    """A list to be planned: where, of whom, and what it is called."""

    root: str
    title: str
    lead: str
    members: frozenset[str]
    crumbs: tuple[LinkView, ...] = ()
    current: tuple[str, str] = ("", "")
    narrower: tuple[FacetView, ...] = ()
    proposition: LinkView | None = None
    given: tuple[tuple[str, str], ...] = ()
    opportunity: str = ""


def facet_addresses(section: DirectorySection, frame: Frame) -> dict[tuple[str, str], str]:
    """Return the address of each facet value that has a list in a directory."""
    table = listed_table(section, frame)
    browse = f"{section_path(frame.here.base, section)}browse/"
    return {key: f"{browse}{key[0]}/{key[1]}/" for key in sorted(table.members)}


def list_pages(scope: Scope, data: str) -> Iterator[Page]:
    """Yield the pages of every list, and an index for each facet.

    `data` is the address of the whole list for scripts.
    """
    yield from _pages(scope, _everyone(scope), data)
    for view in scope.facets():
        yield _index(scope, view)
        for entry in terms_of(scope.frame, view.id):
            if scope.table.of(view.id, entry.id):
                yield from _pages(scope, _value(scope, view.id, entry), data)
    for facet, other in CROSSINGS:
        for crossing in _crossings(scope, facet, other):
            yield from _pages(scope, crossing, data)


def list_findings(site: Site, frame: Frame) -> Iterator[Diagnostic]:
    """Find lists of their own that are given to a facet or a value that does not exist."""
    for index, section in enumerate(site.sections):
        for key, _ in section.lists if isinstance(section, DirectorySection) else ():
            facet, _, value = key.partition("/")
            known = terms_of(frame, facet).ids() if facet in FACETS else FACETS
            if facet in FACETS and value in known:
                continue
            where = f"sections[{index}].lists"
            what = f"`{facet}` has no value `{value}`" if facet in FACETS else f"no facet `{facet}`"
            remedy = did_you_mean(value if facet in FACETS else facet, known, 20)
            span = site.source.at(f"{where}.{key}")
            yield Diagnostic(span, "list-facet-unknown", what, remedy, f"{where}.{key}")


def _pages(scope: Scope, wanted: _List, data: str) -> Iterator[Page]:
    frame = scope.frame
    section = scope.section
    opportunity = wanted.opportunity or section.list
    total = len(kept(frame.placement, opportunity, wanted.members))
    facets = scope.facets(wanted.current)
    crumbs = (scope.crumb(), *wanted.crumbs)
    for part in slices(wanted.root, total, section.per_page):
        content = PartnerList(
            title=wanted.title,
            lead=wanted.lead,
            surface=surface(
                frame,
                opportunity,
                wanted.members,
                title=wanted.title,
                first=part.first,
                most=section.per_page,
            ),
            pager=part.pager,
            facets=facets,
            narrower=wanted.narrower,
            proposition=wanted.proposition,
            given=wanted.given,
            browse=scope.browse,
            data=data,
        )
        title = wanted.title
        if part.number > 1:
            title = frame.words.say("plan-page-title", title=title, number=part.number)
        description = wanted.lead or frame.words.say(
            "plan-list-description", n=total, title=wanted.title
        )
        head = Head(part.path, title, scope.source, description, crumbs)
        yield frame.page(head, "directory/list.html", content)


def _everyone(scope: Scope) -> _List:
    title = scope.frame.words.say("plan-all-partners")
    return _List(scope.browse, title, "", scope.table.everyone)


def _value(scope: Scope, facet: str, entry: Entry) -> _List:
    words = scope.frame.words
    taxonomy = terms_of(scope.frame, facet)
    members = scope.table.of(facet, entry.id)
    root = scope.root_of(facet)
    above = tuple(
        LinkView(term.label, f"{root}{term.id}/") for term in taxonomy.trail(entry.id)[:-1]
    )
    crumbs = (_browse_crumb(scope), LinkView(words.say(f"plan-facet-{facet}"), root), *above)
    return _List(
        root=f"{root}{entry.id}/",
        title=words.say(f"plan-title-{facet}", label=_spoken(scope, facet, entry)),
        lead=entry.summary,
        members=members,
        crumbs=crumbs,
        current=(facet, entry.id),
        narrower=_narrower(scope, facet, entry.id, members),
        proposition=_proposition(scope, entry.id) if facet == "type" else None,
        given=((facet, entry.id),),
        opportunity=dict(scope.section.lists).get(f"{facet}/{entry.id}", ""),
    )


def _crossings(scope: Scope, facet: str, other: str) -> Iterator[_List]:
    words = scope.frame.words
    for entry in terms_of(scope.frame, facet):
        members = scope.table.of(facet, entry.id)
        narrower = _narrower(scope, facet, entry.id, members)
        for second in terms_of(scope.frame, other):
            both = members & scope.table.of(other, second.id)
            if not both:
                continue
            root = f"{scope.root_of(facet)}{entry.id}/"
            spoken = _spoken(scope, facet, entry)
            crumbs = (
                _browse_crumb(scope),
                LinkView(words.say(f"plan-facet-{facet}"), scope.root_of(facet)),
                LinkView(words.say(f"plan-title-{facet}", label=spoken), root),
            )
            yield _List(
                root=f"{root}{second.id}/",
                title=words.say(f"plan-title-{facet}-{other}", label=spoken, other=second.label),
                lead="",
                members=both,
                crumbs=crumbs,
                current=(facet, entry.id),
                narrower=tuple(
                    with_current(view, second.id) if view.id == other else view for view in narrower
                ),
                given=((facet, entry.id), (other, second.id)),
            )


def _narrower(
    scope: Scope, facet: str, value: str, members: frozenset[str]
) -> tuple[FacetView, ...]:
    """Return the crossings of a value: by the other facet, each leading to their own list."""
    views = []
    for one, other in CROSSINGS:
        if facet == one:
            root = f"{scope.root_of(facet)}{value}/"
            views.append(facet_view(scope.frame, other, root, scope.table, within=members))
    return tuple(view for view in views if view.values)


def _index(scope: Scope, view: FacetView) -> Page:
    title = scope.frame.words.say("plan-facet-title", label=view.label)
    crumbs = (scope.crumb(), _browse_crumb(scope))
    head = Head(view.href, title, scope.source, crumbs=crumbs)
    return scope.frame.page(head, "directory/facet.html", FacetIndex(title, view))


def _spoken(scope: Scope, facet: str, entry: Entry) -> str:
    if facet != "type":
        return entry.label
    kinds = scope.frame.programme.program.partner_types
    return next(kind.plural for kind in kinds if kind.id == entry.id)


def _proposition(scope: Scope, kind: str) -> LinkView | None:
    found = next(k for k in scope.frame.programme.program.partner_types if k.id == kind)
    path = scope.proposition(found)
    if not path:
        return None
    label = scope.frame.words.say("plan-proposition", label=found.label)
    return LinkView(label, path)


def _browse_crumb(scope: Scope) -> LinkView:
    return LinkView(scope.frame.words.say("plan-all-partners"), scope.browse)
