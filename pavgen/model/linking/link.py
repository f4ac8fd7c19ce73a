"""Records, texts and logos to one checked programme."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, in_order
from pavgen.kernel.suggest import nearest
from pavgen.kernel.values import dataclass
from pavgen.model.decode import Records
from pavgen.model.events.checks import check_events
from pavgen.model.floor.findings import check_floors
from pavgen.model.ledger import Ledger
from pavgen.model.linking.contradictions import check_contradictions
from pavgen.model.linking.files import check_files
from pavgen.model.linking.identity import check_identity
from pavgen.model.linking.known import Known, check_references, known_ids
from pavgen.model.logo import Logo
from pavgen.model.programme import (
    LinkedArticle,
    LinkedEvent,
    LinkedHub,
    LinkedPage,
    LinkedSolution,
    Partner,
    Programme,
    Vocabularies,
)
from pavgen.model.prose import Prose, plain_text
from pavgen.model.records.policy import Policy
from pavgen.model.records.program import Program, Term
from pavgen.model.records.site import Site
from pavgen.model.records.standing import Standing
from pavgen.model.releases import Release
from pavgen.model.schema.texts import claim_words, claims_in
from pavgen.model.taxonomy import Entry, Taxonomy
from pavgen.model.zone import Zone

_EMPTY = Prose()


@dataclass(frozen=True, slots=True)
class Material:
    """What stands beside the records: texts and logos by path, and every file's size in bytes.

    `releases` and `zones` are those of events, by slug; `sources` the texts as they were written.
    """

    prose: Mapping[str, Prose]
    logos: Mapping[str, Logo]
    sizes: Mapping[str, int]
    media: Mapping[str, str]
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    releases: Mapping[str, tuple[Release, ...]] = field(default_factory=dict)
    zones: Mapping[str, Zone] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def link(records: Records, material: Material, preview: date | None = None) -> Checked[Programme]:
    """Check everything that only all records together can show, and build the graph.

    With a day of `preview`, pending partners are in the graph as if admitted on it to the
    lowest tier; without one they are checked and left out.
    """
    known = known_ids(records)
    findings = [
        *check_references(records, material.prose.values(), known),
        *check_identity(records),
        *check_files(records, material.sizes),
        *_check_claims(records, material),
        *_check_link_counts(records),
        *_check_media(records, material),
        *_check_sections(records),
        *check_contradictions(records),
        *check_floors(records),
        *check_events(records, material.releases, material.zones),
    ]
    if preview is not None:
        records = _with_pending(records, known, preview)
    return Checked(_programme(records, material, known), in_order(findings))


def _with_pending(records: Records, known: Known, day: date) -> Records:
    lowest = records.program.tiers[-1].id if records.program.tiers else ""
    provisional = {
        slug: Standing(id=f"pending-{slug}", status="active", tier=lowest, joined=day)
        for slug in sorted(known.pending)
    }
    return replace(records, standings={**records.standings, **provisional})


def _check_claims(records: Records, material: Material) -> Iterable[Diagnostic]:
    for slug in records.listings:
        path = f"partners/{slug}/about.md"
        if path not in material.prose:
            continue
        for phrase in claims_in(plain_text(material.prose[path]), records.rules.unproven_claims):
            line = _line_of(phrase, material.sources.get(path, ""))
            yield Diagnostic(Span(path, line), "unproven-claim", *claim_words(phrase))


def _line_of(phrase: str, text: str) -> int:
    """Return the line of a text in which a phrase stands; the first, if marks part its words."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if claims_in(line, (phrase,))), 1)


def _check_link_counts(records: Records) -> Iterable[Diagnostic]:
    most = records.program.limits.links
    for listing in records.listings.values():
        if len(listing.links) > most:
            what = f"{len(listing.links)} links are {len(listing.links) - most} too many"
            remedy = f"keep at most {most}; the limit is the same for everyone"
            yield Diagnostic(listing.source.at("links"), "links-too-many", what, remedy, "links")


def _check_media(records: Records, material: Material) -> Iterable[Diagnostic]:
    for article in records.articles.values():
        if article.image and article.image not in material.media:
            what = f"there is no image `{article.image}` below content/media/"
            span = article.source.at("image")
            yield Diagnostic(span, "media-missing", what, "add it, or correct the path", "image")
    for prose in material.prose.values():
        for image in prose.images:
            name = image.src.removeprefix("media/")
            if name != image.src and name not in material.media:
                what = f"there is no image `{name}` below content/media/"
                yield Diagnostic(image.span, "media-missing", what, "add it, or correct the path")


def _check_sections(records: Records) -> Iterable[Diagnostic]:
    for site in records.sites.values():
        seen: set[tuple[str, str]] = set()
        for index, section in enumerate(site.sections):
            key = (section.path, section.kind)
            where = f"sections[{index}].path"
            if key in seen and section.path:
                what = f"two sections of kind `{section.kind}` stand at `{section.path}`"
                span = site.source.at(where)
                yield Diagnostic(span, "section-twice", what, "give each its own path", where)
            seen.add(key)
        yield from _check_default_orders(site, records.policy)


def _check_default_orders(site: Site, policy: Policy) -> Iterable[Diagnostic]:
    """Find sections that leave out `list` where the policy lacks the usual one; once a site."""
    known = [name for name, _ in policy.opportunities]
    for index, section in enumerate(site.sections):
        where = f"sections[{index}].list"
        is_default = section.kind and where not in site.source.spans
        if known and is_default and section.list not in known:
            what = f"the section has no `list`, and the policy no opportunity `{section.list}`"
            meant = nearest(section.list, known)
            remedy = f"add `list: {meant}`" if meant else "add `list` with an opportunity's id"
            yield Diagnostic(site.source.at(where), "opportunity-unknown", what, remedy, where)
            return


def _programme(records: Records, material: Material, known: Known) -> Programme:
    texts = material.prose
    return Programme(
        program=records.program,
        words=vocabularies(records.program),
        policy=records.policy,
        partners=_partners(records, material),
        pending=tuple(sorted(known.pending)),
        solutions={
            slug: LinkedSolution(slug, item, texts.get(item.source.path, _EMPTY))
            for slug, item in records.solutions.items()
        },
        hubs=_hubs(records, texts),
        pages={
            slug: LinkedPage(slug, item, texts.get(item.source.path, _EMPTY))
            for slug, item in records.pages.items()
        },
        sites=records.sites,
        media=material.media,
        aliases=known.aliases,
        ledgers=material.ledgers,
        events={slug: _event(slug, records, material) for slug in records.events},
        owners=records.owners,
    )


def _partners(records: Records, material: Material) -> dict[str, Partner]:
    found = {}
    for slug, standing in records.standings.items():
        listing = records.listings.get(slug)
        if listing is not None:
            found[slug] = Partner(
                slug,
                listing,
                standing,
                material.prose.get(f"partners/{slug}/about.md", _EMPTY),
                _logo(slug, listing.logo, material),
                _logo(slug, listing.logo_dark, material),
            )
    return found


def _logo(slug: str, name: str | None, material: Material) -> Logo | None:
    return material.logos.get(f"partners/{slug}/{name}") if name else None


def _event(slug: str, records: Records, material: Material) -> LinkedEvent:
    return LinkedEvent(
        slug,
        records.events[slug],
        material.prose.get(f"content/events/{slug}/index.md", _EMPTY),
        records.floorplans.get(slug),
        records.agendas.get(slug),
        material.releases.get(slug, ()),
        material.zones.get(slug, Zone()),
    )


def _hubs(records: Records, texts: Mapping[str, Prose]) -> dict[str, LinkedHub]:
    found = {}
    for hub, record in records.hubs.items():
        articles = tuple(
            LinkedArticle(hub, slug, article, texts.get(article.source.path, _EMPTY))
            for (of_hub, slug), article in records.articles.items()
            if of_hub == hub
        )
        found[hub] = LinkedHub(hub, record, texts.get(record.source.path, _EMPTY), articles)
    return found


def vocabularies(program: Program) -> Vocabularies:
    """Return the programme's vocabularies as trees."""
    return Vocabularies(
        tiers=Taxonomy(Entry(t.id, t.label, t.summary, None, ()) for t in program.tiers),
        partner_types=Taxonomy(
            Entry(t.id, t.label, t.summary, None, ()) for t in program.partner_types
        ),
        regions=Taxonomy(_entries(program.regions, None)),
        segments=Taxonomy(_entries(program.segments, None)),
        industries=Taxonomy(_entries(program.industries, None)),
        solution_areas=Taxonomy(_entries(program.solution_areas, None)),
        certifications=Taxonomy(
            Entry(c.id, c.label, c.issuer, None, ()) for c in program.certifications
        ),
        languages=Taxonomy(_entries(program.languages, None)),
    )


def _entries(terms: Iterable[Term], parent: str | None) -> Iterable[Entry]:
    for term in terms:
        children = tuple(child.id for child in term.children)
        yield Entry(term.id, term.label, term.summary, parent, children)
        yield from _entries(term.children, term.id)
