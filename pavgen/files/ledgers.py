"""Ledgers onto the disk: longer than before or not at all, and never half a line."""

import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from pavgen.files.pathnames import proven_paths
from pavgen.files.plainfile import Unread, read_file, write_whole
from pavgen.kernel.diagnostics import Checked, DefectError, Diagnostic, Span, in_order
from pavgen.kernel.values import dataclass

MOST_BYTES = 256 * 1024 * 1024
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Growth:
    """A ledger as it was read, and as it is to be: the same bytes, and more."""

    before: bytes
    after: bytes


def grow_ledgers(root: Path, grown: Mapping[str, Growth]) -> Checked[tuple[str, ...]]:
    """Write longer ledgers in the place of shorter ones; return the paths written, sorted.

    A file that is not what was read is a finding, and then nothing is written. All of the new
    files are whole and on the disk before the first takes its place, so a full disk, a refusal
    or a kill leaves every ledger as it was; only a kill in the instant between two renamings
    leaves one longer and the other not, each of them whole. Raises OSError where the machine
    refuses, DefectError for what is no growth or a path outside the root.
    """
    proven_paths(list(grown))
    for path, growth in grown.items():
        if not growth.after.startswith(growth.before) or not growth.after.endswith(b"\n"):
            raise DefectError(f"`{path}` would not only grow")
    waiting: list[tuple[str, str]] = []
    findings = in_order(_changed(root, grown))
    if findings:
        return Checked((), findings)
    try:
        for path, growth in sorted(grown.items()):
            waiting.append((path, _prepared(root, path, growth.after)))
        findings = in_order(_changed(root, grown))
        while waiting and not findings:
            path, unfinished = waiting[0]
            _put_in_place(root, path, unfinished)
            waiting.pop(0)
    finally:
        for path, unfinished in waiting:
            with suppress(OSError):
                (root / path).with_name(unfinished).unlink(missing_ok=True)
    return Checked(() if findings else tuple(sorted(grown)), findings)


def read_ledger(file: Path) -> str | None:
    """Read a ledger as text; bytes that are no UTF-8 become surrogates, for a check to refuse.

    None where there is no such plain file of a readable size.
    """
    data = read_file(str(file), MOST_BYTES)
    return data.decode("utf-8", "surrogateescape") if isinstance(data, bytes) else None


def _changed(root: Path, grown: Mapping[str, Growth]) -> Iterator[Diagnostic]:
    for path, growth in grown.items():
        file = root / path
        now = read_file(str(file), MOST_BYTES) if os.path.lexists(file) else b""
        if isinstance(now, Unread):
            what = "a link, folder or device stands where the ledger would be"
            yield Diagnostic(Span(path), "ledger-changed", what, "remove it")
        elif now != growth.before and now.replace(b"\r\n", b"\n") == growth.before:
            what = "the ledger has Windows line ends, which change every digest"
            remedy = "restore it with LF line ends; `*.jsonl -text` in .gitattributes keeps them"
            yield Diagnostic(Span(path), "ledger-changed", what, remedy)
        elif now != growth.before:
            what = "the ledger has changed since it was read"
            yield Diagnostic(Span(path), "ledger-changed", what, "run the command again")


def _prepared(root: Path, path: str, data: bytes) -> str:
    """Write a file beside the ledger, whole and on the disk; return its hidden name."""
    unfinished = f".pavgen-{os.getpid()}-{secrets.token_hex(8)}"
    file = root / path
    mode = stat.S_IMODE(file.lstat().st_mode) if file.exists() else 0o644
    with _opened(root, path) as folder:
        number = os.open(unfinished, _NEW_FILE, mode, dir_fd=folder)
        try:
            os.fchmod(number, mode)
            write_whole(number, data, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(unfinished, dir_fd=folder)
            raise
        finally:
            os.close(number)
    return unfinished


def _put_in_place(root: Path, path: str, unfinished: str) -> None:
    name = path.rpartition("/")[2]
    with _opened(root, path) as folder:
        os.replace(unfinished, name, src_dir_fd=folder, dst_dir_fd=folder)
        os.fsync(folder)


@contextmanager
def _opened(root: Path, path: str) -> Iterator[int]:
    """Open the folder of a path step by step, making what is missing, following no link."""
    number = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for folder in path.split("/")[:-1]:
            with suppress(FileExistsError):
                os.mkdir(folder, dir_fd=number)
                os.fsync(number)
            below = os.open(folder, _FOLDER, dir_fd=number)
            os.close(number)
            number = below
        yield number
    finally:
        os.close(number)
