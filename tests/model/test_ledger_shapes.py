from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.model import ledger_shapes as forms

VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    1.0,
    "",
    "a",
    [],
    ["a"],
    ["a", "b"],
    ["b", "a"],
    ["a", "a"],
    ["a", 1],
    [["a", 1]],
    [["a", 0]],
    [["a", 1], ["b", 2]],
    [["b", 1], ["a", 2]],
    [["a", 1], ["a", 2]],
    [["a", True]],
    [["a", 1, 2]],
    [["a"]],
    {},
    {"a": 1},
    {"a": 1, "b": "x"},
    {"b": "x"},
    {"a": "x"},
    {"a": 1, "c": 1},
)
ID_LISTS: tuple[Any, ...] = ([], ["a"], ["a", "b"])
ROSTERS: tuple[Any, ...] = ([], [["a", 1]], [["a", 1], ["b", 2]])


@pytest.mark.parametrize(
    ("form", "accepted"),
    [
        (forms.text, ("", "a")),
        (forms.label, ("a",)),
        (forms.ident, ("a",)),
        (forms.one_of("a", "b"), ("a",)),
        (forms.rising(forms.pair(forms.text, forms.text)), ([],)),
        (forms.couples, ([],)),
        (forms.seekers, ([],)),
        (forms.number, (0, 1)),
        (forms.truth, (True, False)),
        (forms.maybe(forms.number), (None, 0, 1)),
        (forms.maybe(forms.text), (None, "", "a")),
        (forms.listed(forms.text), ([], ["a"], ["a", "b"], ["b", "a"], ["a", "a"])),
        (forms.pair(forms.text, forms.text), (["a", "b"], ["b", "a"], ["a", "a"])),
        (forms.pair(forms.text, forms.number), (["a", 1],)),
        (forms.ids, (*ID_LISTS, ["b", "a"])),
        (forms.sorted_ids, ID_LISTS),
        (forms.by_id(forms.number), (*ROSTERS, [["a", 0]])),
        (forms.by_id(forms.truth), ([], [["a", True]])),
        (forms.roster, ROSTERS),
        (forms.keyed({"a": forms.number}), ({"a": 1},)),
        (
            forms.keyed({"a": forms.number}, {"b": forms.text}),
            ({"a": 1}, {"a": 1, "b": "x"}),
        ),
        (forms.keyed({}, {"b": forms.text}), ({}, {"b": "x"})),
    ],
)
def test_a_form_takes_these_values_and_no_others(form, accepted):
    taken = [value for value in VALUES if form(value)]
    assert list(map(repr, taken)) == [repr(v) for v in VALUES if repr(v) in map(repr, accepted)]
    assert len(taken) == len(accepted)


@pytest.mark.parametrize(
    ("text", "fits"),
    [("x" * 80, True), ("x" * 81, False), ("", False), ("März", False), ("2026-W48", True)],
)
def test_a_label_is_short_and_ascii(text, fits):
    assert forms.label(text) is fits


@pytest.mark.parametrize(("number", "fits"), [(2**53 - 1, True), (2**53, False)])
def test_a_number_is_one_that_every_reader_takes_exactly(number, fits):
    assert forms.number(number) is fits


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)
FORMS = (
    forms.text,
    forms.label,
    forms.number,
    forms.truth,
    forms.maybe(forms.ids),
    forms.listed(forms.ids),
    forms.pair(forms.text, forms.sorted_ids),
    forms.ids,
    forms.sorted_ids,
    forms.roster,
    forms.by_id(forms.listed(forms.number)),
    forms.keyed({"a": forms.roster}, {"b": forms.ids}),
    forms.ident,
    forms.one_of("a"),
    forms.rising(forms.pair(forms.ident, forms.ident)),
    forms.couples,
    forms.seekers,
)


@pytest.mark.parametrize("name", ["", "two words", "ä", "a\n", "a\x7f"])
def test_a_name_is_visible_ascii(name):
    assert not forms.ident(name)
    assert forms.ident("p3@morning")


@pytest.mark.parametrize(
    ("pairs", "fits"),
    [
        ([["a", "b"], ["a", "c"], ["b", "c"]], True),
        ([["b", "a"]], False),
        ([["a", "a"]], False),
        ([["b", "c"], ["a", "b"]], False),
        ([["a", "b"], ["a", "b"]], False),
        ([["a", "b", "c"]], False),
    ],
)
def test_couples_rise_in_themselves_and_one_after_the_other(pairs, fits):
    assert forms.couples(pairs) is fits


@pytest.mark.parametrize(
    ("rows", "fits"),
    [
        ([["a", ["x", "y"], ["y", "q"]], ["b", [], []]], True),
        ([["b", [], []], ["a", [], []]], False),
        ([["a", ["y", "x"], []]], False),
        ([["a", [], ["x", "x"]]], False),
        ([["a", []]], False),
        (["a"], False),
    ],
)
def test_seekers_are_sorted_with_what_each_may_have_and_wants(rows, fits):
    assert forms.seekers(rows) is fits


@given(anything)
def test_a_form_answers_of_any_value(value):
    for form in FORMS:
        assert form(value) in {True, False}
