"""One build of a project at a time: a lock the system itself releases when its holder dies."""

import errno
import fcntl
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

_CACHE = ".pavgen-cache"
_NAME = "lock"
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_FOLDER = frozenset({errno.EEXIST, errno.ENOTDIR, errno.ELOOP})
_UNABLE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL})
_TAKEN = errno.EWOULDBLOCK
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_MOST = 300
_PID = re.compile("[0-9]{1,10}")

_held: set[int] = set()


class LockHeldError(OSError):
    """Another process builds the project: `pid`, `host` and `since` say which, where known.

    `pid` is 0, and the others are empty, when it did not say.
    """

    def __init__(self, path: str, pid: int, host: str = "", since: str = "") -> None:
        who = f"process {pid}" if pid else "another process"
        where = f" on `{host}`" if host else ""
        when = f" since {since}" if since else ""
        what = f"{who}{where} is building this project{when}"
        super().__init__(errno.EWOULDBLOCK, what, path)
        self.pid = pid
        self.host = host
        self.since = since


@contextmanager
def build_lock(project: Path, *, out: Path | None = None) -> Iterator[Path]:
    """Hold the project's lock, `.pavgen-cache/lock`; yield its path, never wait for it.

    Where the project is read-only, or a link or file has the place of its cache, the lock stands
    beside the output folder instead, or where that may not be, within it. Raises LockHeldError
    while another process holds it, OSError where no lock can be made.
    """
    path, file = _open_lock(project, out)
    with _taken(path, file):
        yield path


@contextmanager
def held_lock(path: Path) -> Iterator[None]:
    """Hold a lock of any name, in a folder that is there; never wait for it."""
    with _taken(path, _opened(path)):
        yield


def _open_lock(project: Path, out: Path | None) -> tuple[Path, int]:
    cache = project / _CACHE
    try:
        cache.mkdir(exist_ok=True)
        folder = os.open(cache, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            return cache / _NAME, _opened(cache / _NAME, folder)
        finally:
            os.close(folder)
    except OSError as error:
        usable = _NO_FOLDER if error.filename == str(cache) else frozenset[int]()
        if out is None or error.errno not in _READ_ONLY | usable:
            raise
    beside = out.with_name(f"{out.name}.pavgen-lock")
    beside.parent.mkdir(parents=True, exist_ok=True)
    try:
        return beside, _opened(beside)
    except OSError as error:
        if error.errno not in _READ_ONLY or not out.is_dir():
            raise
    inside = out / ".pavgen-lock"
    return inside, _opened(inside)


def _opened(path: Path, folder: int | None = None) -> int:
    """Open a lock's file, by its name alone in a folder that is open; nothing but a plain file."""
    try:
        file = os.open(path if folder is None else path.name, _FLAGS, 0o644, dir_fd=folder)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, "not a plain file", str(path))
    return file


@contextmanager
def _taken(path: Path, file: int) -> Iterator[None]:
    claim: Path | None = None
    try:
        claim = _take(path, file)
        _held.add(file)
        yield
    finally:
        _held.discard(file)
        os.close(file)
        if claim:
            claim.unlink(missing_ok=True)


def _take(path: Path, file: int) -> Path | None:
    """Lock an open file and say in it who holds it; return what must be removed afterwards."""
    claim = None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno == _TAKEN:
            raise _holder(path, file) from error
        if error.errno not in _UNABLE:
            raise OSError(error.errno, error.strerror, str(path)) from error
        claim = _claimed(path)
    os.ftruncate(file, 0)
    os.pwrite(file, f"{os.getpid()} {os.uname().nodename}\n".encode(), 0)
    return claim


def _claimed(path: Path) -> Path:
    """Take the lock by making a file that may not be there, on systems that cannot lock files.

    Such a file outlives a killed build: one whose process is gone from this host is removed.
    """
    claim = path.with_name(f"{path.name}.claim")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    for _ in range(2):
        try:
            file = os.open(claim, flags, 0o644)
        except FileExistsError:
            with suppress(FileNotFoundError):
                file = os.open(claim, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
                try:
                    holder = _holder(path, file)
                finally:
                    os.close(file)
                if holder.host != os.uname().nodename or _is_alive(holder.pid):
                    raise holder from None
                claim.unlink(missing_ok=True)
            continue
        try:
            os.pwrite(file, f"{os.getpid()} {os.uname().nodename}\n".encode(), 0)
        finally:
            os.close(file)
        return claim
    raise LockHeldError(str(path), 0)


def _holder(path: Path, file: int) -> LockHeldError:
    """Read who holds a lock; since when is the time that the file itself was written."""
    pid, _, host = os.pread(file, _MOST, 0).decode("utf-8", "replace").strip().partition(" ")
    if not _PID.fullmatch(pid) or not host.isprintable():
        return LockHeldError(str(path), 0)
    since = datetime.fromtimestamp(os.fstat(file).st_mtime, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return LockHeldError(str(path), int(pid), host, since)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _forget_in_child() -> None:
    # A forked worker shares the lock; were it to outlive a killed build, it would keep it.
    for file in sorted(_held):
        os.close(file)
    _held.clear()


os.register_at_fork(after_in_child=_forget_in_child)
