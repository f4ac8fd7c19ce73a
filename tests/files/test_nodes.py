"""A document comes back as it was parsed, and other bytes are no document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.files.nodes import read_document, write_document
from pavgen.files.yamldoc import parse_yaml
from pavgen.kernel.diagnostics import Span
from pavgen.model.document import Entries, Items, RawDocument, Scalar

spans = st.builds(Span, st.just("a.yaml"), st.integers(0, 99), st.integers(0, 99))
scalars = st.builds(Scalar, st.text(max_size=4), spans, st.booleans())
nodes = st.recursive(
    scalars,
    lambda inner: (
        st.builds(Items, st.lists(inner, max_size=3).map(tuple), spans)
        | st.builds(Entries, st.lists(st.tuples(scalars, inner), max_size=3).map(tuple), spans)
    ),
    max_leaves=8,
)


@given(st.none() | nodes, st.text(), st.integers(0, 9), st.booleans())
def test_document_comes_back_as_it_was(root, body, line, unreadable):
    document = RawDocument("a.yaml", root, body, line, unreadable)
    back = read_document(write_document(document))
    assert back == document
    assert repr(back) == repr(document)


def test_parsed_yaml_comes_back_with_its_places():
    root = parse_yaml("a.yaml", "a: [1, 'x', {b: ü}]\nc:\n  - \ud83d\n").value
    document = RawDocument("a.yaml", root)
    assert repr(read_document(write_document(document))) == repr(document)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[1]", b'["a",[5],"",0,0]', b"\xff", b"nope"])
def test_other_bytes_are_no_document(data):
    with pytest.raises(ValueError, match=r"."):
        read_document(data)
