"""What one document gathers while it is decoded."""

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.security.problem import Problem

HERE = Span("a.yaml", 2, 3)


def test_errors_warnings_and_problems_of_texts_are_gathered_in_turn():
    into = Decoding("a.yaml", Rules())
    into.error("value-form", HERE, "logo", "wrong", "right")
    into.warn("file-stray", HERE, "", "odd")
    into.problems((Problem("char-bidi", 4, "turns", "remove it"),), HERE, "name")
    assert into.diagnostics == [
        Diagnostic(HERE, "value-form", "wrong", "right", "logo"),
        Diagnostic(HERE, "file-stray", "odd", "", "", Severity.WARNING),
        Diagnostic(HERE, "char-bidi", "turns", "remove it", "name"),
    ]
