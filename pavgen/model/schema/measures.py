"""Kinds of value that an event's records need: lengths, points, and local times."""

import re
from datetime import datetime

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.model.document import Items, Node, Scalar
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.kinds import Kind, ScalarKind, Vocabularies

_LENGTH = r"[0-9]{1,4}(\.[0-9]{1,2})?"
_LOCAL = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"
_SIDES = 2

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Length(ScalarKind[int]):
    """A length in metres with up to two decimals; kept in whole centimetres."""

    least: int = 0

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> int:
        """Read metres and return centimetres."""
        if not re.fullmatch(_LENGTH, scalar.text):
            return self.refuse("value-length", scalar, at, into, "is not a length in metres")
        metres, _, rest = scalar.text.partition(".")
        found = int(metres) * 100 + int(rest.ljust(2, "0") or "0")
        if found < self.least:
            return self.refuse("value-range", scalar, at, into, "is out of range")
        return found

    def blank(self) -> int:
        """Return no length."""
        return self.least

    def noun(self) -> str:
        """Name the form."""
        more = f", at least {self.least / 100:g}" if self.least else ""
        return f"metres such as `3` or `2.50`{more}"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a number of metres."""
        del words
        return {"type": ["number", "string"], "minimum": 0, "pattern": f"^{_LENGTH}$"}


@dataclass(frozen=True, slots=True)
class PointKind(Kind[Point]):
    """A point as `[x, y]` in metres from the hall's upper left corner; kept in centimetres."""

    def decode(self, node: Node, at: str, into: Decoding) -> Point:
        """Read two lengths."""
        if not isinstance(node, Items) or len(node.items) != _SIDES:
            remedy = "write `[x, y]` in metres, such as `[12, 4.5]`"
            into.error("value-shape", node.span, at, "a point belongs here", remedy)
            return self.blank()
        length = Length()
        x, y = (length.decode(item, f"{at}[{n}]", into) for n, item in enumerate(node.items))
        return x, y

    def blank(self) -> Point:
        """Return the corner."""
        return 0, 0

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a pair of numbers."""
        items = Length().json_schema(words)
        return {"type": "array", "items": items, "minItems": 2, "maxItems": 2}


@dataclass(frozen=True, slots=True)
class LocalTime(ScalarKind[datetime]):
    """A day and time on the clocks of the event's place, without an offset."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> datetime:
        """Read ISO 8601 to the minute; an offset is refused, for the event's zone gives it."""
        if re.fullmatch(_LOCAL, scalar.text):
            try:
                return datetime.fromisoformat(scalar.text)
            except ValueError:
                return self.refuse("value-moment", scalar, at, into, "does not exist")
        return self.refuse("value-moment", scalar, at, into, "is not a local day and time")

    def blank(self) -> datetime:
        """Return the first moment."""
        return datetime.fromisoformat("0001-01-01T00:00")

    def noun(self) -> str:
        """Name the form."""
        return "a day and time at the event's place such as 2026-11-24T09:30"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the form."""
        del words
        return {"type": "string", "pattern": f"^{_LOCAL}$"}
