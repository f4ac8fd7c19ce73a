"""What earlier runs worked out, kept by the digest of what it follows from; safe to delete."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pavgen.kernel.canonical import Json, sha256_hex

_FOLDER = ".pavgen-cache/states"
_MOST = 200
_HEX = frozenset("0123456789abcdef")


def recall(project: Path, names: Iterable[str]) -> dict[str, Json]:
    """Return what is remembered under some digests; what is damaged is as if it were not there."""
    found: dict[str, Json] = {}
    for name in names:
        value = _read(project / _FOLDER / f"{name}.json") if set(name) <= _HEX else None
        if value is not None:
            found[name] = value
    return found


def remember(project: Path, values: Mapping[str, Json]) -> None:
    """Keep values under digests; a project that cannot be written to simply forgets."""
    folder = project / _FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, value in values.items():
            path = folder / f"{name}.json"
            if not path.exists():
                text = json.dumps(value, sort_keys=True, separators=(",", ":"))
                unfinished = folder / f".{name}.{sha256_hex(text.encode())[:8]}"
                unfinished.write_text(f"{sha256_hex(text.encode())}\n{text}", encoding="utf-8")
                unfinished.replace(path)
        _prune(folder)
    except OSError:
        return


def _read(path: Path) -> Json:
    """Return the value of a file whose own digest is right, else None."""
    try:
        digest, _, text = path.read_text(encoding="utf-8").partition("\n")
        if sha256_hex(text.encode()) != digest:
            return None
        value: Json = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return None
    return value


def _prune(folder: Path) -> None:
    """Remove the oldest beyond a number, so that the folder cannot grow for ever."""
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in kept[:-_MOST]:
        path.unlink(missing_ok=True)
