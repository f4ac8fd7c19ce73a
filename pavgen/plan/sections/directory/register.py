"""`browse/partners.json`: a directory's list for the scripts that filter and compare in a browser.

Compact: terms are named once, by facet, and partners point at them by number. Partners stand
in the order of the placement, so that a script which leaves some out shows the others in
the order a page would. It names nobody and nothing that the pages do not. Addresses are
relative to the site's home, so that the same list below another path differs in `base` alone.

Its own address never changes, or one changed partner would change every page that names it;
scripts ask whether what they have of it still holds.
"""

from collections.abc import Iterable, Iterator

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Partner
from pavgen.model.taxonomy import Taxonomy
from pavgen.place.placement import Decision
from pavgen.plan.facets import FACETS, own_values, terms_of
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DataFile
from pavgen.plan.sections.directory.scope import Scope
from pavgen.plan.surfaces import card, kept, labels, mark
from pavgen.plan.views import LogoView

FILE = "partners.json"

_Row = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Register:
    """A directory's list for scripts: its file, and its address."""

    file: DataFile
    href: str


def register(scope: Scope) -> Register:
    """Gather the list of a directory: its facets, and a row for each partner in order."""
    frame = scope.frame
    opportunity = scope.section.list
    terms = {facet: terms_of(frame, facet) for facet in FACETS}
    places = {facet: _places(taxonomy) for facet, taxonomy in terms.items()}
    decisions = kept(frame.placement, opportunity, scope.table.everyone)
    value: _Row = {
        "base": frame.here.base,
        "surface": opportunity,
        "facets": [
            {
                "id": facet,
                "label": frame.words.say(f"plan-facet-{facet}"),
                "terms": list(_terms(taxonomy, places[facet])),
            }
            for facet, taxonomy in terms.items()
        ],
        "partners": [_row(frame, opportunity, decision, places) for decision in decisions],
    }
    path = f"{scope.browse}{FILE}"
    file = DataFile(frame.file_at(path), value, scope.source, compact=True)
    return Register(file, path)


def _places(taxonomy: Taxonomy) -> dict[str, int]:
    return {term: place for place, term in enumerate(taxonomy.ids())}


def _terms(taxonomy: Taxonomy, places: dict[str, int]) -> Iterator[Json]:
    """Yield id, label and, below another, that one's number."""
    for entry in taxonomy:
        above: list[Json] = [places[entry.parent]] if entry.parent else []
        yield [entry.id, entry.label, *above]


def _row(
    frame: Frame, opportunity: str, decision: Decision, places: dict[str, dict[str, int]]
) -> Json:
    slug = decision.slug
    partner = frame.programme.partners[slug]
    shown = card(frame, slug, 1)
    row: _Row = {
        "slug": slug,
        "mark": mark(frame, decision.reasons).label,
        "why": frame.why.get((opportunity, slug), ""),
        "account": _bare(frame.here.find("account", slug), frame.here.base),
        "name": shown.name,
        "initials": shown.initials,
        "href": _bare(shown.href, frame.here.base),
        "tagline": shown.tagline,
        "logo": _logo(shown.logo, frame.here.base),
        "logo_dark": _logo(shown.logo_dark, frame.here.base),
        "values": {
            facet: _numbers(own_values(partner, facet), own) for facet, own in places.items()
        },
        **_compared(frame, partner),
    }
    return {key: value for key, value in row.items() if value}


def _compared(frame: Frame, partner: Partner) -> _Row:
    """Return what a comparison tells beyond a card."""
    listing = partner.listing
    words = frame.programme.words
    day = frame.showing.as_of
    held = [c.id for c in partner.standing.certifications if c.until is None or c.until >= day]
    return {
        "size": listing.size or "",
        "founded": listing.founded or 0,
        "languages": list(labels(words.languages, listing.languages)),
        "certificates": [words.certifications[term].label for term in held],
        "offices": [f"{o.city}, {frame.words.country(o.country)}" for o in listing.offices],
        "website": [
            listing.website.href,
            listing.website.display,
            frame.rel(partner.slug),
        ],
    }


def _numbers(values: Iterable[str], places: dict[str, int]) -> Json:
    return sorted(places[value] for value in values)


def _logo(logo: LogoView | None, base: str) -> Json:
    if logo is None:
        return None
    sources = [[source.media_type, _bare(source.srcset, base)] for source in logo.sources]
    size = {"width": logo.width, "height": logo.height}
    return {"src": _bare(logo.src, base), **size, "sources": sources, "plate": logo.plate}


def _bare(addresses: str, base: str) -> str:
    """Take the path of the site's home from each address of a `srcset`, or from a single one."""
    return ", ".join(address.removeprefix(base) for address in addresses.split(", "))
