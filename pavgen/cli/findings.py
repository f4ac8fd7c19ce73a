"""Findings told in the form asked for, and the exit status they mean."""

from collections.abc import Mapping, Sequence

from pavgen.cli.exits import Exit
from pavgen.cli.options import Format
from pavgen.cli.streams import colours, give, say
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import Diagnostic, has_errors
from pavgen.render.reports.github import as_github
from pavgen.render.reports.machine import findings_json
from pavgen.render.reports.text import as_text

_MENDED = "cache-harmed"
"""A warning of what has been mended already: the next build has none, and nobody need act."""


def tell(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    form: Format,
    facts: Mapping[str, Json] | None = None,
) -> None:
    """Print findings; `facts` are further keys of the JSON object."""
    match form:
        case "text":
            say(as_text(diagnostics, texts, colour=colours()))
        case "github":
            say(as_github(diagnostics))
        case "json":
            give(readable_json({**findings_json(diagnostics), **(facts or {})}))


def status_of(diagnostics: Sequence[Diagnostic], *, strict: bool = False) -> Exit:
    """Return the exit status that findings mean."""
    if has_errors(diagnostics):
        return Exit.CONTENT
    lasting = any(d.code != _MENDED for d in diagnostics)
    return Exit.WARNINGS if strict and lasting else Exit.DONE
