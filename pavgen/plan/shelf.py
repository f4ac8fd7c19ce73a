"""What every page of a site looks things up in, worked out once: a lookup, never a scan."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedArticle, LinkedSolution, Programme
from pavgen.model.showing import Showing
from pavgen.place.placement import Placement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The dated records that are shown, newest first, and every order as ranks.

    `marks` are the values of each solution that a list may be narrowed by, with those above
    them; `ranks` give each partner's place from 0 by opportunity, also of those that its list
    does not hold.
    """

    solutions: tuple[str, ...]
    marks: Mapping[str, Mapping[str, frozenset[str]]]
    solutions_of: Mapping[str, tuple[str, ...]]
    articles: tuple[LinkedArticle, ...]
    articles_of: Mapping[str, tuple[LinkedArticle, ...]]
    ranks: Mapping[str, Mapping[str, int]]


def fill_shelf(programme: Programme, placement: Placement, showing: Showing) -> Shelf:
    """Work out what the pages of any site of the programme look up."""
    solutions = shown_solutions(programme, showing)
    marks = {slug: _marks(programme, programme.solutions[slug]) for slug in solutions}
    articles = _shown_articles(programme, showing)
    return Shelf(
        solutions=solutions,
        marks=marks,
        solutions_of=_grouped((slug, marks[slug]["partner"]) for slug in solutions),
        articles=articles,
        articles_of=_grouped((article, _named_in(programme, article)) for article in articles),
        ranks={name: _ranks(programme, placement, name) for name in placement.opportunities},
    )


def full_order(programme: Programme, placement: Placement, opportunity: str) -> tuple[str, ...]:
    """Return every partner shown on the day, in an order of which the list is a part.

    Those that no list of the group may show stand behind, so they stand in no other order
    anywhere; those that one list of it leaves out keep their place.
    """
    group = programme.policy.opportunity(opportunity).group
    slugs = {partner.id: partner.slug for partner in programme.partners.values()}
    return tuple(slugs[i] for i in placement.groups[group].order)


def shown_solutions(programme: Programme, showing: Showing) -> tuple[str, ...]:
    """Return the solutions that are shown, newest first: dated, with a partner who is shown."""
    records = {slug: solution.record for slug, solution in programme.solutions.items()}
    slugs = [
        slug
        for slug, record in records.items()
        if showing.shows(record.status, record.published, record.expires)
        and any(_is_shown(programme, part.partner, showing) for part in record.partners)
    ]
    return tuple(sorted(slugs, key=lambda slug: (-records[slug].published.toordinal(), slug)))


def _is_shown(programme: Programme, slug: str, showing: Showing) -> bool:
    partner = programme.partner(slug)
    return partner is not None and partner.standing.shown_on(showing.as_of)


def _marks(programme: Programme, solution: LinkedSolution) -> dict[str, frozenset[str]]:
    record = solution.record
    words = programme.words
    aliases = programme.aliases
    return {
        "partner": frozenset(aliases.get(part.partner, part.partner) for part in record.partners),
        "solution_area": frozenset(words.solution_areas.with_parents(record.solution_areas)),
        "industry": frozenset(words.industries.with_parents(record.industries)),
        "segment": frozenset(words.segments.with_parents(record.segments)),
    }


def _shown_articles(programme: Programme, showing: Showing) -> tuple[LinkedArticle, ...]:
    found = [
        article
        for hub in programme.hubs.values()
        for article in hub.articles
        if showing.shows(article.record.status, article.record.published, article.record.expires)
    ]
    return tuple(sorted(found, key=lambda a: (-_day(a).toordinal(), a.hub, a.slug)))


def _day(article: LinkedArticle) -> date:
    return article.record.published or date.max


def _named_in(programme: Programme, article: LinkedArticle) -> frozenset[str]:
    record = article.record
    slugs = (*record.partners, *((record.contributed_by,) if record.contributed_by else ()))
    return frozenset(programme.aliases.get(slug, slug) for slug in slugs)


def _grouped(named: Iterable[tuple[T, frozenset[str]]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for item, partners in named:
        for slug in partners:
            found.setdefault(slug, []).append(item)
    return {slug: tuple(items) for slug, items in found.items()}


def _ranks(programme: Programme, placement: Placement, opportunity: str) -> dict[str, int]:
    everyone = full_order(programme, placement, opportunity)
    return {slug: rank for rank, slug in enumerate(everyone)}
