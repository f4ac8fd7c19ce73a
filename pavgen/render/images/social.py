"""Pictures shown where a page is shared, drawn in the worker: 1200 by 630, in 64 colours.

Everything is drawn as shades between the ground and the ink, so that letters are smooth with
sixteen colours and the file stays small; only a logo brings colours of its own.
"""

import io
import json
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from pavgen.kernel.values import dataclass
from pavgen.render.images.drawing import rasterised
from pavgen.render.images.frames import read_frame

SIZE = (1200, 630)
MARGIN = 72
SHADES = 16
LOGO_COLOURS = 48
PLATE = (72, 64, 440, 192)  # left, top, width, height
LOGO_WIDTH = 400

_TITLE_SIZES = (76, 64, 54, 46)
_TITLE_LINES = 3
_SUBTITLE = (34, 2)  # size and lines
_SITE_SIZE = 32
_SOFT = 205
_FOOT = 532
_NO_GLYPH = "\U0010ffff"

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class _Wish:
    title: str
    subtitle: str
    site: str
    ground: tuple[int, int, int]
    ink: tuple[int, int, int]
    logo_type: str


def draw_card(data: bytes) -> bytes:
    """Return the PNG of one card; `data` are frames: words, two fonts, and a logo or nothing.

    The same job gives the same bytes.
    """
    stream = io.BytesIO(data)
    frames = [read_frame(stream) or b"" for _ in range(4)]
    wish, title_font, text_font, logo = _wish(frames[0]), frames[1], frames[2], frames[3]
    sheet = Image.new("L", SIZE)
    draw = ImageDraw.Draw(sheet)
    top = PLATE[1] + PLATE[3] + 36 if logo else 96
    top = _title(draw, wish.title, title_font, top)
    _lines(draw, wish.subtitle, text_font, top + 14)
    draw.rectangle((MARGIN, _FOOT, SIZE[0] - MARGIN, _FOOT + 2), fill=_SOFT // 2)
    site_font = _font(title_font, _SITE_SIZE)
    for line in _broken(_drawable(wish.site, site_font), site_font, 1):
        draw.text((MARGIN, _FOOT + 20), line, fill=255, font=site_font)
    picture = sheet.point([(level * (SHADES - 1) + 127) // 255 for level in range(256)])
    palette = _ramp(wish.ground, wish.ink)
    if logo:
        palette += _place_logo(picture, _slot(logo, wish.logo_type))
    return _png(picture, palette)


def _wish(words: bytes) -> _Wish:
    found = json.loads(words)
    ground, ink = tuple(found["ground"]), tuple(found["ink"])
    return _Wish(found["title"], found["subtitle"], found["site"], ground, ink, found["logo_type"])


def _title(draw: ImageDraw.ImageDraw, text: str, data: bytes, top: int) -> int:
    """Write a title as large as it fits, and return where it ends."""
    for size in _TITLE_SIZES:
        font = _font(data, size)
        lines = _broken(_drawable(text, font), font, _TITLE_LINES)
        height = size * 6 // 5
        room = _FOOT - 24 - top - (2 * _SUBTITLE[0])
        if size == _TITLE_SIZES[-1] or (len(lines) * height <= room and not _is_cut(lines)):
            for line in lines:
                draw.text((MARGIN, top), line, fill=255, font=font)
                top += height
            break
    return top


def _lines(draw: ImageDraw.ImageDraw, text: str, data: bytes, top: int) -> None:
    size, most = _SUBTITLE
    font = _font(data, size)
    height = size * 4 // 3
    most = min(most, (_FOOT - 16 - top) // height)
    for line in _broken(_drawable(text, font), font, most) if most > 0 else ():
        draw.text((MARGIN, top), line, fill=_SOFT, font=font)
        top += height


def _drawable(text: str, font: Font) -> str:
    """Return a text, or nothing where the font lacks one of its characters.

    A name with holes, or with boxes for letters, is worse than none: the logo speaks for it.
    """
    line = " ".join(text.split())
    return line if all(_has(font, character) for character in set(line) - {" "}) else ""


_known: dict[tuple[str, float, str], bool] = {}


def _has(font: Font, character: str) -> bool:
    key = (str(font.getname()), font.size, character)
    if key not in _known:
        _known[key] = _shape(font, character) != _shape(font, _NO_GLYPH)
    return _known[key]


def _shape(font: Font, character: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(character)
    return mask.size, bytes(mask)


def _broken(text: str, font: Font, most: int) -> list[str]:
    """Break a text into lines of the card's width; the last ends in … where there were more."""
    width = SIZE[0] - 2 * MARGIN
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines += [line] if line else []
    shown = lines[:most]
    if len(lines) > most and shown:
        shown[-1] += " …"
    return [_cut(line, font, width) for line in shown]


def _cut(line: str, font: Font, width: int) -> str:
    if font.getlength(line) <= width:
        return line
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1].rstrip(" …")
    return f"{line}…"


def _is_cut(lines: Sequence[str]) -> bool:
    return any(line.endswith("…") for line in lines)


@cache
def _font(data: bytes, size: int) -> Font:
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _ramp(ground: tuple[int, int, int], ink: tuple[int, int, int]) -> list[int]:
    last = SHADES - 1
    return [
        (ground[i] * (last - step) + ink[i] * step + last // 2) // last
        for step in range(SHADES)
        for i in range(3)
    ]


def _slot(logo: bytes, media_type: str) -> Image.Image:
    """Show a logo, in the slot its file has, on its white plate."""
    png = rasterised(logo, LOGO_WIDTH) if media_type == "image/svg+xml" else logo
    plate = Image.new("RGB", PLATE[2:], "white")
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        shown = image.convert("RGBA")
    shown.thumbnail((LOGO_WIDTH, LOGO_WIDTH * 2 // 5), Image.Resampling.LANCZOS)
    corner = ((PLATE[2] - shown.width) // 2, (PLATE[3] - shown.height) // 2)
    plate.paste(shown, corner, shown)
    return plate


def _place_logo(picture: Image.Image, plate: Image.Image) -> list[int]:
    """Put the plate on the picture, and return the colours it adds."""
    reduced = plate.quantize(LOGO_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    colours = (reduced.getpalette() or [])[: 3 * LOGO_COLOURS]
    moved = Image.frombytes("L", reduced.size, reduced.tobytes())
    picture.paste(moved.point([min(255, n + SHADES) for n in range(256)]), PLATE[:2])
    return colours


def _png(picture: Image.Image, palette: list[int]) -> bytes:
    flat = Image.frombytes("P", picture.size, picture.tobytes())
    flat.putpalette(palette)
    file = io.BytesIO()
    flat.save(file, "PNG", compress_level=1, optimize=False)
    return file.getvalue()
