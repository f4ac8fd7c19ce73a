from pavgen.place.reasoning_kinds import Reason, ReasonKind, as_json


def test_tree_as_json_keeps_kinds_words_and_parts():
    tree = Reason(ReasonKind.AHEAD, {"name": "Bob"}, (Reason(ReasonKind.POINTS, {"own": 1}),))
    assert as_json(tree) == {
        "kind": "ahead",
        "says": {"name": "Bob"},
        "parts": [{"kind": "points", "says": {"own": 1}, "parts": []}],
    }


def test_form_of_a_kind_is_empty_where_there_is_but_one():
    assert (Reason(ReasonKind.FIRST).how, Reason(ReasonKind.DUE, {"how": "now"}).how) == ("", "now")
