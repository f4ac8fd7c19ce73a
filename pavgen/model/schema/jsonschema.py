"""A record type as JSON Schema 2020-12, for editors and for other programs."""

from collections.abc import Iterator
from typing import cast

from pavgen.kernel.canonical import Json
from pavgen.model.schema.fields import Field, Record, fields_of
from pavgen.model.schema.kinds import Kind, Vocabularies
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.variants import Variant

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str, record: type[Record], words: Vocabularies) -> dict[str, Json]:
    """Describe a record type and every record within it; `words` are ids by vocabulary.

    A schema says less than pavgen checks: what depends on other records is left to
    `pavgen check`.
    """
    within = {record: ""}
    _gather(record, within)
    del within[record]
    found: dict[str, Json] = {"$schema": DIALECT, "title": name, **_described(record, words)}
    if within:
        found["$defs"] = {
            one.__name__: _described(one, words, tag=tag) for one, tag in _by_name(within)
        }
    return found


def records_within(kind: Kind[object]) -> Iterator[tuple[type[Record], str, str]]:
    """Yield the record types a kind holds; of a variant with the key and value that mean it."""
    match kind:
        case ListOf() | MapOf():
            yield from records_within(cast("Kind[object]", kind.item))
        case Table():
            yield cast("type[Record]", kind.record()), "", ""
        case Variant():
            for value, record in kind.records().items():
                yield record, kind.tag, value
        case _:
            return


def _gather(record: type[Record], found: dict[type[Record], str]) -> None:
    """Note all records below one, each once; a type may hold itself."""
    for field in fields_of(record):
        for below, key, value in records_within(field.kind):
            if below not in found:
                found[below] = f"{key}={value}" if key else ""
                _gather(below, found)


def _by_name(found: dict[type[Record], str]) -> list[tuple[type[Record], str]]:
    return sorted(found.items(), key=lambda item: item[0].__name__)


def _described(record: type[Record], words: Vocabularies, tag: str = "") -> dict[str, Json]:
    key, _, value = tag.partition("=")
    fields = fields_of(record)
    properties: dict[str, Json] = {
        field.name: _property(field, words, value if field.name == key else "") for field in fields
    }
    return {
        "description": (record.__doc__ or "").strip().partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields if field.needed],
        "additionalProperties": False,
    }


def _property(field: Field, words: Vocabularies, only: str) -> dict[str, Json]:
    kind: dict[str, Json] = {"const": only} if only else field.kind.json_schema(words)
    least: dict[str, Json] = {"minItems": 1} if field.needed and kind.get("type") == "array" else {}
    return {"description": field.doc, **kind, **least}
