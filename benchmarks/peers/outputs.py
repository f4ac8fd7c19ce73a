"""What a generator has made: pages by kind and bytes, counted from the files."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_PAGED = r"(/page/\d+)?/index\.html"
_FACETS = ("type", "area", "region", "country", "industry", "tier")
KINDS = {
    "profile": r"[a-z]+-[a-z]+/index\.html",
    "all partners": rf"browse{_PAGED}",
    **{f"by {facet}": rf"browse/{facet}/(?!page/)[^/]+{_PAGED}" for facet in _FACETS},
    **{
        f"by {facet} and region": (
            rf"browse/({facet}-region/[^/]+|{facet}/[^/]+/(?!page/)[^/]+){_PAGED}"
        )
        for facet in ("type", "area")
    },
    "facet": r"browse/[a-z]+/index\.html",
    "solution": r"solutions/solution-\d+/index\.html",
    "solutions": rf"solutions(/by/[^/]+(/[^/]+)?)?{_PAGED}",
    "article": r"notes/article-\d+/index\.html",
    "articles": rf"notes(/(topics|authors)/[^/]+)?{_PAGED}",
}
"""Pages that every generator makes, by the form of their addresses."""

_KNOWN = {kind: re.compile(pattern) for kind, pattern in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Output:
    """Pages by kind (the generator's own besides as `other`), files, and bytes in all."""

    pages: Mapping[str, int]
    bytes_by_kind: Mapping[str, int]
    files: int
    bytes: int

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return sum(self.pages.values())


def counted(folder: Path) -> Output:
    """Count what is in an output folder."""
    pages: Counter[str] = Counter()
    size: Counter[str] = Counter()
    files = 0
    for path, length in _files(folder):
        files += 1
        kind = kind_of(path)
        size[kind] += length
        if path.endswith(".html"):
            pages[kind] += 1
    return Output(dict(pages), dict(size), files, size.total())


def kind_of(path: str) -> str:
    """Return the kind of a file by its path in the output."""
    if not path.endswith(".html"):
        return path.rpartition(".")[2]
    found = (kind for kind, pattern in _KNOWN.items() if pattern.fullmatch(path))
    return next(found, "other")


def differences(outputs: Mapping[str, Output]) -> Iterator[str]:
    """Yield in words where generators made different numbers of a kind of page."""
    for kind in KINDS:
        numbers = {name: output.pages.get(kind, 0) for name, output in outputs.items()}
        if len(set(numbers.values())) > 1:
            told = ", ".join(f"{name} {number:,}" for name, number in numbers.items())
            yield f"pages of the kind `{kind}` differ: {told}"


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    base = len(str(folder)) + 1
    for here, _, names in os.walk(folder):
        for name in names:
            path = f"{here}/{name}"
            yield path[base:], os.stat(path).st_size  # noqa: PTH116 - 100,000 of them
