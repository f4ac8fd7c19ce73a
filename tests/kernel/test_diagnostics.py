"""Diagnostics: their message, their order, and when they stop a build."""

from hypothesis import given
from hypothesis import strategies as st

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


spans = st.builds(Span, st.sampled_from(["a", "b"]), st.integers(0, 3), st.integers(0, 3))
words = st.sampled_from(["", "x", "y"])
diagnostics = st.builds(
    Diagnostic, spans, words, words, words, words, st.sampled_from(list(Severity))
)


@given(
    st.lists(diagnostics, max_size=12).flatmap(
        lambda found: st.tuples(st.just(found), st.permutations(found))
    )
)
def test_the_order_of_a_report_does_not_depend_on_the_order_of_findings(pair):
    found, shuffled = pair
    assert in_order(shuffled) == in_order(found)


@given(st.lists(diagnostics, max_size=12))
def test_a_report_holds_every_finding_once(found):
    report = in_order(found)
    assert (set(report), len(report)) == (set(found), len(set(found)))


def test_findings_that_differ_in_severity_alone_have_an_order():
    error = Diagnostic(Span("a"), "x", "y")
    warning = Diagnostic(Span("a"), "x", "y", severity=Severity.WARNING)
    assert in_order([warning, error]) == in_order([error, warning]) == (error, warning)


def test_a_file_as_a_whole_stands_before_its_lines_and_lines_by_number():
    places = [Span("a", 10, 1), Span("a", 2, 9), Span("a", 2), Span("a"), Span("B")]
    found = [Diagnostic(place, "x", "y") for place in places]
    assert [d.span for d in in_order(found)] == list(reversed(places))
