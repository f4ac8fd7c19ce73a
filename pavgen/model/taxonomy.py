"""A vocabulary as a tree: look-ups up and down, in the order the programme declares."""

from collections.abc import Iterable, Iterator

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its place in the tree; a root has no parent."""

    id: str
    label: str
    summary: str
    parent: str | None
    children: tuple[str, ...]


class Taxonomy:
    """Terms by id, in declared order, each parent before its children; immutable in use."""

    __slots__ = ("_entries",)

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.id: entry for entry in entries}

    def __contains__(self, term: object) -> bool:
        return term in self._entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, term: str) -> Entry:
        if term not in self._entries:
            raise DefectError(f"no term `{term}`; the link stage should have refused it")
        return self._entries[term]

    def ids(self) -> tuple[str, ...]:
        """Return the ids in declared order."""
        return tuple(self._entries)

    def roots(self) -> tuple[Entry, ...]:
        """Return the terms that have no parent."""
        return tuple(entry for entry in self if entry.parent is None)

    def with_parents(self, terms: Iterable[str]) -> tuple[str, ...]:
        """Return the terms and all above them, in declared order: `de` gives emea, dach, de."""
        found: set[str] = set()
        for term in terms:
            above: str | None = term
            while above is not None and above not in found:
                found.add(above)
                above = self[above].parent
        return tuple(term for term in self._entries if term in found)

    def trail(self, term: str) -> tuple[Entry, ...]:
        """Return the term and those above it, the root first."""
        found = [self[term]]
        while (parent := found[-1].parent) is not None:
            found.append(self[parent])
        return tuple(reversed(found))

    def rank(self, term: str) -> int:
        """Return the term's index in declared order, from 0."""
        return list(self._entries).index(term)
