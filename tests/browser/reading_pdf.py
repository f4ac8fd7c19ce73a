"""What a browser's PDF files show: the black drawing on a page, painted again from its paths."""

from dataclasses import dataclass, field

from PIL import Image, ImageDraw
from pypdf import PdfReader
from pypdf.generic import ContentStream

_MILLIMETRE = 72 / 25.4
_BLACK = [0.0, 0.0, 0.0]
_FILLS = {b"f", b"f*"}
_ENDS = {*_FILLS, b"n", b"S"}

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


def sizes(reader: PdfReader):
    """Return width and height of every page in whole millimetres."""
    return [
        tuple(round(float(side) / _MILLIMETRE) for side in page.mediabox[2:])
        for page in reader.pages
    ]


def black_parts(reader: PdfReader, number: int, scale: int = 4) -> Image.Image:
    """Paint what is filled with pure black on a page, `scale` pixels to a point.

    Only codes are pure black: text has the ink of the design. Understood are the operators for
    states, colours, straight paths and fills, and nothing else.
    """
    page = reader.pages[number]
    width, height = (float(side) for side in page.mediabox[2:])
    reading = _Reading()
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        reading.take(operator, [float(v) for v in operands if isinstance(v, int | float)])
    picture = Image.new("L", (round(width * scale), round(height * scale)), 255)
    draw = ImageDraw.Draw(picture)
    for shape in reading.found:
        draw.polygon([(x * scale, (height - y) * scale) for x, y in shape], fill=0)
    return picture


@dataclass
class _Reading:
    """A page's operators taken in turn; `found` are the black shapes."""

    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    colour: list[float] = field(default_factory=lambda: _BLACK)
    stack: list[tuple[Matrix, list[float]]] = field(default_factory=list)
    open: list[list[Point]] = field(default_factory=list)
    found: list[list[Point]] = field(default_factory=list)

    def take(self, operator: bytes, values: list[float]) -> None:
        """Take the next operator with its numbers."""
        match operator:
            case b"q":
                self.stack.append((self.matrix, self.colour))
            case b"Q":
                self.matrix, self.colour = self.stack.pop()
            case b"cm":
                self.matrix = _joined(values, self.matrix)
            case b"rg":
                self.colour = values
            case _:
                self._draw(operator, values)

    def _draw(self, operator: bytes, values: list[float]) -> None:
        if operator == b"m":
            self.open.append([self._moved(*values)])
        elif operator == b"l":
            self.open[-1].append(self._moved(*values))
        elif operator == b"re":
            x, y, w, h = values
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            self.open.append([self._moved(*corner) for corner in corners])
        elif operator in _ENDS:
            is_black = operator in _FILLS and self.colour == _BLACK
            self.found += [shape for shape in self.open if is_black and len(shape) > 2]
            self.open = []

    def _moved(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e, b * x + d * y + f)


def _joined(inner: list[float], outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )
