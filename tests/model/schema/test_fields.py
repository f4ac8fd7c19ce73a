"""Fields of a record as they are declared, and the places they were read from."""

from dataclasses import dataclass

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.decode import RECORD_TYPES
from pavgen.model.schema.fields import (
    Record,
    Source,
    defaulted,
    fields_of,
    many,
    optional,
    required,
    sourced,
)
from pavgen.model.schema.kinds import Integer, Truth
from pavgen.model.schema.lists import ListOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Record):
    from_: int = required(Integer(), "the first")
    until: int | None = optional(Integer(), "the last")
    open: bool = defaulted(Truth(), "whether it is open", default=True)
    marks: tuple[int, ...] = many(Integer(), "marks", 3)
    source: Source = sourced()  # noqa: RUF009 - fields are declared by calls


def test_fields_are_told_in_order_without_the_source():
    told = [(field.name, field.kind, field.needed, field.doc) for field in fields_of(Sample)]
    assert told == [
        ("from", Integer(), True, "the first"),
        ("until", Integer(), False, "the last"),
        ("open", Truth(), False, "whether it is open"),
        ("marks", ListOf(Integer(), 3), False, "marks"),
    ]


def test_a_record_made_of_nothing_has_blanks_and_defaults():
    record = Sample()
    assert (record.from_, record.until, record.open, record.marks) == (0, None, True, ())


@pytest.mark.parametrize("name", sorted(RECORD_TYPES))
def test_every_record_can_be_blank_and_every_field_is_described(name):
    assert RECORD_TYPES[name]() == RECORD_TYPES[name]()
    assert all(field.doc for field in fields_of(RECORD_TYPES[name]))


PLACES = Source("a.yaml", {"tiers": Span("a.yaml", 3, 1), "tiers[1]": Span("a.yaml", 5, 5)})


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("tiers[1]", Span("a.yaml", 5, 5)),
        ("tiers[1].weight", Span("a.yaml", 5, 5)),
        ("tiers[0].weight", Span("a.yaml", 3, 1)),
        ("name", Span("a.yaml")),
        ("", Span("a.yaml")),
    ],
)
def test_a_key_that_is_absent_is_placed_where_it_would_stand(field, expected):
    assert PLACES.at(field) == expected
