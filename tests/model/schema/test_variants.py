"""Records told apart by one of their keys."""

from dataclasses import dataclass

import pytest

from pavgen.model.schema.fields import Record, required
from pavgen.model.schema.kinds import Integer, Pattern
from pavgen.model.schema.variants import Variant
from tests.model.schema.reading import read

_TAG = Pattern("[a-z]+", "a kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle(Record):
    kind: str = required(_TAG, "`circle`")
    radius: int = required(Integer(), "the radius")


@dataclass(frozen=True, slots=True, kw_only=True)
class Square(Record):
    kind: str = required(_TAG, "`square`")
    side: int = required(Integer(), "the side")


SHAPE = Variant("kind", lambda: {"circle": Circle, "square": Square})


def test_the_tag_chooses_the_record():
    assert read(SHAPE, "{kind: square, side: 2}") == (Square(kind="square", side=2), [])


def test_keys_of_another_variant_are_unknown():
    assert read(SHAPE, "{kind: square, radius: 2, side: 1}")[1] == [
        "1:21: key-unknown key.radius: unknown key `radius`; use one of `kind`, `side`"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{kind: sqare}",
            "1:13: value-choice key.kind: unknown kind `sqare`; did you mean `square`?",
        ),
        (
            "{side: 1}",
            "1:6: value-choice key.kind: `kind` is missing; use one of `circle`, `square`",
        ),
        (
            "{kind: [square]}",
            "1:13: value-choice key.kind: `kind` is missing; use one of `circle`, `square`",
        ),
        (
            "square",
            "1:6: value-shape key: keys belong here; write `key: value` lines, first of all `kind`",
        ),
    ],
)
def test_without_a_known_tag_nothing_more_is_told(text, expected):
    assert read(SHAPE, text) == (Circle(), [expected])
