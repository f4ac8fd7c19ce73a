"""Identifiers that stand twice in one list."""

from collections.abc import Iterator, Sequence

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.schema.fields import Source


def check_ids(source: Source, key: str, ids: Sequence[str]) -> Iterator[Diagnostic]:
    """Find each id of a list of records that an earlier one has; empty ones have been told."""
    first: dict[str, int] = {}
    for index, word in enumerate(ids):
        field = f"{key}[{index}].id"
        span = source.at(field)
        if word in first:
            what = f"`{word}` stands in {key} already"
            remedy = f"give each its own id; the first is in line {first[word]}"
            yield Diagnostic(span, "event-id-twice", what, remedy, field)
        elif word:
            first[word] = span.line
