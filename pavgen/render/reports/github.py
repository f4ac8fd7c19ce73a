"""Findings as commands of GitHub's log, which shows them beside the lines of a pull request."""

from collections.abc import Sequence

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.render.reports.counting import omission, summary, tally
from pavgen.render.reports.quoting import plain

_IN_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTIES = (*_IN_DATA, (":", "%3A"), (",", "%2C"))


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Write one `::error …::` or `::warning …::` line for each finding, then the summary.

    Everything that came from a file is escaped, so that no text of a partner's can begin a
    command or change the place another is shown at.
    """
    found = tally(diagnostics)
    endings = [f"::notice::{_data(line)}" for line in (omission(found), summary(found)) if line]
    return "\n".join([*(_command(d) for d in found.shown), *endings]) + "\n"


def _command(d: Diagnostic) -> str:
    properties = [("file", d.span.path)]
    if d.span.line:
        properties.append(("line", str(d.span.line)))
        if d.span.column:
            properties.append(("col", str(d.span.column)))
    properties.append(("title", d.code))
    told = ",".join(f"{key}={_property(value)}" for key, value in properties)
    field = f"{d.field}: " if d.field else ""
    return f"::{d.severity} {told}::{_data(f'{field}{d.message}')}"


def _data(text: str) -> str:
    return _escaped(plain(text), _IN_DATA)


def _property(text: str) -> str:
    return _escaped(plain(text), _IN_PROPERTIES)


def _escaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for character, escape in table:
        text = text.replace(character, escape)
    return text
