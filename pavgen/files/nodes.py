"""A parsed document as bytes and back, for the cache: faster than parsing it again.

A JSON array: of a scalar its text, line, column and whether it was plain; of a list or a mapping
a mark, its place and what is in it. All places are in the one file of the document.
"""

import json
from typing import cast

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import Span
from pavgen.model.document import Entries, Items, Node, RawDocument, Scalar

_ITEMS, _ENTRIES = 0, 1


def write_document(document: RawDocument) -> bytes:
    """Return a document as bytes."""
    root = None if document.root is None else _plain(document.root)
    said = [document.path, root, document.body, document.body_line, document.unreadable]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def read_document(data: bytes) -> RawDocument:
    """Return the document of some bytes. Raises ValueError for bytes that are no document."""
    try:
        path, root, body, line, unreadable = json.loads(data.decode("utf-8", "surrogatepass"))
        node = None if root is None else _node(root, path)
    except (IndexError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("no document") from error
    return RawDocument(path, node, body, line, unreadable)


def _plain(node: Node) -> list[Json]:
    _, line, column = node.span
    match node:
        case Scalar(text, _, plain):
            return [text, line, column, plain]
        case Items(items):
            return [_ITEMS, line, column, [_plain(item) for item in items]]
        case Entries(entries):
            pairs = [[_plain(key), _plain(value)] for key, value in entries]
            return [_ENTRIES, line, column, pairs]


def _node(said: list[Json], path: str) -> Node:
    first, line, column, rest = said
    span = Span(path, cast("int", line), cast("int", column))
    if isinstance(first, str):
        return Scalar(first, span, cast("bool", rest))
    inner = cast("list[list[Json]]", rest)
    if first == _ITEMS:
        return Items(tuple([_node(item, path) for item in inner]), span)
    pairs = cast("list[tuple[list[Json], list[Json]]]", rest)
    return Entries(tuple([(_scalar(key, path), _node(value, path)) for key, value in pairs]), span)


def _scalar(said: list[Json], path: str) -> Scalar:
    text, line, column, plain = said
    return Scalar(
        cast("str", text),
        Span(path, cast("int", line), cast("int", column)),
        cast("bool", plain),
    )
