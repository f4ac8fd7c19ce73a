"""What one rendering finds, with lines of the source file."""

from collections.abc import Iterable
from dataclasses import field

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.values import dataclass
from pavgen.security.problem import Problem


@dataclass(slots=True)
class Notes:
    """Findings of one text; `first` is the line of the file on which the text begins.

    Every `line` given to it counts from 0 within the text, as the parser does.
    """

    path: str
    first: int
    found: list[Diagnostic] = field(default_factory=list)

    def span(self, line: int) -> Span:
        """Return the place of a line of the text in its file."""
        return Span(self.path, self.first + line)

    def error(self, line: int, code: str, what: str, remedy: str) -> None:
        """Note what stops the build."""
        self.found.append(Diagnostic(self.span(line), code, what, remedy))

    def warn(self, line: int, code: str, what: str, remedy: str) -> None:
        """Note what does not stop the build."""
        self.found.append(
            Diagnostic(self.span(line), code, what, remedy, severity=Severity.WARNING)
        )

    def size(self, size: int, most: int) -> None:
        """Note it if a text has more bytes than it may."""
        if size > most:
            over = f"{size:,} bytes, {size - most:,} over the limit"
            self.error(0, "prose-size", over, f"shorten the text to {most:,} bytes")

    def problems(self, line: int, problems: Iterable[Problem]) -> None:
        """Note what the security layer found in a piece of text on that line."""
        for problem in problems:
            self.error(line, problem.code, problem.what, problem.remedy)
