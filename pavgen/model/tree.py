"""The source of a project as bytes: what the reader hands to every later stage."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class SourceTree:
    """The files below `content/`, `partners/` and `themes/`, by path from the project's root.

    Paths are POSIX, in Unicode's composed form (NFC), sorted by code point; no file of it was
    a link, and none changed while it was read.
    """

    files: Mapping[str, bytes]

    def under(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Yield path and bytes of each file below `folder`, in the order of paths."""
        start = folder.rstrip("/") + "/"
        return ((path, data) for path, data in self.files.items() if path.startswith(start))
