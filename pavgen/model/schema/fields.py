"""Fields of a record: declared once on a frozen dataclass, with kind and words.

A record type is a keyword-only frozen dataclass whose fields are made with `required`,
`optional`, `defaulted` and `many`. The type checker sees plain values; the decoder, the
JSON Schema and the reference page see the `Field` that stands in the metadata.
"""

import dataclasses
from collections.abc import Mapping
from typing import TypeVar, cast

from pavgen.kernel.diagnostics import Span
from pavgen.kernel.values import dataclass
from pavgen.model.schema.kinds import Kind
from pavgen.model.schema.lists import ListOf

T = TypeVar("T")

_KEY = "pavgen"


class Record:
    """The base of every record type; a subclass is a keyword-only frozen dataclass."""

    __slots__ = ()

    def __init__(self, **values: object) -> None:
        """Take every key by name; a subclass's own, generated initialiser stands in its place."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record: its kind, whether it must be there, and what it is for."""

    name: str
    kind: Kind[object]
    needed: bool
    doc: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read: its file and the place of each key, by dotted path."""

    path: str
    spans: Mapping[str, Span] = dataclasses.field(default_factory=dict, compare=False)

    def at(self, field: str = "") -> Span:
        """Return the place of a key, else that of what it would stand in, else the file."""
        while field and field not in self.spans:
            field = field[: max(field.rfind("."), field.rfind("["), 0)]
        return self.spans.get(field, Span(self.path))


def required(kind: Kind[T], doc: str) -> T:
    """Declare a key that must be there."""
    return _declared(kind, doc, kind.blank(), needed=True)


def optional(kind: Kind[T], doc: str) -> T | None:
    """Declare a key that may be absent."""
    return _declared(kind, doc, None, needed=False)


def defaulted(kind: Kind[T], doc: str, default: T) -> T:
    """Declare a key that has a value of its own when absent."""
    return _declared(kind, doc, default, needed=False)


def many(kind: Kind[T], doc: str, most: int = 50, *, needed: bool = False) -> tuple[T, ...]:
    """Declare a list."""
    return _declared(ListOf(kind, most), doc, (), needed=needed)


def sourced() -> Source:
    """Declare the place a record was read from; not a key of the file."""
    return dataclasses.field(default=Source(""), compare=False, repr=False)


def fields_of(record: type[Record]) -> tuple[Field, ...]:
    """Return the declared keys of a record type in order; worked out once for each type."""
    if record not in _FIELDS:
        _FIELDS[record] = _declared_fields(record)
    return _FIELDS[record]


_FIELDS: dict[type, tuple[Field, ...]] = {}


def _declared_fields(record: type[Record]) -> tuple[Field, ...]:
    found = []
    for item in dataclasses.fields(record):  # type: ignore[arg-type]  # a class of ours is a dataclass
        declared = item.metadata.get(_KEY)
        if declared is not None:
            kind, needed, doc = declared
            found.append(Field(item.name.rstrip("_"), kind, needed, doc))
    return tuple(found)


def _declared(kind: Kind[object] | Kind[T], doc: str, default: object, *, needed: bool) -> T:
    metadata = {_KEY: (kind, needed, doc)}
    return cast("T", dataclasses.field(default=default, metadata=metadata))
