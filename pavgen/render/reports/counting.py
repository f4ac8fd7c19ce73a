"""How many findings there are, and which of them a report shows."""

from collections.abc import Sequence

from pavgen.kernel.diagnostics import Diagnostic, Severity, in_order
from pavgen.kernel.values import dataclass

MOST = 1000


@dataclass(frozen=True, slots=True)
class Tally:
    """Findings in the order of a report: those shown, and how many there are in all."""

    shown: tuple[Diagnostic, ...]
    errors: int
    warnings: int
    files: int

    @property
    def omitted(self) -> int:
        """How many findings the report leaves out."""
        return self.errors + self.warnings - len(self.shown)


def tally(diagnostics: Sequence[Diagnostic], most: int = MOST) -> Tally:
    """Order the findings by place, each once, and keep at most `most`, errors before warnings."""
    ordered = in_order(diagnostics)
    errors = [d for d in ordered if d.severity is Severity.ERROR]
    warnings = [d for d in ordered if d.severity is Severity.WARNING]
    kept = {*errors[:most], *warnings[: max(0, most - len(errors))]}
    shown = tuple(d for d in ordered if d in kept)
    return Tally(shown, len(errors), len(warnings), len({d.span.path for d in ordered}))


def summary(found: Tally) -> str:
    """Say in one line how much was found: `40 errors, 2 warnings in 20 files`."""
    counts = [
        counted(number, word)
        for number, word in ((found.errors, "error"), (found.warnings, "warning"))
        if number
    ]
    if not counts:
        return "no errors, no warnings"
    return f"{', '.join(counts)} in {counted(found.files, 'file')}"


def omission(found: Tally) -> str:
    """Say how many findings are not shown; nothing when all are."""
    if not found.omitted:
        return ""
    return f"… and {counted(found.omitted, 'more finding')}: mend some of these, then look again"


def counted(number: int, word: str) -> str:
    """Give a number its noun: `1 file`, `1,000 files`."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
