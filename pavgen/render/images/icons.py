"""The icon of an event on a phone's home screen: a place on a plan, drawn in the site's colour."""

import io

from PIL import Image, ImageDraw

from pavgen.render.theme.colours import Colour, more_readable

_LARGER = 4
"""Drawn so many times larger and then made smaller, which smooths the edges."""

_BOOTHS = ((22, 24, 38, 40), (42, 24, 58, 40), (22, 60, 38, 76), (62, 60, 78, 76), (42, 60, 58, 76))
_PIN = (70, 32, 12)  # middle of its head, and how wide that is, in hundredths of the icon


def draw_icon(size: int, ground: Colour) -> bytes:
    """Return a PNG `size` pixels wide: a hall's booths with a pin, well within any mask."""
    scale = size * _LARGER
    ink = more_readable(ground)
    soft = tuple((a * 45 + b * 55) // 100 for a, b in zip(ink, ground, strict=True))
    picture = Image.new("RGB", (scale, scale), tuple(ground))
    draw = ImageDraw.Draw(picture)
    for box in _BOOTHS:
        draw.rectangle([scale * part // 100 for part in box], fill=soft)
    _draw_pin(draw, scale, (tuple(ink), tuple(ground)))
    small = picture.resize((size, size), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.quantize(32).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _draw_pin(
    draw: ImageDraw.ImageDraw, scale: int, colours: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    x, y, wide = (scale * part // 100 for part in _PIN)
    ink, ground = colours
    left, right = (x - wide * 9 // 10, y + wide // 2), (x + wide * 9 // 10, y + wide // 2)
    draw.polygon([left, right, (x, y + wide * 21 // 10)], fill=ink)
    draw.ellipse([x - wide, y - wide, x + wide, y + wide], fill=ink)
    eye = wide * 2 // 5
    draw.ellipse([x - eye, y - eye, x + eye, y + eye], fill=ground)
