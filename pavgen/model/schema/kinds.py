"""The kinds of value a field may hold: each converts a text scalar and describes itself."""

import re
from abc import ABC, abstractmethod
from datetime import date, datetime
from functools import lru_cache
from typing import Generic, TypeVar

from pavgen.kernel.canonical import Json
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.document import Items, Node, Scalar
from pavgen.model.schema.decoding import Decoding, Reference
from pavgen.security.problem import quoted

T = TypeVar("T")

_MOST_DIGITS = 18
_MOMENT = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})"
)

_NOTHING = frozenset({"~", "null"})
Vocabularies = dict[str, tuple[str, ...]]


class Kind(ABC, Generic[T]):
    """A kind of value. `decode` always answers, with `blank` where it noted an error."""

    @abstractmethod
    def decode(self, node: Node, at: str, into: Decoding) -> T:
        """Convert the node at the dotted key path `at`; what is wrong goes `into` the tally."""

    @abstractmethod
    def blank(self) -> T:
        """Return the value that stands in for one that could not be decoded."""

    @abstractmethod
    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the kind as JSON Schema; `words` gives the ids of known vocabularies."""


class ScalarKind(Kind[T]):
    """A kind that is written as one piece of text."""

    def decode(self, node: Node, at: str, into: Decoding) -> T:
        """Refuse lists and mappings, then convert the text."""
        if not isinstance(node, Scalar):
            shape = "a list" if isinstance(node, Items) else "a group of keys"
            into.error("value-shape", node.span, at, f"{shape} stands here", f"give {self.noun()}")
            return self.blank()
        if is_nothing(node):
            into.error("value-missing", node.span, at, "the value is empty", f"give {self.noun()}")
            return self.blank()
        return self.convert(node, at, into)

    def refuse(self, code: str, scalar: Scalar, at: str, into: Decoding, complaint: str) -> T:
        """Note that the text ``is not …``, with the noun as the remedy, and return the blank."""
        what = f"`{shown(scalar.text)}` {complaint}"
        into.error(code, scalar.span, at, what, f"give {self.noun()}")
        return self.blank()

    @abstractmethod
    def convert(self, scalar: Scalar, at: str, into: Decoding) -> T:
        """Convert the text of a scalar that is present."""

    @abstractmethod
    def noun(self) -> str:
        """Name the kind in a message: `a date such as 2026-11-30`."""


@dataclass(frozen=True, slots=True)
class Pattern(ScalarKind[str]):
    """Text of one form, such as an identifier or a file name."""

    pattern: str
    name: str

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Accept text that matches the whole pattern."""
        if _compiled(self.pattern).fullmatch(scalar.text):
            return scalar.text
        return self.refuse("value-form", scalar, at, into, "does not have the right form")

    def blank(self) -> str:
        """Return empty text."""
        return ""

    def noun(self) -> str:
        """Name the form."""
        return self.name

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the pattern."""
        del words
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True, slots=True)
class Integer(ScalarKind[int]):
    """A whole number within bounds; digits only, so `010` is ten and `1_000` is refused."""

    least: int = 0
    most: int = 10**9

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> int:
        """Read decimal digits and check the bounds."""
        if not re.fullmatch(r"-?[0-9]+", scalar.text):
            return self.refuse("value-number", scalar, at, into, "is not a whole number")
        # Python refuses to read thousands of digits, so a number of many is judged by its length.
        readable = len(scalar.text) <= _MOST_DIGITS
        if not (readable and self.least <= int(scalar.text) <= self.most):
            return self.refuse("value-range", scalar, at, into, "is out of range")
        return int(scalar.text)

    def blank(self) -> int:
        """Return the least value."""
        return self.least

    def noun(self) -> str:
        """Name the bounds."""
        return f"a whole number from {self.least} to {self.most}"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the bounds."""
        del words
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Truth(ScalarKind[bool]):
    """`true` or `false`, and no other word."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> bool:
        """Accept the two words."""
        if scalar.text in {"true", "false"}:
            return scalar.text == "true"
        return self.refuse("value-truth", scalar, at, into, "is neither `true` nor `false`")

    def blank(self) -> bool:
        """Return false."""
        return False

    def noun(self) -> str:
        """Name the two words."""
        return "`true` or `false`"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a boolean."""
        del words
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Day(ScalarKind[date]):
    """A calendar date, ISO 8601 with hyphens."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> date:
        """Read year, month and day; say when the day does not exist."""
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", scalar.text):
            try:
                return date.fromisoformat(scalar.text)
            except ValueError:
                return self.refuse("value-date", scalar, at, into, "is no day of the calendar")
        return self.refuse("value-date", scalar, at, into, "is not a date")

    def blank(self) -> date:
        """Return the first day of all."""
        return date.min

    def noun(self) -> str:
        """Name the form."""
        return "a date such as 2026-11-30"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a date."""
        del words
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class Moment(ScalarKind[datetime]):
    """A moment with its offset from UTC, so that it means the same everywhere."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> datetime:
        """Read ISO 8601 and insist on the offset."""
        if re.fullmatch(_MOMENT, scalar.text):
            try:
                return datetime.fromisoformat(scalar.text)
            except ValueError:
                return self.refuse("value-moment", scalar, at, into, "does not exist")
        return self.refuse("value-moment", scalar, at, into, "is not a moment with an offset")

    def blank(self) -> datetime:
        """Return the first moment."""
        return datetime.fromisoformat("0001-01-01T00:00:00+00:00")

    def noun(self) -> str:
        """Name the form."""
        return "a moment such as 2026-03-01T09:00:00+01:00"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a date-time."""
        del words
        return {"type": "string", "format": "date-time"}


@dataclass(frozen=True, slots=True)
class Choice(ScalarKind[str]):
    """One of a few fixed words."""

    options: tuple[str, ...]

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Accept a word of the list, else suggest the nearest."""
        if scalar.text in self.options:
            return scalar.text
        into.error(
            "value-choice",
            scalar.span,
            at,
            f"unknown value `{shown(scalar.text)}`",
            did_you_mean(scalar.text, self.options),
        )
        return self.blank()

    def blank(self) -> str:
        """Return the first word."""
        return self.options[0]

    def noun(self) -> str:
        """List the words."""
        return "one of " + ", ".join(f"`{option}`" for option in self.options)

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the closed list."""
        del words
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Ref(ScalarKind[str]):
    """The id of a vocabulary's term or of another record; checked when all are known."""

    vocabulary: str

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Keep the id and note the reference with its place."""
        into.references.append(Reference(self.vocabulary, scalar.text, scalar.span, at))
        return scalar.text

    def blank(self) -> str:
        """Return no id."""
        return ""

    def noun(self) -> str:
        """Name the vocabulary."""
        return f"an id from {self.vocabulary.replace('_', ' ')}"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """List the ids where they are known."""
        known = words.get(self.vocabulary)
        return {"enum": list(known)} if known else {"type": "string"}


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def is_nothing(node: Node) -> bool:
    """Say whether a value is as good as absent: no text but blanks, or a plain `~` or `null`.

    Forms write `""` for a field that was cleared, so quotes around nothing are nothing too.
    """
    if not isinstance(node, Scalar):
        return False
    text = node.text
    return not text or text.isspace() or (text in _NOTHING and node.plain)


def below(at: str, key: Scalar) -> str:
    """Return the dotted path of a key of the mapping at `at`, the root's being empty."""
    return f"{at}.{key.text}" if at else key.text


def shown(text: str, most: int = 60) -> str:
    """Return the user's text fit to stand in backticks on one line of a message."""
    line = quoted(text[:most]).removeprefix("`").removesuffix("`")
    return line if len(text) <= most and len(line) <= most else line[: most - 1] + "…"
