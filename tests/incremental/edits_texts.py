"""Edits of markdown: blocks, links and embeds, texts that come and go, and mistakes in them."""

from random import Random

from tests.incremental.trial import Trial
from tests.plan import projects

_ARTICLES = "content/hubs/"
_PLAIN = (
    "A *plain* paragraph, number {n}.\n",
    "## A heading {n}\n\nAnd text.\n",
    "- one\n- two {n}\n",
    "A [link](https://www.fernholt.example/{n}).\n",
)
_STAFF = (
    "See [](partner:ada) and [that](solution:frost).\n",
    "See [](page:about) and [one](article:notes/one).\n",
    "::: partner cat\n",
    "::: partners type=reseller limit={small}\n",
    "::: partners region=de\n",
    "::: solutions partner=ada\n",
    "::: solution frost\n",
    "::: articles hub=notes limit={small}\n",
    "::: article notes/one\n",
    "::: opportunity front-row\n",
    '::: cta label="Go {n}" href="page:about"\n',
    "![Drawn](media/one.svg)\n",
    "::: warning Mind\nThe step {n}.\n:::\n",
    "```python\nx = {n}\n```\n",
    "| a | b |\n|---|--:|\n| {n} | 2 |\n",
    "Note.[^n{n}]\n\n[^n{n}]: The note.\n",
    '<div class="x">Raw {n}</div>\n',
    "- [x] done {n}\n",
)
_WRONG = (
    "See [](partner:nobody-{n}).\n",
    "::: partnr ada\n",
    "::: note\nNever closed.\n",
    "![None](media/none-{n}.svg)\n",
    "<script>alert({n})</script>\n",
    "[x](javascript:alert({n}))\n",
)


def block_added(trial: Trial, random: Random) -> str:
    """Put a block before or behind a text."""
    return _with_block(trial, random, _PLAIN + _STAFF)


def mistake_made(trial: Trial, random: Random) -> str:
    """Put a block into a text that is refused, or warned of."""
    return _with_block(trial, random, _WRONG)


def block_removed(trial: Trial, random: Random) -> str:
    """Remove a paragraph or block of a text."""
    path = random.choice(trial.tree.paths("", ".md") or [""])
    blocks = trial.tree.body(path).split("\n\n") if path else []
    if len(blocks) < 2:
        return ""
    at = random.randrange(len(blocks))
    del blocks[at]
    _put_body(trial, path, "\n\n".join(blocks))
    return f"{path} block {at}"


def about_changed(trial: Trial, random: Random) -> str:
    """Write what a partner says of itself, or remove it."""
    slug = random.choice(trial.tree.slugs("partners/") or [""])
    path = f"partners/{slug}/about.md"
    if not slug:
        return ""
    if trial.tree.has(path) and random.random() < 0.25:
        trial.tree.remove(path)
        return f"{path} removed"
    number = random.randrange(100)
    text = random.choice((*_PLAIN, "<b>Raw</b> {n}\n", "![x](y{n}.png)\n", "# Big {n}\n"))
    trial.tree.write(path, f"We do {number} things.\n\n{text.format(n=number)}")
    return f"{path} {number}"


def article_added(trial: Trial, random: Random) -> str:
    """Add an article to a hub."""
    hub = random.choice(trial.tree.slugs(_ARTICLES) or [""])
    slug, number = f"piece-{random.randrange(50)}", random.randrange(100)
    if not hub or len(trial.tree.paths(_ARTICLES)) > 12:
        return ""
    body = random.choice(_PLAIN + _STAFF).format(n=number, small=1)
    more = f"published: 2026-0{random.randint(1, 9)}-01\n"
    for path, text in projects.article(slug, more, body, of=hub).items():
        trial.tree.write(path, text)
    return f"{hub}/{slug}"


def article_removed(trial: Trial, random: Random) -> str:
    """Remove an article, and leave what refers to it."""
    paths = [p for p in trial.tree.paths(_ARTICLES) if not p.endswith("/index.md")]
    if len(paths) < 2:
        return ""
    path = random.choice(paths)
    trial.tree.remove(path)
    return path


def page_added(trial: Trial, random: Random) -> str:
    """Add a page, in a folder or not."""
    slug = random.choice(("more", "offers/more", "offers/deep/more")) + f"-{random.randrange(9)}"
    body = random.choice(_PLAIN + _STAFF).format(n=random.randrange(100), small=2)
    for path, text in projects.page(slug, body, title="More").items():
        trial.tree.write(path, text)
    return slug


def page_moved(trial: Trial, random: Random) -> str:
    """Give a page another address; what refers to it may break."""
    paths = trial.tree.paths("content/pages/", ".md")
    path = random.choice(paths or [""])
    to = path.removesuffix(".md") + "-b.md"
    if not path or len(to) > 60:
        return ""
    trial.tree.move(path, to)
    return f"{path} to {to}"


def page_removed(trial: Trial, random: Random) -> str:
    """Remove a page; what refers to it may break."""
    paths = trial.tree.paths("content/pages/", ".md")
    if len(paths) < 2:
        return ""
    path = random.choice(paths)
    trial.tree.remove(path)
    return path


def line_endings(trial: Trial, random: Random) -> str:
    """Save a text as other editors do."""
    path = random.choice(trial.tree.paths("", ".md") or [""])
    if not path:
        return ""
    data = trial.tree.read(path)
    how = random.choice(("crlf", "mark", "no last newline", "more newlines"))
    changed = {
        "crlf": data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
        "mark": b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf"),
        "no last newline": data.rstrip(b"\n"),
        "more newlines": data + b"\n\n",
    }
    trial.tree.write(path, changed[how])
    return f"{path} {how}"


def _with_block(trial: Trial, random: Random, blocks: tuple[str, ...]) -> str:
    path = random.choice(trial.tree.paths("content/", ".md") or [""])
    if not path or len(trial.tree.read(path)) > 4000:
        return ""
    number, small = random.randrange(1000), random.randint(1, 3)
    block = random.choice(blocks).format(n=number, small=small)
    body = trial.tree.body(path)
    _put_body(trial, path, f"{block}\n{body}" if random.random() < 0.5 else f"{body}\n{block}")
    return f"{path} {block.strip()!r}"


def _put_body(trial: Trial, path: str, body: str) -> None:
    text = trial.tree.text(path)
    head = text[: len(text) - len(trial.tree.body(path))]
    trial.tree.write(path, head + body)


EDITS = {
    "block-added": (12, block_added),
    "block-removed": (5, block_removed),
    "text-mistaken": (3, mistake_made),
    "about-changed": (5, about_changed),
    "article-added": (3, article_added),
    "article-removed": (1, article_removed),
    "page-added": (3, page_added),
    "page-moved": (1, page_moved),
    "page-removed": (1, page_removed),
    "text-line-endings": (2, line_endings),
}
