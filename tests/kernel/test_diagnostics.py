"""Diagnostics: their message, their order, and when they stop a build."""

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span, has_errors, in_order

WRONG = Diagnostic(Span("b.yaml", 2), "wrong", "this is wrong", "mend it")
ODD = Diagnostic(Span("a.yaml", 9), "odd", "this is odd", severity=Severity.WARNING)


def test_a_message_is_what_and_remedy():
    assert WRONG.message == "this is wrong; mend it"
    assert ODD.message == "this is odd"


def test_only_errors_stop_a_build():
    assert has_errors([ODD, WRONG])
    assert not has_errors([ODD])
    assert Checked("value", (ODD,)).ok
    assert not Checked("value", (WRONG,)).ok


def test_findings_are_ordered_by_place_and_told_once():
    later = Diagnostic(Span("b.yaml", 10), "wrong", "this is wrong")
    assert in_order([later, WRONG, ODD, WRONG]) == (ODD, WRONG, later)
