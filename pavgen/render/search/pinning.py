"""An index whose bytes follow from its records alone.

Pagefind writes the values of a filter, and the list of filters, in an order that differs from
run to run, and names files by their content; all else is the same every time. Both lists are
put in order here and the files named anew. What is written anew is not packed: bytes packed by
one release of a library are not those of another, and the reader takes plain ones as well.
"""

import gzip
import json
from collections.abc import Mapping
from typing import cast

from pavgen.kernel.canonical import sha256_hex
from pavgen.render.search.cbor import Cbor, decode_cbor, encode_cbor

MARK = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
_FILTERS = 3  # the fourth part of the main file: name and file of each filter
_META, _FILTER, _WASM = ".pf_meta", ".pf_filter", "wasm."
_NAMED_FOR = 7
_MAIN_NAMED_FOR = 10


def pinned(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index in an order and under names that follow from its records.

    Raises ValueError where a file is not of the form that this release of Pagefind writes.
    """
    kept = {name: data for name, data in files.items() if not name.endswith((_META, _FILTER))}
    entry = json.loads(files[ENTRY]) if ENTRY in files else {}
    try:
        for language in entry["languages"].values():
            language["hash"] = _main(files, language["hash"], kept)
        words = {f"{_WASM}{found['wasm'] or 'unknown'}." for found in entry["languages"].values()}
    except (KeyError, TypeError, IndexError, EOFError, gzip.BadGzipFile) as error:
        raise ValueError("its files are not of the form this version reads") from error
    kept[ENTRY] = json.dumps(entry, separators=(",", ":"), sort_keys=True).encode()
    used = tuple(sorted(words))
    return {
        name: data
        for name, data in sorted(kept.items())
        if not name.startswith(_WASM) or name.startswith(used)
    }


def _main(files: Mapping[str, bytes], hash_: str, kept: dict[str, bytes]) -> str:
    """Put the main file of one language and its filters in order; return its new hash."""
    main = _parts(files[f"pagefind.{hash_}{_META}"])
    renamed = [_filter(files, name, file, kept) for name, file in _pairs(main[_FILTERS])]
    main[_FILTERS] = cast("Cbor", sorted(renamed))
    data = MARK + encode_cbor(main)
    new = f"{hash_.rpartition('_')[0]}_{sha256_hex(data)[:_MAIN_NAMED_FOR]}"
    kept[f"pagefind.{new}{_META}"] = data
    return new


def _filter(files: Mapping[str, bytes], name: str, file: str, kept: dict[str, bytes]) -> list[str]:
    head, values = _parts(files[f"filter/{file}{_FILTER}"])
    ordered = sorted(_pairs(values))
    data = MARK + encode_cbor([head, cast("Cbor", [list(pair) for pair in ordered])])
    new = f"{file.rpartition('_')[0]}_{sha256_hex(data)[:_NAMED_FOR]}"
    kept[f"filter/{new}{_FILTER}"] = data
    return [name, new]


def _parts(data: bytes) -> list[Cbor]:
    plain = gzip.decompress(data)
    parts = decode_cbor(plain.removeprefix(MARK))
    if not plain.startswith(MARK) or not isinstance(parts, list):
        raise ValueError("its files are not of the form this version reads")
    return parts


def _pairs(value: Cbor) -> list[tuple[str, str]]:
    """Read pairs whose first part is a text; of the second only the caller knows the kind."""
    if not isinstance(value, list):
        raise TypeError("no list")
    return [cast("tuple[str, str]", tuple(cast("list[Cbor]", pair))) for pair in value]
