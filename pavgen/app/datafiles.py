"""A site's data files out of their values: written once for each value, and then remembered."""

from collections.abc import Iterable, Mapping, Sequence

from pavgen.app.means import Means, Room
from pavgen.kernel.canonical import canonical_json, readable_json
from pavgen.kernel.fingerprint import print_of_json
from pavgen.plan.pages import DataFile

_MOST = 1 << 16
"""Bytes; a larger file is of many records and changes with each, so it would fill the cache."""


def data_files(items: Iterable[DataFile], means: Means) -> Mapping[str, bytes]:
    """Return the bytes of every data file, by path."""
    asked: dict[bytes, DataFile] = {}
    keys: dict[str, bytes] = {}
    files: dict[str, bytes] = {}
    for item in items:
        known = print_of_json(item.value)
        if known is None:
            files[item.path] = _written(item)
        else:
            keys[item.path] = known + (b"c" if item.compact else b"r")
            asked[keys[item.path]] = item
    found = means.answers(_DATA, asked)
    return {**files, **{path: found[key] or b"" for path, key in keys.items()}}


def _all(items: Sequence[DataFile]) -> list[bytes | None]:
    return [_written(item) for item in items]


def _written(item: DataFile) -> bytes:
    return (canonical_json if item.compact else readable_json)(item.value).encode()


_DATA: Room[DataFile, bytes] = Room("data", _all, bytes, bytes, most_bytes=_MOST)
