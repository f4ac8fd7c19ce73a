"""One build of a project at a time: a lock the system itself releases when its holder dies."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CACHE = ".pavgen-cache"
_NAME = "lock"
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_TAKEN = errno.EWOULDBLOCK
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_MOST_PID = 20

_held: set[int] = set()


class LockHeldError(OSError):
    """Another process builds the project; `pid` is its number, or 0 when it did not say."""

    def __init__(self, path: str, pid: int) -> None:
        who = f"process {pid}" if pid else "another process"
        super().__init__(errno.EWOULDBLOCK, f"{who} is building this project", path)
        self.pid = pid


@contextmanager
def build_lock(project: Path, *, out: Path | None = None) -> Iterator[Path]:
    """Hold the project's lock, `.pavgen-cache/lock`; yield its path, never wait for it.

    Where the project is read-only the lock stands beside the output folder instead. Raises
    LockHeldError while another process holds it, OSError where no lock can be made.
    """
    path, file = _open_lock(project, out)
    try:
        _take(path, file)
        _held.add(file)
        yield path
    finally:
        _held.discard(file)
        os.close(file)


def _open_lock(project: Path, out: Path | None) -> tuple[Path, int]:
    cache = project / _CACHE
    try:
        cache.mkdir(exist_ok=True)
        folder = os.open(cache, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            return cache / _NAME, os.open(_NAME, _FLAGS, 0o644, dir_fd=folder)
        finally:
            os.close(folder)
    except OSError as error:
        if out is None or error.errno not in _READ_ONLY:
            raise
    beside = out.with_name(f"{out.name}.pavgen-lock")
    beside.parent.mkdir(parents=True, exist_ok=True)
    return beside, os.open(beside, _FLAGS, 0o644)


def _take(path: Path, file: int) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno != _TAKEN:
            raise OSError(error.errno, error.strerror, str(path)) from error
        said = os.pread(file, _MOST_PID, 0).strip()
        raise LockHeldError(str(path), int(said) if said.isdigit() else 0) from error
    os.ftruncate(file, 0)
    os.pwrite(file, b"%d\n" % os.getpid(), 0)


def _forget_in_child() -> None:
    # A forked worker shares the lock; were it to outlive a killed build, it would keep it.
    for file in sorted(_held):
        os.close(file)
    _held.clear()


os.register_at_fork(after_in_child=_forget_in_child)
