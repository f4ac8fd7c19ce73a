"""A review for a terminal or a log: no line of it can be taken for a command."""

from collections.abc import Iterator

from pavgen.plan.review import LogoFile, Review
from pavgen.render.reports.quoting import plain
from pavgen.render.reports.review_words import (
    NEXT,
    effect_sentences,
    page_sentences,
    summary,
)

_LONGEST = 600
_ROWS = 500


def review_as_text(review: Review) -> str:
    """Write a review as text, every line of it indented but the headings."""
    lines = [*map(_line, summary(review)), _line(f"Next: {NEXT[review.verdict]}")]
    for title, rows in _sections(review):
        told = list(rows)
        if told:
            lines += ["", f"{title}:", *(f"  {_line(row)}" for row in told[:_ROWS])]
        if len(told) > _ROWS:
            lines.append(f"  and {len(told) - _ROWS:,} more")
    return "\n".join(lines) + "\n"


def logo_words(logo: LogoFile | None) -> str:
    """Say what a logo's file is, in one clause."""
    if logo is None:
        return "none"
    size = f"{logo.width} × {logo.height} px" if logo.width else "size not known"
    return f"{size}, {logo.size:,} bytes, sha256 {logo.digest[:16]}"


def _sections(review: Review) -> Iterator[tuple[str, Iterator[str]]]:
    changes = review.changes
    yield (
        "Rules",
        (f"{r.verdict.value}[{r.rule}] {r.path or '.'}: {r.message}" for r in review.rulings),
    )
    yield "Placement", effect_sentences(review)
    yield "Pages", page_sentences(review)
    yield "Paths", (f"{p.status} {p.path} ({p.size:,} bytes)" for p in review.paths)
    yield (
        "Fields",
        (
            f"{f.path} {f.key}: {_value(f.before)} → {_value(f.after)}"
            + (" (set by the programme)" if f.kind == "governed" else "")
            for f in changes.fields
        ),
    )
    yield (
        "Text",
        (f"{text.path} {mark} {line}" for text in changes.texts for mark, line in text.lines),
    )
    yield (
        "New hosts",
        (f"{slug}: {host}" for slug, hosts in changes.hosts.items() for host in hosts),
    )
    yield (
        "Invisible characters",
        (f"{h.path}:{h.line}: {h.character} ({h.times} times)" for h in changes.hidden),
    )
    yield (
        "Names that look alike",
        (f"{n.name} ({n.slug}) and {n.other_name} ({n.other})" for n in changes.neighbours),
    )
    yield (
        "Logos",
        (f"{c.path}: {logo_words(c.before)} → {logo_words(c.after)}" for c in changes.logos),
    )
    yield (
        "Findings",
        (
            f"{d.severity.value}[{d.code}] {d.span.path}:{d.span.line}: {d.message}"
            for d in review.findings
        ),
    )


def _value(text: str | None) -> str:
    return "nothing" if text is None else f"`{text}`"


def _line(text: str) -> str:
    shown = plain(text)
    cut = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    # A build log takes this at the beginning of a line for a command, blanks before it or not.
    return cut.replace("::", ":\\:", 1) if cut.lstrip().startswith("::") else cut
