"""One file's bytes, read or written whole, and only if it is a plain file."""

import errno
import os
import stat
from enum import Enum, auto

# Not following a last link, and not waiting for a pipe's other end.
_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE})
_NO_FILE = frozenset({errno.ELOOP, errno.ENXIO, errno.EISDIR, errno.ENODEV})


class Unread(Enum):
    """Why a file was not read."""

    ODD = auto()
    LARGE = auto()
    CHANGED = auto()


def read_file(path: str, most: int) -> bytes | Unread:
    """Read a plain file of at most `most` bytes, once more if it changes meanwhile.

    Raises OSError where the machine refuses (permission, a bad disk).
    """
    first = _read_once(path, most)
    return _read_once(path, most) if first is Unread.CHANGED else first


def _read_once(path: str, most: int) -> bytes | Unread:
    try:
        file = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno in _GONE:
            return Unread.CHANGED
        if error.errno in _NO_FILE:
            return Unread.ODD
        raise
    try:
        before = os.fstat(file)
        if not stat.S_ISREG(before.st_mode):
            return Unread.ODD
        if before.st_size > most:
            return Unread.LARGE
        data = _read_up_to(file, before.st_size + 1)
        after = os.fstat(file)
    finally:
        os.close(file)
    same = _state(before) == _state(after) and len(data) == before.st_size
    return data if same else Unread.CHANGED


def _read_up_to(file: int, most: int) -> bytes:
    data = os.read(file, most)
    if len(data) == most or not data:
        return data
    parts = [data]
    size = len(data)
    while size < most and (data := os.read(file, most - size)):
        parts.append(data)
        size += len(data)
    return b"".join(parts)


def _state(status: os.stat_result) -> tuple[int, int, int, int]:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def write_whole(file: int, data: bytes, path: str) -> None:
    """Write all bytes to an open file and wait until they are on the disk.

    `path` is what a refusal of the machine names in its OSError.
    """
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
