"""A review for a comment on a pull request: nothing a partner wrote is more than words in it.

What the partner wrote stands in code spans whose fence is longer than any run of backticks in
it; in all other words the signs that would make a mention, a reference, a link or markup are
written as entities. After the rules of GitHub Flavored Markdown, sections 6.1, 6.2 and 6.9.
"""

import re
from collections.abc import Iterable, Iterator

from pavgen.plan.review import Review
from pavgen.render.reports.quoting import plain
from pavgen.render.reports.review_text import logo_words
from pavgen.render.reports.review_words import (
    NEXT,
    effect_sentences,
    page_sentences,
    summary,
)

MOST = 60_000
MARK = "<!-- pavgen review -->"
"""Begins the comment, so that the next review finds it and takes its place."""

_ROWS = 60
_LONGEST = 400
_ACTIVE = re.compile(r"[@#\\`*_{}\[\]<>()!|~&$^=+:/]|(?<=www)\.|-(?=-)")
_CUT = "_More does not fit here; the whole report is the check's JSON._"


def review_as_markdown(review: Review) -> str:
    """Write a review as a comment of at most `MOST` characters."""
    verdict, who, what, why = summary(review)
    head = [
        MARK,
        f"### {_words(verdict.removeprefix('Verdict: '))}",
        "",
        *(f"- {_words(line)}" for line in (who, what, why)),
        f"- {_words(f'Next: {NEXT[review.verdict]}')}",
    ]
    text = "\n".join(head) + "\n"
    for block in _blocks(review):
        if len(text) + len(block) > MOST - len(_CUT) - 2:
            return f"{text}\n{_CUT}\n"
        text += f"\n{block}"
    base, end, _ = review.commits
    return f"{text}\n<sub>base {_code(base[:12])}, head {_code(end[:12])}</sub>\n"


def _blocks(review: Review) -> Iterator[str]:
    changes = review.changes
    rules = (
        f"{_words(r.verdict.value)} · {_code(r.path or '.')} · {_words(r.message)}"
        for r in review.rulings
    )
    yield from _listed("What the rules say", rules, is_open=True)
    yield from _listed(
        "Who stands where", (_words(line) for line in effect_sentences(review)), is_open=True
    )
    yield from _listed("Pages", map(_words, page_sentences(review)))
    fields = (
        f"{_code(f.path)} {_code(f.key)}: {_value(f.before)} → {_value(f.after)}"
        for f in changes.fields
    )
    yield from _listed("Fields", fields, is_open=True)
    for text in changes.texts:
        yield _folded(f"Text of {text.path}", _fenced(f"{m} {line}" for m, line in text.lines))
    hosts = (f"{_code(s)}: {_code(host)}" for s, found in changes.hosts.items() for host in found)
    yield from _listed("New hosts", hosts, is_open=True)
    hidden = (
        f"{_code(f'{h.path}:{h.line}')}: {_code(h.character)}, {h.times} times"
        for h in changes.hidden
    )
    yield from _listed("Invisible characters", hidden, is_open=True)
    alike = (
        f"{_code(n.name)} ({_code(n.slug)}) and {_code(n.other_name)} ({_code(n.other)})"
        for n in changes.neighbours
    )
    yield from _listed("Names that look alike", alike, is_open=True)
    logos = (
        f"{_code(c.path)}: {_words(logo_words(c.before))} → {_words(logo_words(c.after))}"
        for c in changes.logos
    )
    yield from _listed("Logos", logos)
    paths = (f"{_words(p.status)} {_code(p.path)}, {p.size:,} bytes" for p in review.paths)
    yield from _listed("Paths", paths)
    findings = (
        f"{_words(d.severity.value)} {_code(f'{d.span.path}:{d.span.line}')} {_words(d.message)}"
        for d in review.findings
    )
    yield from _listed("What the check says", findings)


def _listed(title: str, rows: Iterable[str], *, is_open: bool = False) -> Iterator[str]:
    told = list(rows)
    if not told:
        return
    more = len(told) - _ROWS
    shown = [f"- {row}" for row in told[:_ROWS]]
    if more > 0:
        shown.append(f"- and {more:,} more")
    body = "\n".join(shown) + "\n"
    yield f"**{title}**\n\n{body}" if is_open else _folded(title, body)


def _folded(title: str, body: str) -> str:
    return f"<details><summary>{_words(title)}</summary>\n\n{body}\n</details>\n"


def _fenced(lines: Iterable[str]) -> str:
    told = [_cut(plain(line)) for line in lines]
    text = "\n".join([*told[:_ROWS], *(["…"] if len(told) > _ROWS else [])])
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}diff\n{text}\n{fence}\n"


def _words(text: str) -> str:
    """Write a sentence of pavgen's own; what stands in it between backticks becomes a code span."""
    parts = plain(text).split("`")
    if len(parts) % 2 == 0:
        parts = [" ".join(parts)]
    return "".join(
        _code(part) if index % 2 else _ACTIVE.sub(_entity, part) for index, part in enumerate(parts)
    )


def _value(text: str | None) -> str:
    return "nothing" if text is None else _code(text)


def _code(text: str) -> str:
    shown = _cut(plain(text)) or " "
    fence = "`" * (_longest_run(shown) + 1)
    # A mention or a reference is none in a code span; the blanks keep its own backticks apart.
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
