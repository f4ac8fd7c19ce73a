"""Putting a finished folder in the place of another in one step, and making it last."""

import ctypes
import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})
_FEW = 16
OLD = ".pavgen-old"


def exchange(new: str, out: str) -> bool:
    """Exchange two folders in one step; return False where the system cannot.

    Raises OSError where it could but was refused.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        rename = libc.renameat2
    except AttributeError:
        return False
    if rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), out)


def replace_in_two_steps(new: str, out: str) -> None:
    """Move `out` aside and `new` into its place, for systems without an exchange.

    Killed between the two steps, it leaves `out` missing and the old folder beside it under
    the ending `OLD`: the next start moves that back.
    """
    old = out + OLD
    try:
        os.rename(out, old)  # noqa: PTH104 - plain system calls, in an order that matters
        os.rename(new, out)  # noqa: PTH104 - the same
    except BaseException:
        if not os.path.lexists(out):
            os.rename(old, out)  # noqa: PTH104 - the same
        raise
    os.rename(old, new)  # noqa: PTH104 - the same


def make_durable(root: str, files: Sequence[str], folders: Sequence[str]) -> None:
    """Have a tree's new files, and the entries of its changed folders, written to the disk.

    Few are synced one by one, which waits for nothing else; for many, one call for the whole
    file system takes less time.
    """
    if len(files) > _FEW or len(folders) > _FEW:
        sync_system_of(root)
        return
    for path in files:
        with _opened(f"{root}/{path}", 0) as number:
            os.fsync(number)
    for path in folders:
        sync_folder(f"{root}/{path}")


def sync_folder(folder: str) -> None:
    """Have the system write a folder's own entries to the disk."""
    with _opened(folder) as number:
        os.fsync(number)


def sync_system_of(folder: str) -> None:
    """Have everything on the folder's file system written to the disk.

    One call in place of an fsync for each of up to 200,000 files and folders, which on a real
    disk would take longer than the build.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    with _opened(folder) as number:
        try:
            failed = libc.syncfs(number) != 0
        except AttributeError:
            os.sync()
            return
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), folder)


@contextmanager
def _opened(path: str, flags: int = os.O_DIRECTORY) -> Iterator[int]:
    number = os.open(path, os.O_RDONLY | os.O_CLOEXEC | flags)
    try:
        yield number
    finally:
        os.close(number)
