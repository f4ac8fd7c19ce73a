"""A drawing after its names and values were checked: nothing in it is still raw."""

from collections.abc import Iterator
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.security.css import Compound
from pavgen.security.svg.values import Value


@dataclass(frozen=True, slots=True)
class Style:
    """One checked declaration of a style."""

    name: str
    value: Value
    important: bool = False


@dataclass(frozen=True, slots=True)
class StyleRule:
    """One checked rule of the drawing's only stylesheet."""

    selectors: tuple[tuple[Compound, ...], ...]
    styles: tuple[Style, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One checked element; `id` and `classes` are still the source's names."""

    name: str
    attributes: dict[str, Value]
    offset: int
    styles: tuple[Style, ...] = ()
    id: str = ""
    classes: tuple[str, ...] = ()
    children: "list[Node | str]" = field(default_factory=list)

    def nodes(self) -> "Iterator[Node]":
        """Give this node and all below it, in the order of the document."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.nodes()

    def values(self) -> Iterator[Value]:
        """Give every value of this node alone, attributes first."""
        yield from self.attributes.values()
        yield from (style.value for style in self.styles)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing: its root and the rules of all its style elements in their order."""

    root: Node
    rules: tuple[StyleRule, ...]
