"""A cleaned drawing in another frame: the same drawing, seen through a window.

The frame is an outer `svg` whose viewBox is the window; the cleaned drawing stands in it
letter by letter, but for the namespace it would repeat. So nothing that was judged safe is
edited, what lay outside the drawing's own edges stays hidden, and a browser needs no style to
show the logo at its optical size: the size is in the file, wherever the file is shown.
"""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from pavgen.render.images.optical import Box

_START = b'<svg xmlns="http://www.w3.org/2000/svg"'
_ROOT = re.compile(rb'<svg xmlns="http://www\.w3\.org/2000/svg"((?: [a-zA-Z:-]+="[^"]*")*)/?>')
_SIDE = re.compile(rb' (width|height)="([0-9.]+)"')
_STYLED_ROOT = re.compile(
    rb"<style>[^<]*(?<![\w.#-])(?:svg|\*)(?![\w-])[^{}<]*\{[^}<]*"
    rb"(?:opacity|filter|mask|clip-path|transform|translate|rotate|scale|blend|display|visib)"
)
_SIX_DIGITS = Context(prec=6, rounding=ROUND_HALF_EVEN)


def drawing_sides(drawing: bytes) -> tuple[Fraction, Fraction]:
    """Return width and height of a cleaned drawing in its own pixels, exactly."""
    root = _ROOT.match(drawing)
    sides = dict(_SIDE.findall(root[1])) if root else {}
    return Fraction(sides[b"width"].decode()), Fraction(sides[b"height"].decode())


def can_frame(drawing: bytes) -> bool:
    """Say whether a cleaned drawing looks the same within another.

    It does not when a rule of its style sheet would take hold of the frame as well, or when
    it turns or moves its root, which means another thing for an inner `svg`.
    """
    root = _ROOT.match(drawing)
    if root is None or b" transform" in root[1] or b"transform:" in root[1]:
        return False
    return _STYLED_ROOT.match(drawing, root.end()) is None


def framed(drawing: bytes, window: Box, width: int, height: int) -> bytes:
    """Return a drawing of `width` by `height` pixels that shows what lies in the window."""
    edges = " ".join(map(_text, (window.left, window.top, window.width, window.height)))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" height="{height}" viewBox="{edges}"'
    inner = b"<svg" + drawing.removeprefix(_START).removesuffix(b"\n")
    return f'{head} width="{width}">'.encode() + inner + b"</svg>\n"


def _text(number: Fraction) -> str:
    """Write six significant digits, in plain decimals."""
    exact = _SIX_DIGITS.divide(Decimal(number.numerator), Decimal(number.denominator))
    plain = f"{exact:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
