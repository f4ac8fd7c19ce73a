"""The directory as a project of Eleventy: one markdown file a record, lists as collections."""

from collections.abc import Iterator

from benchmarks.peers import common
from benchmarks.peers.common import File
from benchmarks.peers.records import article_at, partner_at, solution_at


def project_files(partners: int) -> Iterator[File]:
    """Yield every file but the templates, as path and text."""
    yield "src/_data/words.json", common.words_json()
    for slug, title, text in common.PAGES:
        facts: dict[str, object] = {"title": title}
        yield f"src/pages/{slug}.md", common.front_matter(facts, f"{text}\n")
    for number in range(partners):
        partner = partner_at(number)
        text = common.front_matter(common.partner_facts(partner), partner.about)
        yield f"src/partners/{partner.slug}.md", text
    for number in range(partners // 5):
        solution = solution_at(number, partners)
        text = common.front_matter(common.solution_facts(solution), common.linked(solution.story))
        yield f"src/solutions/{solution.slug}.md", text
    for number in range(partners // 10):
        article = article_at(number, partners)
        text = common.front_matter(common.article_facts(article), common.linked(article.text))
        yield f"src/notes/{article.slug}.md", text
