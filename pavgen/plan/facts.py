"""Records as plain values: what their files say, with every key that may be there."""

from dataclasses import fields
from datetime import date

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.indexing import once
from pavgen.model.schema.fields import Record, fields_of
from pavgen.model.schema.kinds import Kind
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.texts import Email, Phone
from pavgen.security.urls import SafeUrl


def facts_of(record: Record) -> dict[str, Json]:
    """Return a record's keys and values as JSON, in declared order, absent ones as null.

    Values stand as they would in the record's file: dates as ISO 8601, an e-mail address or
    a number without its scheme.
    """
    found: dict[str, Json] = {}
    for name, attribute, kind in _layout(type(record)):
        value = getattr(record, attribute)
        # Most values are texts, and matching one costs more than all else here.
        found[name] = value if type(value) is str else _value(value, kind)
    return found


@once(most=64)
def _layout(kind: type[Record]) -> tuple[tuple[str, str, Kind[object]], ...]:
    """Return each key of a type of record, the attribute that holds it, and its kind."""
    held = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # all are dataclasses
    return tuple(
        (field.name, field.name if field.name in held else f"{field.name}_", field.kind)
        for field in fields_of(kind)
    )


def _value(value: object, kind: Kind[object]) -> Json:
    match value:
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case SafeUrl():
            return value.display if isinstance(kind, (Email, Phone)) else value.href
        case Record():
            return facts_of(value)
        case tuple():
            if isinstance(kind, MapOf):
                return {key: _value(item, kind.item) for key, item in value}
            item_kind = kind.item if isinstance(kind, ListOf) else kind
            return [_value(item, item_kind) for item in value]
        case _:
            raise DefectError(f"no fact can be made of a {type(value).__name__}")
