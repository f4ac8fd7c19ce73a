"""A record that is about to be written: its path, its type and its keys as nodes.

Nodes keep the place in the foreign file each value came from, so that the record's own
definition judges a draft and its findings point into that file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field

from pavgen.kernel.diagnostics import Span
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.schema.fields import Record

NOWHERE = Span("")


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be: `body` is the markdown below the front matter, or the whole of `about.md`.

    With `explained` the file says of each key what it is for, and lists those not used. `notes`
    are further words, by the dotted path of the key they stand above.
    """

    path: str
    record: type[Record] | None
    root: Entries | None = None
    body: str = ""
    explained: bool = False
    notes: Mapping[str, str] = field(default_factory=dict)


def words(text: str, at: Span = NOWHERE) -> Scalar:
    """Make a scalar of text, which the writer quotes where it could be misread."""
    return Scalar(text, at, plain=False)


def value(text: str, at: Span = NOWHERE) -> Scalar:
    """Make a scalar of a number, a date or a truth, which is written as it is."""
    return Scalar(text, at)


def listed(nodes: Iterable[Node], at: Span = NOWHERE) -> Items:
    """Make a list."""
    return Items(tuple(nodes), at)


def ids(terms: Iterable[str], at: Span = NOWHERE) -> Items:
    """Make a list of identifiers."""
    return Items(tuple(words(term, at) for term in terms), at)


def keyed(*pairs: tuple[str, Node | None], at: Span = NOWHERE) -> Entries:
    """Make a mapping out of the pairs that have a value; an empty list or mapping is none."""
    return Entries(
        tuple(
            (Scalar(key, node.span if node.span != NOWHERE else at), node)
            for key, node in pairs
            if node is not None and not _is_empty(node)
        ),
        at,
    )


def overlaid(existing: Entries, imported: Entries) -> Entries:
    """Return the existing keys with the imported ones in their place, new ones at the end."""
    found = {key.text: (key, node) for key, node in existing}
    found.update((key.text, (key, node)) for key, node in imported)
    return Entries(tuple(found.values()), existing.span)


def scalar_text(node: Node | None) -> str:
    """Return the text of a scalar, and nothing for a null, a list or a mapping."""
    if not isinstance(node, Scalar) or (node.plain and node.text in {"", "~", "null"}):
        return ""
    return node.text.strip()


def _is_empty(node: Node) -> bool:
    match node:
        case Items(items):
            return not items
        case Entries(entries):
            return not entries
        case _:
            return False
