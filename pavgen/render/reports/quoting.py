"""The user's own text on a terminal: one line, nothing hidden, nothing that steers anything."""

import unicodedata

from pavgen.kernel.values import dataclass
from pavgen.security.characters import is_blank

_REACH = 60
_CUT = "…"
_WIDE = frozenset("WF")
_NAMED = {"\t": "\\t", "\r": "\\r", "\n": "\\n"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of a source line, and how many terminal cells stand before the marked place."""

    text: str
    cells: int


def plain(text: str) -> str:
    """Show a text in one line: what is invisible or steers a terminal is written as an escape."""
    is_shown = text.isascii() and text.isprintable()
    shown = text if is_shown else "".join(_visible(character) for character in text)
    # Some build logs take this anywhere in a line for a command to themselves.
    return shown.replace("##[", "##\\[")


def quote(line: str, column: int) -> Quote:
    """Cut a source line to the neighbourhood of a column (from 1; 0 marks nothing)."""
    at = min(max(column - 1, 0), len(line))
    start = max(0, at - _REACH)
    end = min(len(line), start + 2 * _REACH)
    lead = _CUT if start else ""
    before = lead + plain(line[start:at])
    text = before + plain(line[at:end]) + (_CUT if end < len(line) else "")
    return Quote(text, sum(_cells(character) for character in before))


def _visible(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    if character == " " or (character.isprintable() and not is_blank(character)):
        return character
    return f"\\u{{{ord(character):x}}}"


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
