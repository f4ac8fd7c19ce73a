"""Text that stays inside its box: wrapped, made smaller, and cut where nothing else helps.

The width of a letter is not known before a browser draws it, so it is taken to be that of a
wide sans-serif: a text may come out narrower than its box, but not wider.
"""

import unicodedata
from collections.abc import Iterable, Iterator

SIZES = (48, 44, 40, 36, 32, 28, 24, 21, 18)
"""Heights of letters that are tried, the largest first, in centimetres of the hall.

The largest is small enough for most names in most booths, so that nobody's name is larger
than a neighbour's without need.
"""

_LINE = 118
"""Height of a line, in hundredths of the letters' height."""

_SMALL = 24
"""Down to this size letters are made smaller before a word is broken."""

_BREAKING = 36
"""From this size down words are broken, where letters would be smaller still without."""

_ROOM = 100
_NARROW = frozenset("iljtfrI1.,:;'|!()[]-·’ ")
_WIDE = frozenset("mwMWQ@%&")
_WIDTHS = {"narrow": 36, "plain": 58, "capital": 72, "wide": 95, "full": 104}


def width_of(text: str, size: int) -> int:
    """Return how wide a text may come out at a size."""
    return sum(_WIDTHS[_breadth(c)] for c in text) * size // 100 + 1


def fitted(
    texts: Iterable[str], width: int, height: int, sizes: tuple[int, ...] = SIZES
) -> tuple[int, tuple[str, ...]]:
    """Return the greatest size at which all texts fit a box, and their lines at that size.

    Each text begins a line of its own and breaks between words. A word that is wider than the
    box is broken rather than made very small. At the smallest size lines are left out at the
    box's foot; what is left out leaves an ellipsis.
    """
    wanted = tuple(texts)
    whole = ((size, False) for size in sizes if size >= _SMALL)
    parts = ((size, True) for size in sizes if size <= _BREAKING)
    for size, is_broken in (*whole, *parts):
        lines = _wrapped(wanted, width, size, broken=is_broken)
        fits = all(width_of(line, size) <= width for line in lines)
        if fits and len(lines) * size * _LINE <= height * _ROOM:
            return size, lines
    size = sizes[-1]
    lines = tuple(cut(t, width, size) for t in _wrapped(wanted, width, size, broken=True))
    most = max(1, height * _ROOM // (size * _LINE))
    if len(lines) > most:
        lines = (*lines[: most - 1], cut(f"{lines[most - 1]}…", width, size))
    return size, lines


def in_a_line(text: str, width: int, height: int, sizes: tuple[int, ...]) -> tuple[int, str]:
    """Return the greatest size at which a text fits a box in one line, cut if at none."""
    for size in sizes:
        if width_of(text, size) <= width and line_height(size) <= height:
            return size, text
    return sizes[-1], cut(text, width, sizes[-1])


def line_height(size: int) -> int:
    """Return the height of a line of letters of a size."""
    return size * _LINE // _ROOM


def cut(text: str, width: int, size: int) -> str:
    """Return a text, shortened with an ellipsis until it is no wider than its box."""
    if width_of(text, size) <= width:
        return text
    kept = text.rstrip("…")
    while kept and width_of(f"{kept}…", size) > width:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


def _wrapped(texts: tuple[str, ...], width: int, size: int, *, broken: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for text in texts:
        line = ""
        for word in _pieces(text, width, size) if broken else text.split():
            longer = f"{line} {word}".strip()
            if line and width_of(longer, size) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        if line:
            lines.append(line)
    return tuple(lines)


def _pieces(text: str, width: int, size: int) -> Iterator[str]:
    """Yield the words of a text; those that are wider than the box in pieces."""
    for word in text.split():
        rest = word
        while len(rest) > 1 and width_of(rest, size) > width:
            fits = [n for n in range(1, len(rest)) if width_of(f"{rest[:n]}-", size) <= width]
            at = max(fits, default=1)
            yield f"{rest[:at]}-"
            rest = rest[at:]
        yield rest


def _breadth(character: str) -> str:
    if unicodedata.combining(character):
        return "narrow"
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return "full"
    if character in _NARROW:
        return "narrow"
    if character in _WIDE:
        return "wide"
    return "capital" if character.isupper() or character == "…" else "plain"
