"""What git remembers of a ledger: whether every version is the beginning of the next."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pavgen.files.git import commit_of, content_name, run_git
from pavgen.kernel.values import dataclass

_MOST_VERSIONS = 5000


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a file in git: the commit, its day, and the name of its content."""

    commit: str
    day: str
    content: str
    size: int


@dataclass(frozen=True, slots=True)
class Past:
    """What git remembers of a file.

    `versions` are those of the main line (first parents), the latest first; `aside` those that
    only merged branches had. `is_shallow` says that the repository begins in the middle,
    `is_cut` that there were more versions than are looked at.
    """

    versions: tuple[Version, ...] = ()
    aside: tuple[Version, ...] = ()
    is_shallow: bool = False
    is_cut: bool = False


def is_tracked(folder: Path) -> bool:
    """Say whether a folder lies in the work tree of a git repository that may be read."""
    return run_git(folder, "rev-parse", "--is-inside-work-tree") == b"true\n"


def past_of(folder: Path, name: str) -> Past | None:
    """Return what git remembers of a file of a folder; None where git cannot tell."""
    main = _commits(folder, name, "--first-parent")
    every = _commits(folder, name, "--full-history")
    shallow = run_git(folder, "rev-parse", "--is-shallow-repository")
    if main is None or every is None or shallow is None:
        return None
    versions = _versions(folder, name, main)
    known = {version.content for version in versions}
    aside = tuple(v for v in _versions(folder, name, every) if v.content not in known)
    is_cut = max(len(main), len(every)) >= _MOST_VERSIONS
    return Past(versions, aside, shallow == b"true\n", is_cut)


def names_in_past(folder: Path) -> tuple[str, ...]:
    """Return the names of all files that any commit has had in a folder, sorted."""
    listed = run_git(folder, "log", "-z", "--format=", "--name-only", "--relative", "--", ".")
    names = (listed or b"").decode("utf-8", "replace").split("\0")
    return tuple(sorted({name.strip("\n") for name in names if name.strip("\n")}))


def version_at(folder: Path, name: str, revision: str) -> Version | None:
    """Return a file's version in a revision; its size is -1 where that has no such file.

    None where there is no such revision.
    """
    known = commit_of(folder, revision)
    if known is None:
        return None
    return next(iter(_versions(folder, name, [(known, "")])), Version(known, "", "", -1))


def is_beginning(version: Version, data: bytes) -> bool:
    """Say whether a file begins with a version's content, by the digest git gives it."""
    beginning = data[: version.size]
    return content_name(beginning, like=version.content) == version.content


def content_of(folder: Path, version: Version) -> bytes | None:
    """Return a version's content."""
    return run_git(folder, "cat-file", "blob", version.content)


def _commits(folder: Path, name: str, how: str) -> list[tuple[str, str]] | None:
    limit = f"--max-count={_MOST_VERSIONS}"
    told = run_git(folder, "log", how, limit, "--format=%H %cs", "--", name)
    if told is None:
        # A repository without a commit has no log to tell.
        return [] if run_git(folder, "rev-parse", "--git-dir") is not None else None
    rows = (line.split(" ") for line in told.decode().splitlines())
    return [(commit, day) for commit, day in rows]


def _versions(folder: Path, name: str, commits: Sequence[tuple[str, str]]) -> tuple[Version, ...]:
    """Look up the file in each commit; one that has none, or the same as before, is left out."""
    asked = "".join(f"{commit}:./{name}\n" for commit, _ in commits)
    told = run_git(folder, "cat-file", "--batch-check", given=asked.encode())
    return tuple(_found(commits, (told or b"").decode("utf-8", "replace").splitlines()))


def _found(commits: Sequence[tuple[str, str]], told: Sequence[str]) -> Iterator[Version]:
    seen = ""
    for (commit, day), line in zip(commits, told, strict=False):
        parts = line.split(" ")
        if len(parts) == 3 and parts[1] == "blob" and parts[0] != seen:  # noqa: PLR2004 - name, kind, size
            seen = parts[0]
            yield Version(commit, day, parts[0], int(parts[2]))
