"""JSON Schemas of the documents below `api/`, made from the same field declarations as they."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import cast

from pavgen.kernel.canonical import Json
from pavgen.model.records.hub import Article
from pavgen.model.records.listing import Listing
from pavgen.model.records.solution import Solution
from pavgen.model.records.standing import Standing
from pavgen.model.schema.fields import Field, Record, fields_of
from pavgen.model.schema.jsonschema import DIALECT
from pavgen.model.schema.kinds import Integer, Kind, Truth
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.records import Table

STANDING_KEYS = ("id", "tier", "joined", "certifications", "aliases")
LISTING_KEYS = (
    "name",
    "tagline",
    "website",
    "types",
    "legal_name",
    "regions",
    "offices",
    "segments",
    "industries",
    "solution_areas",
    "languages",
    "size",
    "founded",
    "contacts",
    "links",
    "seeks",
    "offers",
    "reviewed",
)
PARTNER_FACTS = (*STANDING_KEYS, *LISTING_KEYS, "about")
SOLUTION_KEYS = (
    "title",
    "summary",
    "partners",
    "customer",
    "industries",
    "solution_areas",
    "segments",
    "outcomes",
    "products",
    "published",
)
SOLUTION_FACTS = (*SOLUTION_KEYS, "story")
ARTICLE_FACTS = ("title", "summary", "author", "contributed_by", "series", "published", "reviewed")

_Schema = dict[str, Json]


def _of(kind: str, description: str, **more: Json) -> _Schema:
    return {"description": description, "type": kind, **more}


def _or_null(kind: str, description: str) -> _Schema:
    return {"description": description, "type": [kind, "null"]}


def _list(description: str, items: _Schema) -> _Schema:
    return _of("array", description, items=items)


def _object(properties: Mapping[str, _Schema]) -> _Schema:
    """Describe an object with exactly these keys; what is not known is null, never absent."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _facts(record: type[Record], keys: Iterable[str]) -> dict[str, _Schema]:
    fields = {field.name: field for field in fields_of(record)}
    return {key: _field(record, fields[key]) for key in keys}


def _field(record: type[Record], field: Field) -> _Schema:
    shape = _shape(field.kind)
    if _may_be_null(record, field.name):
        return {"description": field.doc, "anyOf": [shape, {"type": "null"}]}
    return {"description": field.doc, **shape}


def _shape(kind: Kind[object]) -> _Schema:
    """Describe a kind as `facts_of` writes it: numbers and words alike are what they are."""
    match kind:
        case ListOf():
            return {"type": "array", "items": _shape(cast("Kind[object]", kind.item))}
        case MapOf():
            return {
                "type": "object",
                "additionalProperties": _shape(cast("Kind[object]", kind.item)),
            }
        case Table():
            record = cast("type[Record]", kind.record())
            return _object(_facts(record, (field.name for field in fields_of(record))))
        case Integer():
            return {"type": "integer"}
        case Truth():
            return {"type": "boolean"}
        case _:
            described = kind.json_schema({})
            form = {"format": described["format"]} if "format" in described else {}
            return {"type": "string", **form}


def _may_be_null(record: type[Record], name: str) -> bool:
    declared = dataclasses.fields(record)  # type: ignore[arg-type]  # a class of ours is a dataclass
    return any(item.name.rstrip("_") == name and item.default is None for item in declared)


def _document(title: str, name: str, properties: Mapping[str, _Schema]) -> _Schema:
    head: dict[str, _Schema] = {
        "schema": {"description": "the form of this document", "const": f"pavgen/api/{name}/v1"},
        "programme": _of("string", "the programme's name"),
        "site": _of("string", "the site's title"),
        "home": _of("string", "the site's address", format="uri"),
    }
    return {"$schema": DIALECT, "title": title, **_object({**head, **properties})}


_URL = _of("string", "the address of its page", format="uri")
_PLACE: Mapping[str, _Schema] = {
    "position": _or_null("integer", "its place in the site's list, from 1; null outside it"),
    "exposure": _or_null("integer", "what that place is worth; 1,000,000 is the first"),
}
_PARTNER: Mapping[str, _Schema] = {
    "slug": _of("string", "its short name in addresses"),
    **_PLACE,
    "url": _of("string", "the address of its profile, or empty"),
    **_facts(Standing, STANDING_KEYS),
    **_facts(Listing, LISTING_KEYS),
    "about": _of("string", "what it writes of itself, as plain text"),
    "logo": _or_null("string", "the address of its logo"),
}
_ORDER: Mapping[str, _Schema] = {
    "opportunity": _of("string", "the list whose order holds here"),
}
_PERIOD = _object(
    {
        "label": _of("string", "the period, such as `2026-Q4`"),
        "first": _of("string", "its first day", format="date"),
        "last": _of("string", "its last day", format="date"),
    }
)
_LINK = {"href": _of("string", "where it is", format="uri")}

SCHEMAS: Mapping[str, _Schema] = {
    "index": _document(
        "What there is",
        "index",
        {
            "locale": _of("string", "the language of the site"),
            "documents": _list(
                "the documents",
                _object(
                    {
                        "name": _of("string", "its name"),
                        **_LINK,
                        "schema": _of("string", "where its JSON Schema is", format="uri"),
                    }
                ),
            ),
            "orders": _list(
                "the orders of partners, each with all that is needed to work it out again",
                _object(
                    {
                        "opportunity": _of("string", "its id"),
                        "title": _of("string", "its name"),
                        **_LINK,
                    }
                ),
            ),
        },
    ),
    "partners": _document(
        "Partners",
        "partners",
        {
            **_ORDER,
            "period": {"description": "how long the order holds", **_PERIOD},
            "order": _of("string", "where the order is published with its rule", format="uri"),
            "partners": _list("the partners in that order", _object(_PARTNER)),
        },
    ),
    "partner": _document(
        "A partner",
        "partner",
        {
            "partner": _object(
                {
                    **_PARTNER,
                    "solutions": _list("solutions it takes part in, newest first", _URL),
                    "articles": _list("articles it gave or that name it, newest first", _URL),
                }
            )
        },
    ),
    "solutions": _document(
        "Solutions",
        "solutions",
        {
            **_ORDER,
            "solutions": _list(
                "solutions, newest first; the partners of each in the order of the list",
                _object(
                    {
                        "slug": _of("string", "its short name in addresses"),
                        "position": _of("integer", "its place in the list, from 1"),
                        "url": _URL,
                        **_facts(Solution, SOLUTION_KEYS),
                        "story": _of("string", "the story, as plain text"),
                    }
                ),
            ),
        },
    ),
    "articles": _document(
        "Articles",
        "articles",
        {
            **_ORDER,
            "articles": _list(
                "articles, newest first; the partners each names in the order of the list",
                _object(
                    {
                        "hub": _of("string", "the hub it stands in"),
                        "slug": _of("string", "its short name in addresses"),
                        "position": _of("integer", "its place in the list, from 1"),
                        "url": _URL,
                        **_facts(Article, ARTICLE_FACTS),
                        "partners": _list("partners it names, by slug", {"type": "string"}),
                        "topics": _list("its topics, in words", {"type": "string"}),
                        "image": _or_null("string", "the address of its picture"),
                        "text": _of("string", "the article, as plain text"),
                    }
                ),
            ),
        },
    ),
}
"""The schema of each kind of document, without the address it is published at."""
