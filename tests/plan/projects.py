"""A small project written as files, and what the stages make of it.

Its placement is alphabetical, so that a test can say the order it expects by looking at names.
"""

from dataclasses import dataclass
from datetime import date

from pavgen.app.load import load_project
from pavgen.model.programme import Programme
from pavgen.model.showing import Showing
from pavgen.place.placement import Placement
from pavgen.place.placing import place
from pavgen.plan.pages import SitePlan
from pavgen.plan.site import plan_site
from pavgen.plan.strings import PLAN_KEYS
from pavgen.plan.words import Words

DAY = date(2026, 6, 15)

PROGRAM = """\
name: Fernholt Partners
vendor: {name: Fernholt, url: https://www.fernholt.example/}
tiers:
  - {id: gold, label: Gold, weight: 2}
  - {id: silver, label: Silver}
partner_types:
  - {id: reseller, label: Reseller, plural: Resellers, summary: Sells it.}
  - {id: integrator, label: Integrator, plural: Integrators}
regions:
  - id: emea
    label: Europe
    children:
      - {id: dach, label: Central Europe, children: [{id: de, label: Germany}, {id: at, label: Austria}]}
      - {id: fr, label: France}
  - {id: us, label: United States}
segments: [{id: small, label: Small}, {id: large, label: Large}]
industries: [{id: energy, label: Energy}, {id: water, label: Water}]
solution_areas:
  - {id: data, label: Data, children: [{id: lake, label: Lakes}]}
  - {id: grid, label: Grids}
certifications: [{id: basic, label: Basics, issuer: Fernholt}]
languages: [{id: en, label: English}, {id: de, label: German}]
name_scripts: [Arabic, Han, Hiragana, Katakana]
freshness_days: 100
"""

POLICY = """\
groups:
  main: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
"""

SITE = """\
title: Fernholt Network
summary: Find a partner.
base_url: https://partners.fernholt.example/
sections:
  - {kind: directory, path: /}
"""


WORDS = Words(
    "en",
    {
        **{key: key.removeprefix("plan-") for key in PLAN_KEYS},
        "plan-browse-all": "All {n}",
        "plan-contributions": "By {name}",
        "plan-page-title": "{title}, page {number}",
        "plan-proposition": "For a {label}",
        "plan-title-region": "In {label}",
        "plan-title-type": "{label}",
        "plan-title-type-region": "{label} in {other}",
        "plan-works-with": "{name} works with",
    },
    lambda n: "one" if n == 1 else "other",
)
"""Words of our own, so that a theme may change its wording."""


@dataclass(frozen=True)
class Planned:
    """One site's plan with what it was made of; `page(path)` is a page by its address."""

    plan: SitePlan
    programme: Programme
    placement: Placement
    codes: tuple[str, ...]
    messages: tuple[str, ...]

    @property
    def paths(self):
        return [page.path for page in self.plan.pages]

    def page(self, path):
        file = path if path.endswith(".html") else f"{path}index.html"
        return next(page for page in self.plan.pages if page.path == file)

    def view(self, path):
        return self.page(path).view

    def content(self, path):
        return self.page(path).view.content


def partner(
    slug, listing="", standing="", about="", *, name="", tier="gold", types="[reseller]", id_=""
):
    """Return the files of a partner; `listing` and `standing` are further lines of YAML."""
    name = name or slug.title()
    files = {
        f"partners/{slug}/listing.yaml": (
            f"name: {name}\ntagline: {name} does one thing.\n"
            f"website: https://{slug}.example/\ntypes: {types}\n{listing}"
        ),
        f"content/standing/{slug}.yaml": (
            f"id: {id_ or f'p-{slug}'}\nstatus: active\ntier: {tier}\njoined: 2024-01-01\n{standing}"
        ),
    }
    return files | ({f"partners/{slug}/about.md": about} if about else {})


def pending(slug, listing=""):
    """Return the files of a partner without a standing."""
    files = partner(slug, listing)
    del files[f"content/standing/{slug}.yaml"]
    return files


def solution(slug, partners, more="", body="It worked.", *, published="2026-01-01"):
    """Return the file of a solution made by partners who each do work."""
    parts = "".join(f"  - {{partner: {name}, role: Work of {name}}}\n" for name in partners)
    head = f"title: Solution {slug}\nsummary: How {slug} went.\npublished: {published}\n"
    text = f"---\n{head}partners:\n{parts}{more}---\n{body}\n"
    return {f"content/solutions/{slug}.md": text}


def page(slug, body="Some words.", more="", title=""):
    """Return the file of a free page."""
    text = f"---\ntitle: {title or slug.title()}\n{more}---\n{body}\n"
    return {f"content/pages/{slug}.md": text}


def hub(slug="notes", more="", body=""):
    """Return the file of a hub."""
    text = f"---\ntitle: Hub {slug}\nsummary: What we learned.\n{more}---\n{body}\n"
    return {f"content/hubs/{slug}/index.md": text}


def article(slug, more="", body="Some words.", *, of="notes", status="published"):
    """Return the file of an article."""
    head = f"title: Article {slug}\nsummary: About {slug}.\nauthor: Ida\nstatus: {status}\n"
    return {f"content/hubs/{of}/{slug}.md": f"---\n{head}{more}---\n{body}\n"}


def site(sections, more="", *, base="https://partners.fernholt.example/", title="Fernholt Network"):
    """Return the text of a site; `sections` are lines of YAML, one flow mapping each."""
    rows = "".join(f"  - {{{row}}}\n" for row in sections)
    head = f"title: {title}\nsummary: Find a partner.\nbase_url: {base}\n"
    return f"{head}{more}sections:\n{rows}"


def files_of(*parts, program=PROGRAM, policy=POLICY, main=SITE):
    """Return the files of a project: its three own, then the parts'."""
    files = {
        "content/program.yaml": program,
        "content/placement/policy.yaml": policy,
        "content/sites/main.yaml": main,
    }
    for part in parts:
        files |= part
    return files


def write(root, files):
    """Write files, text or bytes, below a folder and return it."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def planned(root, files, wanted="main", day=DAY, *, drafts=False, future=False):
    """Write a project and plan one of its sites; loading and placing must find no error."""
    write(root, files)
    showing = Showing(day, drafts, future)
    loaded = load_project(root, preview=day if drafts else None)
    assert loaded.ok, [(d.span, d.message) for d in loaded.diagnostics]
    programme = loaded.value.programme
    placed = place(programme, day)
    assert placed.ok, placed.diagnostics
    plan = plan_site(programme, placed.value, wanted, showing, WORDS)
    codes = tuple(d.code for d in plan.diagnostics)
    messages = tuple(f"{d.span.path}: {d.message}" for d in plan.diagnostics)
    return Planned(plan.value, programme, placed.value, codes, messages)


def slugs(surface):
    """Return who stands in a surface, in order."""
    return [card.slug for card in surface.cards]
