"""The part of CBOR an index is written in: read back as written, and refused beyond that part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.render.search.cbor import decode_cbor, encode_cbor

VALUES = st.recursive(
    st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=40
)


@given(VALUES)
def test_what_is_written_is_read_back(value):
    assert decode_cbor(encode_cbor(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        ("IETF", "6449455446"),
        ("ü", "62c3bc"),
        ([], "80"),
        ([1, [2, 3]], "8201820203"),
    ],
)
def test_examples_of_the_standard(value, data):
    assert (encode_cbor(value).hex(), decode_cbor(bytes.fromhex(data))) == (data, value)


@pytest.mark.parametrize("data", ["", "18", "62c3", "82", "8201", "0000", "20", "a0", "f6", "1f"])
def test_anything_else_is_refused(data):
    with pytest.raises(ValueError, match="CBOR"):
        decode_cbor(bytes.fromhex(data))


@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_but_a_refusal(data):
    try:
        decode_cbor(data)
    except ValueError:
        return
