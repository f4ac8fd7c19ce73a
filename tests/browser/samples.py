"""Which pages of a built site the browser looks at: one of each kind, told by its markup."""

import re
from pathlib import Path

OPEN_DETAILS = "() => { for (const d of document.querySelectorAll('details')) d.open = true }"

KINDS = {
    "home": r'class="tally"',
    "list": r'class="partners partners-grid"',
    "facet": r'class="index"',
    "profile": r'class="profile-top"',
    "proposition": r'class="band band-small"',
    "solutions": r'class="solutions"',
    "story": r'class="outcomes"',
    "articles": r'class="articles"',
    "article": r'class="reading-main"',
    "code": r'<pre class="code"',
    "table": r'<div class="table"',
    "callout": r'class="callout',
    "no logo": r'class="plate plate-monogram"',
    "one light logo": r'class="plate plate-light"',
    "empty": r'class="empty"',
    "lost": r'class="lost-number"',
    "thanks": r'class="wrap lost">\n<h1>',
    "form": r'<form class="form"',
    "rules": r'class="fair-opportunities"',
    "opportunity": r'class="fair-order"',
    "account": r'class="fair-steps"',
    "framed": r'<body class="embedded">',
    "event": r'class="band event-band"',
    "agenda": r'class="wrap agenda"',
    "session": r'class="head agenda-session-head"',
    "speakers": r'class="agenda-people agenda-people-all"',
    "changes": r'class="agenda-line ',
    "floor": r'class="wrap floor"',
    "exhibitors": r'class="partners floor-exhibitors"',
}


def samples(site: Path) -> list[str]:
    """Return the paths, from the site's root, of the first page of each kind."""
    return sorted(set(kinds(site).values()))


def kinds(site: Path) -> dict[str, str]:
    """Return the first page of each kind that the site has, by kind."""
    found: dict[str, str] = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        for kind, mark in KINDS.items():
            if kind not in found and re.search(mark, text):
                found[kind] = file.relative_to(site).as_posix().removesuffix("index.html")
    return found
