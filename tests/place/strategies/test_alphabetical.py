from pavgen.place.strategies.alphabetical import order
from tests.place.candidates import RULE, candidate


def test_names_are_ordered_by_their_folded_form_then_spelling_then_slug():
    field = [
        candidate("4", name="beta"),
        candidate("2", name="alpha"),
        candidate("3", name="Beta"),
        candidate("1", name="alpha"),
    ]
    assert [row.partner for row in order(field, RULE)] == ["1", "2", "3", "4"]
