"""Checks on who is who: ids, slugs, aliases and names that look alike."""

from collections.abc import Iterable
from itertools import pairwise

from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.model.decode import Records
from pavgen.model.records.program import Term
from pavgen.security.names import skeleton


def check_identity(records: Records) -> list[Diagnostic]:
    """Find ids used twice, aliases that are taken, and names that look like another's."""
    return [
        *_ids_used_twice(records),
        *_aliases_taken(records),
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
                span = standing.source.at("aliases")
                yield Diagnostic(span, "alias-taken", what, "remove it", where)
            taken.setdefault(alias, slug)


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
            listing = records.listings[slug]
            what = f"`{listing.name}` looks like `{records.listings[first].name}` (`{first}`)"
            remedy = "choose another; staff may allow it in content/name-exceptions.yaml"
            yield Diagnostic(listing.source.at("name"), "name-alike", what, remedy, "name")


def _admission(records: Records, slug: str) -> tuple[bool, str, str]:
    standing = records.standings.get(slug)
    if standing is None:
        return (True, "", slug)
    return (False, standing.joined.isoformat(), standing.id)


def _terms_twice(records: Records) -> Iterable[Diagnostic]:
    program = records.program
    flat: list[tuple[str, list[str]]] = [
        ("tiers", [tier.id for tier in program.tiers]),
        ("partner_types", [item.id for item in program.partner_types]),
        ("certifications", [item.id for item in program.certifications]),
        ("regions", _ids(program.regions)),
        ("segments", _ids(program.segments)),
        ("industries", _ids(program.industries)),
        ("solution_areas", _ids(program.solution_areas)),
        ("languages", _ids(program.languages)),
    ]
    for key, ids in flat:
        for term in sorted({term for term in ids if term and ids.count(term) > 1}):
            span = _place_of(records, key)
            what = f"`{term}` is declared {ids.count(term)} times in {key}"
            yield Diagnostic(span, "term-twice", what, "keep one", key)


def _ids(terms: Iterable[Term]) -> list[str]:
    found = []
    for term in terms:
        found += [term.id, *_ids(term.children)]
    return found


def _tiers_out_of_order(records: Records) -> Iterable[Diagnostic]:
    tiers = records.program.tiers
    for index, (higher, lower) in enumerate(pairwise(tiers), 1):
        if lower.weight > higher.weight:
            what = f"tier `{lower.id}` weighs more than `{higher.id}` above it"
            remedy = "list tiers from the highest down"
            span = records.program.source.at(f"tiers[{index}]")
            yield Diagnostic(span, "tier-order", what, remedy, f"tiers[{index}].weight")


def _place_of(records: Records, key: str) -> Span:
    return records.program.source.at(key)
