"""Ways to narrow a list of partners: which facets there are, and who has which value."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pavgen.kernel.values import dataclass
from pavgen.model.programme import Partner, Programme, Vocabularies
from pavgen.model.taxonomy import Entry, Taxonomy
from pavgen.plan.frame import Frame
from pavgen.plan.views import FacetValue, FacetView
from pavgen.plan.words import Words

FACETS = ("type", "area", "region", "country", "industry", "segment", "tier")
CROSSINGS = (("type", "region"), ("area", "region"))

_OPTION_FACETS = {
    "type": "type",
    "tier": "tier",
    "region": "region",
    "segment": "segment",
    "industry": "industry",
    "solution_area": "area",
}


def countries(programme: Programme, words: Words) -> Taxonomy:
    """Return the countries of all offices as a flat vocabulary, by their names.

    The programme declares no countries: their codes are the world's, and how they are called
    and in which order they are read is a matter of the site's language.
    """
    codes = {o.country for p in programme.partners.values() for o in p.listing.offices}
    named = sorted((_sorted_as(words.country(code)), code) for code in codes)
    return Taxonomy(Entry(code, words.country(code), "", None, ()) for _, code in named)


def _sorted_as(name: str) -> str:
    """Return a name without its accents, so that Österreich stands at O and not behind Z."""
    spread = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))


def terms_of(frame: Frame, facet: str) -> Taxonomy:
    """Return the vocabulary behind a facet, with labels in the site's language."""
    if facet == "country":
        return frame.countries
    return taxonomy_of(frame.programme.words, facet)


def taxonomy_of(words: Vocabularies, facet: str) -> Taxonomy:
    """Return the vocabulary of the programme behind a facet."""
    return {
        "type": words.partner_types,
        "area": words.solution_areas,
        "region": words.regions,
        "industry": words.industries,
        "segment": words.segments,
        "tier": words.tiers,
    }[facet]


def values_of(words: Vocabularies, partner: Partner, facet: str) -> tuple[str, ...]:
    """Return a partner's values of a facet, those above them in the tree included."""
    own = own_values(partner, facet)
    return own if facet == "country" else taxonomy_of(words, facet).with_parents(own)


def own_values(partner: Partner, facet: str) -> tuple[str, ...]:
    """Return a partner's values of a facet as its records name them."""
    listing = partner.listing
    return {
        "type": listing.types,
        "area": listing.solution_areas,
        "region": listing.regions,
        "country": tuple(dict.fromkeys(office.country for office in listing.offices)),
        "industry": listing.industries,
        "segment": listing.segments,
        "tier": (partner.standing.tier,),
    }[facet]


@dataclass(frozen=True, slots=True)
class FacetTable:
    """Who has which value: slugs by facet and value, for the partners of one directory."""

    members: Mapping[tuple[str, str], frozenset[str]]
    everyone: frozenset[str]

    def of(self, facet: str, value: str) -> frozenset[str]:
        """Return the partners with a value; none is an empty set."""
        return self.members.get((facet, value), frozenset())


def facet_table(programme: Programme, partners: Iterable[Partner]) -> FacetTable:
    """Work out who has which value."""
    found: dict[tuple[str, str], set[str]] = {}
    everyone = set()
    for partner in partners:
        everyone.add(partner.slug)
        for facet in FACETS:
            for value in values_of(programme.words, partner, facet):
                found.setdefault((facet, value), set()).add(partner.slug)
    members = {key: frozenset(slugs) for key, slugs in found.items()}
    return FacetTable(members, frozenset(everyone))


def partners_with(frame: Frame, options: Mapping[str, str]) -> frozenset[str]:
    """Return the partners shown that have every value an embed's options name."""
    found = set()
    for slug, partner in frame.programme.partners.items():
        if frame.is_shown(slug) and all(
            options[option] in values_of(frame.programme.words, partner, facet)
            for option, facet in _OPTION_FACETS.items()
            if option in options
        ):
            found.add(slug)
    return frozenset(found)


def with_current(view: FacetView, current: str) -> FacetView:
    """Return a facet with one of its values marked as the page's own; the others are shared."""
    values = tuple(
        replace(value, current=True) if value.id == current else value for value in view.values
    )
    return replace(view, values=values)


def facet_view(
    frame: Frame,
    facet: str,
    root: str,
    table: FacetTable,
    *,
    within: frozenset[str] | None = None,
    current: str = "",
) -> FacetView:
    """Show a facet with the values that have partners, each leading below `root`.

    `within` narrows the counts to the partners of a list that is narrowed already.
    """
    taxonomy = terms_of(frame, facet)
    values = []
    for entry in taxonomy:
        members = table.of(facet, entry.id)
        count = len(members if within is None else members & within)
        if count:
            depth = len(taxonomy.trail(entry.id)) - 1
            href = f"{root}{entry.id}/"
            is_current = entry.id == current
            values.append(
                FacetValue(entry.label, href, count, depth, entry.summary, is_current, entry.id)
            )
    return FacetView(facet, frame.words.say(f"plan-facet-{facet}"), root, tuple(values))
