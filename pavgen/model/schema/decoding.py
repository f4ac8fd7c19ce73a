"""What one document gathers while it is decoded: findings and references."""

from collections.abc import Mapping
from dataclasses import field

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.values import dataclass
from pavgen.security.problem import Problem


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another record or of a vocabulary's term, to be checked when all are known."""

    vocabulary: str
    target: str
    span: Span
    field: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What the programme sets for every text: limits by name, phrases no listing may use."""

    limits: Mapping[str, int] = field(default_factory=dict)
    unproven_claims: tuple[str, ...] = ()
    name_scripts: tuple[str, ...] = ()
    name_exceptions: tuple[str, ...] = ()


@dataclass(slots=True)
class Decoding:
    """The running tally of one document; lives no longer than its decoding."""

    path: str
    rules: Rules
    diagnostics: list[Diagnostic] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)

    def error(self, code: str, span: Span, field_path: str, what: str, remedy: str = "") -> None:
        """Note something wrong."""
        self.diagnostics.append(Diagnostic(span, code, what, remedy, field_path))

    def warn(self, code: str, span: Span, field_path: str, what: str, remedy: str = "") -> None:
        """Note something doubtful."""
        self.diagnostics.append(Diagnostic(span, code, what, remedy, field_path, Severity.WARNING))

    def problems(self, found: tuple[Problem, ...], span: Span, field_path: str) -> None:
        """Note what a check of the text itself found, in the place the text stands."""
        for problem in found:
            self.error(problem.code, span, field_path, problem.what, problem.remedy)
