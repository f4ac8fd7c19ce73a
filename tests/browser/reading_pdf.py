"""What a browser's PDF files show: the black drawing on a page, painted again from its paths."""

from PIL import Image, ImageDraw
from pypdf import PdfReader
from pypdf.generic import ContentStream

POINT = 72 / 25.4
_BLACK = (0.0, 0.0, 0.0)


def sizes(reader: PdfReader):
    """Return width and height of every page in whole millimetres."""
    return [tuple(round(float(side) / POINT) for side in page.mediabox[2:]) for page in reader.pages]


def black_parts(reader: PdfReader, number: int, scale: int = 4) -> Image.Image:
    """Paint what is filled with pure black on a page, `scale` pixels to a point.

    Only codes are pure black: text has the ink of the design. Understood are the operators for
    states, colours, straight paths and fills, and nothing else.
    """
    page = reader.pages[number]
    width, height = (float(side) for side in page.mediabox[2:])
    picture = Image.new("L", (round(width * scale), round(height * scale)), 255)
    draw = ImageDraw.Draw(picture)
    state, stack, shapes = ((1.0, 0.0, 0.0, 1.0, 0.0, 0.0), _BLACK), [], []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        values = [float(v) for v in operands if isinstance(v, int | float)]
        matrix, colour = state
        if operator == b"q":
            stack.append(state)
        elif operator == b"Q":
            state = stack.pop()
        elif operator == b"cm":
            state = (_joined(values, matrix), colour)
        elif operator == b"rg":
            state = (matrix, tuple(values))
        elif operator == b"m":
            shapes.append([_moved(values, matrix)])
        elif operator == b"l":
            shapes[-1].append(_moved(values, matrix))
        elif operator == b"re":
            x, y, w, h = values
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            shapes.append([_moved(corner, matrix) for corner in corners])
        elif operator in {b"f", b"f*", b"n", b"S"}:
            if operator != b"n" and colour == _BLACK:
                for shape in shapes:
                    points = [(x * scale, (height - y) * scale) for x, y in shape]
                    if len(points) > 2:
                        draw.polygon(points, fill=0)
            shapes = []
    return picture


def _joined(inner, outer):
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


def _moved(point, matrix):
    x, y = point
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)
