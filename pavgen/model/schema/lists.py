"""Kinds that hold several values of another kind: lists, and mappings with free keys."""

import re
from typing import TypeVar

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.schema.decoding import Decoding, Reference
from pavgen.model.schema.kinds import Kind, Vocabularies, below, is_nothing, shown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListOf(Kind[tuple[T, ...]]):
    """A list of one kind, bounded, and without repetition when `unique`."""

    item: Kind[T]
    most: int = 50
    unique: bool = True

    def decode(self, node: Node, at: str, into: Decoding) -> tuple[T, ...]:
        """Decode each item under its own index; an empty value is an empty list."""
        if is_nothing(node):
            return ()
        if not isinstance(node, Items):
            example = shown(node.text, 30) if isinstance(node, Scalar) else "item"
            remedy = f"put each item on a line of its own, after a hyphen: `- {example}`"
            into.error("value-shape", node.span, at, "a list belongs here", remedy)
            return ()
        paths = [f"{at}[{index}]" for index in range(len(node.items))]
        for path, item in zip(paths, node.items, strict=True):
            into.spans[path] = item.span
        if len(node.items) > self.most:
            into.error(
                "value-count",
                node.span,
                at,
                f"{len(node.items)} items are {len(node.items) - self.most} too many",
                f"give at most {self.most}",
            )
        decode = self.item.decode
        found = tuple([decode(n, path, into) for n, path in zip(node.items, paths, strict=True)])
        if self.unique:
            self._note_repeated(node, at, into)
        return found

    def _note_repeated(self, node: Items, at: str, into: Decoding) -> None:
        seen: set[str] = set()
        for index, item in enumerate(node.items):
            if isinstance(item, Scalar) and not is_nothing(item):
                if item.text in seen:
                    what = f"`{shown(item.text)}` stands here already"
                    into.error("value-repeated", item.span, f"{at}[{index}]", what, "remove it")
                seen.add(item.text)

    def blank(self) -> tuple[T, ...]:
        """Return no items."""
        return ()

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the list and its items."""
        items = self.item.json_schema(words)
        found: dict[str, Json] = {"type": "array", "items": items, "maxItems": self.most}
        if self.unique:
            found["uniqueItems"] = True
        return found


@dataclass(frozen=True, slots=True)
class MapOf(Kind[tuple[tuple[str, T], ...]]):
    """A mapping from free keys of one form to values of one kind, in the file's order."""

    item: Kind[T]
    key: str = r"[a-z][a-z0-9_-]{0,62}"
    most: int = 50
    key_vocabulary: str = ""

    def decode(self, node: Node, at: str, into: Decoding) -> tuple[tuple[str, T], ...]:
        """Decode each value under its key."""
        if is_nothing(node):
            return ()
        if not isinstance(node, Entries):
            into.error("value-shape", node.span, at, "keys belong here", "write `key: value` lines")
            return ()
        for key, _ in node:
            into.spans[below(at, key)] = key.span
        if len(node.entries) > self.most:
            into.error(
                "value-count",
                node.span,
                at,
                f"{len(node.entries)} keys are {len(node.entries) - self.most} too many",
                f"give at most {self.most}",
            )
        return tuple(
            (key.text, self.item.decode(value, below(at, key), into))
            for key, value in node.entries
            if self._key_is_right(key, at, into)
        )

    def _key_is_right(self, key: Scalar, at: str, into: Decoding) -> bool:
        if self.key_vocabulary:
            reference = Reference(self.key_vocabulary, key.text, key.span, below(at, key))
            into.references.append(reference)
        elif not re.fullmatch(self.key, key.text):
            into.error(
                "key-form",
                key.span,
                below(at, key),
                f"`{shown(key.text)}` is not a key",
                self._better_key(key.text),
            )
            return False
        return True

    def _better_key(self, text: str) -> str:
        meant = re.sub(r"[\s.]+", "-", text.strip().casefold())
        if re.fullmatch(self.key, meant):
            return f"did you mean `{meant}`?"
        return "begin with a small letter; use small letters, digits, hyphens and underscores"

    def blank(self) -> tuple[tuple[str, T], ...]:
        """Return no keys."""
        return ()

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the values."""
        return {
            "type": "object",
            "additionalProperties": self.item.json_schema(words),
            "maxProperties": self.most,
        }
