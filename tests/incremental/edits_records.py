"""Edits of records: a field of any, and partners, solutions, hubs and sites that come and go."""

import json
import re
from functools import partial
from random import Random

from tests.incremental.projects import small_files
from tests.incremental.tree import Data
from tests.incremental.trial import Trial
from tests.incremental.values import RECORDS, Values, known_words
from tests.plan import projects


def field_changed(trial: Trial, random: Random, *, kind: str) -> str:
    """Change a field of a record of one type, at any depth."""
    record, start, end = RECORDS[kind]
    paths = [p for p in trial.tree.paths(start, end) if _is(kind, p)]
    path = random.choice(paths) if paths else ""
    data = trial.tree.record(path) if path else None
    if data is None:
        return ""
    told = Values(random, known_words(trial.tree)).change(record, data)
    trial.tree.put(path, data)
    return f"{path} {told}"


def _is(kind: str, path: str) -> bool:
    return kind != "article" or not path.endswith("/index.md")


def partner_added(trial: Trial, random: Random) -> str:
    """Add a partner, sometimes without a standing."""
    slug = f"new-{random.randrange(100)}"
    if trial.tree.has(f"partners/{slug}") or len(trial.tree.slugs("partners/")) > 9:
        return ""
    make = projects.pending if random.random() < 0.3 else projects.partner
    for path, text in make(slug, "industries: [water]\nregions: [de]\n").items():
        trial.tree.write(path, text)
    return slug


def partner_removed(trial: Trial, random: Random) -> str:
    """Remove a partner, with its standing or without."""
    slugs = trial.tree.slugs("partners/")
    if len(slugs) < 4:
        return ""
    slug = random.choice(slugs)
    trial.tree.remove(f"partners/{slug}")
    standing = f"content/standing/{slug}.yaml"
    if trial.tree.has(standing) and random.random() < 0.8:
        trial.tree.remove(standing)
    return slug


def partner_renamed(trial: Trial, random: Random) -> str:
    """Give a partner another slug, its old one as an alias."""
    slug = random.choice(trial.tree.slugs("partners/") or [""])
    to, standing = f"{slug}-co", f"content/standing/{slug}.yaml"
    data = trial.tree.record(standing) if slug and trial.tree.has(standing) else None
    if data is None or len(to) > 20:
        return ""
    aliases = data.get("aliases")
    data["aliases"] = [*(aliases if isinstance(aliases, list) else []), slug]
    trial.tree.put(standing, data)
    trial.tree.move(standing, f"content/standing/{to}.yaml")
    trial.tree.move(f"partners/{slug}", f"partners/{to}")
    if random.random() < 0.8:
        for start in ("events/", "hubs/", "pages/", "placement/policy.yaml", "solutions/"):
            _rename_in(trial, f"content/{start}", slug, to)
    return f"{slug} to {to}"


def _rename_in(trial: Trial, start: str, slug: str, to: str) -> None:
    """Write a partner's new slug where records name it."""
    word = re.compile(rf"(?<![\w./-]){re.escape(slug)}(?![\w./-])")
    for path in trial.tree.paths(start):
        text = trial.tree.text(path)
        if word.search(text):
            trial.tree.write(path, word.sub(to, text))


def partner_admitted(trial: Trial, random: Random) -> str:
    """Give a partner that waits a standing."""
    known = trial.tree.slugs("content/standing/")
    waiting = [slug for slug in trial.tree.slugs("partners/") if slug not in known]
    if not waiting:
        return ""
    slug = random.choice(waiting)
    data: dict[str, Data] = {"id": f"p-{slug}", "status": "active", "tier": "silver"}
    trial.tree.put(f"content/standing/{slug}.yaml", {**data, "joined": "2026-01-01"})
    return slug


def standing_removed(trial: Trial, random: Random) -> str:
    """Take a partner's standing away, so that it waits again."""
    return _removed(trial, random, "content/standing/")


def solution_added(trial: Trial, random: Random) -> str:
    """Add a solution of two partners."""
    slug, some = f"case-{random.randrange(50)}", trial.tree.slugs("content/standing/")
    if len(some) < 2:
        return ""
    for path, text in projects.solution(slug, random.sample(some, 2)).items():
        trial.tree.write(path, text)
    return slug


def solution_removed(trial: Trial, random: Random) -> str:
    """Remove a solution, and leave what refers to it."""
    return _removed(trial, random, "content/solutions/")


def solution_renamed(trial: Trial, random: Random) -> str:
    """Give a solution another slug, its old one as an alias."""
    return _renamed(trial, random, trial.tree.paths("content/solutions/"))


def article_renamed(trial: Trial, random: Random) -> str:
    """Give an article another slug, its old one as an alias."""
    paths = [p for p in trial.tree.paths("content/hubs/") if not p.endswith("/index.md")]
    return _renamed(trial, random, paths)


def site_added(trial: Trial, random: Random) -> str:
    """Add a site, or change the one that was added."""
    rows = ["kind: directory, path: /", "kind: pages, path: /"][: random.randint(1, 2)]
    more = "search: false\nsocial_cards: false\n"
    base = f"https://third.example/{random.choice(('', 'in/'))}"
    trial.tree.write("content/sites/third.yaml", projects.site(rows, more, base=base))
    return f"{base} with {len(rows)} sections"


def site_removed(trial: Trial, random: Random) -> str:
    """Remove one site of several; its output stays, for nobody asked to remove it."""
    return _removed(trial, random, "content/sites/")


def hub_added(trial: Trial, random: Random) -> str:
    """Add a hub and its section, with an article."""
    slug, path = f"desk-{random.randrange(20)}", "content/sites/main.yaml"
    site = trial.tree.record(path) if trial.tree.has(path) else None
    sections = site.get("sections") if site else None
    if trial.tree.has(f"content/hubs/{slug}") or not site or not isinstance(sections, list):
        return ""
    site["sections"] = [*sections, {"kind": "hub", "path": f"/{slug}/", "hub": slug}]
    trial.tree.put(path, site)
    more = "published: 2026-03-01\n"
    for made in (projects.hub(slug), projects.article("first", more, of=slug)):
        for name, text in made.items():
            trial.tree.write(name, text)
    return slug


def hub_removed(trial: Trial, random: Random) -> str:
    """Remove a hub, and the sections that show it."""
    hubs = trial.tree.slugs("content/hubs/")
    if not hubs:
        return ""
    slug = random.choice(hubs)
    trial.tree.remove(f"content/hubs/{slug}")
    for path in trial.tree.paths("content/sites/"):
        site = trial.tree.record(path)
        sections = site.get("sections") if site else None
        if site and isinstance(sections, list):
            kept = [s for s in sections if not (isinstance(s, dict) and s.get("hub") == slug)]
            if kept != sections:
                trial.tree.put(path, {**site, "sections": [*kept]})
    return slug


def policy_replaced(trial: Trial, random: Random) -> str:
    """Change the strategy of the group of all lists."""
    path = "content/placement/policy.yaml"
    policy = trial.tree.record(path) if trial.tree.has(path) else None
    groups = policy.get("groups") if policy else None
    if not policy or not isinstance(groups, dict):
        return ""
    strategy = random.choice(("alphabetical", "balanced", "rotation", "draw", "first-come"))
    seed: Data = {"source": "A beacon", "value": f"beef {random.randrange(3)}"}
    groups["main"] = {"strategy": strategy, "period": "week", "seed": seed}
    trial.tree.put(path, policy)
    return strategy


def restored(trial: Trial, random: Random) -> str:
    """Bring back some files of the beginning, so that a long trial does not run dry."""
    first = small_files()
    gone = sorted(path for path in first if not trial.tree.has(path))
    if random.random() < 0.2:
        trial.tree.restore(first)
        return "all to what it was in the beginning"
    some = [path for path in gone if random.random() < 0.7]
    for path in some:
        trial.tree.write(path, first[path])
    return ", ".join(some)


def respelled(trial: Trial, random: Random) -> str:
    """Write a record of the same values in another way, on other lines."""
    path = random.choice(trial.tree.paths("", ".yaml") or [""])
    data = trial.tree.record(path) if path else None
    if data is None:
        return ""
    indent = random.choice((None, 2, 5))
    trial.tree.write(path, json.dumps(data, ensure_ascii=random.random() < 0.5, indent=indent))
    return f"{path} with indent {indent}"


def comment_added(trial: Trial, random: Random) -> str:
    """Put a comment before a record, so that all its lines move."""
    path = random.choice(trial.tree.paths("", ".yaml") or [""])
    if not path:
        return ""
    trial.tree.write(path, f"# A word to editors.\n{trial.tree.text(path)}")
    return path


def _removed(trial: Trial, random: Random, start: str) -> str:
    paths = trial.tree.paths(start)
    if len(paths) < 2:
        return ""
    path = random.choice(paths)
    trial.tree.remove(path)
    return path


def _renamed(trial: Trial, random: Random, paths: list[str]) -> str:
    path = random.choice(paths or [""])
    data = trial.tree.record(path) if path else None
    folder, _, name = path.removesuffix(".md").rpartition("/")
    if data is None or len(name) > 20:
        return ""
    aliases = data.get("aliases")
    data["aliases"] = [*(aliases if isinstance(aliases, list) else []), name]
    trial.tree.put(path, data)
    trial.tree.move(path, f"{folder}/{name}-b.md")
    return f"{path} to {name}-b"


EDITS = {
    **{f"field-of-{kind}": (6, partial(field_changed, kind=kind)) for kind in RECORDS},
    "partner-added": (2, partner_added),
    "partner-removed": (2, partner_removed),
    "partner-renamed": (2, partner_renamed),
    "partner-admitted": (3, partner_admitted),
    "standing-removed": (1, standing_removed),
    "solution-added": (2, solution_added),
    "solution-removed": (1, solution_removed),
    "solution-renamed": (2, solution_renamed),
    "article-renamed": (2, article_renamed),
    "site-added": (2, site_added),
    "site-removed": (1, site_removed),
    "hub-added": (2, hub_added),
    "hub-removed": (1, hub_removed),
    "policy-replaced": (3, policy_replaced),
    "restored": (6, restored),
    "respelled": (2, respelled),
    "comment-added": (2, comment_added),
}
