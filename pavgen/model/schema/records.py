"""Decoding of whole records: every key known, every needed key there, all findings at once."""

from collections.abc import Callable
from typing import TypeVar

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import Span
from pavgen.kernel.suggest import did_you_mean, nearest
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.fields import Field, Record, Source, fields_of
from pavgen.model.schema.kinds import Kind, ScalarKind, Vocabularies, below, is_nothing, shown

R = TypeVar("R", bound=Record)

# Keys that a listing may not have: those of the standing, and wishes for a better place.
OF_STANDING = frozenset(
    {
        "aliases",
        "certifications",
        "domains",
        "exclusion_labels",
        "id",
        "joined",
        "notes",
        "points",
        "status",
        "suspended",
        "tier",
        "weights",
    }
)
OF_PLACEMENT = frozenset({"booth", "featured", "order", "paid", "placement", "position"})
GOVERNED = OF_STANDING | OF_PLACEMENT


def decode_record(record: type[R], node: Node | None, into: Decoding) -> R:
    """Decode a document's root as a record and attach where each key was read."""
    if not isinstance(node, Entries):
        span = node.span if node is not None else Span(into.path, 1)
        into.error("record-shape", span, "", *_no_keys(record, node))
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
            remedy = f"write `key: value` lines for {_keys(record)}"
            into.error("value-shape", node.span, at, "keys belong here", remedy)
            return record()
        return record(**_values(record, node, at, into))

    def blank(self) -> R:
        """Return the record with every key blank."""
        return self.record()()

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Point at the record's own definition."""
        del words
        return {"$ref": f"#/$defs/{self.record().__name__}"}


def _no_keys(record: type[Record], node: Node | None) -> tuple[str, str]:
    is_empty = node is None or is_nothing(node)
    what = "there are no keys" if is_empty else "keys belong here"
    return what, f"write `key: value` lines for {_keys(record)}"


def _keys(record: type[Record]) -> str:
    fields = fields_of(record)
    chosen = [field.name for field in fields if field.needed] or [field.name for field in fields]
    return ", ".join(f"`{name}`" for name in chosen)


def _values(record: type[Record], node: Entries, at: str, into: Decoding) -> dict[str, object]:
    plan = _plan_of(record)
    spans, diagnostics = into.spans, into.diagnostics
    values: dict[str, object] = {}
    for key, value in node.entries:
        path = below(at, key)
        spans[path] = value.span
        step = plan.steps.get(key.text)
        if step is None:
            _note_unknown(key, plan.fields, path, into)
            continue
        field, attribute, is_scalar = step
        if not field.needed and is_nothing(value):
            continue
        if field.needed and _is_empty(value):
            what = f"`{field.name}` is empty"
            remedy = f"fill it in ({_first_clause(field.doc)})"
            into.error("value-missing", value.span, path, what, remedy)
        else:
            found = len(diagnostics)
            decoded = field.kind.decode(value, path, into)
            # What was refused is as good as absent: a default does less harm than a blank.
            if field.needed or found == len(diagnostics) or not is_scalar:
                values[attribute] = decoded
    _note_missing(plan, node, at, into)
    return values


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a record type is decoded, worked out once for all records.

    Each step is a field, the attribute it fills, and whether it is written as one piece of text.
    """

    fields: dict[str, Field]
    steps: dict[str, tuple[Field, str, bool]]
    needed: frozenset[str]


_PLANS: dict[type, _Plan] = {}


def _plan_of(record: type[Record]) -> _Plan:
    if record not in _PLANS:
        _PLANS[record] = _planned(record)
    return _PLANS[record]


def _planned(record: type[Record]) -> _Plan:
    fields = {field.name: field for field in fields_of(record)}
    steps = {
        name: (field, _attribute(record, name), isinstance(field.kind, ScalarKind))
        for name, field in fields.items()
    }
    return _Plan(fields, steps, frozenset(name for name, field in fields.items() if field.needed))


def _attribute(record: type[Record], name: str) -> str:
    return name if hasattr(record, "__slots__") and name in record.__slots__ else f"{name}_"


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return is_nothing(node)
    return not (node.items if isinstance(node, Items) else node.entries)


def _note_unknown(key: Scalar, fields: dict[str, Field], path: str, into: Decoding) -> None:
    word = key.text.strip().casefold()
    if into.path.startswith("partners/") and word in GOVERNED and path == key.text:
        what = f"`{shown(key.text)}` is set by the programme, not by the partner"
        if word in OF_STANDING:
            remedy = "remove it; staff keep it in content/standing/"
        else:
            remedy = "remove it; the rules in content/placement/policy.yaml decide"
        into.error("key-governed", key.span, path, what, remedy)
        return
    what = f"unknown key `{shown(key.text)}`"
    remedy = did_you_mean(key.text, fields, list_up_to=8) or "remove it"
    into.error("key-unknown", key.span, path, what, remedy)


def _note_missing(plan: _Plan, node: Entries, at: str, into: Decoding) -> None:
    fields = plan.fields
    present = {key.text for key, _ in node.entries}
    if plan.needed <= present:
        return
    # A key that was only misspelled has been told already, with the right spelling.
    present |= {nearest(key, fields) or key for key in present - fields.keys() - GOVERNED}
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
