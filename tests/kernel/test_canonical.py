"""Canonical JSON: one way to write a value, and refusals of what has several."""

import pytest

from pavgen.kernel.canonical import canonical_json, digest_of, readable_json, sha256_hex


def test_keys_are_sorted_and_texts_composed():
    assert canonical_json({"b": [1, True, None], "a": "e\u0301"}) == '{"a":"é","b":[1,true,null]}'


def test_readable_json_keeps_the_order_of_keys_and_ends_with_a_line_break():
    assert readable_json({"b": 1, "a": "ü"}) == '{\n  "b": 1,\n  "a": "ü"\n}\n'


@pytest.mark.parametrize("value", [2**53, -(2**53), 1.5, {"ä": 1}, {1, 2}])
def test_what_machines_write_differently_is_refused(value):
    with pytest.raises(ValueError, match=r"canonical|large"):
        canonical_json(value)


def test_digests_keep_parts_apart():
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of("ab", "c") == digest_of("ab", "c")


def test_sha256_is_lower_case_hex():
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
