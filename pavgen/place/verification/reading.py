"""Lines of a ledger as values: canonical JSON, and nothing that is only like it."""

import hashlib
import json
import unicodedata
from typing import cast

_LARGEST = 2**53


def sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 as 64 hex digits."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def canonical(value: object) -> str:
    """Write a plain value as canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def value_of(line: str) -> dict[str, object] | None:
    """Return the object that a line holds; None unless the line is its canonical JSON."""
    try:
        line.encode()
        value = json.loads(line)
        is_proper = isinstance(value, dict) and _is_plain(value) and canonical(value) == line
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, object]", value) if is_proper else None


def _is_plain(value: object) -> bool:
    """Say whether a value is made of what canonical JSON knows, strings composed."""
    match value:
        case None | bool():
            return True
        case int():
            return abs(value) < _LARGEST
        case str():
            return unicodedata.is_normalized("NFC", value)
        case list():
            return all(map(_is_plain, value))
        case dict():
            return all(key.isascii() and _is_plain(item) for key, item in value.items())
        case _:
            return False
