"""Which pages of a built site the browser looks at: one of each kind, told by its markup."""

import re
from pathlib import Path

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
