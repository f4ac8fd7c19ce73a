"""A landscape's item into a solution of the company that its link names."""

from collections.abc import Mapping

from pavgen.model.imports.companies import company_key
from pavgen.model.imports.desk import Desk
from pavgen.model.imports.drafts import Draft, ids, keyed, listed, value, words
from pavgen.model.imports.landscape_items import Item
from pavgen.model.imports.landscape_mapping import SolutionRule
from pavgen.model.imports.wording import as_markdown, clean_text, first_sentences
from pavgen.model.records.solution import Solution
from pavgen.model.schema.kinds import shown
from pavgen.security.slugs import slugify

_SUMMARY = 280
_TITLE = 120
_LONGEST_STEM = 58


def solution_draft(
    item: Item[SolutionRule], partners: Mapping[str, str], taken: set[str], desk: Desk
) -> Draft | None:
    """Return the solution, or None, told, when its company is not among the partners.

    `partners` gives slugs by company key; `taken` are the slugs of solutions made so far,
    to which this one's is added.
    """
    title = clean_text(item.text("name"), emoji=False)[:_TITLE]
    partner = partners.get(company_key(item))
    if not title or partner is None:
        what = f"the company of the solution `{shown(title)}` is not among the partners"
        remedy = "it was left out; add the partner and write the solution by hand"
        desk.warn(item.span, "import-company", what, remedy)
        return None
    path = f"content/solutions/{_free_slug(title, partner, taken)}.md"
    text = clean_text(item.text("description"), emoji=True)
    summary = clean_text(first_sentences(text, _SUMMARY), emoji=False) or title
    at = item.span
    part = keyed(("partner", words(partner, at)), ("role", words(item.rule.role, at)))
    is_new = path not in desk.existing.documents
    root = keyed(
        ("title", words(title, at)),
        ("summary", words(summary, at)),
        ("partners", listed([part], at)),
        ("solution_areas", ids(item.rule.solution_areas, at)),
        ("published", value(desk.as_of.isoformat(), at) if is_new else None),
        at=at,
    )
    return desk.admitted(Draft(path, Solution, root, _story(item, title, text, desk)))


def _story(item: Item[SolutionRule], title: str, text: str, desk: Desk) -> str:
    home = item.get("homepage_url")
    link = desk.link(home, "homepage_url") if home else None
    more = f"\n[More about {as_markdown(title).strip()}](<{link.text}>)\n" if link else ""
    return as_markdown(text or title) + more


def _free_slug(title: str, partner: str, taken: set[str]) -> str:
    stem = slugify(title) or partner
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem[:_LONGEST_STEM].rstrip('-')}-{number}"
    taken.add(slug)
    return slug
