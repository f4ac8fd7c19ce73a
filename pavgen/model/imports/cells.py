"""Cells into values, by the kind of the field each fills."""

import json
import re
from collections.abc import Mapping
from datetime import date

from pavgen.kernel.diagnostics import Span
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.imports.addresses import secure_link
from pavgen.model.imports.csv_columns import RECORD_FIELDS
from pavgen.model.imports.csv_mapping import CsvMapping
from pavgen.model.imports.desk import Desk
from pavgen.model.imports.drafts import keyed, listed, value, words
from pavgen.model.imports.vocabulary import Vocabulary
from pavgen.model.imports.wording import clean_text
from pavgen.model.schema.kinds import Choice, Day, Integer, Kind, Ref, shown
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Link, Text

_LONGEST = 20_000
_DEEPEST = 6
_SPOKEN_NUMBER = re.compile(r"[0-9]{1,3}(?:[ ,.'’][0-9]{3})+")
_STATUS = {
    "inactive": "former",
    "terminated": "former",
    "churned": "former",
    "on hold": "suspended",
}
_Json = None | bool | int | float | str | list["_Json"] | dict[str, "_Json"]


@dataclass(frozen=True, slots=True)
class Reader:
    """How the cells of one spreadsheet are read."""

    mapping: CsvMapping
    vocabularies: Mapping[str, Vocabulary]
    desk: Desk

    def node(self, name: str, cell: str, at: Span) -> Node | None:
        """Return the value of a cell for a field of a record; what cannot be is told."""
        if not cell:
            return None
        if len(cell) > _LONGEST:
            what = f"{len(cell):,} characters are too many for a cell"
            self.desk.warn(at, "import-cell", what, "shorten it", name)
            return None
        kind = RECORD_FIELDS[name].kind
        nested = _nested(cell, at) if _is_nested(kind) else None
        return nested or self._by_kind(name, kind, cell, at)

    def _by_kind(self, name: str, kind: Kind[object], cell: str, at: Span) -> Node | None:
        match kind:
            case ListOf():
                return self._list(name, kind, cell, at)
            case MapOf():
                what = f"`{shown(cell)}` holds no keys and values"
                remedy = 'write them as JSON, such as `{"docs": "https://example.org/"}`'
                self.desk.warn(at, "import-cell", what, remedy, name)
                return None
            case _:
                return self._one(name, kind, cell, at)

    def _list(self, name: str, kind: ListOf[object], cell: str, at: Span) -> Node | None:
        is_certification = name == "certifications"
        item: object = Ref("certifications") if is_certification else kind.item
        if isinstance(item, Table):
            what = f"`{shown(cell)}` is no JSON list"
            self.desk.warn(at, "import-cell", what, "write a JSON list of objects", name)
            return None
        marks = ("\n",) if isinstance(item, Text) else self.mapping.marks()
        parts = dict.fromkeys(_parted(cell, marks))
        nodes = [self._one(name, item, part, at) for part in parts]
        unique = {n.text: n for n in nodes if n is not None}
        if is_certification:
            return listed((keyed(("id", node), at=at) for node in unique.values()), at)
        return listed(unique.values(), at)

    def _one(self, name: str, kind: object, cell: str, at: Span) -> Scalar | None:
        word = self.mapping.word_for(name, cell)
        match kind:
            case Ref(vocabulary):
                return self._term(name, vocabulary, word, at)
            case Choice():
                folded = _STATUS.get(word.casefold(), word.casefold())
                return words(folded if name == "status" else word, at)
            case Day():
                return value(self._day(word), at)
            case Integer():
                digits = re.sub(r"\D", "", word) if _SPOKEN_NUMBER.fullmatch(word) else word
                return value(digits, at)
            case Link():
                link = secure_link(words(word, at), name)
                self.desk.notes += link.diagnostics
                return link.value
            case _:
                return words(clean_text(word, emoji=False) if isinstance(kind, Text) else word, at)

    def _term(self, name: str, vocabulary: str, word: str, at: Span) -> Scalar | None:
        words_there = self.vocabularies.get(vocabulary)
        if words_there is None:
            return words(word, at)
        term = words_there.id_of(word)
        if term is None:
            what = f"`{shown(word)}` is not among the {vocabulary.replace('_', ' ')} (left out)"
            remedy = "map it under `values`, or add it to `program.yaml`"
            self.desk.warn(at, "import-value", what, remedy, name)
            return None
        return words(term, at)

    def _day(self, word: str) -> str:
        """Return a date as ISO 8601 where it can only mean one day, else the word as it is."""
        stamp = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*", word)
        if stamp:
            return stamp[1]
        found = re.fullmatch(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4})", word)
        if not found or (found[2] == "/" and self.mapping.dates == "iso"):
            return word
        is_american = found[2] == "/" and self.mapping.dates == "month-first"
        day, month = (found[3], found[1]) if is_american else (found[1], found[3])
        try:
            return date(int(found[4]), int(month), int(day)).isoformat()
        except ValueError:
            return word


def _is_nested(kind: Kind[object]) -> bool:
    return isinstance(kind, (ListOf, MapOf))


def _parted(cell: str, marks: tuple[str, ...]) -> list[str]:
    parts = [cell]
    for mark in marks:
        parts = [piece for part in parts for piece in part.split(mark)]
    return [" ".join(part.split()) for part in parts if part.strip()]


def _nested(cell: str, at: Span) -> Node | None:
    """Read a cell that holds a JSON list or object; None for any other."""
    if cell[0] not in "[{":
        return None
    try:
        found: _Json = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    return _as_node(found, at, 0)


def _as_node(found: _Json, at: Span, depth: int) -> Node | None:
    if depth > _DEEPEST or found is None:
        return None
    match found:
        case bool():
            return value("true" if found else "false", at)
        case int() | float() | str():
            text = str(found)
            return words(text, at) if isinstance(found, str) else value(text, at)
        case list():
            nodes = (_as_node(item, at, depth + 1) for item in found)
            return Items(tuple(node for node in nodes if node is not None), at)
        case dict():
            pairs = ((key, _as_node(item, at, depth + 1)) for key, item in found.items())
            return Entries(
                tuple((Scalar(key, at), node) for key, node in pairs if node is not None), at
            )
