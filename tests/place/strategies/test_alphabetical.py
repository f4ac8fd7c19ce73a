from tests.place.candidates import candidate, ordered


def test_names_are_ordered_by_their_folded_form_then_spelling_then_slug():
    field = [
        candidate("4", name="beta"),
        candidate("2", name="alpha"),
        candidate("3", name="Beta"),
        candidate("1", name="alpha"),
    ]
    assert ordered("alphabetical", field) == ["1", "2", "3", "4"]
