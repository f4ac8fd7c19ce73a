"""New source files, for `new` and `import`: each whole or not at all, none overwritten unasked."""

import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path

from pavgen.files.pathnames import proven_paths
from pavgen.files.plainfile import read_file, write_whole
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, in_order
from pavgen.kernel.values import dataclass

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class _Target(Enum):
    NEW = auto()
    SAME = auto()
    OTHER = auto()
    ODD = auto()


@dataclass(frozen=True, slots=True)
class CreateResult:
    """What was made below the root, as sorted paths of files."""

    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def create_files(root: Path, files: Mapping[str, bytes], *, update: bool) -> Checked[CreateResult]:
    """Write files below `root`, making folders as needed; with `update`, replace others too.

    A file there with the same bytes is left alone. A file with other bytes (without `update`),
    or a link, folder or device in the way, is a finding, and then nothing at all is written.
    Raises OSError where the machine refuses, DefectError for a path that leaves the root.
    """
    proven_paths(list(files))
    targets = {path: _target(root, path, files[path]) for path in sorted(files)}
    findings = tuple(_conflicts(targets, update=update))
    if findings:
        return Checked(CreateResult(), in_order(findings))
    root.mkdir(parents=True, exist_ok=True)
    for path, target in targets.items():
        if target is not _Target.SAME:
            _write(root, path, files[path], replace=target is _Target.OTHER)
    created, updated, unchanged = (
        tuple(path for path, target in targets.items() if target is kind)
        for kind in (_Target.NEW, _Target.OTHER, _Target.SAME)
    )
    return Checked(CreateResult(created, updated, unchanged))


def _conflicts(targets: Mapping[str, _Target], *, update: bool) -> Iterator[Diagnostic]:
    for path, target in targets.items():
        if target is _Target.ODD:
            what = "a link, folder or device stands where the file or its folder would be"
            yield Diagnostic(Span(path), "target-kind", what, "remove it, or choose another name")
        elif target is _Target.OTHER and not update:
            what = "the file is there already, with other content"
            remedy = "give `--update` to replace it, or choose another name"
            yield Diagnostic(Span(path), "target-exists", what, remedy)


def _target(root: Path, path: str, data: bytes) -> _Target:
    *folders, name = path.split("/")
    here = root
    try:
        for folder in folders:
            here /= folder
            if not stat.S_ISDIR(here.lstat().st_mode):
                return _Target.ODD
        status = (here / name).lstat()
    except FileNotFoundError:
        return _Target.NEW
    if not stat.S_ISREG(status.st_mode):
        return _Target.ODD
    same = status.st_size == len(data) and read_file(str(here / name), len(data)) == data
    return _Target.SAME if same else _Target.OTHER


def _write(root: Path, path: str, data: bytes, *, replace: bool) -> None:
    """Write the file under a hidden name and give it its own once it is whole."""
    *folders, name = path.split("/")
    with _opened(root, folders) as folder:
        unfinished = f".pavgen-{os.getpid()}-{secrets.token_hex(8)}"
        file = os.open(unfinished, _NEW_FILE, 0o666, dir_fd=folder)
        try:
            _fill(file, data, path)
            if replace:
                os.replace(unfinished, name, src_dir_fd=folder, dst_dir_fd=folder)
            else:
                _name_new(folder, unfinished, name)
            os.fsync(folder)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(unfinished, dir_fd=folder)


def _name_new(folder: int, unfinished: str, name: str) -> None:
    """Give the file its name unless somebody else took it meanwhile."""
    try:
        os.link(unfinished, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: renaming is the next best, a moment less exact.
        os.replace(unfinished, name, src_dir_fd=folder, dst_dir_fd=folder)


def _fill(file: int, data: bytes, path: str) -> None:
    try:
        write_whole(file, data, path)
    finally:
        os.close(file)


@contextmanager
def _opened(root: Path, folders: list[str]) -> Iterator[int]:
    """Open the folder below the root, step by step, making what is missing, following no link."""
    number = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for folder in folders:
            with suppress(FileExistsError):
                os.mkdir(folder, dir_fd=number)
            below = os.open(folder, _FOLDER, dir_fd=number)
            os.close(number)
            number = below
        yield number
    finally:
        os.close(number)
