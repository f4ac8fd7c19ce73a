"""Decoding of whole records: every key known, every needed key there, all findings at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import Span
from pavgen.kernel.suggest import did_you_mean
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.fields import Field, Record, Source, fields_of
from pavgen.model.schema.kinds import Kind, Vocabularies, shown

R = TypeVar("R", bound=Record)

# Keys that belong to the standing; in a listing they are refused by name.
GOVERNED = frozenset(
    {
        "aliases",
        "booth",
        "certifications",
        "domains",
        "featured",
        "id",
        "joined",
        "notes",
        "order",
        "paid",
        "placement",
        "points",
        "position",
        "status",
        "suspended",
        "tier",
        "weights",
    }
)


def decode_record(record: type[R], node: Node | None, into: Decoding) -> R:
    """Decode a document's root as a record and attach where each key was read."""
    if node is None or not isinstance(node, Entries):
        into.error("record-shape", into_span(node, into), "", "the file holds no keys", _KEYS)
        return record()
    values = _values(record, node, "", into)
    return record(**values, source=Source(into.path, dict(into.spans)))


@dataclass(frozen=True, slots=True)
class Table(Kind[R]):
    """A record within a record; given as a thunk so that a type may hold itself."""

    record: Callable[[], type[R]]

    def decode(self, node: Node, at: str, into: Decoding) -> R:
        """Decode the keys of the mapping."""
        record = self.record()
        if not isinstance(node, Entries):
            fields = fields_of(record)
            keys = ", ".join(f"`{field.name}`" for field in fields if field.needed)
            into.error("value-shape", node.span, at, "keys belong here", f"give at least {keys}")
            return record()
        return record(**_values(record, node, at, into))

    def blank(self) -> R:
        """Return the record with every key blank."""
        return self.record()()

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Point at the record's own definition."""
        del words
        return {"$ref": f"#/$defs/{self.record().__name__}"}


_KEYS = "write `key: value` lines"


def into_span(node: Node | None, into: Decoding) -> Span:
    """Return the node's place, or the file as a whole."""
    return node.span if node is not None else Span(into.path)


def _values(record: type[Record], node: Entries, at: str, into: Decoding) -> dict[str, object]:
    fields = {field.name: field for field in fields_of(record)}
    values: dict[str, object] = {}
    for key, value in node:
        path = f"{at}.{key.text}" if at else key.text
        into.spans[path] = value.span
        field = fields.get(key.text)
        if field is None:
            _note_unknown(key, fields, path, into)
            continue
        if not field.needed and _is_nothing(value):
            continue
        values[_attribute(record, field.name)] = field.kind.decode(value, path, into)
        if field.needed and isinstance(value, Items) and not value.items:
            into.error("value-missing", value.span, path, "the list is empty", "give an item")
    _note_missing(fields, node, at, into)
    return values


def _attribute(record: type[Record], name: str) -> str:
    return name if hasattr(record, "__slots__") and name in record.__slots__ else f"{name}_"


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in {"", "~", "null"}


def _note_unknown(key: Scalar, fields: dict[str, Field], path: str, into: Decoding) -> None:
    word = key.text.strip().casefold()
    if into.path.startswith("partners/") and word in GOVERNED and "." not in path:
        into.error(
            "key-governed",
            key.span,
            path,
            f"`{shown(key.text)}` is set by the programme, not by the partner",
            "remove it; it belongs in content/standing/",
        )
        return
    into.error(
        "key-unknown",
        key.span,
        path,
        f"unknown key `{shown(key.text)}`",
        did_you_mean(key.text, fields, list_up_to=0) or "remove it",
    )


def _note_missing(fields: dict[str, Field], node: Entries, at: str, into: Decoding) -> None:
    present = {key.text for key, _ in node}
    for field in fields.values():
        if field.needed and field.name not in present:
            where = f"{at}.{field.name}" if at else field.name
            into.error(
                "key-missing",
                node.span,
                where,
                f"`{field.name}` is missing",
                f"add `{field.name}:` ({_first_clause(field.doc)})",
            )


def _first_clause(doc: str) -> str:
    return doc.partition(";")[0].partition(". ")[0].rstrip(".")
