"""What a tree truly holds: its manifest where the stamps agree, and its bytes where they do not."""

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import field
from hashlib import sha256

from pavgen.files.trees.manifest import (
    FOLDER_MODE,
    Manifest,
    Stamp,
    is_file,
    is_folder,
    stamp_of,
)
from pavgen.files.trees.survey import survey
from pavgen.kernel.values import dataclass

_BOTH_TREES = 2
_CHUNK = 1024 * 1024
_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree of files on the disk, what is recorded of it, and the tree it may share files with."""

    root: str
    manifest: Manifest
    peer: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a tree should hold: the SHA-256 of each file, and the folders above them."""

    digests: Mapping[str, bytes]
    folders: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Holding:
    """What was found: `sound` is true of the tree, and `looked_at` are its stamps that are new.

    `strangers` are files and folders that nobody asked for, or of a wrong kind; what is neither
    sound nor a stranger is to be written over. `is_exact` when all is as wanted, and no more.
    """

    sound: Manifest
    looked_at: frozenset[str]
    strangers: tuple[str, ...]
    is_exact: bool


def examine(tree: Tree, wanted: Wanted, *, mend: bool = False, thorough: bool = False) -> Holding:
    """Find out what a tree holds of what is wanted.

    A file whose stamp is as recorded counts as it was recorded; any other is read, if its bytes
    may be wanted, and so is every file under `thorough`. A folder whose stamp is not as recorded
    is looked into. With `mend` such folders are given the mode of an output first. Raises OSError
    where the machine refuses to list or to read.
    """
    lost, odd = survey(tree.root, tree.manifest)
    look = _Look(tree, wanted, mend=mend)
    if thorough:
        lost = list(tree.manifest.files)
    look.forget(lost, odd)
    look.into_folders(["", *odd])
    known = tree.manifest.digests
    look.into_files(path for path in lost if wanted.digests.get(path) == known[path])
    sound = Manifest(look.digests, look.files, look.folders)
    is_exact = look.digests == wanted.digests and look.folders.keys() == wanted.folders
    is_exact = is_exact and not look.strangers and not look.mode_faults
    return Holding(sound, frozenset(look.looked_at), tuple(sorted(look.strangers)), is_exact)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders above some paths, without the root."""
    folders: set[str] = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    folders.discard("")
    return folders


@dataclass(slots=True)
class _Look:
    """The examination under way."""

    tree: Tree
    wanted: Wanted
    mend: bool
    digests: dict[str, bytes] = field(init=False)
    files: dict[str, Stamp] = field(init=False)
    folders: dict[str, Stamp] = field(init=False)
    looked_at: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    mode_faults: int = 0
    unknown: set[str] = field(default_factory=set)
    real: dict[str, bool] = field(default_factory=lambda: {"": True})

    def __post_init__(self) -> None:
        self.digests = dict(self.tree.manifest.digests)
        self.files = dict(self.tree.manifest.files)
        self.folders = dict(self.tree.manifest.folders)

    def forget(self, files: Iterable[str], folders: Iterable[str]) -> None:
        """Leave out what is not as recorded; a file of the kind that nobody wants is a stranger."""
        for path in files:
            del self.digests[path], self.files[path]
            # Were it of another kind by now, its folder would be odd as well.
            if path not in self.wanted.digests and _is_kind(
                f"{self.tree.root}/{path}", stat.S_ISREG
            ):
                self.strangers.add(path)
        for path in folders:
            del self.folders[path]

    def into_folders(self, waiting: list[str]) -> None:
        """Look into folders whose content is not certain, and into those found there."""
        seen: set[str] = set()
        stack = waiting[::-1]
        while stack:
            folder = stack.pop()
            if folder in seen or not self._is_folder(folder):
                continue
            seen.add(folder)
            for entry in self._entries(folder):
                path = f"{folder}/{entry.name}" if folder else entry.name
                if not entry.is_dir(follow_symlinks=False):
                    self._note_file(path)
                elif path not in self.folders and path not in self.tree.manifest.folders:
                    if path in self.wanted.folders:
                        stack.append(path)
                    else:
                        self.strangers.add(path)
        self.into_files(sorted(self.unknown))

    def into_files(self, paths: Iterable[str]) -> None:
        """Read files, and note those that hold what is wanted of them."""
        for path in paths:
            if path not in self.files and self._is_real(path.rpartition("/")[0]):
                with suppress(OSError):
                    self._read(path)

    def _is_folder(self, path: str) -> bool:
        """Say whether a folder can be looked into; note its stamp if it is in order."""
        if not self._is_real(path):
            return False
        where = f"{self.tree.root}/{path}" if path else self.tree.root
        status = os.lstat(where)
        if not is_folder(status) and self.mend:
            os.chmod(where, FOLDER_MODE)  # noqa: PTH101 - text paths throughout this package
            status = os.lstat(where)
        if not is_folder(status):
            self.mode_faults += 1
            return status.st_mode & stat.S_IRUSR != 0 and status.st_mode & stat.S_IXUSR != 0
        if path:
            self.folders[path] = stamp_of(status)
            self.looked_at.add(path)
        return True

    def _is_real(self, folder: str) -> bool:
        """Say whether a folder is one, and so are all above it: that no link leads elsewhere."""
        if folder not in self.real:
            is_real = self._is_real(folder.rpartition("/")[0])
            is_real = is_real and _is_kind(f"{self.tree.root}/{folder}", stat.S_ISDIR)
            if not is_real:
                self._drop_below(folder)
            self.real[folder] = is_real
        return self.real[folder]

    def _drop_below(self, folder: str) -> None:
        # Through a link in a folder's place its old files may still seem to be there.
        for known in (self.files, self.digests, self.folders):
            for path in [name for name in known if name.startswith(f"{folder}/")]:
                del known[path]

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        with os.scandir(f"{self.tree.root}/{folder}") as found:
            return sorted(found, key=lambda entry: entry.name)

    def _note_file(self, path: str) -> None:
        if path in self.files:
            return
        if path in self.wanted.digests:
            self.unknown.add(path)
        else:
            self.strangers.add(path)

    def _read(self, path: str) -> None:
        file = os.open(f"{self.tree.root}/{path}", _FLAGS)
        try:
            before = os.fstat(file)
            if not is_file(before) or not self._is_ours_alone(path, before):
                return
            running = sha256()
            while data := os.read(file, _CHUNK):
                running.update(data)
            same = stamp_of(os.fstat(file)) == stamp_of(before)
        finally:
            os.close(file)
        if same and running.digest() == self.wanted.digests[path]:
            self.digests[path] = self.wanted.digests[path]
            self.files[path] = stamp_of(before)
            self.looked_at.add(path)

    def _is_ours_alone(self, path: str, status: os.stat_result) -> bool:
        """Say whether no name outside the two trees leads to a file."""
        if status.st_nlink == 1:
            return True
        try:
            other = os.lstat(f"{self.tree.peer}/{path}")
        except OSError:
            return False
        return status.st_nlink == _BOTH_TREES and os.path.samestat(status, other)


def _is_kind(path: str, kind: Callable[[int], bool]) -> bool:
    """Say whether something of a kind stands at a path, and not a link to it."""
    try:
        return kind(os.lstat(path).st_mode)
    except OSError:
        return False
