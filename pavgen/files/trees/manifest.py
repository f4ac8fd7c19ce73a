"""What a tree of output files held when it was finished: digests, and the marks to know it by.

A manifest is a hint that spares reading: each mark is compared with the file itself before it is
believed, so one that is stale, half applied or of another tree costs time and nothing else.
"""

import os
import stat
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from time import sleep

from pavgen.files.plainfile import Unread, read_file
from pavgen.kernel.values import dataclass

Stamp = tuple[int, int, int, int]
UNKNOWN: Stamp = (-1, -1, -1, -1)
FILE_MODE = 0o644
FOLDER_MODE = 0o755

_MAGIC = f"pavgen output 1 {sys.byteorder}\n".encode()
_ENDING = ".manifest"
_COUNTS = struct.Struct("<QQQ")
_DIGEST = 32
_MOST = 1024 * 1024 * 1024
_LARGEST = 2**63
_TICKS = 25
_TICK = 0.002


@dataclass(frozen=True, slots=True)
class Manifest:
    """The SHA-256 of each file of a tree, and the stamps of its files and folders.

    Paths are relative to the tree; its root is the folder `""` and has no stamp, since moving a
    tree changes that: it is looked into each time.
    """

    digests: Mapping[str, bytes]
    files: Mapping[str, Stamp]
    folders: Mapping[str, Stamp]


EMPTY = Manifest({}, {}, {})


def stamp_of(status: os.stat_result) -> Stamp:
    """Return inode, size, and the times of the last change of bytes and of anything, in ns.

    The last one moves with every write, mode and link, and no program can set it back.
    """
    stamp = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return stamp if max(stamp) < _LARGEST and min(stamp) >= -_LARGEST else UNKNOWN


def is_file(status: os.stat_result) -> bool:
    """Say whether a status is that of a plain file in the mode of an output."""
    return status.st_mode == stat.S_IFREG | FILE_MODE


def is_folder(status: os.stat_result) -> bool:
    """Say whether a status is that of a folder in the mode of an output."""
    return status.st_mode == stat.S_IFDIR | FOLDER_MODE


def read_manifest(folder: str, root: str) -> Manifest:
    """Return what the folder of manifests knows of the tree at `root`, or one that knows nothing.

    A manifest is found by the inode of the tree's root, which stays when trees are exchanged.
    """
    try:
        data = read_file(_path(folder, os.lstat(root).st_ino), _MOST)
    except OSError:
        return EMPTY
    return EMPTY if isinstance(data, Unread) else _parsed(data)


def save_manifest(folder: str, root: str, manifest: Manifest, fresh: Iterable[str]) -> None:
    """Keep the manifest of the tree at `root`; `fresh` are its paths whose stamps are new.

    Waits until the file system's clock has moved past these stamps, so that whatever is done to
    the files from now on changes them; where its clock is too coarse they count as unknown. A
    disk that takes no manifest is no error: the next build then reads the files.
    """
    path = _path(folder, os.lstat(root).st_ino)
    newest = max((_ctime(manifest, name) for name in fresh), default=0)
    try:
        file = os.open(f"{path}.new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        try:
            now = _moved_past(file, newest)
            os.ftruncate(file, 0)
            rest = memoryview(_written(manifest, now if now <= newest else _LARGEST))
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
        os.replace(f"{path}.new", path)  # noqa: PTH105 - text paths throughout this package
    except OSError:
        with suppress(OSError):
            os.unlink(f"{path}.new")  # noqa: PTH108 - the same


def forget_manifests(folder: str, *roots: str) -> None:
    """Remove all manifests but those of the trees at `roots`."""
    kept = set()
    for root in roots:
        with suppress(OSError):
            kept.add(f"{os.lstat(root).st_ino}{_ENDING}")
    with os.scandir(folder) as found:
        names = [entry.name for entry in found if _ENDING in entry.name]
    for name in names:
        if name not in kept:
            os.unlink(f"{folder}/{name}")  # noqa: PTH108 - text paths throughout this package


def _path(folder: str, inode: int) -> str:
    return f"{folder}/{inode}{_ENDING}"


def _ctime(manifest: Manifest, path: str) -> int:
    stamp = manifest.files.get(path) or manifest.folders.get(path, UNKNOWN)
    return stamp[3]


def _moved_past(file: int, newest: int) -> int:
    """Touch an open file until its time is later than `newest`; return the time it came to."""
    now = 0
    for _ in range(_TICKS):
        os.ftruncate(file, 0)
        os.pwrite(file, b"\n", 0)
        now = os.fstat(file).st_ctime_ns
        if now > newest:
            break
        sleep(_TICK)
    return now


def _written(manifest: Manifest, unsure_from: int) -> bytes:
    names = "\0".join([*manifest.digests, *manifest.folders]).encode("utf-8", "surrogatepass")
    stamps: Iterable[Stamp] = chain(
        map(manifest.files.__getitem__, manifest.digests), manifest.folders.values()
    )
    if unsure_from < _LARGEST:
        stamps = (stamp if stamp[3] < unsure_from else UNKNOWN for stamp in stamps)
    numbers = array("q", chain.from_iterable(stamps))
    counts = _COUNTS.pack(len(manifest.digests), len(manifest.folders), len(names))
    body = b"".join([counts, names, *manifest.digests.values(), numbers.tobytes()])
    return _MAGIC + sha256(body).digest() + body


def _parsed(data: bytes) -> Manifest:
    start = len(_MAGIC) + _DIGEST
    body = memoryview(data)[start:]
    if data[:start] != _MAGIC + sha256(body).digest() or len(body) < _COUNTS.size:
        return EMPTY
    files, folders, size = _COUNTS.unpack_from(body)
    marks = _COUNTS.size + size + files * _DIGEST
    if len(body) != marks + (files + folders) * 32:
        return EMPTY
    try:
        names = str(body[_COUNTS.size : _COUNTS.size + size], "utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return EMPTY
    paths = names.split("\0") if names else []
    if len(paths) != files + folders or not _are_inside(names):
        return EMPTY
    hashes = bytes(body[_COUNTS.size + size : marks])
    digests = [hashes[n : n + _DIGEST] for n in range(0, len(hashes), _DIGEST)]
    numbers = array("q", bytes(body[marks:]))
    stamps = zip(numbers[0::4], numbers[1::4], numbers[2::4], numbers[3::4], strict=True)
    # Each takes as many as it has names: what is left to the folders is theirs.
    return Manifest(
        dict(zip(paths[:files], digests, strict=True)),
        dict(zip(paths[:files], stamps, strict=False)),
        dict(zip(paths[files:], stamps, strict=True)),
    )


def _are_inside(names: str) -> bool:
    """Say whether none of the paths can lead out of its tree, whoever wrote them."""
    joined = "/" + names.replace("\0", "/") + "/"
    return names == "" or not any(part in joined for part in ("//", "/./", "/../"))
