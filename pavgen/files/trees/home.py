"""Where a site's spare tree and manifests are kept: in the project's cache, or beside the site."""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pavgen.files.plainfile import read_file
from pavgen.files.removal import remove_tree
from pavgen.files.trees.manifest import forget_manifests
from pavgen.kernel.values import dataclass

CACHE = ".pavgen-cache"
_OUTPUTS = "outputs"
_WHERE = "where"
_SPARE = "spare"
_PROBE = ".pavgen-probe"
_FOLDER_MODE = 0o755


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds an output's spare tree, under `spare`, and the trees' manifests."""

    folder: str

    @property
    def spare(self) -> str:
        """The path of the spare tree."""
        return f"{self.folder}/{_SPARE}"


def known_home(out: Path, project: Path) -> Home:
    """Return the home of an output where there is one, else where it would be; touch nothing."""
    beside = sibling(out)
    return Home(str(beside)) if _is_folder(beside) else Home(str(_in_cache(out, project)))


def open_home(out: Path, project: Path, marker: str, mark: bytes) -> Home:
    """Make the home of an output, on its file system; homes whose outputs are gone are removed.

    It lies in the project's cache, `.pavgen-cache/outputs/`, if folders can be moved from there
    into the place of the output, else beside the output under a hidden name. It carries the
    output's own `marker` file, by which `clean` knows whose it is. `out` has its links resolved.
    """
    beside = sibling(out)
    inside = _in_cache(out, project)
    chosen = inside
    if _is_folder(beside) or not _can_serve(inside, out, project):
        chosen = beside
    _make(chosen, marker, mark, _told(out, project))
    _prune(inside.parent, project, inside.name)
    return Home(str(chosen))


def tidy(home: Home, out: Path) -> None:
    """Remove what a killed build may have left in a home, but for trees, which the next mends."""
    with suppress(FileNotFoundError):
        forget_manifests(home.folder, str(out), home.spare)
    for left in (Path(home.folder, _PROBE), _outer_probe(out)):
        with suppress(FileNotFoundError):
            left.rmdir()


def sibling(out: Path) -> Path:
    """Return the hidden folder beside an output that is its home where the cache cannot be."""
    return out.with_name(f".{out.name}.pavgen")


def _told(out: Path, project: Path) -> str:
    """Name an output in a way that stays true when the project is moved or copied."""
    root = project.resolve()
    return str(out.relative_to(root)) if out.is_relative_to(root) else str(out)


def _in_cache(out: Path, project: Path) -> Path:
    key = sha256(os.fsencode(_told(out, project))).hexdigest()[:16]
    return project / CACHE / _OUTPUTS / key


def _can_serve(inside: Path, out: Path, project: Path) -> bool:
    """Say whether a folder made in the cache can be moved to where the output is."""
    try:
        if (project / CACHE).is_symlink():
            return False
        (project / CACHE).mkdir(_FOLDER_MODE, exist_ok=True)
        for folder in (inside.parent, inside):
            _make_folder(folder)
        _try_to_move(inside / _PROBE, _outer_probe(out))
    except OSError:
        return False
    return True


def _outer_probe(out: Path) -> Path:
    return out.with_name(f".{out.name}{_PROBE}")


def _try_to_move(here: Path, there: Path) -> None:
    """Move an empty folder from one place to another: what may hinder it is not seen otherwise."""
    for left in (here, there):
        with suppress(FileNotFoundError):
            left.rmdir()
    here.mkdir()
    try:
        here.rename(there)
        there.rmdir()
    except OSError:
        here.rmdir()
        raise


def _make(home: Path, marker: str, mark: bytes, told: str) -> None:
    _make_folder(home)
    for name, data in ((marker, mark), (_WHERE, os.fsencode(told) + b"\n")):
        with suppress(OSError):
            if read_file(f"{home}/{name}", 4096) == data:
                continue
        if not (home / name).is_dir() or (home / name).is_symlink():
            (home / name).unlink(missing_ok=True)
        (home / name).write_bytes(data)


def _make_folder(folder: Path) -> None:
    if not _is_folder(folder):
        folder.unlink(missing_ok=True)
        folder.mkdir(_FOLDER_MODE)


def _prune(homes: Path, project: Path, own: str) -> None:
    """Remove the homes of outputs that are gone; one that does not say of which is damaged."""
    try:
        with os.scandir(homes) as found:
            names = sorted(e.name for e in found if e.is_dir(follow_symlinks=False))
    except OSError:
        return
    for name in names:
        if name != own and not _is_needed(homes / name, project):
            with suppress(OSError):
                remove_tree(str(homes / name))


def _is_needed(home: Path, project: Path) -> bool:
    told = read_file(f"{home}/{_WHERE}", 8192)
    if not isinstance(told, bytes) or not told.strip():
        return False
    out = project / os.fsdecode(told.removesuffix(b"\n"))
    return _is_folder(out) and _in_cache(out, project).name == home.name


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False
