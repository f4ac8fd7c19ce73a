"""A pull request as git's objects tell it: what it changes, and both trees, nothing checked out."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pavgen.files.git import (
    NOTHING,
    Change,
    changes_between,
    commit_of,
    has_git,
    is_shallow,
    merge_base,
    prefix_of,
    sizes_of,
)
from pavgen.files.gittree import Blob, path_fault, read_blobs, tree_at, tree_of
from pavgen.files.pathnames import shown_path
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import parse_yaml
from pavgen.kernel.diagnostics import Checked, has_errors
from pavgen.model.decode import decode
from pavgen.model.document import RawDocument
from pavgen.model.layout import OtherFile, file_at
from pavgen.model.records.owners import Owners
from pavgen.model.review.paths import PathChange, Registry, is_too_large
from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.model.tree import SourceTree

_OWNERS = "content/owners.yaml"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a pull request cannot be judged, and what is known of its commits."""

    rule: str
    why: str
    commits: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class PullRequest:
    """What a pull request changes.

    `commits` are the base's tip, the head's, and the last they share. `base` is the project at
    the base's tip; `head` the same with the changes taken in, or None where they are too many
    to be read. `rulings` are what only git can tell.
    """

    commits: tuple[str, str, str]
    paths: tuple[PathChange, ...]
    registry: Registry
    base: Checked[SourceTree]
    head: Checked[SourceTree] | None
    rulings: tuple[Ruling, ...] = ()

    @property
    def slugs(self) -> tuple[str, ...]:
        """The partners whose folders are changed."""
        return tuple(sorted({change.kind.slug for change in self.paths if change.kind.slug}))

    @property
    def pending(self) -> tuple[str, ...]:
        """Those of them that have no standing."""
        files = self.base.value.files
        return tuple(s for s in self.slugs if f"content/standing/{s}.yaml" not in files)


def pull_request(root: Path, base: str, head: str, account: int) -> PullRequest | Unreadable:
    """Read what differs between two revisions; policy, owners and limits are those of the base."""
    commits = _commits(root, base, head)
    if isinstance(commits, Unreadable):
        return commits
    prefix, listed = prefix_of(root), changes_between(root, commits[2], commits[1])
    tree = tree_at(root, commits[0])
    if prefix is None or listed is None or tree is None:
        return Unreadable("git-refused", "git could not tell what is changed", commits)
    sizes = sizes_of(root, [change.new for change in listed if change.new_mode != NOTHING])
    paths = tuple(_path(change, prefix, sizes) for change in listed)
    owners = _owners(tree.value)
    if owners is None:
        why = f"{_OWNERS} of the base cannot be read, so nobody's right to change anything is known"
        return Unreadable("owners-unreadable", why, commits)
    staff = owners.is_staff(account)
    taken = [
        (change, path)
        for change, path in zip(listed, paths, strict=True)
        if path.kind.kind == "partner" or (staff and not path.fault)
    ]
    rulings = tuple(_of_base(root, commits, taken))
    merged = None if is_too_large(paths) else _merged(root, tree, taken)
    registry = Registry(
        owners=owners,
        partners=_partners(tree.value),
        logos=_logos(root, tree.value),
        listings_left=_listings(merged.value if merged else tree.value),
    )
    return PullRequest(commits, paths, registry, tree, merged, rulings)


def _commits(root: Path, base: str, head: str) -> tuple[str, str, str] | Unreadable:
    if not has_git():
        return Unreadable("git-missing", "there is no git on this machine")
    if prefix_of(root) is None:
        return Unreadable("git-missing", "this is no git repository that may be read")
    tip, end = commit_of(root, base), commit_of(root, head)
    if tip is None or end is None:
        missing = base if tip is None else head
        why = f"the repository has no commit `{shown_path(missing)}`"
        return Unreadable("commit-missing", why, (tip or "", end or "", ""))
    shared = merge_base(root, tip, end)
    if shared is None:
        why = "base and head have no single last commit in common"
        if is_shallow(root):
            why += "; the repository is shallow, so fetch the whole history"
        return Unreadable("base-unrelated", why, (tip, end, ""))
    return tip, end, shared


def _path(change: Change, prefix: bytes, sizes: Mapping[str, int]) -> PathChange:
    inside = change.path.startswith(prefix)
    path = change.path.removeprefix(prefix) if inside else b"../" + change.path
    gone = change.new_mode == NOTHING
    return PathChange(
        path=shown_path(path.decode("utf-8", "surrogateescape")),
        status=change.status,
        old_mode=change.old_mode,
        new_mode=change.new_mode,
        size=0 if gone else sizes.get(change.new, -1),
        old="" if change.old_mode == NOTHING else change.old,
        new="" if gone else change.new,
        fault=path_fault(path) if inside else "",
    )


def _owners(tree: SourceTree) -> Owners | None:
    """Decode the base's owners; None where there are some that cannot be read."""
    if _OWNERS not in tree.files:
        return Owners()
    text = decode_text(_OWNERS, tree.files[_OWNERS])
    if text.value is None:
        return None
    parsed = parse_yaml(_OWNERS, text.value)
    decoded = decode([RawDocument(_OWNERS, parsed.value)])
    broken = has_errors(parsed.diagnostics) or any(
        d.span.path == _OWNERS for d in decoded.diagnostics
    )
    return None if broken else decoded.value.owners


def _of_base(
    root: Path,
    commits: tuple[str, str, str],
    taken: Sequence[tuple[Change, PathChange]],
) -> list[Ruling]:
    """Find paths that the base has changed as well, in another way, since the two parted."""
    moved = changes_between(root, commits[2], commits[0]) or ()
    since = {change.path: change.new for change in moved}
    return [
        Ruling(
            "base-moved",
            Verdict.UNDECIDED,
            "the base has changed this file too; bring the branch up to date",
            path.path,
        )
        for change, path in taken
        if change.path in since and since[change.path] != change.new
    ]


def _merged(
    root: Path, tree: Checked[SourceTree], taken: Sequence[tuple[Change, PathChange]]
) -> Checked[SourceTree]:
    """Put the changed files into the base's tree, and take the deleted ones out of it."""
    files = dict(tree.value.files)
    wanted = []
    for change, path in taken:
        files.pop(path.path, None)
        if change.new_mode == "100644" and path.path.partition("/")[0] in {
            "content",
            "partners",
            "themes",
        }:
            wanted.append(Blob(path.path, change.new))
    read = read_blobs(root, wanted)
    merged = tree_of({**files, **read.value})
    return Checked(merged.value, (*tree.diagnostics, *read.diagnostics, *merged.diagnostics))


def _partners(tree: SourceTree) -> frozenset[str]:
    standings = (path for path, _ in tree.under("content/standing"))
    known = {path.rpartition("/")[2].removesuffix(".yaml") for path in standings}
    return frozenset(known | {path.split("/")[1] for path, _ in tree.under("partners")})


def _listings(tree: SourceTree) -> frozenset[str]:
    return frozenset(
        path.split("/")[1] for path, _ in tree.under("partners") if path.endswith("/listing.yaml")
    )


def _logos(root: Path, tree: SourceTree) -> dict[str, str]:
    """Return whose logo a content is, by the digest git would give it."""
    is_sha1 = len(commit_of(root, "HEAD") or "") in {0, 40}
    found: dict[str, str] = {}
    for path, data in tree.under("partners"):
        place = file_at(path)
        if isinstance(place, OtherFile) and place.type == "logo":
            digest = hashlib.new("sha1" if is_sha1 else "sha256", usedforsecurity=False)
            digest.update(b"blob %d\0" % len(data) + data)
            found.setdefault(digest.hexdigest(), path.split("/")[1])
    return found
