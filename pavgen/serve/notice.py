"""What is wrong, as pages in the browser show it: values only, every text made harmless."""

from collections.abc import Mapping, Sequence

from pavgen.kernel.canonical import Json, canonical_json, sha256_hex
from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.values import dataclass
from pavgen.render.reports.counting import omission, summary, tally
from pavgen.render.reports.quoting import plain
from pavgen.render.reports.text import place

_MOST = 30
_AROUND = 1
_REACH = 80
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Notice:
    """What pages show over the last good build, under a `key` made of it.

    `more` says what is left out, if anything. Each of the `findings` has `place`, `code`,
    `field`, `what`, `remedy` and quoted `lines`: `number`, `before`, `after`, the two sides of
    the marked place, of which the second is null in a line without a mark.
    """

    summary: str
    more: str
    findings: tuple[Mapping[str, Json], ...]

    @property
    def key(self) -> str:
        """Return a digest that tells this notice from others."""
        return sha256_hex(canonical_json(self.value()).encode())[:16]

    def value(self) -> Mapping[str, Json]:
        """Return all of it as a JSON object."""
        return {"summary": self.summary, "more": self.more, "findings": self.findings}


def notice_of(findings: Sequence[Diagnostic], texts: Mapping[str, str]) -> Notice:
    """Make a notice of the errors among findings; `texts` are the sources by path."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    found = tally(errors, _MOST)
    lines = {d.span.path: texts.get(d.span.path, "").split("\n") for d in found.shown}
    rows = tuple(_finding(d, lines[d.span.path]) for d in found.shown)
    return Notice(summary(found), omission(found), rows)


def notice_saying(text: str) -> Notice:
    """Make a notice of one sentence, for what has no place in a file."""
    return Notice(plain(text), "", ())


def _finding(d: Diagnostic, lines: Sequence[str]) -> Mapping[str, Json]:
    return {
        "place": place(d.span),
        "code": d.code,
        "field": plain(d.field),
        "what": plain(d.what),
        "remedy": plain(d.remedy),
        "lines": _quoted(d.span, lines),
    }


def _quoted(span: Span, lines: Sequence[str]) -> list[Json]:
    """Quote the line with its neighbours, each cut to what surrounds the marked column."""
    if not 0 < span.line <= len(lines):
        return []
    start = max(0, span.column - 1 - _REACH)
    numbers = range(max(1, span.line - _AROUND), min(len(lines), span.line + _AROUND) + 1)
    return [_line(n, lines[n - 1], start, span.column if n == span.line else 0) for n in numbers]


def _line(number: int, line: str, start: int, column: int) -> Json:
    """Show a line from `start` on, in two pieces where it has a marked column (from 1)."""
    at = max(start, min(column - 1, len(line))) if column else start + 2 * _REACH
    end = at + _REACH if column else at
    lead, tail = _CUT if start and line else "", _CUT if end < len(line) else ""
    before, after = plain(line[start:at]), plain(line[at:end])
    if not column:
        return {"number": number, "before": lead + before + tail, "after": None}
    return {"number": number, "before": lead + before, "after": after + tail}
