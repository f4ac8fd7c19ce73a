"""Lists and mappings with free keys."""

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.schema.decoding import Decoding, Reference, Rules
from pavgen.model.schema.kinds import Integer, Ref
from pavgen.model.schema.lists import ListOf, MapOf
from tests.model.schema.reading import PATH, node, read

NUMBERS = ListOf(Integer(0, 9), most=3)
WEIGHTS = MapOf(Integer(0, 9), most=3)


@pytest.mark.parametrize("text", ["", "~", '""', "[]"])
def test_an_empty_list_has_no_items(text):
    assert read(NUMBERS, text) == ((), [])


def test_items_keep_their_order():
    assert read(NUMBERS, "[3, 1, 2]") == ((3, 1, 2), [])


def test_each_item_is_told_under_its_index():
    assert read(NUMBERS, "\n  - 1\n  - x\n  -\n") == (
        (1, 0, 0),
        [
            "3:5: value-number key[1]: `x` is not a whole number; give a whole number from 0 to 9",
            "4:4: value-missing key[2]: the value is empty; give a whole number from 0 to 9",
        ],
    )


def test_one_word_where_a_list_belongs_is_shown_as_an_item():
    assert read(NUMBERS, "7") == (
        (),
        [
            (
                "1:6: value-shape key: a list belongs here; "
                "put each item on a line of its own, after a hyphen: `- 7`"
            )
        ],
    )


def test_too_many_items_are_counted():
    assert read(NUMBERS, "[1, 2, 3, 4, 5]")[1] == [
        "1:6: value-count key: 5 items are 2 too many; give at most 3"
    ]


def test_a_repeated_item_is_told_each_time_it_returns():
    assert read(NUMBERS, "[1, 1, 1]")[1] == [
        "1:10: value-repeated key[1]: `1` stands here already; remove it",
        "1:13: value-repeated key[2]: `1` stands here already; remove it",
    ]


def test_repetition_is_free_where_the_list_allows_it():
    assert read(ListOf(Integer(), unique=False), "[1, 1]") == ((1, 1), [])


@pytest.mark.parametrize("text", ["", "null", '""', "{}"])
def test_an_empty_mapping_has_no_keys(text):
    assert read(WEIGHTS, text) == ((), [])


def test_keys_keep_their_order():
    assert read(WEIGHTS, "{b: 1, a: 2}") == ((("b", 1), ("a", 2)), [])


def test_values_are_told_under_their_key():
    assert read(WEIGHTS, "{a: x}")[1] == [
        "1:10: value-number key.a: `x` is not a whole number; give a whole number from 0 to 9"
    ]


@pytest.mark.parametrize(
    ("key", "remedy"),
    [
        ("Docs", "did you mean `docs`?"),
        ("our docs", "did you mean `our-docs`?"),
        ("9", "begin with a small letter; use small letters, digits, hyphens and underscores"),
    ],
)
def test_a_key_in_another_form_is_told_and_left_out(key, remedy):
    assert read(WEIGHTS, f"{{{key}: 1}}") == (
        (),
        [f"1:7: key-form key.{key}: `{key}` is not a key; {remedy}"],
    )


def test_too_many_keys_are_counted():
    assert read(WEIGHTS, "{a: 1, b: 2, c: 3, d: 4}")[1] == [
        "1:6: value-count key: 4 keys are 1 too many; give at most 3"
    ]


@pytest.mark.parametrize("text", ["word", "[a]"])
def test_a_word_or_list_where_keys_belong_is_told(text):
    assert read(WEIGHTS, text) == (
        (),
        ["1:6: value-shape key: keys belong here; write `key: value` lines"],
    )


def test_keys_of_a_vocabulary_are_references():
    into = Decoding(PATH, Rules())
    kind = MapOf(Integer(), key_vocabulary="opportunities")
    assert kind.decode(node("w: {Home: 2}").get("w"), "w", into) == (("Home", 2),)
    assert into.references == [Reference("opportunities", "Home", Span(PATH, 1, 5), "w.Home")]


def test_the_places_of_items_and_keys_are_kept():
    into = Decoding(PATH, Rules())
    ListOf(MapOf(Ref("tiers"))).decode(node("k:\n  - a: b\n").get("k"), "k", into)
    assert into.spans == {"k[0]": Span(PATH, 2, 5), "k[0].a": Span(PATH, 2, 5)}
