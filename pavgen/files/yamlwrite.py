"""Drafts into files: YAML that every reader understands alike, in the order of the record.

A text is quoted where YAML 1.1 or 1.2 would take it for a number, a date, a truth or nothing
(`NO`, `012`, `1.10`, `2026-11-30`), so that other tools that read the file agree with pavgen.
"""

import json
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.imports.drafts import Draft
from pavgen.model.schema.fields import Field, Record, fields_of
from pavgen.model.schema.kinds import Choice, Kind
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.variants import Variant

SCHEMA_FOLDER = "schema"
WIDTH = 96

_SILENCE: Mapping[str, str] = MappingProxyType({})
_MISREAD = re.compile(
    r"(?i)[-+]?[.]?[0-9][0-9_,.:eox+a-f-]*|[-+]?\.(inf|nan)|y|yes|n|no|on|off|true|false|null|~|="
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?|<<"
)
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<][^\n]*|-[^\s\-,\[\]{}][^\n]*")
_BREAKS = re.compile(r": |:$| #|[\t\u0085\u00a0\ufeff]|\s$")
_ESCAPED = re.compile("[\\x00-\\x1f\\x7f-\\xa0\\u2028\\u2029\\ufeff\\ud800-\\udfff\\ufffe\\uffff]")


def file_text(draft: Draft, words: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """Write a draft as its file's text: YAML, or front matter and markdown.

    `words` are the ids of the project's vocabularies, shown beside the keys of an explained
    draft.
    """
    if draft.root is None:
        return draft.body
    matter = "\n".join(_record_lines(draft, words or {})) + "\n"
    schema = _schema_line(draft)
    if not draft.path.endswith(".md"):
        return f"{schema}{matter}"
    body = f"\n{draft.body}" if draft.body else ""
    return f"---\n{schema}{matter}---\n{body}"


def yaml_lines(
    node: Node, depth: int = 0, notes: Mapping[str, str] = _SILENCE, at: str = ""
) -> Iterator[str]:
    """Write a list or mapping as block lines, a scalar as one line or a folded block.

    `notes` are comments above keys, by dotted path; `at` is the path of the node.
    """
    match node:
        case Scalar():
            yield from _scalar(node, depth)
        case Items(items):
            for item in items:
                yield from _item(item, depth)
        case Entries(entries):
            for key, value in entries:
                path = f"{at}.{key.text}" if at else key.text
                yield from _entry(key.text, value, depth, notes, path)


def _comment(text: str, depth: int) -> Iterator[str]:
    pad = "  " * depth
    for line in _folded(" ".join(text.split()), WIDTH - len(pad) - 2):
        yield f"{pad}# {line}"


def _schema_line(draft: Draft) -> str:
    if draft.record is None:
        return ""
    up = "../" * draft.path.count("/")
    name = draft.record.__name__.removesuffix("Manifest").lower()
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{name}.schema.json\n"


def _record_lines(draft: Draft, words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if draft.root is None:
        return
    if draft.record is None:
        yield from yaml_lines(draft.root)
        return
    given = {key.text: value for key, value in _ordered(draft.root, draft.record)}
    if not draft.explained:
        for name, value in given.items():
            yield from _entry(name, value, 0, draft.notes, name)
        return
    yield from _explained_lines(draft.record, given, words, draft.notes)


def _explained_lines(
    record: type[Record],
    given: Mapping[str, Node],
    words: Mapping[str, tuple[str, ...]],
    notes: Mapping[str, str],
) -> Iterator[str]:
    """Write each key below what it is for, then the keys that are not used as comments."""
    yield f"# {(record.__doc__ or '').splitlines()[0]}"
    for name, value in given.items():
        field = next(f for f in fields_of(record) if f.name == name)
        yield from ("", f"# {_explained(field, words)}")
        yield from _entry(name, value, 0, notes, name)
    left = [f for f in fields_of(record) if f.name not in given]
    if left:
        yield from ("", "# Further keys: remove the `#` before a key to use it.")
    for field in left:
        empty = " []" if isinstance(field.kind, ListOf) else " {}" if _is_map(field.kind) else ""
        yield f"# {field.name}:{empty}  # {_explained(field, words)}"


def _is_map(kind: Kind[object]) -> bool:
    return isinstance(kind, MapOf)


def _explained(field: Field, words: Mapping[str, tuple[str, ...]]) -> str:
    kind = field.kind.item if isinstance(field.kind, ListOf) else field.kind
    options = kind.options if isinstance(kind, Choice) else words.get(_vocabulary(kind), ())
    need = "; needed" if field.needed else ""
    return f"{field.doc}{need}{_options(options)}"


def _options(options: tuple[str, ...], most: int = 8) -> str:
    if not options:
        return ""
    more = ", …" if len(options) > most else ""
    return f" ({', '.join(options[:most])}{more})"


def _vocabulary(kind: object) -> str:
    found = getattr(kind, "vocabulary", "")
    return found if isinstance(found, str) else ""


def _ordered(root: Entries, record: type[Record]) -> list[tuple[Scalar, Node]]:
    """Put keys in the order of the record's declaration, at every level; unknown ones last."""
    fields = {field.name: (n, field) for n, field in enumerate(fields_of(record))}
    ranked = sorted(root.entries, key=lambda e: fields[e[0].text][0] if e[0].text in fields else 99)
    return [
        (key, _arranged(value, fields[key.text][1].kind) if key.text in fields else value)
        for key, value in ranked
    ]


def _arranged(node: Node, kind: Kind[object]) -> Node:
    match kind, node:
        case ListOf(), Items(items, span):
            return Items(tuple(_arranged(item, kind.item) for item in items), span)
        case MapOf(), Entries(entries, span):
            return Entries(tuple((k, _arranged(v, kind.item)) for k, v in entries), span)
        case Table(), Entries():
            return Entries(tuple(_ordered(node, kind.record())), node.span)
        case Variant(), Entries():
            tag = node.get(kind.tag)
            found = kind.records().get(tag.text) if isinstance(tag, Scalar) else None
            return Entries(tuple(_ordered(node, found)), node.span) if found else node
        case _:
            return node


def _entry(
    key: str, value: Node, depth: int, notes: Mapping[str, str] = _SILENCE, at: str = ""
) -> Iterator[str]:
    pad = "  " * depth
    name = _flow(Scalar(key, value.span, plain=False))
    if at in notes:
        yield from _comment(notes[at], depth)
    match value:
        case Scalar():
            first, *rest = _scalar(value, depth + 1, len(name) + 2)
            yield f"{pad}{name}: {first}".rstrip()
            yield from rest
        case Items(items) if _is_short(items, len(pad) + len(name) + 2):
            yield f"{pad}{name}: [{', '.join(_flow(i) for i in items if isinstance(i, Scalar))}]"
        case _ if _is_hollow(value):
            yield f"{pad}{name}: {{}}"
        case _:
            yield f"{pad}{name}:"
            yield from yaml_lines(value, depth + 1, notes, at)


def _item(item: Node, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(item, Scalar):
        first, *rest = _scalar(item, depth + 1)
    elif _is_hollow(item):
        first, *rest = ["[]" if isinstance(item, Items) else "{}"]
    else:
        first, *rest = yaml_lines(item, depth + 1)
        first = first.strip()
    yield f"{pad}- {first}"
    yield from rest


def _is_hollow(node: Node) -> bool:
    return (isinstance(node, Items) and not node.items) or (
        isinstance(node, Entries) and not node.entries
    )


def _is_short(items: tuple[Node, ...], taken: int) -> bool:
    """Say whether a list of plain words fits on the key's line."""
    if not all(isinstance(i, Scalar) and " " not in i.text for i in items):
        return False
    shown = [_flow(i) for i in items if isinstance(i, Scalar)]
    return taken + sum(len(s) + 2 for s in shown) <= WIDTH


def _scalar(scalar: Scalar, depth: int, taken: int = 2) -> list[str]:
    """Write a scalar: its line, or a block indicator and the lines below it."""
    text = scalar.text
    pad = "  " * depth
    is_short = len(text) + len(pad) + taken <= WIDTH and "\n" not in text
    if is_short or not _folds(text):
        return [_line(scalar)]
    if "\n" in text:
        return ["|-", *(f"{pad}{line}" if line else "" for line in text.split("\n"))]
    return [">-", *(f"{pad}{line}" for line in _folded(text, WIDTH - len(pad)))]


def _folds(text: str) -> bool:
    """Say whether a block would give the same text back: no odd spaces, nothing to escape."""
    lines = text.split("\n")
    plain = all(line and line == " ".join(line.split()) for line in lines)
    return plain and " " in text and not _ESCAPED.search(text.replace("\n", ""))


def _folded(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _line(scalar: Scalar) -> str:
    """Write a scalar in block style, where commas and brackets need no quotes."""
    text = scalar.text
    if scalar.plain and text in {"", "~", "null"}:
        return ""
    if _is_plain(text) and (scalar.plain or not _MISREAD.fullmatch(text)):
        return text
    return _quoted(text)


def _flow(scalar: Scalar) -> str:
    """Write a scalar as a key or in a bracketed list."""
    text = _line(scalar)
    if text[:1] in "\"'" or not re.search(r"[,\[\]{}?]|:", text):
        return text
    return _quoted(scalar.text)


def _is_plain(text: str) -> bool:
    return bool(
        text.isprintable()
        and _PLAIN.fullmatch(text)
        and not _BREAKS.search(text)
        and not text.startswith(("---", "..."))
    )


def _quoted(text: str) -> str:
    """Quote with double quotes, in which JSON's escapes mean the same to YAML."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda m: f"\\u{ord(m.group()):04x}", quoted)
