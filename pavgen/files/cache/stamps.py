"""Whether anything changed since a build: told by the stamps of files, without reading any.

A stamp is a file's inode, size and times; the time of its last change of any kind moves with
every write and can be set back by no program. So equal stamps mean equal files, if the files
were at rest when they were noted: a note is kept only when the file system's own clock, taken
after the build, is later than every time in it. Where nothing can be said, the answer is that
something changed, and costs a build.
"""

import json
import marshal
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pavgen.kernel.canonical import Json

FOLDER = ".pavgen-cache/notes"
_MOST_NOTES = 20
_DIGITS = 32
_WITHOUT_REFERENCES = 2
_DEEPEST, _LONGEST = 32, 1024
"""Levels and bytes below a folder: what lies deeper than is read is a finding, so not noted."""

_Row = tuple[str, int, int, int, int, int]


def stamps_below(folders: Sequence[Path]) -> tuple[str, int]:
    """Return a digest of everything below some folders, and the latest time in it, in ns.

    Two lists differ when a file or folder was added, removed, renamed, written to, or replaced.
    Raises OSError where the machine refuses to list.
    """
    rows = [row for folder in folders for row in _below(str(folder))]
    rows.sort()
    latest = max((max(row[-2:]) for row in rows), default=0)
    told = marshal.dumps((list(map(str, folders)), rows), _WITHOUT_REFERENCES)
    return sha256(told).hexdigest(), latest


def read_note(project: Path, name: str) -> Json:
    """Return what was noted under a name, or None; what a link leads to was not noted here."""
    if not _is_own(project):
        return None
    try:
        text = (project / FOLDER / _file(name)).read_text(encoding="utf-8")
        digest, _, body = text.partition("\n")
        value: Json = json.loads(body) if sha256(body.encode()).hexdigest() == digest else None
    except (OSError, ValueError):
        return None
    return value


def write_note(project: Path, name: str, value: Json, latest: int) -> None:
    """Note a value, if the file system's clock is past the time `latest`; else forget the note.

    A project that cannot be written to has no notes.
    """
    folder = project / FOLDER
    path = folder / _file(name)
    body = json.dumps(value, sort_keys=True)
    unfinished = folder / f".{path.name}.{os.getpid()}"
    try:
        folder.parent.mkdir(exist_ok=True)
        if folder.parent.is_symlink():
            return
        folder.mkdir(exist_ok=True)
        if not _is_own(project):
            return
        unfinished.write_text(f"{sha256(body.encode()).hexdigest()}\n{body}", encoding="utf-8")
        if unfinished.stat().st_mtime_ns > latest:
            unfinished.replace(path)
        else:
            unfinished.unlink()
            path.unlink(missing_ok=True)
        _prune(folder)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _below(folder: str) -> list[_Row]:
    """List every file and folder below one, and itself, with their stamps."""
    if not os.path.lexists(folder):
        return []
    rows = [_row(folder, os.lstat(folder))]
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for entry in found:
                rows.append(_row(entry.path, entry.stat(follow_symlinks=False)))
                if entry.is_dir(follow_symlinks=False) and _is_within_reach(entry.path, folder):
                    waiting.append(entry.path)
    return rows


def _is_within_reach(path: str, folder: str) -> bool:
    below = path[len(folder) :]
    return below.count("/") <= _DEEPEST and len(os.fsencode(below)) <= _LONGEST


def _row(path: str, s: os.stat_result) -> _Row:
    return path, s.st_mode, s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns


def _is_own(project: Path) -> bool:
    """Say whether the notes lie in folders that are no links, and belong to the user who builds."""
    try:
        found = [(project / name).lstat() for name in (Path(FOLDER).parent, FOLDER)]
    except OSError:
        return False
    return all(stat.S_ISDIR(s.st_mode) and s.st_uid == os.geteuid() for s in found)


def _file(name: str) -> str:
    return f"{sha256(name.encode()).hexdigest()[:_DIGITS]}.json"


def _prune(folder: Path) -> None:
    """Remove the oldest notes beyond a number: one is made for each day and set of options."""
    notes = sorted(folder.glob("*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for path in notes[:-_MOST_NOTES]:
        path.unlink(missing_ok=True)
