"""Percent-encoding in one normal form (RFC 3986)."""

import re

_ALL_NORMAL = re.compile(r"[A-Za-z0-9._~!$&()*+,;=:@/?-]*")
_NORMAL = re.compile(r"%[0-9A-F]{2}|[A-Za-z0-9._~!$&()*+,;=:@/?-]")
_PIECE = re.compile(r"%[0-9A-Fa-f]{2}|.", re.DOTALL)
_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")


def percent_encoded(text: str) -> str:
    """Encode what may not stand bare in a path, query or fragment; keep valid escapes.

    Escapes get capital digits; a `%` that begins none becomes `%25`. The result is ASCII,
    and encoding it again changes nothing. `text` holds no surrogates.
    """
    if _ALL_NORMAL.fullmatch(text):
        return text
    return "".join(_piece(match.group()) for match in _PIECE.finditer(text))


def escaped_control(text: str) -> str:
    """Return the first escape of a control character, such as `%0d`, or ""."""
    match = _CONTROL.search(text)
    return match.group() if match else ""


def without_dot_segments(path: str) -> str:
    """Resolve `.` and `..` in an absolute path as a browser does, escaped ones too."""
    if path.startswith("/") and "." not in path and "%" not in path:
        return path
    kept: list[str] = []
    *folders, last = path.split("/")[1:]
    for segment in folders:
        _step(kept, segment)
    tail = _dots(last)
    _step(kept, last)
    return "/" + "/".join([*kept, ""] if tail else kept)


def _step(kept: list[str], segment: str) -> None:
    match _dots(segment):
        case "..":
            del kept[-1:]
        case ".":
            pass
        case _:
            kept.append(segment)


def _dots(segment: str) -> str:
    plain = re.sub("%2e", ".", segment, flags=re.IGNORECASE)
    return plain if plain in {".", ".."} else ""


def _piece(piece: str) -> str:
    if len(piece) > 1:
        return piece.upper()
    if _NORMAL.fullmatch(piece):
        return piece
    return "".join(f"%{byte:02X}" for byte in piece.encode())
