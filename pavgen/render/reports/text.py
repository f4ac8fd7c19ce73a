"""Findings for people: where, what, how to mend it, and the line itself."""

from collections.abc import Mapping, Sequence

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.render.reports.counting import omission, summary, tally
from pavgen.render.reports.quoting import plain, quote

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}


def as_text(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool = False
) -> str:
    """Write findings as `path:line:column: error[code] field: what; remedy`, each with its line.

    `sources` gives the text of files by path; a finding in any other is shown without its
    line. The last line is the summary. Colours are ANSI escapes, and only on request.
    """
    found = tally(diagnostics)
    texts = {path: sources[path].split("\n") for path in _paths(found.shown) if path in sources}
    blocks = [_finding(d, texts.get(d.span.path, []), colour=colour) for d in found.shown]
    endings = [line for line in (omission(found), summary(found)) if line]
    return "\n".join([*blocks, *endings]) + "\n"


def place(span: Span) -> str:
    """Write a place as `path:line:column`, without what is not known."""
    numbers = [span.line, span.column] if span.line else []
    return ":".join([plain(span.path), *(str(number) for number in numbers if number)])


def _paths(shown: Sequence[Diagnostic]) -> list[str]:
    return sorted({d.span.path for d in shown})


def _finding(d: Diagnostic, lines: Sequence[str], *, colour: bool) -> str:
    kind = f"{d.severity}[{d.code}]"
    field = f"{plain(d.field)}: " if d.field else ""
    head = (
        f"{_painted(place(d.span), _BOLD, colour=colour)}: "
        f"{_painted(kind, _COLOURS[d.severity], colour=colour)} {field}{plain(d.message)}"
    )
    if not 0 < d.span.line <= len(lines):
        return head
    return "\n".join([head, *_quoted(d.span, lines[d.span.line - 1], colour=colour)])


def _quoted(span: Span, line: str, *, colour: bool) -> list[str]:
    piece = quote(line, span.column)
    number = str(span.line)
    edge = _painted(" | ", _DIM, colour=colour)
    shown = f"  {_painted(number, _DIM, colour=colour)}{edge}{piece.text}".rstrip()
    if not span.column:
        return [shown]
    caret = _painted("^", _COLOURS[Severity.ERROR], colour=colour)
    return [shown, f"  {' ' * len(number)}{edge}{' ' * piece.cells}{caret}"]


def _painted(text: str, colour_code: str, *, colour: bool) -> str:
    return f"{colour_code}{text}{_RESET}" if colour else text
