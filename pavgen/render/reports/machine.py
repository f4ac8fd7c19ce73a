"""Findings for programs: one JSON object of a documented, stable shape."""

from collections.abc import Sequence

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import Diagnostic
from pavgen.render.reports.counting import tally

FORMAT = 1


def findings_json(diagnostics: Sequence[Diagnostic]) -> dict[str, Json]:
    """Describe findings as `format`, `errors`, `warnings`, `files`, `omitted` and `findings`.

    Each finding has `path`, `line`, `column` (from 1, null where not known), `severity`,
    `code`, `field`, `what`, `remedy` and `message`. Keys may be added; none change meaning
    while `format` stays the same.
    """
    found = tally(diagnostics)
    return {
        "format": FORMAT,
        "errors": found.errors,
        "warnings": found.warnings,
        "files": found.files,
        "omitted": found.omitted,
        "findings": [_finding(d) for d in found.shown],
    }


def _finding(d: Diagnostic) -> dict[str, Json]:
    return {
        "path": d.span.path,
        "line": d.span.line or None,
        "column": d.span.column or None if d.span.line else None,
        "severity": d.severity.value,
        "code": d.code,
        "field": d.field,
        "what": d.what,
        "remedy": d.remedy,
        "message": d.message,
    }
