"""Canonical JSON: one way to write a value, and refusals of what has several."""

import json
import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.canonical import canonical_json, digest_of, readable_json, sha256_hex

texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="ascii")), inner),
    max_leaves=12,
)


def composed(value):
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case dict():
            return {key: composed(item) for key, item in value.items()}
        case list():
            return [composed(item) for item in value]
        case _:
            return value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (False, "false"),
        (-0, "0"),
        (2**53 - 1, "9007199254740991"),
        ({}, "{}"),
        ((1, (2,)), "[1,[2]]"),
        ({"b": [1, True, None], "a": "e\u0301"}, '{"a":"é","b":[1,true,null]}'),
        ({"a": 1, "B": 2, "a ": 3}, '{"B":2,"a":1,"a ":3}'),
        ('"\\/\b\f\n\r\t', '"\\"\\\\/\\b\\f\\n\\r\\t"'),
        ("\x00\x1f\x7f", '"\\u0000\\u001f\x7f"'),
        ("\u2028€😀", '"\u2028€😀"'),
    ],
)
def test_a_value_is_written_in_one_way(value, expected):
    assert canonical_json(value) == expected


@pytest.mark.parametrize(
    "value", [2**53, -(2**53), 1.5, {"ä": 1}, {1, 2}, "\ud800", ["a\udfff"], {"a": 0.0}]
)
def test_what_machines_write_differently_is_refused(value):
    with pytest.raises(ValueError, match=r"canonical|large"):
        canonical_json(value)


@given(values)
def test_what_is_written_reads_back_composed(value):
    assert json.loads(canonical_json(value)) == composed(value)


@given(values)
def test_writing_again_changes_nothing(value):
    once = canonical_json(value)
    assert canonical_json(json.loads(once)) == once
    once.encode()


@given(st.dictionaries(st.text(st.characters(codec="ascii")), scalars))
def test_the_order_of_keys_does_not_matter(value):
    assert canonical_json(dict(reversed(value.items()))) == canonical_json(value)


def test_readable_json_keeps_the_order_of_keys_and_ends_with_a_line_break():
    assert readable_json({"b": 1, "a": "ü"}) == '{\n  "b": 1,\n  "a": "ü"\n}\n'


@given(values)
def test_readable_json_is_that_of_the_library(value):
    for told in (value, [value, [], {}], {"a": value, "b": [[value]]}):
        assert readable_json(told) == json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def test_a_digest_is_that_of_each_part_after_its_length():
    data = (1).to_bytes(8, "big") + b"a" + (2).to_bytes(8, "big") + "é".encode()
    assert digest_of("a", "é") == sha256(data).digest()


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=4))
def test_digests_are_equal_for_equal_parts_only(one, other):
    assert (digest_of(*one) == digest_of(*other)) is (one == other)


@given(texts, texts, texts)
def test_digests_keep_parts_apart(a, b, c):
    assert digest_of(a + b, c) == digest_of(a, b + c) or b
    assert digest_of(a, b, c) != digest_of(a + b + c)


def test_sha256_is_lower_case_hex():
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
