"""The files of a new project beside its partners: programme, policy, site and pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from pavgen.model.document import Entries, Node
from pavgen.model.imports.drafts import Draft, keyed, listed, value, words
from pavgen.model.records.page import Page
from pavgen.model.records.policy import Policy
from pavgen.model.records.program import Program
from pavgen.model.records.site import Site

LIST = "directory-list"
SPOTLIGHT = "home-spotlight"


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What a new project says of itself.

    `seed_source` names the public source of the draw's seed in words that are published, and
    `seed_value` is what it gave.
    """

    name: str
    title: str
    base_url: str
    seed_source: str
    seed_value: str


def project_drafts(
    program: Entries, said: ProjectWords, *, explained: bool = False
) -> tuple[Draft, ...]:
    """Return the drafts of everything a project needs besides partners, ready to build."""
    return (
        Draft("content/program.yaml", Program, program, explained=explained),
        policy_draft(said, explained=explained),
        site_draft("partners", said, explained=explained),
        *_pages(said),
    )


def policy_draft(said: ProjectWords, *, explained: bool = False) -> Draft:
    """Return a policy: tier by tier, and by a public draw every month within a tier."""
    seed = keyed(("source", words(said.seed_source)), ("value", words(said.seed_value)))
    group = keyed(("strategy", words("draw")), ("period", words("month")), ("seed", seed))
    directory = keyed(
        ("title", words("All partners")),
        ("objective", words("Help visitors find any partner.")),
        ("audience", words("Everyone who looks for a partner.")),
        ("rationale", words(_LIST_WHY)),
        ("group", words("main")),
        ("blocks", words("tier")),
    )
    spotlight = keyed(
        ("title", words("In the spotlight")),
        ("objective", words("Introduce a few partners on the home page.")),
        ("audience", words("Visitors who do not know the partners yet.")),
        ("rationale", words(_SPOTLIGHT_WHY)),
        ("group", words("spotlight")),
        ("slots", value("3")),
    )
    root = keyed(
        ("groups", keyed(("main", group), ("spotlight", group))),
        ("opportunities", keyed((LIST, directory), (SPOTLIGHT, spotlight))),
    )
    return Draft("content/placement/policy.yaml", Policy, root, explained=explained)


def site_draft(slug: str, said: ProjectWords, *, explained: bool = False) -> Draft:
    """Return a site with the directory at its root, solutions and pages."""
    sections = (
        _section("directory", "/", ("list", words(LIST)), ("spotlight", words(SPOTLIGHT))),
        _section("showcase", "/solutions/"),
        _section("pages", "/about/", ("title", words("About"))),
    )
    menu = (
        _menu_item("Partners", "/"),
        _menu_item("Solutions", "/solutions/"),
        _menu_item("About", "page:programme"),
    )
    footer = (_menu_item("How partners are placed", "page:placement"),)
    root = keyed(
        ("title", words(said.title)),
        ("summary", words(f"The partners of {said.name}.")),
        ("base_url", words(said.base_url)),
        ("menus", keyed(("main", listed(menu)), ("footer", listed(footer)))),
        ("sections", listed(sections)),
    )
    return Draft(f"content/sites/{slug}.yaml", Site, root, explained=explained)


def _section(kind: str, path: str, *more: tuple[str, Node]) -> Entries:
    return keyed(("kind", words(kind)), ("path", words(path)), *more)


def _menu_item(label: str, to: str) -> Entries:
    return keyed(("label", words(label)), ("to", words(to)))


def _pages(said: ProjectWords) -> Iterator[Draft]:
    pages = (
        ("programme", "About the programme", f"What {said.name} is.", _ABOUT),
        ("placement", "How partners are placed", "Who is shown where, and why.", _PLACEMENT),
    )
    for slug, title, summary, body in pages:
        root = keyed(("title", words(title)), ("summary", words(summary[:280])))
        yield Draft(f"content/pages/{slug}.md", Page, root, body)


_LIST_WHY = (
    "Tiers are shown one after another, as the programme promises. Within a tier a draw from a "
    "published seed decides anew every month, so that nobody stands first for good and anyone "
    "can repeat the draw."
)
_SPOTLIGHT_WHY = (
    "All partners take part in one monthly draw, whatever their tier, so that newcomers are seen "
    "as well. It has a group of its own, since this list does not go by tier."
)
_ABOUT = """\
This site introduces the partners of the programme.

Find a partner by what it does, read its profile, and get in touch with it directly.
"""
_PLACEMENT = """\
Partners are listed tier by tier. Within a tier a draw decides the order, anew every month.

The draw is made from a published seed, so anyone can repeat it and get the same order. Nobody
can buy a place in it, and no name is first because of its letters.
"""
