"""What a stage says of its input: findings with a place, gathered and never raised."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from pavgen.kernel.values import dataclass

T_co = TypeVar("T_co", covariant=True)


class DefectError(Exception):
    """A broken promise of pavgen's own code, never of its input."""


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A place in a source file: project-relative POSIX path, line and column from 1.

    Line 0 means the file as a whole; column 0 means the whole line. A tuple, as every key and
    value of a project has one.
    """

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where, which code, what is wrong, and what would be right.

    `what` and `remedy` are lower-case clauses without a final stop; the user's text
    stands in backticks. `field` is the dotted key path within the record, or empty.
    """

    span: Span
    code: str
    what: str
    remedy: str = ""
    field: str = ""
    severity: Severity = Severity.ERROR

    @property
    def message(self) -> str:
        """`what; remedy`, the sentence shown after the code and field."""
        return f"{self.what}; {self.remedy}" if self.remedy else self.what


@dataclass(frozen=True, slots=True)
class Checked(Generic[T_co]):
    """A stage's answer: its value, and everything it found on the way."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no finding is an error."""
        return not has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether any of the findings is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings by place, then code and text, each once: the order of every report."""
    return tuple(sorted(set(diagnostics), key=_report_key))


def _report_key(d: Diagnostic) -> tuple[Span, str, str, str, str, str]:
    return (d.span, d.code, d.field, d.what, d.remedy, d.severity.value)
