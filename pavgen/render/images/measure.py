"""How much of a logo an eye sees: on pixels of a stranger's making, so in the worker."""

import io
from fractions import Fraction
from math import isqrt

from PIL import Image, ImageChops

from pavgen.model.logo import LogoMetrics
from pavgen.render.images.drawing import rasterised
from pavgen.render.images.framing import drawing_sides, framed
from pavgen.render.images.optical import Box, Ground

Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a picture."""


COARSE_SIDE = 64
COARSE_AREA = 400_000
FINE_AREA = 16_000
FINE_SIDE = 480
SEEN = 10  # of 255; an edge's softest points and a compressed picture's noise are below
HALF = 128

_COLOURS = {Ground.LIGHT: (255, 255, 255), Ground.DARK: (0x1A, 0x21, 0x25)}
_ENOUGH_CONTRAST = {Ground.LIGHT: 1.25, Ground.DARK: 3.0}
"""On dark ground what WCAG 2.2 asks of a graphic (1.4.11), since there nobody chose the colours.

On light ground, for which they were chosen, only what can be told from paper at all.
"""


def measure_drawing(drawing: bytes, ground: Ground) -> LogoMetrics | None:
    """Measure a cleaned drawing; None when it shows nothing.

    It is drawn small to find where it is, and then only that part of it, so that much empty
    space around a logo costs no exactness. Raises ValueError where it cannot be drawn.
    """
    sides = drawing_sides(drawing)
    coarse = _opened(rasterised(drawing, max(1, int(COARSE_SIDE * sides[0] / max(sides)))))
    found = _seen_box(coarse, ground)
    if found is None:
        return None
    window = _window(_widened(found, coarse.size), coarse.size, sides)
    width, height = _fine_size(window)
    fine = _opened(rasterised(framed(drawing, window, width, height), width))
    edges = _seen_box(fine, ground)
    if edges is None:
        return None
    return _metrics(fine.crop(edges), ground, _thousandths(edges, fine.size, window, sides))


def measure_picture(picture: Image.Image, ground: Ground) -> tuple[LogoMetrics, Pixels] | None:
    """Measure a picture; return what was found and the part that can be seen, or None."""
    whole = picture.convert("RGBA")
    step = max(1, isqrt(whole.width * whole.height // COARSE_AREA))
    found = _seen_box(whole.reduce(step) if step > 1 else whole, ground)
    if found is None:
        return None
    left, top, right, bottom = (edge * step for edge in found)
    edges = left, top, min(right, whole.width), min(bottom, whole.height)
    sides = Fraction(whole.width), Fraction(whole.height)
    window = Box(Fraction(0), Fraction(0), *sides)
    seen = whole.crop(edges)
    size = _fine_size(Box(window.left, window.top, Fraction(seen.width), Fraction(seen.height)))
    fine = seen.resize(size, Image.Resampling.BOX) if size[0] < seen.width else seen
    return _metrics(fine, ground, _thousandths(edges, whole.size, window, sides)), edges


def _opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        return image.convert("RGBA")


def _seen_box(image: Image.Image, ground: Ground) -> Pixels | None:
    """Find what stands out from the ground, or, if nothing does, what is there at all."""
    for mask in (_ink(image, ground), image.getchannel("A")):
        box = mask.point([255 * (level >= SEEN) for level in range(256)]).getbbox()
        if box is not None:
            return box
    return None


def _ink(image: Image.Image, ground: Ground) -> Image.Image:
    """Weigh every point from 0 to 255 by how far it stands out from the ground.

    Two parts lightness and one part the strongest channel: yellow on white has little
    contrast and is seen all the same.
    """
    plain = Image.new("RGB", image.size, _COLOURS[ground])
    shown = plain.copy()
    shown.paste(image, mask=image.getchannel("A"))
    apart = ImageChops.difference(shown, plain)
    red, green, blue = apart.split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return Image.blend(apart.convert("L"), strongest, 1 / 3)


def _widened(box: Pixels, size: tuple[int, int]) -> Pixels:
    left, top, right, bottom = box
    return max(0, left - 1), max(0, top - 1), min(size[0], right + 1), min(size[1], bottom + 1)


def _window(box: Pixels, size: tuple[int, int], sides: tuple[Fraction, Fraction]) -> Box:
    across, down = sides[0] / size[0], sides[1] / size[1]
    left, top, right, bottom = box
    return Box(left * across, top * down, (right - left) * across, (bottom - top) * down)


def _fine_size(window: Box) -> tuple[int, int]:
    """Choose sides in pixels of about the same area whatever the proportions."""
    proportion = window.width / window.height
    width = min(FINE_SIDE, max(8, isqrt(int(FINE_AREA * proportion))))
    return width, max(8, min(FINE_SIDE, int(width / proportion)))


def _thousandths(
    edges: Pixels, size: tuple[int, int], window: Box, sides: tuple[Fraction, Fraction]
) -> Pixels:
    """Return edges found within a window as thousandths of the whole, never empty."""
    found = _window(edges, size, (window.width, window.height))
    left = round(1000 * (window.left + found.left) / sides[0])
    top = round(1000 * (window.top + found.top) / sides[1])
    right = round(1000 * (window.left + found.left + found.width) / sides[0])
    bottom = round(1000 * (window.top + found.top + found.height) / sides[1])
    left, top = min(max(left, 0), 999), min(max(top, 0), 999)
    return left, top, min(max(right, left + 1), 1000), min(max(bottom, top + 1), 1000)


def _metrics(seen: Image.Image, ground: Ground, edges: Pixels) -> LogoMetrics:
    """Measure the part of a logo that can be seen."""
    opaque = seen.getchannel("A").point([255 * (level >= HALF) for level in range(256)])
    plain = seen.convert("RGB")
    lightness = plain.convert("L").histogram(opaque)
    shine = plain.point([_linear(level) for level in range(256)] * 3)
    luminance = shine.convert("L", (0.2126, 0.7152, 0.0722, 0)).histogram(opaque)
    weights = _ink(seen, ground).histogram()
    points = max(1, sum(lightness))
    inked = sum(level * count for level, count in enumerate(weights))
    return LogoMetrics(
        *edges,
        ink=1000 * inked // (255 * seen.width * seen.height),
        lightness=1000 * sum(level * n for level, n in enumerate(lightness)) // (255 * points),
        lost_on_light=1000 * _lost(luminance, Ground.LIGHT) // points,
        lost_on_dark=1000 * _lost(luminance, Ground.DARK) // points,
    )


def _lost(luminance: list[int], ground: Ground) -> int:
    """Count points whose contrast with a ground is too low for them to be made out."""
    red, green, blue = (_linear(channel) / 255 for channel in _COLOURS[ground])
    behind = 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    lost = 0
    for level, count in enumerate(luminance):
        bright = level / 255 + 0.05
        if max(bright, behind) / min(bright, behind) < _ENOUGH_CONTRAST[ground]:
            lost += count
    return lost


def _linear(level: int) -> int:
    """Turn a channel of sRGB into light, both from 0 to 255."""
    channel = level / 255
    light = channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
    return round(255 * light)
