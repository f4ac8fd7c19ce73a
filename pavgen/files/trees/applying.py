"""Making a spare tree what a site should be: what differs is removed, made and written, no more."""

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field

from pavgen.files.removal import remove_tree
from pavgen.files.trees.holding import Holding, Wanted
from pavgen.files.trees.manifest import (
    FILE_MODE,
    FOLDER_MODE,
    Manifest,
    Stamp,
    is_file,
    stamp_of,
)
from pavgen.kernel.values import dataclass

_LAST = "build.json"
_IS_FOLDER = frozenset({errno.EISDIR, errno.EPERM})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a tree's files come from: the bytes of a path, for when they are needed.

    `root` is that of another tree, whose `sound` files may be linked instead of being written;
    all but the file `own`, so that no harm done to that tree takes this one's mark from it.
    """

    read: Callable[[str], bytes]
    root: str
    sound: Manifest
    own: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """The tree's new manifest, and what is new in it and was not on the disk before."""

    manifest: Manifest
    written: tuple[str, ...]
    linked: Mapping[str, Stamp]
    folders: tuple[str, ...]


def apply(root: str, holding: Holding, wanted: Wanted, source: Source) -> Applied:
    """Change the tree at `root`, of which `holding` is known, into what it should be.

    No file is changed in place, since another tree may share it. The order is: strangers and
    stale files go, then stale folders, then new folders come, then files, the build's own record
    last. Raises OSError with the path that the machine refused; the tree is then half done, which
    the next examination finds out.
    """
    work = _Work(root, holding, wanted, source)
    work.remove()
    work.make_folders()
    work.fill()
    return work.finished()


@dataclass(slots=True)
class _Work:
    """The changes under way, and the folders that they touched."""

    root: str
    holding: Holding
    wanted: Wanted
    source: Source
    stamps: dict[str, Stamp] = field(init=False)
    touched: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    written: list[str] = field(default_factory=list)
    linked: dict[str, Stamp] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stamps = dict(self.holding.sound.files)

    def remove(self) -> None:
        """Remove what should not be there, files before the folders they lie in."""
        for path in self.holding.strangers:
            _remove(f"{self.root}/{path}")
            self._touch(path)
        for path in self.stamps.keys() - self.wanted.digests.keys():
            _remove(f"{self.root}/{path}")
            self._touch(path)
            del self.stamps[path]
        stale = self.holding.sound.folders.keys() - self.wanted.folders
        for path in sorted(stale, reverse=True):
            remove_tree(f"{self.root}/{path}")
            self._touch(path)

    def make_folders(self) -> None:
        """Make the folders that are missing, parents first, in their mode under any umask."""
        for path in sorted(self.wanted.folders - self.holding.sound.folders.keys()):
            where = f"{self.root}/{path}"
            os.mkdir(where, FOLDER_MODE)  # noqa: PTH102 - text paths throughout this package
            os.chmod(where, FOLDER_MODE)  # noqa: PTH101 - the same
            self.made.add(path)
            self._touch(path)

    def fill(self) -> None:
        """Link or write every file that is not there as it should be."""
        held = self.holding.sound.digests
        missing = [path for path, digest in self.wanted.digests.items() if held.get(path) != digest]
        # The build's own record goes last: where it stands, everything else does.
        for path in sorted(missing, key=lambda path: (path == _LAST, path)):
            where = f"{self.root}/{path}"
            if path.rpartition("/")[0] not in self.made:
                _remove(where)
            if not self._link(path, where):
                self._write(path, where)
            self._touch(path)

    def finished(self) -> Applied:
        """Look at every folder that was touched once more; return what the tree now holds."""
        stamps = dict(self.holding.sound.folders)
        for path in stamps.keys() - self.wanted.folders:
            del stamps[path]
        touched = (self.touched | self.made) & self.wanted.folders
        for path in touched:
            stamps[path] = stamp_of(os.lstat(f"{self.root}/{path}"))
        manifest = Manifest(self.wanted.digests, self.stamps, stamps)
        folders = tuple(sorted({"", *touched}))
        return Applied(manifest, tuple(self.written), self.linked, folders)

    def _touch(self, path: str) -> None:
        self.touched.add(path.rpartition("/")[0])

    def _link(self, path: str, where: str) -> bool:
        """Give a sound file of the source a second name, here; say whether that was possible."""
        known = self.source.sound.digests.get(path)
        if path == self.source.own or known != self.wanted.digests[path]:
            return False
        source = f"{self.source.root}/{path}"
        try:
            if stamp_of(os.lstat(source)) != self.source.sound.files[path]:
                return False
            os.link(source, where, follow_symlinks=False)
        except OSError:
            # Not every file system links, and what cannot be linked is written.
            return False
        status = os.lstat(where)
        if not is_file(status) or stamp_of(status)[:3] != self.source.sound.files[path][:3]:
            _remove(where)
            return False
        self.stamps[path] = self.linked[path] = stamp_of(status)
        return True

    def _write(self, path: str, where: str) -> None:
        self.stamps[path] = write_file(where, self.source.read(path))
        self.written.append(path)


def write_file(path: str, data: bytes) -> Stamp:
    """Write a new file in the mode of an output, under any umask; return its stamp."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    file = os.open(path, flags, FILE_MODE)
    try:
        os.fchmod(file, FILE_MODE)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        return stamp_of(os.fstat(file))
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    finally:
        os.close(file)


def _remove(path: str) -> None:
    """Remove whatever stands at a path, if anything does, without following a link."""
    try:
        os.unlink(path)  # noqa: PTH108 - text paths throughout this package
    except FileNotFoundError:
        return
    except OSError as error:
        if error.errno not in _IS_FOLDER:
            raise
        remove_tree(path)


def remove_below(root: str, paths: Iterable[str]) -> list[str]:
    """Remove paths of a tree; return the files that lay there, as paths of the tree."""
    gone: list[str] = []
    for path in paths:
        where = f"{root}/{path}"
        with suppress(OSError):
            if os.path.isdir(where) and not os.path.islink(where):  # noqa: PTH112, PTH114
                gone += [f"{path}/{name}" for name in remove_tree(where)]
            else:
                os.unlink(where)  # noqa: PTH108 - text paths throughout this package
                gone.append(path)
    return sorted(gone)
