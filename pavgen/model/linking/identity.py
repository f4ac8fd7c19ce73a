"""Checks on who is who: ids, slugs, aliases and names that look alike."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.decode import Records
from pavgen.model.records.hub import Series, Topic
from pavgen.model.records.program import Certification, PartnerType, Term, Tier
from pavgen.model.schema.fields import Source
from pavgen.model.schema.kinds import shown
from pavgen.security.names import skeleton

_LONGEST = 64
"""Characters in a name; a longer one is refused elsewhere, and only its beginning is told."""


def check_identity(records: Records) -> list[Diagnostic]:
    """Find ids used twice, aliases that are taken, and names that look like another's."""
    return [
        *_ids_used_twice(records),
        *_aliases_taken(records),
        *_slugs_retired(records),
        *_names_alike(records),
        *_terms_twice(records),
        *_tiers_out_of_order(records),
    ]


def _ids_used_twice(records: Records) -> Iterable[Diagnostic]:
    first: dict[str, str] = {}
    for slug, standing in records.standings.items():
        if standing.id and standing.id in first:
            what = f"id `{standing.id}` is already that of `{first[standing.id]}`"
            remedy = "assign a new one; an id is never reused"
            yield Diagnostic(standing.source.at("id"), "id-taken", what, remedy, "id")
        first.setdefault(standing.id, slug)


def _aliases_taken(records: Records) -> Iterable[Diagnostic]:
    taken = {slug: slug for slug in (*records.standings, *records.listings)}
    for slug, standing in records.standings.items():
        for index, alias in enumerate(standing.aliases):
            where = f"aliases[{index}]"
            if alias in taken:
                what = f"alias `{alias}` is already used by `{taken[alias]}`"
                yield Diagnostic(standing.source.at(where), "alias-taken", what, "remove it", where)
            taken.setdefault(alias, slug)


def _slugs_retired(records: Records) -> Iterable[Diagnostic]:
    """Flag partners that stand where another stood before, under a slug that was given up."""
    owners = records.owners
    taken = {*records.standings, *records.listings, *owners.by_slug()}
    for index, stone in enumerate(owners.tombstones):
        if stone.slug in taken:
            where = f"tombstones[{index}].slug"
            what = f"slug `{stone.slug}` was given up, and somebody has it again"
            remedy = "give the new partner another slug"
            yield Diagnostic(owners.source.at(where), "slug-retired", what, remedy, where)


def _names_alike(records: Records) -> Iterable[Diagnostic]:
    """Flag every name but the earliest admitted of those that share a skeleton."""
    alike: dict[str, list[str]] = {}
    for slug, listing in records.listings.items():
        if listing.name:
            alike.setdefault(skeleton(listing.name), []).append(slug)
    for slugs in alike.values():
        first, *others = sorted(slugs, key=lambda slug: _admission(records, slug))
        for slug in others:
            if slug in records.rules.name_exceptions:
                continue
            name, other = (shown(records.listings[s].name, _LONGEST) for s in (slug, first))
            what = f"`{name}` looks like `{other}` (`{first}`)"
            remedy = "choose another; staff may allow it in content/name-exceptions.yaml"
            yield Diagnostic(
                records.listings[slug].source.at("name"), "name-alike", what, remedy, "name"
            )


def _admission(records: Records, slug: str) -> tuple[bool, str, str]:
    standing = records.standings.get(slug)
    if standing is None:
        return (True, "", slug)
    return (False, standing.joined.isoformat(), standing.id)


def _terms_twice(records: Records) -> Iterable[Diagnostic]:
    program = records.program
    vocabularies: Mapping[str, Iterable[_Declared]] = {
        "tiers": program.tiers,
        "partner_types": program.partner_types,
        "certifications": program.certifications,
        "regions": program.regions,
        "segments": program.segments,
        "industries": program.industries,
        "solution_areas": program.solution_areas,
        "languages": program.languages,
    }
    for key, terms in vocabularies.items():
        yield from _twice(program.source, key, terms)
    for hub in records.hubs.values():
        yield from _twice(hub.source, "topics", hub.topics)
        yield from _twice(hub.source, "series", hub.series)


_Declared = Tier | PartnerType | Certification | Term | Topic | Series


def _twice(source: Source, key: str, terms: Iterable[_Declared]) -> Iterable[Diagnostic]:
    first: dict[str, int] = {}
    for field, term in _places(key, terms):
        span = source.at(field)
        if term in first:
            what = f"`{term}` is declared in {key} already"
            remedy = f"keep one of the two; the first is in line {first[term]}"
            yield Diagnostic(span, "term-twice", what, remedy, field)
        elif term:
            first[term] = span.line


def _places(at: str, terms: Iterable[_Declared]) -> Iterable[tuple[str, str]]:
    for index, term in enumerate(terms):
        yield f"{at}[{index}].id", term.id
        if isinstance(term, Term):
            yield from _places(f"{at}[{index}].children", term.children)


def _tiers_out_of_order(records: Records) -> Iterable[Diagnostic]:
    tiers = records.program.tiers
    for index, (higher, lower) in enumerate(pairwise(tiers), 1):
        if lower.weight > higher.weight:
            what = f"tier `{lower.id}` weighs more than `{higher.id}` above it"
            field = f"tiers[{index}].weight"
            span = records.program.source.at(field)
            remedy = "list tiers from the highest down"
            yield Diagnostic(span, "tier-order", what, remedy, field)
