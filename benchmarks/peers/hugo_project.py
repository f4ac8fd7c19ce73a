"""The directory as a project of Hugo: lists by facet are taxonomies, its own way of grouping."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.peers import common, words
from benchmarks.peers.common import File
from benchmarks.peers.records import article_at, partner_at, solution_at

_TITLES: Mapping[str, Mapping[str, str]] = {
    "types": {term: plural for term, _, plural in words.TYPES},
    "areas": dict(words.AREAS),
    "regions": {place.id: place.label for place in words.PLACES},
    "countries": dict(words.COUNTRIES),
    "industries": dict(words.INDUSTRIES),
    "tiers": {tier: label for tier, label, _ in words.TIERS},
    "solution_areas": dict(words.AREAS),
    "solution_industries": dict(words.INDUSTRIES),
    "topics": dict(words.TOPICS),
}


def project_files(partners: int) -> Iterator[File]:
    """Yield every file but the templates, as path and text."""
    yield "data/words.json", common.words_json()
    yield "content/_index.md", f"---\ntitle: Find a partner\n---\n{common.INTRO}\n"
    yield "content/partners/_index.md", _PARTNERS
    yield "content/solutions/_index.md", "---\ntitle: Solutions\n---\n"
    yield "content/notes/_index.md", "---\ntitle: Notes\noutputs: [html, feed]\n---\n"
    for slug, title, text in common.PAGES:
        yield f"content/{slug}.md", f"---\ntitle: {title}\n---\n{text}\n"
    used: dict[str, set[str]] = {name: set() for name in _TITLES}
    for path, facts, body in _records(partners):
        for name, terms in used.items():
            given = facts.get(name, ())
            terms.update(given if isinstance(given, tuple) else ())
        yield path, common.front_matter(facts, body)
    yield from _terms(used)


def _records(partners: int) -> Iterator[tuple[str, dict[str, object], str]]:
    for number in range(partners):
        partner = partner_at(number)
        facts = common.partner_facts(partner)
        facts["type_region"] = _crossed(partner.types, partner.regions)
        facts["area_region"] = _crossed(partner.areas, partner.regions)
        yield f"content/partners/{partner.slug}.md", facts, partner.about
    for number in range(partners // 5):
        solution = solution_at(number, partners)
        facts, story = common.solution_facts(solution), common.linked(solution.story)
        yield f"content/solutions/{solution.slug}.md", facts, story
    for number in range(partners // 10):
        article = article_at(number, partners)
        facts, text = common.article_facts(article), common.linked(article.text)
        yield f"content/notes/{article.slug}.md", facts, text


def _crossed(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [f"{a}--{b}" for a in first for b in second]


def _terms(used: Mapping[str, set[str]]) -> Iterator[File]:
    """Yield a page for each word in use, for its title, and hide the lists that nobody needs."""
    for name, titles in _TITLES.items():
        for term in sorted(used[name]):
            feed = "outputs: [html, feed]\n" if name == "topics" else ""
            text = f"---\ntitle: {titles[term]}\nslug: {term.lower()}\n{feed}---\n"
            yield f"content/{name}/{term}/_index.md", text
    for name in ("type_region", "area_region", "topics", "authors"):
        yield f"content/{name}/_index.md", "---\nbuild: {render: never, list: never}\n---\n"


_PARTNERS = """\
---
title: All partners
cascade:
  - target: {kind: page}
    outputs: [html, json]
---
"""
