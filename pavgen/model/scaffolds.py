"""New records, complete and valid, with words beside each key that say what it is for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Literal

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries
from pavgen.model.imports.drafts import Draft, ids, keyed, listed, value, words
from pavgen.model.imports.project import FAIRNESS, LIST, ProjectWords, project_drafts
from pavgen.model.layout import standing_path
from pavgen.model.records.hub import Article, Hub
from pavgen.model.records.listing import Listing
from pavgen.model.records.site import Site
from pavgen.model.records.solution import Solution
from pavgen.model.records.standing import Standing
from pavgen.model.records.theme import ThemeManifest
from pavgen.model.scaffold_event import EventWords, event_drafts
from pavgen.model.schema.kinds import shown
from pavgen.security.slugs import slug_problems, slugify

ScaffoldKind = Literal[
    "site", "partner", "standing", "solution", "event", "article", "theme", "project"
]
SCAFFOLDS: tuple[ScaffoldKind, ...] = (
    "project",
    "site",
    "partner",
    "standing",
    "solution",
    "event",
    "article",
    "theme",
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the project has that a new record may name; empty for a new project.

    `words` are ids by vocabulary, `opportunities` among them; `partners` are the slugs of
    folders, `standings` the ids of partners by slug, `hubs` and `pages` slugs; `time_zone` is
    the programme's.
    """

    as_of: date
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    partners: tuple[str, ...] = ()
    standings: Mapping[str, str] = field(default_factory=dict)
    hubs: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    time_zone: str = "UTC"

    def first(self, vocabulary: str, otherwise: str = "") -> str:
        """Return the first id of a vocabulary."""
        return next(iter(self.words.get(vocabulary, ())), otherwise)

    def last(self, vocabulary: str) -> str:
        """Return the last id of a vocabulary: of tiers, the lowest."""
        return next(reversed(self.words.get(vocabulary, ("",))), "")


@dataclass(frozen=True, slots=True)
class Scaffold:
    """Files to be, and what to do next in words for a terminal."""

    drafts: tuple[Draft, ...]
    hints: tuple[str, ...]


def scaffold(kind: ScaffoldKind, name: str, ground: Ground) -> Checked[Scaffold | None]:
    """Return the files of a new record; `name` is a slug or the words visitors see.

    An error says that no slug can be made of the name, or that another record is needed
    first.
    """
    folder, _, last = name.strip().rpartition("/")
    slug = last if not slug_problems(last) else slugify(last)
    if not slug or (folder and (kind != "article" or slug_problems(folder))):
        what = f"`{shown(name)}` gives no name for a file"
        remedy = "use words with 2 to 64 letters or digits, such as `North Sea Systems`"
        return Checked(None, (Diagnostic(Span(""), "new-name", what, remedy),))
    title = last.replace("-", " ").capitalize() if last == slug else " ".join(last.split())
    answer = _MAKERS[kind](_Wish(folder, slug, title), ground)
    if isinstance(answer, Diagnostic):
        return Checked(None, (answer,))
    return Checked(answer)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for: `folder` is the hub of an article, or empty."""

    folder: str
    slug: str
    title: str


def _project(wish: _Wish, ground: Ground) -> Scaffold:
    said = ProjectWords(
        name=f"{wish.title} partner programme"[:80],
        title=f"{wish.title} partners"[:80],
        base_url=f"https://{wish.slug}.example.org/",
        seed_source="",
        seed_value=wish.slug,
    )
    program = keyed(
        ("name", words(said.name)),
        ("vendor", keyed(("name", words(wish.title)), ("url", words("https://www.example.org/")))),
        ("tiers", listed(_tiers())),
        ("partner_types", listed(_types())),
        ("regions", listed((_term("emea", "Europe, Middle East and Africa"),))),
        ("industries", listed((_term("public-sector", "Public sector"),))),
        ("solution_areas", listed((_term("consulting", "Consulting"),))),
        ("unproven_claims", listed((words("the leading"), words("world-class")))),
    )
    known = {"partner_types": ("integrator",), "tiers": ("gold", "silver")}
    ground = Ground(ground.as_of, known, ("example-partner",))
    first = _Wish("", "example-partner", "Example Partner")
    drafts = (
        *project_drafts(program, said, explained=True),
        *_partner(first, ground).drafts,
        _standing_draft(first, replace(ground, as_of=date(ground.as_of.year - 1, 1, 1))),
        _solution_draft(_Wish("", "example-solution", "Example solution"), first.slug, ground),
    )
    hints = (
        "set the names, tiers and types in content/program.yaml",
        "replace partners/example-partner/ with your first partner",
        "announce a public seed in content/placement/policy.yaml before partners depend on it",
        "run `pavgen serve` to see the site",
    )
    return Scaffold(drafts, hints)


def _partner(wish: _Wish, ground: Ground) -> Scaffold:
    root = keyed(
        ("name", words(wish.title)),
        ("tagline", words("What the company does for its customers, in a sentence.")),
        ("website", words("https://www.example.org/")),
        ("types", ids([ground.first("partner_types", "partner")])),
    )
    about = (
        f"Tell visitors what {_safe(wish.title)} does, for whom, and what came of it.\n\n"
        "Headings, lists, links and emphasis are welcome; HTML is not.\n"
    )
    drafts = (
        Draft(f"partners/{wish.slug}/listing.yaml", Listing, root, explained=True),
        Draft(f"partners/{wish.slug}/about.md", None, body=about),
    )
    hints = (
        f"fill in partners/{wish.slug}/listing.yaml and about.md, and add a logo",
        (
            f"`pavgen check partners/{wish.slug}` says what is wrong; "
            f"`pavgen serve --drafts --open partners/{wish.slug}/listing.yaml` shows the profile"
        ),
        f"until the programme admits it (`pavgen new standing {wish.slug}`) the partner is pending",
    )
    return Scaffold(drafts, hints)


def _standing(wish: _Wish, ground: Ground) -> Scaffold | Diagnostic:
    if wish.slug not in ground.partners:
        remedy = f"run `pavgen new partner {wish.slug}` first"
        return _needs(f"there is no partner `{wish.slug}`", remedy)
    hints = (f"set the tier in {standing_path(wish.slug)}; the id never changes again",)
    return Scaffold((_standing_draft(wish, ground),), hints)


def _standing_draft(wish: _Wish, ground: Ground) -> Draft:
    root = keyed(
        ("id", words(_next_id(ground))),
        ("status", words("active")),
        ("tier", words(ground.last("tiers"))),
        ("joined", value(ground.as_of.isoformat())),
    )
    return Draft(standing_path(wish.slug), Standing, root, explained=True)


def _next_id(ground: Ground) -> str:
    """Count on from the highest number in use, in the manner of the ids that are there."""
    found = [
        (int(match[2]), match[1], len(match[2]))
        for known in ground.standings.values()
        if (match := re.fullmatch(r"(.*?)([0-9]{1,9})", known))
    ]
    number, prefix, width = max(found, default=(0, "partner-", 4))
    return f"{prefix}{number + 1:0{width}d}"


def _solution(wish: _Wish, ground: Ground) -> Scaffold | Diagnostic:
    admitted = _admitted(ground)
    if not admitted:
        return _needs("a solution needs a partner", "run `pavgen new partner` and `new standing`")
    draft = _solution_draft(wish, admitted[0], ground)
    hints = (f"name the partners in {draft.path} and write the story; then set `status`",)
    return Scaffold((draft,), hints)


def _solution_draft(wish: _Wish, partner: str, ground: Ground) -> Draft:
    part = keyed(("partner", words(partner)), ("role", words("Plans and delivers the project")))
    root = keyed(
        ("title", words(wish.title)),
        ("summary", words("What the customer gets, in a sentence or two.")),
        ("partners", listed([part])),
        ("status", words("draft")),
        ("published", value(ground.as_of.isoformat())),
    )
    body = "What was the customer's question?\n\n## What was done\n\n## What came of it\n"
    return Draft(f"content/solutions/{wish.slug}.md", Solution, root, body, explained=True)


def _event(wish: _Wish, ground: Ground) -> Scaffold | Diagnostic:
    admitted = _admitted(ground)
    if not admitted:
        return _needs("an event needs a partner", "run `pavgen new partner` and `new standing`")
    said = EventWords(
        slug=wish.slug,
        title=wish.title,
        as_of=ground.as_of,
        time_zone=ground.time_zone,
        partner=admitted[0],
        other=next(iter(admitted[1:]), ""),
        language=ground.first("languages"),
    )
    chosen = _list_of(ground)
    section = f"{{kind: pavilion, path: /{wish.slug}/, event: {wish.slug}, list: {chosen}}}"
    hints = (
        f"fill in content/events/{wish.slug}/: event.yaml, then floorplan.yaml and agenda.yaml",
        f"add `- {section}` to the sections of a site to publish it",
        f'run `pavgen event release {wish.slug} --note "…"` when the agenda is to be out',
    )
    return Scaffold(event_drafts(said), hints)


def _admitted(ground: Ground) -> list[str]:
    return sorted(set(ground.partners) & set(ground.standings))


def _list_of(ground: Ground) -> str:
    """Return the opportunity that orders a list of partners, if the policy has any."""
    opportunities = ground.words.get("opportunities", ())
    return LIST if LIST in opportunities else ground.first("opportunities", LIST)


def _article(wish: _Wish, ground: Ground) -> Scaffold | Diagnostic:
    hub = wish.folder or next(iter(ground.hubs), "articles")
    if wish.slug == "index":
        return _needs("`index` is the hub's own page", "choose another name")
    root = keyed(
        ("title", words(wish.title)),
        ("summary", words("What the reader learns, in a sentence or two.")),
        ("author", words("The editors")),
        ("status", words("draft")),
        ("published", value(ground.as_of.isoformat())),
    )
    article = Draft(
        f"content/hubs/{hub}/{wish.slug}.md", Article, root, "Begin here.\n", explained=True
    )
    hints = (f"write {article.path}; set `status: published` when it is done",)
    if hub in ground.hubs:
        return Scaffold((article,), hints)
    title = hub.replace("-", " ").capitalize()
    front = keyed(("title", words(title)), ("summary", words("What the hub is for.")))
    index = Draft(f"content/hubs/{hub}/index.md", Hub, front, "", explained=True)
    more = f"add a section `kind: hub, hub: {hub}` to a site to publish it"
    return Scaffold((index, article), (*hints, more))


def _site(wish: _Wish, ground: Ground) -> Scaffold | Diagnostic:
    opportunities = ground.words.get("opportunities", ())
    if not opportunities:
        return _needs("a site needs an opportunity", "add one to content/placement/policy.yaml")
    chosen = _list_of(ground)
    section = keyed(("kind", words("directory")), ("path", words("/")), ("list", words(chosen)))
    fairness = keyed(
        ("kind", words("fairness")), ("path", words(FAIRNESS)), ("list", words(chosen))
    )
    menu = keyed(("label", words("Partners")), ("to", words("/")))
    why = keyed(("label", words("How we place partners")), ("to", words(f"section:{FAIRNESS}")))
    root = keyed(
        ("title", words(wish.title)),
        ("base_url", words(f"https://{wish.slug}.example.org/")),
        ("menus", keyed(("main", listed([menu])), ("footer", listed([why])))),
        ("sections", listed([section, fairness])),
    )
    draft = Draft(f"content/sites/{wish.slug}.yaml", Site, root, explained=True)
    hints = (f"set `base_url` in {draft.path}, then run `pavgen build --site {wish.slug}`",)
    return Scaffold((draft,), hints)


def _theme(wish: _Wish, ground: Ground) -> Scaffold:
    del ground
    root = keyed(("name", words(wish.title)), ("extends", words("standard")))
    drafts = (
        Draft(f"themes/{wish.slug}/theme.yaml", ThemeManifest, root, explained=True),
        Draft(f"themes/{wish.slug}/README.md", None, body=_THEME_NOTES),
    )
    hints = (f"set `theme: {wish.slug}` in a site to use it",)
    return Scaffold(drafts, hints)


def _tiers() -> tuple[Entries, ...]:
    gold = keyed(("id", words("gold")), ("label", words("Gold")), ("weight", value("2")))
    silver = keyed(("id", words("silver")), ("label", words("Silver")), ("weight", value("1")))
    return (gold, silver)


def _types() -> tuple[Entries, ...]:
    pairs = (("integrator", "Integrator", "Integrators"), ("reseller", "Reseller", "Resellers"))
    return tuple(
        keyed(("id", words(i)), ("label", words(label)), ("plural", words(plural)))
        for i, label, plural in pairs
    )


def _term(term: str, label: str) -> Entries:
    return keyed(("id", words(term)), ("label", words(label)))


def _needs(what: str, remedy: str) -> Diagnostic:
    return Diagnostic(Span(""), "new-needs", what, remedy)


def _safe(title: str) -> str:
    return re.sub(r"([\\`*_\[\]<>&~|^{}$#])", r"\\\1", title)


_THEME_NOTES = """\
A file here takes the place of the file of the same name in the theme it extends.

- `templates/`: pages and their parts
- `assets/`: style sheets, fonts and pictures, published with the site
- `locales/`: the words of the interface, one file for each language
"""

_MAKERS: Mapping[ScaffoldKind, Callable[[_Wish, Ground], Scaffold | Diagnostic]] = {
    "project": _project,
    "site": _site,
    "partner": _partner,
    "standing": _standing,
    "solution": _solution,
    "event": _event,
    "article": _article,
    "theme": _theme,
}
