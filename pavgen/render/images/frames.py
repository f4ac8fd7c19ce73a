"""How the build and its image worker speak: frames of bytes, each after its length.

Nothing is ever unpickled or parsed from the worker: it has decoded a stranger's file, so what
it says is only a status from a closed list, a few whole numbers within bounds, and the bytes of
images, which are judged anew.
"""

import struct
from dataclasses import astuple
from enum import IntEnum
from typing import IO

from pavgen.model.logo import LogoMetrics

HELLO = b"pavgen image worker"
MAX_FRAME = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class Status(IntEnum):
    """How decoding went; the first byte of every answer."""

    DONE = 0
    DONE_FROM_CMYK = 1
    UNREADABLE = 2
    TOO_LARGE = 3
    ANIMATED = 4
    BLANK = 5


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Send one frame; the caller flushes when its turn ends."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Receive one frame; None when the other side is gone or says something impossible."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > MAX_FRAME:
        return None
    data = stream.read(length)
    return data if len(data) == length else None


def pack_metrics(metrics: LogoMetrics, sides: tuple[int, int]) -> bytes:
    """Write what was measured of a logo, and the sides of its source in pixels."""
    return _MEASURED.pack(*astuple(metrics), *sides)


def unpack_metrics(data: bytes) -> tuple[LogoMetrics, tuple[int, int]] | None:
    """Read what was measured; None where it cannot be the measure of anything."""
    if len(data) != _MEASURED.size:
        return None
    *numbers, width, height = _MEASURED.unpack(data)
    found = LogoMetrics(*numbers)
    is_box = found.left < found.right and found.top < found.bottom
    if not is_box or max(numbers) > _MOST or min(width, height) < 1:
        return None
    return found, (width, height)


_MEASURED = struct.Struct(">10H")
_MOST = 1000
