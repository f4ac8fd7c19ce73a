"""Pictures decoded and encoded afresh: the only module that knows the imaging library.

It runs in the worker process, since decoders of image formats are where memory is
corrupted; nothing of the source survives but its pixels.
"""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from pavgen.render.images.frames import Status
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

    Variants stand WebP before PNG and narrow before wide.
    """

    status: Status
    variants: tuple[bytes, ...] = ()


def encode_raster(data: bytes, kind: ImageKind) -> Encoded:
    """Decode one picture of a known format and encode it at the fixed widths, never enlarged.

    Every exception and warning of the imaging library, whatever its type, means that the
    file is unreadable: its decoders raise far more kinds than they document.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return _encode(data, kind)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
            return Encoded(Status.TOO_LARGE)
        except Exception:  # noqa: BLE001 - a stranger's file may raise anything in a decoder
            return Encoded(Status.UNREADABLE)


def _encode(data: bytes, kind: ImageKind) -> Encoded:
    with Image.open(io.BytesIO(data), formats=[_FORMATS[kind] or ""]) as source:
        if getattr(source, "n_frames", 1) > 1:
            return Encoded(Status.ANIMATED)
        from_cmyk = source.mode == "CMYK"
        fresh = _only_pixels(source)
    widths = sorted({min(width, fresh.width) for width in WIDTHS})
    sized = [_narrowed(fresh, width) for width in widths]
    is_photo = kind is ImageKind.JPEG
    webp = [_webp(image, lossless=not is_photo) for image in sized]
    png = [_png(image) for image in sized]
    return Encoded(Status.DONE_FROM_CMYK if from_cmyk else Status.DONE, (*webp, *png))


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
