"""Nodes of a document."""

from pavgen.kernel.diagnostics import Span
from pavgen.model.document import Entries, Scalar


def test_entries_are_found_by_key_and_walked_in_order():
    a, b = Scalar("a", Span("f", 1, 1)), Scalar("b", Span("f", 2, 1))
    entries = Entries(((b, a), (a, b)), Span("f", 1, 1))
    assert (entries.get("b"), entries.get("a"), entries.get("c")) == (a, b, None)
    assert list(entries) == [(b, a), (a, b)]
