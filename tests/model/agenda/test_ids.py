"""Identifiers that stand twice in one list."""

from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.model.agenda.ids import check_ids
from pavgen.model.schema.fields import Source

PATH = "content/events/fair/agenda.yaml"
SOURCE = Source(PATH, {f"slots[{n}].id": Span(PATH, n + 10, 5) for n in range(4)})


def test_each_repetition_is_told_with_the_line_of_the_first():
    def again(n):
        what = "`s1` stands in slots already"
        remedy = "give each its own id; the first is in line 10"
        field = f"slots[{n}].id"
        return Diagnostic(Span(PATH, n + 10, 5), "event-id-twice", what, remedy, field)

    assert list(check_ids(SOURCE, "slots", ["s1", "s2", "s1", "s1"])) == [again(2), again(3)]


def test_ids_that_are_missing_are_not_the_same():
    assert list(check_ids(SOURCE, "slots", ["", "", "s1"])) == []
