"""A site's files onto the disk: all of them or none, in one step, next to the old ones."""

import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pavgen.files.outdir import MARKER, marker_bytes, output_findings, repair_output, settled
from pavgen.files.pathnames import proven_paths
from pavgen.files.removal import remove_tree
from pavgen.files.swap import exchange, replace_in_two_steps, sync_folder, sync_system_of
from pavgen.kernel.diagnostics import Checked, DefectError

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_LAST = "build.json"


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What a build did to its output, as sorted paths of files."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write_site(
    out: Path, files: Mapping[str, bytes], *, site_id: str, project: Path
) -> Checked[WriteResult | None]:
    """Make `out` hold exactly `files`, in one step: the old site or the new one, never a mix.

    The site is built beside `out` and then exchanged with it, so an error, a full disk or a
    kill leaves the old one whole. A file whose bytes and mode are the same is linked from the
    old output, not written: both names share one copy only until the old output is removed,
    moments later, and each build compares bytes anew. The value is None when pavgen may not
    write into `out`. Raises OSError where the machine refuses, DefectError for an unsafe path.
    """
    if MARKER in files:
        raise DefectError(f"`{MARKER}` is written by the writer alone")
    proven_paths(list(files))
    findings = output_findings(out, project=project, site_id=site_id)
    if findings:
        return Checked(None, findings)
    out = settled(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    repair_output(out)
    if _is_already(str(out), files, site_id):
        return Checked(WriteResult((), tuple(sorted(files)), ()))
    fresh = f"{out}.pavgen-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        written = _build(fresh, str(out), files, site_id)
        old = _put_in_place(fresh, str(out))
        gone = remove_tree(old, last=MARKER) if old else ()
    finally:
        # After the exchange this name holds the old site, before it the unfinished one.
        with suppress(OSError):
            remove_tree(fresh, last=MARKER)
    unchanged = tuple(sorted(files.keys() - written))
    removed = tuple(path for path in gone if path not in files)
    return Checked(WriteResult(tuple(sorted(written)), unchanged, removed))


def _is_already(out: str, files: Mapping[str, bytes], site_id: str) -> bool:
    """Say whether the output holds exactly these files, in their modes, and nothing else."""
    if not _holds_only(out, files):
        return False
    with suppress(OSError):
        marked = _has(f"{out}/{MARKER}", marker_bytes(site_id))
        return marked and all(_has(f"{out}/{path}", data) for path, data in files.items())
    return False


def _holds_only(out: str, files: Mapping[str, bytes]) -> bool:
    folders = {""}
    for path in files:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    waiting = [""]
    missing = len(files) + len(folders)
    while waiting:
        here = waiting.pop()
        missing -= 1
        for name, is_folder in _listed(f"{out}/{here}"):
            path = f"{here}/{name}" if here else name
            if is_folder and path in folders:
                waiting.append(path)
            elif not is_folder and path in files:
                missing -= 1
            elif path != MARKER:
                return False
    return missing == 0


def _listed(folder: str) -> list[tuple[str, bool]]:
    """List a folder as names, each with whether it is a folder of the right mode."""
    try:
        if stat.S_IMODE(os.lstat(folder).st_mode) != _FOLDER_MODE:
            return [("", False)]
        with os.scandir(folder) as found:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
    except FileNotFoundError:
        return []


def _build(fresh: str, out: str, files: Mapping[str, bytes], site_id: str) -> set[str]:
    """Write the whole site into a new folder and onto the disk; return which files are new."""
    os.mkdir(fresh, _FOLDER_MODE)  # noqa: PTH102 - text paths: a site has 100,000 files
    os.chmod(fresh, _FOLDER_MODE)  # noqa: PTH101 - the same
    _write(f"{fresh}/{MARKER}", marker_bytes(site_id))
    written: set[str] = set()
    made = {""}
    # The build's own record goes last: where it stands, everything else does.
    for path in sorted(files, key=lambda name: (name == _LAST, name)):
        _make_folders(fresh, path.rpartition("/")[0], made)
        data = files[path]
        if not _link_if_same(f"{out}/{path}", f"{fresh}/{path}", data):
            _write(f"{fresh}/{path}", data)
            written.add(path)
    sync_system_of(fresh)
    return written


def _put_in_place(fresh: str, out: str) -> str:
    """Give the new folder its name; return where the old one is now, or nothing."""
    if not os.path.isdir(out) or not os.listdir(out):  # noqa: PTH112, PTH208 - text paths
        os.rename(fresh, out)  # noqa: PTH104 - the same
        old = ""
    else:
        if not exchange(fresh, out):
            replace_in_two_steps(fresh, out)
        old = fresh
    sync_folder(os.path.dirname(out))  # noqa: PTH120 - the same
    return old


def _make_folders(fresh: str, folder: str, made: set[str]) -> None:
    if folder in made:
        return
    here = ""
    for part in folder.split("/"):
        here = f"{here}/{part}" if here else part
        if here not in made:
            os.mkdir(f"{fresh}/{here}", _FOLDER_MODE)  # noqa: PTH102 - text paths
            os.chmod(f"{fresh}/{here}", _FOLDER_MODE)  # noqa: PTH101 - the umask may take bits
            made.add(here)


def _link_if_same(old: str, new: str, data: bytes) -> bool:
    """Give an old file a second name if it is ours alone and already what it should be."""
    try:
        if not _has(old, data):
            return False
        os.link(old, new, follow_symlinks=False)
    except OSError:
        # Not every file system links, and a file that cannot be read is written anew.
        return False
    return True


def _has(path: str, data: bytes) -> bool:
    """Say whether a plain file of the right mode, with no other name, holds the data."""
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(file)
        ours = stat.S_ISREG(status.st_mode) and status.st_nlink == 1
        as_meant = stat.S_IMODE(status.st_mode) == _FILE_MODE and status.st_size == len(data)
        return ours and as_meant and _read_all(file, len(data)) == data
    finally:
        os.close(file)


def _read_all(file: int, size: int) -> bytes:
    data = os.read(file, size + 1)
    while len(data) < size and (more := os.read(file, size + 1 - len(data))):
        data += more
    return data


def _write(path: str, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    file = os.open(path, flags, _FILE_MODE)
    try:
        os.fchmod(file, _FILE_MODE)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    finally:
        os.close(file)
