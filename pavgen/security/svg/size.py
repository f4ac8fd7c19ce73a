"""How large a drawing is: exact decimal text for the file, whole numbers for the page."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from pavgen.kernel.values import dataclass
from pavgen.security.problem import Problem
from pavgen.security.svg.node import Node
from pavgen.security.svg.refusal import refusal
from pavgen.security.svg.values import Value
from pavgen.security.svg.vocabulary import SIDE_LIMIT

FRACTION_SCALE = 1_000


@dataclass(frozen=True, slots=True)
class Size:
    """Sides in pixels; `view_box` is the root's own, or empty.

    None is made up: a browser stretches a drawing without a viewBox and fits one that has it.
    """

    width: Decimal
    height: Decimal
    view_box: str

    def attributes(self) -> dict[str, Value]:
        """Give the root's size attributes, each in its one canonical spelling."""
        sides = {"width": Value(_text(self.width)), "height": Value(_text(self.height))}
        return {**sides, "viewBox": Value(self.view_box)} if self.view_box else sides

    def whole(self) -> tuple[int, int]:
        """Give sides as whole numbers of the same proportion, at least 1.

        Sides that are not whole are scaled so that the longer becomes 1,000: rounding
        1.4 x 1 in place would change the shape of the place a page reserves.
        """
        if self.width == int(self.width) and self.height == int(self.height):
            return int(self.width), int(self.height)
        scale = FRACTION_SCALE / max(self.width, self.height)
        return _whole(self.width * scale), _whole(self.height * scale)


def measure(root: Node) -> Size | Problem:
    """Read the size of a root from width and height, or else from its viewBox."""
    box = _view_box(root)
    width, height = _pixels(root, "width"), _pixels(root, "height")
    if box:
        if width is None and height is None:
            width, height = box[2], box[3]
        elif width is None and height is not None:
            width = _rounded(height * box[2] / box[3])
        elif height is None and width is not None:
            height = _rounded(width * box[3] / box[2])
    if width is None or height is None:
        return _problem("has neither a `viewBox` nor a `width` and `height` above 0")
    if max(width, height) > SIDE_LIMIT:
        return _problem(f"is larger than {SIDE_LIMIT} pixels a side")
    if min(width, height) <= 0:
        return _problem("has no size above 0")
    return Size(width, height, " ".join(_text(n) for n in box or ()))


_PER_UNIT = {
    "": Decimal(1),
    "px": Decimal(1),
    "pt": Decimal(4) / 3,
    "pc": Decimal(16),
    "mm": Decimal(96) / Decimal("25.4"),
    "cm": Decimal(96) / Decimal("2.54"),
    "in": Decimal(96),
}
_LENGTH = re.compile(
    r"(?P<number>[+-]?(?:\d{1,9}(?:\.\d{0,40})?|\.\d{1,40})(?:e-?\d)?)(?P<unit>[a-z]*)"
)
_BOX_NUMBERS = 4
_PLACES = Decimal("1e-9")
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)


def _pixels(root: Node, name: str) -> Decimal | None:
    value = root.attributes.get(name)
    match = _LENGTH.fullmatch(value.text.lower()) if value else None
    if not match or match["unit"] not in _PER_UNIT:
        return None
    return _rounded(Decimal(match["number"]) * _PER_UNIT[match["unit"]])


def _view_box(root: Node) -> tuple[Decimal, ...] | None:
    value = root.attributes.get("viewBox")
    parts = value.text.lower().replace(",", " ").split() if value else []
    matches = [_LENGTH.fullmatch(part) for part in parts]
    box = tuple(_rounded(Decimal(m["number"])) for m in matches if m and not m["unit"])
    return box if len(box) == len(parts) == _BOX_NUMBERS and min(box[2:]) > 0 else None


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(_PLACES, context=_EXACT)


def _whole(number: Decimal) -> int:
    return max(1, int(number.quantize(Decimal(1), ROUND_HALF_UP)))


def _text(number: Decimal) -> str:
    plain = f"{number:f}".rstrip("0").rstrip(".")
    return "0" if plain in {"", "-0", "-"} else plain


def _problem(what: str) -> Problem:
    return refusal("svg-size", 0, f"the drawing {what}")
