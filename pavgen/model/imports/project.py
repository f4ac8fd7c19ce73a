"""The files of a new project beside its partners: programme, policy, site and pages."""

from collections.abc import Iterator

from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Node
from pavgen.model.imports.drafts import Draft, keyed, listed, value, words
from pavgen.model.records.page import Page
from pavgen.model.records.policy import Policy
from pavgen.model.records.program import Program
from pavgen.model.records.site import Site

LIST = "directory-list"
SPOTLIGHT = "home-spotlight"
FAIRNESS = "/how-we-place-partners/"


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What a new project says of itself.

    `seed_source` names the public source of the draw's seed in words that are published, or is
    empty while there is none; `seed_value` is what it gave.
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
    """Return a policy: turns that are evened out, by the weight of each tier, and a spotlight."""
    source = (("source", words(said.seed_source)),) if said.seed_source else ()
    seed = keyed(*source, ("value", words(said.seed_value)))
    week = ("period", words("week"))
    main = keyed(("strategy", words("balanced")), ("weights", words("tier")), week, ("seed", seed))
    spotlight = keyed(("strategy", words("quota")), week, ("seed", seed))
    directory = keyed(
        ("title", words("All partners")),
        ("objective", words("Help visitors find any partner.")),
        ("audience", words("Everyone who looks for a partner.")),
        ("rationale", words(_LIST_WHY)),
        ("group", words("main")),
    )
    few = keyed(
        ("title", words("In the spotlight")),
        ("objective", words("Introduce a few partners on the home page.")),
        ("audience", words("Visitors who do not know the partners yet.")),
        ("rationale", words(_SPOTLIGHT_WHY)),
        ("group", words("spotlight")),
        ("slots", value("3")),
    )
    root = keyed(
        ("version", value("1")),
        ("groups", keyed(("main", main), ("spotlight", spotlight))),
        ("opportunities", keyed((LIST, directory), (SPOTLIGHT, few))),
    )
    notes = _NOTES if explained else {}
    return Draft("content/placement/policy.yaml", Policy, root, explained=explained, notes=notes)


def site_draft(slug: str, said: ProjectWords, *, explained: bool = False) -> Draft:
    """Return a site with the directory at its root, solutions and pages."""
    sections = (
        _section("directory", "/", ("list", words(LIST)), ("spotlight", words(SPOTLIGHT))),
        _section("showcase", "/solutions/"),
        _section("fairness", FAIRNESS, ("intro", words("placement")), ("list", words(LIST))),
        _section("pages", "/about/", ("title", words("About"))),
    )
    menu = (
        _menu_item("Partners", "/"),
        _menu_item("Solutions", "/solutions/"),
        _menu_item("About", "page:programme"),
    )
    footer = (_menu_item("How we place partners", f"section:{FAIRNESS}"),)
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
    "Being first in a list is worth a great deal, so partners take turns. An account is kept of "
    "how often each stood among the first one, two, three and so on, and every place goes to the "
    "partner that is owed most. A partner is first as often as the weight of its tier entitles it "
    "to. No name, logo or length of a text counts, and a filtered list keeps the order."
)
_SPOTLIGHT_WHY = (
    "All partners take part with equal turns, whatever their tier, so that newcomers are seen as "
    "well. It has a group of its own, since tiers count for nothing here."
)
_NOTES = {
    "groups": (
        "All lists of a group follow one order, each with those who are eligible for it. So no two"
        " of them show a pair of partners in opposite orders."
    ),
    "groups.main.strategy": (
        "`balanced`: every place goes to the partner that is owed most, so that turns even out."
        " Others are `rotation`, `points`, `first-come`, `draw`, `relevance`."
    ),
    "groups.main.weights": (
        "`tier`: a partner is first as often as the weight of its tier in content/program.yaml"
        " says; `none`: all equally often."
    ),
    "groups.main.period": (
        "An order holds from Monday to Sunday. `pavgen placement record` writes it into the ledger"
        " when the week has begun; what is written there never changes."
    ),
    "groups.main.seed": (
        "Tickets decide between partners that are owed the same. They are made of `value`, so"
        " nobody may be able to choose it: name a public source in `source` before its value"
        " exists, such as dice that will be thrown before witnesses, and write it down then."
    ),
    "groups.spotlight.strategy": (
        "`quota`: of many partners a few at a time, each as often as it is entitled to, rounded up"
        " or down."
    ),
    f"opportunities.{LIST}.rationale": (
        "The site publishes these words, so they should say why you chose this rule. When you"
        " change it, raise `version`, set `announced` and tell it in `changes`; it decides from"
        " the next period on."
    ),
}
_ABOUT = """\
This site introduces the partners of the programme.

Find a partner by what it does, read its profile, and get in touch with it directly.
"""
_PLACEMENT = """\
Partners take turns. An account is kept of how often each stood among the first one, two, three and
so on, and every place goes to the partner that is owed most. A partner is first as often as the
weight of its tier entitles it to.

A seed that stands in the policy decides between partners that are owed the same, so anyone can work
out the order again and get the same. Nobody can buy a place in it, and no name is first because of
its letters.
"""
