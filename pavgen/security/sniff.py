"""What kind of image some bytes are, and how large, from their first bytes alone.

Nothing is decoded here: the point is to refuse the wrong thing before any decoder sees it.
"""

from collections.abc import Iterator
from enum import StrEnum


class ImageKind(StrEnum):
    """The formats a logo may have; the value is the usual file extension."""

    SVG = "svg"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"

    @property
    def media_type(self) -> str:
        """The media type a server sends, such as `image/png`."""
        return _MEDIA_TYPES[self]

    @property
    def extensions(self) -> tuple[str, ...]:
        """File extensions that agree with the format, in lower case and without the dot."""
        return ("jpg", "jpeg") if self is ImageKind.JPEG else (self.value,)


def sniff_image(data: bytes) -> ImageKind | None:
    """Tell the format by content; None when it is none of the four.

    SVG is recognised generously, in UTF-16 and within HTML too, so that the cleaner can say
    what is wrong with it.
    """
    if data.startswith(_PNG):
        return ImageKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return ImageKind.JPEG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ImageKind.WEBP
    plain = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if plain.startswith(_WIDE) or (plain.startswith(b"<") and b"svg" in plain):
        return ImageKind.SVG
    return None


def raster_size(data: bytes, kind: ImageKind) -> tuple[int, int] | None:
    """Read width and height in pixels from the header; None when there is no whole header.

    The header of a JPEG does not tell how it is to be turned.
    """
    match kind:
        case ImageKind.PNG:
            return _png_size(data)
        case ImageKind.JPEG:
            return _jpeg_size(data)
        case ImageKind.WEBP:
            return _webp_size(data)
        case ImageKind.SVG:
            return None


def is_animated(data: bytes, kind: ImageKind) -> bool:
    """Say whether a PNG or WebP declares itself an animation, even one of a single frame."""
    if kind is ImageKind.PNG:
        return any(name == b"acTL" for name in _png_chunks(data))
    if kind is ImageKind.WEBP:
        flagged = data[12:16] == b"VP8X" and data[20:21] and bool(data[20] & _ANIMATION_FLAG)
        return bool(flagged) or b"ANIM" in data[12:4096]
    return False


_PNG = b"\x89PNG\r\n\x1a\n"
_WIDE = (b"\xff\xfe<\0", b"\xfe\xff\0<")
_ANIMATION_FLAG = 0x02
_MEDIA_TYPES = {
    ImageKind.SVG: "image/svg+xml",
    ImageKind.PNG: "image/png",
    ImageKind.JPEG: "image/jpeg",
    ImageKind.WEBP: "image/webp",
}
_FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD8)})


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < len(_PNG) + 16:
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(data):
        yield data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4])


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[at + 1]
        if marker in _FRAME_MARKERS:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        if marker == 0xFF:  # noqa: PLR2004 - a fill byte before a marker
            at += 1
        elif marker in _BARE_MARKERS:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    head = data[:30]
    match (head[12:16], len(head)):
        case (b"VP8X", 30):
            return _little(head[24:27]) + 1, _little(head[27:30]) + 1
        case (b"VP8 ", 30):
            return _little(head[26:28]) & 0x3FFF, _little(head[28:30]) & 0x3FFF
        case (b"VP8L", length) if length >= 25:  # noqa: PLR2004 - where its size ends
            bits = _little(head[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case _:
            return None


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
