"""The output folder: whether pavgen may write there, whose it is, and what dead builds left."""

import errno
import json
import os
import re
from contextlib import suppress
from pathlib import Path

from pavgen.files.plainfile import read_file
from pavgen.files.reader import FOLDERS
from pavgen.files.removal import remove_tree
from pavgen.files.swap import OLD
from pavgen.files.trees.home import sibling
from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.kernel.values import dataclass

MARKER = ".pavgen-output"
FORMAT = 1
_MOST_MARKER = 4096
_KEPT_APART = (*FOLDERS, ".git", ".pavgen-cache")


@dataclass(frozen=True, slots=True)
class Marker:
    """What the marker file of an output folder says: the format, and the site it holds."""

    format: int
    site: str


def marker_bytes(site_id: str) -> bytes:
    """Write the marker of a site's output: the same bytes for the same site, no time."""
    return (json.dumps({"format": FORMAT, "site": site_id}, sort_keys=True) + "\n").encode()


def read_marker(out: Path) -> Marker | None:
    """Read the marker of an output folder; None where there is none that pavgen wrote."""
    data = read_file(f"{out}/{MARKER}", _MOST_MARKER)
    if not isinstance(data, bytes):
        return None
    try:
        value: object = json.loads(data)
    except ValueError:
        return None
    match value:
        case {"format": int(number), "site": str(site)}:
            return Marker(number, site)
        case _:
            return None


def output_findings(out: Path, *, project: Path, site_id: str) -> tuple[Diagnostic, ...]:
    """Say why pavgen may not write the site into `out`; nothing when it may.

    It may write into a folder that is not there, is empty, or carries the marker of this site,
    unless the folder lies among the sources, holds them, or is somebody's whole disk or home.
    """
    place = _place_fault(out, project)
    if place:
        remedy = "choose another folder with `--output`"
        return (Diagnostic(Span(str(out)), "output-place", place, remedy),)
    content = _content_fault(out, site_id)
    if content:
        remedy = "choose an empty folder with `--output`, or remove this one yourself"
        return (Diagnostic(Span(str(out)), "output-foreign", content, remedy),)
    return ()


def remove_output(out: Path) -> tuple[Diagnostic, ...]:
    """Remove an output folder and what builds keep or have left beside it, if pavgen wrote it.

    A folder that is not there is no finding; one without our marker is, and stays.
    """
    out = settled(out)
    if out.is_symlink() or (out.exists() and read_marker(out) is None):
        what = f"the folder has no `{MARKER}`, so pavgen did not write it"
        return (Diagnostic(Span(str(out)), "output-foreign", what, "remove it yourself"),)
    repair_output(out)
    for folder in (sibling(out), out):
        if folder.is_dir() and not folder.is_symlink() and read_marker(folder):
            remove_tree(str(folder), last=MARKER)
    return ()


def repair_output(out: Path) -> tuple[str, ...]:
    """Undo what a killed build left: an output moved aside is put back, temporaries removed.

    Returns what was done, a sentence each.
    """
    out = settled(out)
    done: list[str] = []
    old = Path(f"{out}{OLD}")
    if not old.is_symlink() and old.is_dir() and read_marker(old):
        if out.exists():
            remove_tree(str(old), last=MARKER)
            done.append(f"removed `{old.name}`, the output before the last build")
        else:
            old.rename(out)
            done.append(f"put back `{out.name}`, which a killed build had moved aside")
    for left in _left_by_the_dead(out):
        with suppress(PermissionError):
            remove_tree(str(left), last=MARKER)
            done.append(f"removed `{left.name}`, which a killed build had left")
    return tuple(done)


def settled(out: Path) -> Path:
    """Resolve the links of the folders above `out`, and not of `out` itself.

    Raises OSError for a loop of links.
    """
    try:
        if out.name in {"", ".."}:
            return out.resolve()
        return out.parent.resolve() / out.name
    except RuntimeError as error:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(out)) from error


def _place_fault(out: Path, project: Path) -> str:
    real = settled(out)
    root = project.resolve()
    home = _home()
    faults = (
        (out.is_symlink(), "is a link"),
        (out.exists() and not out.is_dir(), "is not a folder"),
        (root.is_relative_to(real), "holds the project itself"),
        (
            any(real.is_relative_to(root / name) for name in _KEPT_APART),
            "lies among the project's sources",
        ),
        (home is not None and home.is_relative_to(real), "is or holds your home folder"),
        ((real / ".git").exists(), "is a git repository"),
    )
    return next((f"the output folder {fault}" for holds, fault in faults if holds), "")


def _content_fault(out: Path, site_id: str) -> str:
    try:
        with os.scandir(out) as found:
            empty = next(found, None) is None
    except FileNotFoundError:
        return ""
    if empty:
        return ""
    marker = read_marker(out)
    if marker is None:
        return f"the folder is not empty and has no `{MARKER}`, so pavgen did not write it"
    if marker.site != site_id:
        return f"the folder holds the site `{marker.site}`"
    return ""


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _left_by_the_dead(out: Path) -> list[Path]:
    pattern = re.compile(re.escape(out.name) + r"\.pavgen-([0-9]{1,10})-[0-9a-f]{8}")
    try:
        with os.scandir(out.parent) as found:
            names = sorted(e.name for e in found if e.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        return []
    matches = [match for name in names if (match := pattern.fullmatch(name))]
    return [out.parent / match.string for match in matches if not _is_alive(int(match.group(1)))]


def _is_alive(pid: int) -> bool:
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except OSError as error:
        return error.errno == errno.EPERM
    except OverflowError:
        return False
    return True
