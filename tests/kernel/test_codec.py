"""What is written comes back as it was; whatever else is read is a ValueError and nothing more."""

import json
from dataclasses import dataclass
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.codec import Codec
from pavgen.kernel.diagnostics import DefectError


class Level(StrEnum):
    LOW = "low"


class Marked(str):
    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    text: str
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    leaves: tuple[Leaf, ...]
    files: object = None


CODEC = Codec((Leaf, Branch, Level, Marked), {Marked: Marked})
leaves = st.builds(Leaf, st.text(), st.none() | st.just(Level.LOW))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | leaves,
    lambda inner: (
        st.builds(Branch, st.lists(leaves, max_size=2).map(tuple), inner)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(values)
def test_value_comes_back_as_it_was(value):
    assert CODEC.read(CODEC.write(value)) == value


def test_kinds_of_text_come_back_as_what_they_were():
    back = CODEC.read(CODEC.write((Marked("a"), Level.LOW, "a")))
    assert isinstance(back, tuple)
    assert [type(item) for item in back] == [Marked, Level, str]


def test_value_asked_for_by_its_type_is_of_it_or_nothing():
    data = CODEC.write({"a": b"1"})

    assert CODEC.read_a(dict, data) == {"a": b"1"}
    with pytest.raises(ValueError, match=r"^not what was written$"):
        CODEC.read_a(tuple, data)


def test_half_a_character_comes_back():
    assert CODEC.read(CODEC.write("\ud800")) == "\ud800"


def test_type_that_is_not_in_the_list_is_a_defect():
    with pytest.raises(DefectError, match="a `set` cannot be remembered"):
        CODEC.write(Branch((), {1}))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["0", "1", "2", "3", "b", "m", "x"]), inner, max_size=2)
    ),
    max_leaves=8,
)


@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_strange_bytes_give_a_plain_value_or_a_value_error(data):
    try:
        CODEC.read(data)
    except ValueError:
        return
