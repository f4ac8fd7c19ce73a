"""The directory as a project of Pelican: partners are its pages, solutions and notes articles."""

import json
from collections.abc import Iterator

from benchmarks.peers import common
from benchmarks.peers.common import File
from benchmarks.peers.records import article_at, partner_at, solution_at


def project_files(partners: int) -> Iterator[File]:
    """Yield every file but templates and settings, as path and text."""
    yield "words.json", common.words_json()
    for slug, title, text in common.PAGES:
        yield (
            f"content/pages/{slug}.md",
            _with_metadata({"title": title, "slug": slug}, f"{text}\n"),
        )
    for number in range(partners):
        partner = partner_at(number)
        facts = {**common.partner_facts(partner), "slug": partner.slug}
        yield f"content/partners/{partner.slug}.md", _with_metadata(facts, partner.about)
    for number in range(partners // 5):
        solution = solution_at(number, partners)
        facts = {**common.solution_facts(solution), "slug": solution.slug}
        text = _with_metadata(facts, common.linked(solution.story))
        yield f"content/solutions/{solution.slug}.md", text
    for number in range(partners // 10):
        article = article_at(number, partners)
        facts = {**common.article_facts(article), "slug": article.slug}
        facts["authors_named"] = facts.pop("authors")  # `authors` is a key of Pelican's own
        text = _with_metadata(facts, common.linked(article.text))
        yield f"content/notes/{article.slug}.md", text


def _with_metadata(facts: dict[str, object], body: str) -> str:
    """Return a file as Pelican reads it: keys before a blank line, lists and keys as JSON."""
    lines = (f"{key}: {_value(value)}\n" for key, value in facts.items())
    return f"{''.join(lines)}\n{body}"


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
