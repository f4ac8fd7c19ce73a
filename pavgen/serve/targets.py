"""The target of a request into a path of the site: decoded once, refused when it is odd."""

import re

_HEX_PAIR = re.compile(rb"%([0-9A-Fa-f]{2})")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HIDDEN_SLASH = re.compile(r"%(2f|5c|00)", re.IGNORECASE)


def path_of(target: str) -> str | None:
    """Return the absolute path a request asks for, or None when it may not be asked for.

    Only `/…` is taken, without `.`, `..`, hidden names, empty names, backslashes, control
    characters, or a slash that was written as an escape.
    """
    raw = target.split("?", 1)[0]
    odd = not raw.startswith("/") or _BAD_ESCAPE.search(raw) or _HIDDEN_SLASH.search(raw)
    if odd or not raw.isascii():
        return None
    try:
        path = _HEX_PAIR.sub(_byte, raw.encode("ascii")).decode("utf-8")
    except UnicodeDecodeError:
        return None
    names = path[1:].split("/")
    if any(_is_odd(name) for name in names) or "" in names[:-1]:
        return None
    return path


def _byte(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape.group(1), 16)])


def _is_odd(name: str) -> bool:
    return name.startswith(".") or "\\" in name or any(ord(c) < 32 or ord(c) == 127 for c in name)  # noqa: PLR2004 - ASCII's control characters
