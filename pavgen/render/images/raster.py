"""Pictures decoded and encoded afresh, in the worker process.

Decoders of image formats are where memory is corrupted, so nothing of the source survives but
its pixels, each logo at its optical size in the middle of a picture of the slot's proportions.
"""

import io
import warnings
from fractions import Fraction

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from pavgen.kernel.values import dataclass
from pavgen.model.logo import LogoMetrics
from pavgen.render.images.frames import Status
from pavgen.render.images.measure import Pixels, measure_picture
from pavgen.render.images.optical import SLOT, UNITS, Box, Ground, shown_size
from pavgen.security.sniff import ImageKind

WIDTHS = (320, 640)
MAX_PIXELS = 16_000_000
JPEG_WEBP_QUALITY = 82
LOSSLESS_WEBP_EFFORT = 50  # within 0.4 % of the smallest file, in two thirds of the time
PNG_LEVEL = 6

Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_FORMATS = {
    ImageKind.PNG: PngImagePlugin.PngImageFile.format,
    ImageKind.JPEG: JpegImagePlugin.JpegImageFile.format,
    ImageKind.WEBP: WebPImagePlugin.WebPImageFile.format,
}


@dataclass(frozen=True, slots=True)
class Encoded:
    """The answer for one picture: how it went and, if it did, the bytes of each variant.

    Variants stand WebP before PNG and narrow before wide. `sides` are those of the upright
    source; a picture that shows nothing has no metrics.
    """

    status: Status
    variants: tuple[bytes, ...] = ()
    metrics: LogoMetrics | None = None
    sides: tuple[int, int] = (0, 0)


def encode_raster(data: bytes, kind: ImageKind, ground: Ground = Ground.LIGHT) -> Encoded:
    """Decode one picture of a known format and encode it at the fixed widths, never enlarged.

    Every exception and warning of the imaging library, whatever its type, means that the
    file is unreadable: its decoders raise far more kinds than they document.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return _encode(data, kind, ground)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
            return Encoded(Status.TOO_LARGE)
        except Exception:  # noqa: BLE001 - a stranger's file may raise anything in a decoder
            return Encoded(Status.UNREADABLE)


def _encode(data: bytes, kind: ImageKind, ground: Ground) -> Encoded:
    with Image.open(io.BytesIO(data), formats=[_FORMATS[kind] or ""]) as source:
        if getattr(source, "n_frames", 1) > 1:
            return Encoded(Status.ANIMATED)
        from_cmyk = source.mode == "CMYK"
        fresh = _only_pixels(source)
    found = measure_picture(fresh, ground)
    sized = _in_slots(fresh, *found) if found else _in_widths(fresh)
    is_photo = kind is ImageKind.JPEG
    webp = [_webp(image, lossless=not is_photo) for image in sized]
    png = [_png(image) for image in sized]
    status = Status.DONE_FROM_CMYK if from_cmyk else Status.DONE
    return Encoded(status, (*webp, *png), found[0] if found else None, fresh.size)


def _in_slots(image: Image.Image, metrics: LogoMetrics, seen: Pixels) -> list[Image.Image]:
    """Show what can be seen of a logo in the middle of pictures of the slot's proportions."""
    left, top, right, bottom = seen
    box = Box(Fraction(left), Fraction(top), Fraction(right - left), Fraction(bottom - top))
    wide, high = shown_size(box, metrics.ink)
    whole = min((right - left) * SLOT[0] * UNITS // wide, (bottom - top) * SLOT[1] * UNITS // high)
    logo = image.convert("RGBA")
    sized = []
    for width in sorted({min(width, max(_STEP, whole)) // _STEP * _STEP for width in WIDTHS}):
        canvas = Image.new("RGBA", (width, width * SLOT[1] // SLOT[0]))
        share = width / (SLOT[0] * UNITS)
        size = max(1, round(wide * share)), max(1, round(high * share))
        narrowed = logo.resize(size, Image.Resampling.LANCZOS, box=seen)
        canvas.paste(narrowed, ((width - size[0]) // 2, (canvas.height - size[1]) // 2))
        sized.append(canvas)
    return sized


_STEP = 5  # the slot's proportions in whole pixels


def _in_widths(image: Image.Image) -> list[Image.Image]:
    return [_narrowed(image, width) for width in sorted({min(w, image.width) for w in WIDTHS})]


def _only_pixels(source: Image.Image) -> Image.Image:
    """Copy upright pixels to a new image, so that no chunk, tag or profile comes along."""
    source.load()
    upright = ImageOps.exif_transpose(source)
    if upright.mode.startswith("I;16"):
        high_bytes = upright.tobytes()[0 if upright.mode == "I;16B" else 1 :: 2]
        return Image.frombytes("L", upright.size, high_bytes)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    if mode == "RGB" and upright.mode in {"1", "L"}:
        mode = "L"
    pixels = upright.convert(mode)
    return Image.frombytes(mode, pixels.size, pixels.tobytes())


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, (2 * image.height * width + image.width) // (2 * image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _webp(image: Image.Image, *, lossless: bool) -> bytes:
    plain = image.convert("RGB") if image.mode == "L" else image
    file = io.BytesIO()
    quality = LOSSLESS_WEBP_EFFORT if lossless else JPEG_WEBP_QUALITY
    plain.save(file, "WEBP", lossless=lossless, quality=quality, method=2, exact=False)
    return file.getvalue()


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=PNG_LEVEL, optimize=False)
    return file.getvalue()
