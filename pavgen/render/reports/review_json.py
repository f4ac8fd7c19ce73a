"""A review for programs: one object of a stable shape."""

import json
import re
from collections.abc import Mapping

from pavgen.kernel.canonical import Json, readable_json
from pavgen.model.review.paths import PathChange
from pavgen.model.review.rulings import Ruling
from pavgen.place.effect import Effect, Move
from pavgen.plan.review import LogoFile, Review
from pavgen.render.reports.machine import findings_json
from pavgen.render.reports.review_words import summary

_UNSAFE = re.compile(r"[^\n -~]")


def review_as_json(review: Review) -> str:
    """Write a review as JSON that a log or a terminal may hold.

    All but printable ASCII is escaped, and so is what some build logs take for a command
    wherever it stands; what a program reads is the same.
    """
    text = readable_json(review_json(review)).replace("##[", "#\\u0023[")
    return _UNSAFE.sub(_escape, text)


def review_json(review: Review) -> dict[str, Json]:
    """Describe a review; keys may be added, none change meaning while `format` stays the same.

    `paths` has every changed path with the gravest rule on it; `rulings` every rule's word,
    those on the whole with an empty path.
    """
    base, head, shared = review.commits
    changes = review.changes
    by_path: dict[str, Ruling] = {}
    for ruling in review.rulings:
        by_path.setdefault(ruling.path, ruling)
    return {
        **findings_json(review.findings),
        "command": "review",
        "verdict": review.verdict.value,
        "status": review.verdict.status,
        "base": base,
        "head": head,
        "merge_base": shared,
        "actor_id": review.account,
        "partners": list(review.slugs),
        "summary": list(summary(review)),
        "rulings": [_ruling(r) for r in review.rulings],
        "paths": [_path(p, by_path) for p in review.paths],
        "fields": [
            {"path": f.path, "key": f.key, "before": f.before, "after": f.after, "class": f.kind}
            for f in changes.fields
        ],
        "text": [
            {"path": t.path, "lines": [f"{mark}{line}" for mark, line in t.lines]}
            for t in changes.texts
        ],
        "hosts": {slug: list(hosts) for slug, hosts in changes.hosts.items()},
        "invisible": [
            {"path": h.path, "line": h.line, "character": h.character, "times": h.times}
            for h in changes.hidden
        ],
        "neighbours": [
            {
                "partner": n.slug,
                "name": n.name,
                "other": n.other,
                "other_name": n.other_name,
                "same": n.same,
            }
            for n in changes.neighbours
        ],
        "logos": [
            {"path": c.path, "before": _logo(c.before), "after": _logo(c.after)}
            for c in changes.logos
        ],
        "placement": _effect(changes.effect, changes.titles, changes.admitted),
        "pages": {
            p.site: {
                "added": list(p.added),
                "changed": list(p.changed),
                "removed": list(p.removed),
            }
            for p in changes.pages
        },
    }


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1] if found.group() != "\x7f" else "\\u007f"


def _ruling(ruling: Ruling) -> dict[str, Json]:
    return {
        "path": ruling.path,
        "rule": ruling.rule,
        "severity": ruling.verdict.value,
        "message": ruling.message,
    }


def _path(change: PathChange, rulings: Mapping[str, Ruling]) -> dict[str, Json]:
    kind = change.kind
    folder = f"partners/{kind.slug}/" if kind.slug else ""
    said = rulings.get(change.path) or rulings.get(folder) if folder else rulings.get(change.path)
    return {
        "path": change.path,
        "status": change.status,
        "mode": change.new_mode,
        "size": change.size,
        "class": kind.kind,
        "owner": kind.slug or None,
        "rule": said.rule if said else None,
        "severity": said.verdict.value if said else "pass",
        "message": said.message if said else "",
        "before": change.old or None,
        "after": change.new or None,
    }


def _logo(logo: LogoFile | None) -> Json:
    if logo is None:
        return None
    return {
        "sha256": logo.digest,
        "bytes": logo.size,
        "width": logo.width or None,
        "height": logo.height or None,
    }


def _effect(effect: Effect | None, titles: Mapping[str, str], admitted: tuple[str, ...]) -> Json:
    if effect is None:
        return None
    return {
        "as_if_admitted": list(admitted),
        "lists": [_move(move, titles) for move in effect.shown],
        "others": [_move(move, titles) for move in effect.others],
    }


def _move(move: Move, titles: Mapping[str, str]) -> dict[str, Json]:
    return {
        "partner": move.slug,
        "opportunity": move.opportunity,
        "title": titles.get(move.opportunity, ""),
        "before": move.before,
        "after": move.after,
        "of": move.of,
        "why": move.why,
        "by": list(move.by),
    }
