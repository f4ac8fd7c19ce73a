"""Git's objects, read and never checked out: commits, trees, contents."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pavgen.kernel.values import dataclass

_PATIENCE = 120
_QUIET = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "protocol.allow=never",
    "-c",
    "log.showSignature=false",
)
"""No program of the repository's choosing is run, nothing is fetched, nothing is replaced."""

_EVERYTHING = (
    "-r",
    "-z",
    "--raw",
    "--full-index",
    "--no-abbrev",
    "--no-renames",
    "--no-relative",
    "--no-ext-diff",
    "--ignore-submodules=none",
)
"""Whatever the repository's settings say: each path in full, and a rename as two changes."""

FILE = "100644"
NOTHING = "000000"
_BATCH = 2000
_SHA1 = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: its path's bytes, git's mode for it, and the name of its content."""

    path: bytes
    mode: str
    content: str


@dataclass(frozen=True, slots=True)
class Change:
    """A path whose mode or content differs between two commits; mode `000000` is no file.

    `status` is git's letter: `A` added, `D` deleted, `M` modified, `T` of another kind.
    """

    path: bytes
    status: str
    old_mode: str
    new_mode: str
    old: str
    new: str


def run_git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Run git in a folder; None where it is missing, refuses, or takes too long."""
    program = shutil.which("git")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - git itself, and every name is an argument
            [program, *_QUIET, *arguments],
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None


def has_git() -> bool:
    """Say whether there is a git to run."""
    return shutil.which("git") is not None


def commit_of(folder: Path, revision: str) -> str | None:
    """Return the full name of the commit a revision means, or None."""
    asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = run_git(folder, "rev-parse", *asked)
    return found.decode().strip() if found else None


def prefix_of(folder: Path) -> bytes | None:
    """Return the path of a folder within its work tree, ending in `/`, or nothing at its top."""
    found = run_git(folder, "rev-parse", "--show-prefix")
    return None if found is None else found.rstrip(b"\n")


def is_shallow(folder: Path) -> bool:
    """Say whether the repository begins in the middle of its history."""
    return run_git(folder, "rev-parse", "--is-shallow-repository") != b"false\n"


def merge_base(folder: Path, one: str, other: str) -> str | None:
    """Return the commit that two have in common last; None where they have none, or several."""
    found = run_git(folder, "merge-base", "--all", one, other)
    names = found.decode().split() if found else []
    return names[0] if len(names) == 1 else None


def changes_between(folder: Path, old: str, new: str) -> tuple[Change, ...] | None:
    """Return every path that differs between two commits, renames as what they are: two changes."""
    told = run_git(folder, "diff-tree", *_EVERYTHING, old, new)
    return None if told is None else tuple(_changes(told))


def entries_of(folder: Path, commit: str, below: Iterable[bytes]) -> tuple[Entry, ...] | None:
    """Return all files of a commit below some folders, given as paths from the top.

    A folder the commit does not have is empty; one that git cannot read makes the answer None.
    """
    paths = [os.fsdecode(path) for path in below]
    told = run_git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
    return None if told is None else tuple(_entries(told))


def sizes_of(folder: Path, contents: Iterable[str]) -> Mapping[str, int]:
    """Return the size in bytes of each content that is there, without reading it."""
    names = sorted(set(contents))
    told = run_git(folder, "cat-file", "--batch-check", given=_lines(names)) or b""
    rows = (line.split(" ") for line in told.decode("utf-8", "replace").splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == len(_KNOWN) and row[1] == "blob"}


def contents_of(folder: Path, contents: Iterable[str]) -> Mapping[str, bytes]:
    """Return the bytes of each content that is there and sound; ask for their sizes before."""
    names = sorted(set(contents))
    found: dict[str, bytes] = {}
    for start in range(0, len(names), _BATCH):
        told = run_git(folder, "cat-file", "--batch", given=_lines(names[start : start + _BATCH]))
        found.update(_contents(told or b""))
    return found


def content_name(data: bytes, *, like: str) -> str:
    """Return the name git gives a content, of the kind that another name is."""
    digest = hashlib.new("sha1" if len(like) == _SHA1 else "sha256", usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()


_KNOWN = ("name", "kind", "size")


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _changes(told: bytes) -> Iterator[Change]:
    parts = told.split(b"\0")
    for row, path in zip(parts[0:-1:2], parts[1::2], strict=True):
        old_mode, new_mode, old, new, status = row.decode().removeprefix(":").split(" ")
        yield Change(path, status[0], old_mode, new_mode, old, new)


def _entries(told: bytes) -> Iterator[Entry]:
    for row in told.split(b"\0")[:-1]:
        facts, _, path = row.partition(b"\t")
        mode, _, content = facts.decode().split(" ")
        yield Entry(path, mode, content)


def _contents(told: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what answers to its name; git checks no digest of what it hands out."""
    at = 0
    while at < len(told):
        end = told.find(b"\n", at)
        row = told[at:end].decode("utf-8", "replace").split(" ") if end >= 0 else []
        if len(row) == len(_KNOWN) and row[2].isdigit():
            data = told[end + 1 : end + 1 + int(row[2])]
            if row[1] == "blob" and content_name(data, like=row[0]) == row[0]:
                yield row[0], data
            end += len(data) + 1
        elif row[1:] != ["missing"]:
            return
        at = end + 1
