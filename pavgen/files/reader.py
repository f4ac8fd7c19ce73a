"""A project's folder into a SourceTree: three folders, plain files, bounded in every way."""

import os
from pathlib import Path
from types import MappingProxyType

from pavgen.files.pathnames import composed, folded, is_ignored, name_fault, shown_path
from pavgen.files.plainfile import Unread, read_file
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.tree import SourceTree

FOLDERS = ("content", "partners", "themes")
_PROGRAM = "content/program.yaml"
_MIB = 1024 * 1024
_LONGEST_PATH = 1024


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How much a project may hold; `partner_*` bounds one partner's folder.

    Depths count the names below `content/` and the like, and below a partner's own folder.
    """

    depth: int = 16
    file_bytes: int = 20 * _MIB
    files: int = 1_000_000
    total_bytes: int = 2048 * _MIB
    partner_depth: int = 2
    partner_files: int = 40
    partner_bytes: int = 8 * _MIB


def read_project(root: Path, limits: ReadLimits | None = None) -> Checked[SourceTree]:
    """Read every file below `content/`, `partners/` and `themes/` of the project at `root`.

    Nothing else is opened. Links, devices, odd names, names that collide, and whatever exceeds
    a limit are findings, and are left out of the tree; hidden files and editors' backups are
    passed over. Of a project that is too large as a whole the tree is empty, for what is said
    of a part of it would be wrong. Raises OSError where the machine refuses to read.
    """
    walk = _Walk(root, limits or ReadLimits())
    walk.run()
    if walk.whole.is_full():
        return Checked(SourceTree(MappingProxyType({})), in_order(walk.findings))
    files = dict(sorted(walk.files.items()))
    if _PROGRAM not in files and not any(d.span.path == _PROGRAM for d in walk.findings):
        what = f"no `{_PROGRAM}` here"
        remedy = "name the folder of a project, or make one with `pavgen new project`"
        walk.find(_PROGRAM, "project-missing", what, remedy)
    return Checked(SourceTree(MappingProxyType(files)), in_order(walk.findings))


def collision(path: str, other: str) -> Diagnostic:
    """Say that a path has a name that some systems take for another's."""
    what = f"some systems take this name and `{shown_path(other)}` for one"
    remedy = "rename one of the two"
    return Diagnostic(Span(shown_path(path)), "path-collision", what, remedy)


def crowded(path: str, most_files: int, most_bytes: int) -> Diagnostic:
    """Say that a folder holds more than it may."""
    what = "the folder holds too many files or bytes, and its rest is not read"
    remedy = f"keep it within {most_files:,} files and {most_bytes // _MIB:,} MiB"
    return Diagnostic(Span(shown_path(path)), "folder-size", what, remedy)


@dataclass(slots=True)
class _Share:
    """What one partner's folder, or the whole project, has taken of its limits."""

    path: str
    most_files: int
    most_bytes: int
    files: int = 0
    size: int = 0

    def is_full(self) -> bool:
        return self.files > self.most_files or self.size > self.most_bytes


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder yet to be read; `levels` is how many names may still follow below it."""

    path: str
    levels: int
    share: _Share


class _Walk:
    """The reading under way, with its own stack, for folders nest deeper than calls may."""

    def __init__(self, root: Path, limits: ReadLimits) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Diagnostic] = []
        self._root = os.fspath(root)
        self._limits = limits
        self.whole = _Share(".", limits.files, limits.total_bytes)

    def run(self) -> None:
        """Read the three folders, in the order of their names."""
        for name in FOLDERS:
            folder = Path(self._root, name)
            if folder.is_symlink():
                self._odd(name, "link")
            elif folder.is_dir():
                self._read_below(_Folder(name, self._limits.depth, self.whole))

    def find(self, path: str, code: str, what: str, remedy: str) -> None:
        """Note a finding about a file or folder as a whole."""
        self.findings.append(Diagnostic(Span(shown_path(path)), code, what, remedy))

    def _read_below(self, start: _Folder) -> None:
        stack = [start]
        while stack:
            folder = stack.pop()
            below: list[_Folder] = []
            for entry in self._entries(folder.path):
                if folder.share.is_full() or self.whole.is_full():
                    break
                self._entry(folder, entry, below)
            stack.extend(reversed(below))

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        """List a folder by name, without what is passed over or not to be named."""
        try:
            with os.scandir(f"{self._root}/{folder}") as found:
                entries = sorted((e for e in found if not is_ignored(e.name)), key=_name)
        except (FileNotFoundError, NotADirectoryError):
            self._changed(folder)
            return []
        kept: dict[str, os.DirEntry[str]] = {}
        for entry in entries:
            fault = name_fault(entry.name)
            other = kept.get(folded(entry.name)) if not fault else None
            if fault:
                self.find(f"{folder}/{entry.name}", "path-name", fault, "rename it")
            elif other is not None:
                self.findings.append(collision(f"{folder}/{entry.name}", other.name))
            else:
                kept[folded(entry.name)] = entry
        return list(kept.values())

    def _entry(self, folder: _Folder, entry: os.DirEntry[str], below: list[_Folder]) -> None:
        path = f"{folder.path}/{entry.name}"
        if entry.is_symlink():
            self._odd(path, "link")
        elif len(path.encode()) > _LONGEST_PATH:
            what = f"the path is longer than {_LONGEST_PATH:,} bytes"
            self.find(path, "path-length", what, "shorten the names of its folders")
        elif entry.is_dir(follow_symlinks=False):
            self._subfolder(folder, path, below)
        elif entry.is_file(follow_symlinks=False):
            self._file(path, folder.share)
        else:
            self._odd(path, "device, pipe or socket")

    def _subfolder(self, folder: _Folder, path: str, below: list[_Folder]) -> None:
        if folder.levels <= 1:
            what = "the folder lies too deep, and nothing in it is read"
            self.find(path, "path-depth", what, "move its files up")
        elif folder.path == "partners":
            limits = self._limits
            share = _Share(path, limits.partner_files, limits.partner_bytes)
            below.append(_Folder(path, limits.partner_depth, share))
        else:
            below.append(_Folder(path, folder.levels - 1, folder.share))

    def _file(self, path: str, share: _Share) -> None:
        read = read_file(f"{self._root}/{path}", self._limits.file_bytes)
        match read:
            case bytes():
                self._count(share, len(read))
                if share is not self.whole:
                    self._count(self.whole, len(read))
                self.files[composed(path)] = read
            case Unread.ODD:
                self._odd(path, "link, device, pipe or socket")
            case Unread.CHANGED:
                self._changed(path)
            case Unread.LARGE:
                what = "the file is too large"
                remedy = f"a file has at most {self._limits.file_bytes // _MIB} MiB"
                self.find(path, "file-size", what, remedy)

    def _count(self, share: _Share, size: int) -> None:
        was_full = share.is_full()
        share.files += 1
        share.size += size
        if share.is_full() and not was_full:
            self.findings.append(crowded(share.path, share.most_files, share.most_bytes))

    def _odd(self, path: str, kind: str) -> None:
        what = f"a {kind} stands here, and pavgen reads plain files only"
        self.find(path, "path-kind", what, "put the file itself in its place")

    def _changed(self, path: str) -> None:
        what = "the file changed or went away while it was read"
        self.find(path, "file-changed", what, "run the command again")


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
