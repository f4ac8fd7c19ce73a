"""A source file after reading and before decoding: text scalars with their places."""

from collections.abc import Iterator
from typing import NamedTuple

from pavgen.kernel.diagnostics import Span
from pavgen.kernel.values import dataclass


class Scalar(NamedTuple):
    """A piece of text; `plain` says that it stood without quotes (so `null` may mean nothing)."""

    text: str
    span: Span
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Items:
    """A list of nodes."""

    items: "tuple[Node, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping: keys with their nodes, in the order of the file, each key once."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the node under `key`, or None."""
        return next((node for scalar, node in self.entries if scalar.text == key), None)

    def __iter__(self) -> "Iterator[tuple[Scalar, Node]]":
        return iter(self.entries)


Node = Scalar | Items | Entries


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One record's file, read: its front matter or YAML, and the text that follows.

    `root` is None for an empty document, and for one that could not be read: then `unreadable`
    says that the reader has told why, so that nobody tells it again. `body` is the markdown
    after the front matter (empty for YAML files) and `body_line` the line of the file on which it
    begins, from 1.
    """

    path: str
    root: Node | None
    body: str = ""
    body_line: int = 0
    unreadable: bool = False
