"""A review for a comment on a pull request: nothing a partner wrote is more than words in it.

What the partner wrote stands in code spans whose fence is longer than any run of backticks in
it. In all other words the signs of markup are written as entities, and what would become a
mention, a reference or a link after the markup is read has a blank of no width put into it, for
hosts look for those in the finished text. After GitHub Flavored Markdown, sections 6.1 to 6.9.
"""

import re
from collections.abc import Iterable, Iterator

from pavgen.plan.review import Changes, Review
from pavgen.render.reports.quoting import plain
from pavgen.render.reports.review_text import logo_words
from pavgen.render.reports.review_words import (
    HEADS,
    NEXT,
    TITLES,
    effect_sentences,
    page_sentences,
    summary,
)

MOST = 60_000
MARK = "<!-- pavgen review -->"
"""Begins the comment, so that the next review finds it and takes its place."""

_ROWS = 60
_LONGEST = 200
_ACTIVE = re.compile(
    r"(?P<markup>[\\`*_{}\[\]<>()!|~&$^=+/]|-(?=-))"
    r"|[@#]|:(?=\S)|(?i:gh-(?=\d)|www(?=\.))|[0-9a-f]{6}(?=[0-9a-f])"
)
"""Signs of markup; and what begins a mention, a reference, an address or a commit's name."""

_BLANK = "&#8203;"
_CUT = "_More does not fit here; the check's JSON has the whole report._"


def review_as_markdown(review: Review) -> str:
    """Write a review as a comment of at most `MOST` characters.

    A block that does not fit is left out, and the comment says so; those behind it are not.
    """
    _, who, what, why = summary(review)
    base, end, _ = review.commits
    head = [
        MARK,
        f"### {_words(TITLES[review.verdict])}",
        "",
        _words(HEADS[review.verdict]),
        "",
        *(f"- {_words(line)}" for line in (who, what, why)),
        f"- {_words(f'Next: {NEXT[review.verdict]}')}",
    ]
    text = "\n".join(head) + "\n"
    tail = f"\n<sub>base {_code(base[:12])}, head {_code(end[:12])}</sub>\n"
    room = MOST - len(tail) - len(_CUT) - 2
    is_cut = False
    for block in _blocks(review):
        if len(text) + len(block) < room:
            text += f"\n{block}"
        else:
            is_cut = True
    return f"{text}\n{_CUT}\n{tail}" if is_cut else f"{text}{tail}"


def _blocks(review: Review) -> Iterator[str]:
    """Yield the blocks, those that are worth a look before those that can be long."""
    rules = (
        f"{_words(r.verdict.value)} · {_code(r.path or '.')} · {_words(r.message)}"
        for r in review.rulings
    )
    yield from _listed("What the rules say", rules, is_open=True)
    yield from _listed(
        "Who stands where", (_words(line) for line in effect_sentences(review)), is_open=True
    )
    yield from _watched(review.changes)
    yield from _changed(review.changes)
    yield from _listed("Pages", map(_words, page_sentences(review)))
    paths = (f"{_words(p.status)} {_code(p.path)}, {p.size:,} bytes" for p in review.paths)
    yield from _listed("Paths", paths)
    findings = (
        f"{_words(d.severity.value)} {_code(f'{d.span.path}:{d.span.line}')} {_words(d.message)}"
        for d in review.findings
    )
    yield from _listed("What the check says", findings)


def _watched(changes: Changes) -> Iterator[str]:
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


def _changed(changes: Changes) -> Iterator[str]:
    fields = (
        f"{_code(f.path)} {_code(f.key)}: {_value(f.before)} → {_value(f.after)}"
        for f in changes.fields
    )
    yield from _listed("Fields", fields, is_open=True)
    for text in changes.texts:
        yield _folded(f"Text of {text.path}", _fenced(f"{m} {line}" for m, line in text.lines))


def _listed(title: str, rows: Iterable[str], *, is_open: bool = False) -> Iterator[str]:
    told = list(rows)
    if not told:
        return
    more = len(told) - _ROWS
    # Four blanks at the beginning would make code of the row, which knows no entities.
    shown = [f"- {row.strip()}" for row in told[:_ROWS]]
    if more > 0:
        shown.append(f"- and {more:,} more")
    body = "\n".join(shown) + "\n"
    yield f"**{title}**\n\n{body}" if is_open else _folded(title, body)


def _folded(title: str, body: str) -> str:
    # No markup is read in here, so that a code span would protect nothing.
    return f"<details><summary>{_inert(plain(title))}</summary>\n\n{body}\n</details>\n"


def _fenced(lines: Iterable[str]) -> str:
    told = [_cut(plain(line)) for line in lines]
    text = "\n".join([*told[:_ROWS], *(["…"] if len(told) > _ROWS else [])])
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}diff\n{text}\n{fence}\n"


def _words(text: str) -> str:
    """Write a sentence of pavgen's own; what stands in it between backticks becomes a code span.

    Where somebody's own backticks are among them, what is taken for words is as inert.
    """
    parts = plain(text).split("`")
    if len(parts) % 2 == 0:
        parts = [" ".join(parts)]
    return "".join(_code(part) if at % 2 else _inert(part) for at, part in enumerate(parts))


def _inert(words: str) -> str:
    return _ACTIVE.sub(_written, words)


def _written(found: re.Match[str]) -> str:
    if found["markup"]:
        return f"&#{ord(found['markup'])};"
    return f"{found.group()}{_BLANK}" if found.group() != "#" else f"&#35;{_BLANK}"


def _value(text: str | None) -> str:
    return "nothing" if text is None else _code(text)


def _code(text: str) -> str:
    shown = _cut(plain(text)) or " "
    fence = "`" * (_longest_run(shown) + 1)
    # A mention or a reference is none in a code span; the blanks keep its own backticks apart.
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
