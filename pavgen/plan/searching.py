"""What the search of a site finds, and the page that asks for it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pavgen.kernel.indexing import once
from pavgen.model.programme import Partner
from pavgen.model.prose import Prose, plain_text
from pavgen.model.records.site import PavilionSection
from pavgen.plan.facets import FACETS, terms_of, values_of
from pavgen.plan.frame import Frame, Head, directories
from pavgen.plan.pages import Page, SearchRecord
from pavgen.plan.prose import record_title
from pavgen.plan.sections.directory.scope import Scope
from pavgen.plan.sections.pavilion.agenda.finds import event_finds
from pavgen.plan.surfaces import labels
from pavgen.plan.views import FacetValue, FacetView, LinkView, SearchPage

KINDS = ("partner", "solution", "article", "page", "session", "speaker", "booth")

_Filters = dict[str, tuple[str, ...]]


@once(most=1)
def search_records(frame: Frame) -> tuple[SearchRecord, ...]:
    """Gather what can be found: partners in the placement's order first, then the rest.

    Only what is published has a place here; of drafts a preview shows nothing in its search.
    """
    if not frame.shell.search:
        return ()
    found = (
        *_partners(frame),
        *_solutions(frame),
        *_articles(frame),
        *_pages(frame),
        *_events(frame),
    )
    return tuple(replace(record, rank=rank) for rank, record in enumerate(found))


def search_pages(frame: Frame) -> Iterator[Page]:
    """Yield the search page, in a site that has one."""
    if not frame.shell.search:
        return
    scopes = [Scope.of(section, frame) for section in directories(frame.site)[:1]]
    facets = tuple(facet for scope in scopes for facet in scope.facets())
    ways = tuple(
        LinkView(frame.words.say("plan-browse-all", n=len(scope.table.everyone)), scope.browse)
        for scope in scopes
    )
    title = frame.words.say("plan-search")
    content = SearchPage(title, _kinds(frame), facets, ways or frame.shell.main_menu)
    head = Head(frame.shell.search, title, frame.site.source.path, index=False)
    yield frame.page(head, "pages/search.html", content)


def _kinds(frame: Frame) -> FacetView:
    counts = Counter(record.filters[0][1][0] for record in search_records(frame))
    values = tuple(
        FacetValue(frame.words.say(f"plan-kind-{kind}", n=counts[kind]), "", counts[kind], id=kind)
        for kind in KINDS
        if counts[kind]
    )
    return FacetView("kind", frame.words.say("plan-facet-kind"), "", values)


def _partners(frame: Frame) -> Iterator[SearchRecord]:
    sections = directories(frame.site)
    ranks = frame.shelf.ranks[sections[0].list] if sections else {}
    for slug in sorted(ranks, key=lambda slug: ranks[slug]):
        path = frame.here.find("partner", slug)
        if path:
            partner = frame.programme.partners[slug]
            filters = {facet: values_of(frame.programme.words, partner, facet) for facet in FACETS}
            line = partner.listing.tagline
            yield _record(
                frame,
                "partner",
                path,
                partner.name,
                line,
                _said_of(frame, partner, filters),
                filters,
            )


def _said_of(frame: Frame, partner: Partner, values: _Filters) -> str:
    """Return what a profile says of a partner, as plain lines."""
    listing = partner.listing
    words = frame.programme.words
    named = [
        entry.label
        for facet in FACETS
        for entry in terms_of(frame, facet)
        if entry.id in values[facet]
    ]
    places = [office.city for office in listing.offices]
    languages = labels(words.languages, listing.languages)
    said = (*listing.offers, _plain(frame, partner.about))
    return "\n".join((*said, ", ".join((*named, *places, *languages)), listing.legal_name))


def _solutions(frame: Frame) -> Iterator[SearchRecord]:
    for slug in frame.shelf.solutions:
        solution = frame.programme.solutions[slug]
        record = solution.record
        path = frame.here.find("solution", slug)
        if not path or record.status != "published":
            continue
        marks = frame.shelf.marks[slug]
        filters = {
            "area": tuple(sorted(marks["solution_area"])),
            "industry": tuple(sorted(marks["industry"])),
            "segment": tuple(sorted(marks["segment"])),
        }
        names = ", ".join(
            partner.name
            for part in record.partners
            if (partner := frame.programme.partner(part.partner)) is not None
        )
        text = "\n".join((record.customer, names, _plain(frame, solution.story)))
        yield _record(frame, "solution", path, record.title, record.summary, text, filters)


def _articles(frame: Frame) -> Iterator[SearchRecord]:
    for article in frame.shelf.articles:
        record = article.record
        path = frame.here.find("article", f"{article.hub}/{article.slug}")
        if path and record.status == "published":
            text = "\n".join((record.author, _plain(frame, article.text)))
            yield _record(frame, "article", path, record.title, record.summary, text, {})


def _pages(frame: Frame) -> Iterator[SearchRecord]:
    introductions = frame.introductions()
    for slug, page in sorted(frame.programme.pages.items()):
        record = page.record
        path = frame.here.find("page", slug)
        if path and slug not in introductions and record.status == "published":
            text = _plain(frame, page.text)
            yield _record(frame, "page", path, record.title, record.summary, text, {})


def _events(frame: Frame) -> Iterator[SearchRecord]:
    """Yield what is found of events: sessions, speakers, then booths in the placement's order."""
    for section in frame.site.sections:
        if isinstance(section, PavilionSection):
            for found in event_finds(section, frame):
                yield _record(
                    frame, found.kind, found.path, found.title, found.line, found.text, {}
                )


def _record(
    frame: Frame, kind: str, path: str, title: str, line: str, text: str, filters: _Filters
) -> SearchRecord:
    marked = (("kind", (kind,)), *((name, ids) for name, ids in filters.items() if ids))
    label = frame.words.say(f"plan-kind-{kind}", n=1)
    inside = frame.file_at(path)
    return SearchRecord(inside, title, line, label, f"{line}\n{text}".strip(), marked, 0)


def _plain(frame: Frame, prose: Prose) -> str:
    return plain_text(prose, lambda named: record_title(frame, named.kind, named.target)).strip()
