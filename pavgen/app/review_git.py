"""A pull request as git's objects tell it: what it changes, and both trees, nothing checked out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pavgen.app.owners import OWNERS, owners_in
from pavgen.files.git import (
    NOTHING,
    Change,
    changes_between,
    commit_of,
    content_name,
    has_git,
    is_shallow,
    merge_base,
    prefix_of,
    sizes_of,
)
from pavgen.files.gittree import Blob, path_fault, read_blobs, tree_at, tree_of
from pavgen.files.pathnames import is_ignored, shown_path
from pavgen.files.reader import FOLDERS
from pavgen.kernel.diagnostics import Checked, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.layout import OtherFile, file_at, standing_path
from pavgen.model.records.owners import Owners
from pavgen.model.review.paths import PathChange, Registry, is_too_large
from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.model.tree import SourceTree


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
        return tuple(s for s in self.slugs if standing_path(s) not in files)


def pull_request(
    root: Path, base: str, head: str, account: int, expected: str = ""
) -> PullRequest | Unreadable:
    """Read what differs between two revisions; policy, owners and limits are those of the base.

    `expected` is the full name of the commit that the head has to be, where it matters.
    """
    commits = _commits(root, base, head)
    if isinstance(commits, Unreadable):
        return commits
    if expected and expected.lower() != commits[1]:
        why = f"the head is `{commits[1]}` and not `{expected}`; judge the one that is there now"
        return Unreadable("head-moved", why, commits)
    prefix, listed = prefix_of(root), changes_between(root, commits[2], commits[1])
    moved, tree = changes_between(root, commits[2], commits[0]), tree_at(root, commits[0])
    if prefix is None or listed is None or moved is None or tree is None:
        return Unreadable("git-refused", "git could not tell what is changed", commits)
    owners = _owners(tree.value)
    if owners is None:
        why = f"{OWNERS} of the base cannot be read, so nobody's right to change anything is known"
        return Unreadable("owners-unreadable", why, commits)
    sizes = sizes_of(root, [change.new for change in listed if change.new_mode != NOTHING])
    paths = tuple(_path(change, prefix, sizes) for change in listed)
    taken = [path for path in paths if _is_taken(path, is_staff=owners.is_staff(account))]
    rulings = (*_of_twice(paths), *_of_base(moved, listed, paths))
    merged = None if is_too_large(paths) else _merged(root, tree, taken)
    registry = Registry(
        owners=owners,
        partners=_partners(tree.value),
        logos=_logos(commits[0], tree.value),
        listings_left=_listings(merged.value if merged else tree.value),
    )
    return PullRequest(commits, paths, registry, tree, merged, rulings)


def _commits(root: Path, base: str, head: str) -> tuple[str, str, str] | Unreadable:
    if not has_git():
        return Unreadable("git-missing", "there is no git on this machine")
    if prefix_of(root) is None:
        return Unreadable("git-missing", "this is no git repository that may be read")
    tip, end = commit_of(root, base), commit_of(root, head)
    if is_shallow(root):
        # What the two share last may lie behind the cut; from an older commit on, a change
        # that takes back one of the base's would not be seen.
        why = "the repository is shallow; fetch the whole history"
        return Unreadable("git-shallow", why, (tip or "", end or "", ""))
    if tip is None or end is None:
        missing = base if tip is None else head
        why = f"the repository has no commit `{shown_path(missing)}`"
        return Unreadable("commit-missing", why, (tip or "", end or "", ""))
    shared = merge_base(root, tip, end)
    if shared is None:
        why = "base and head have no single last commit in common"
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
    data = tree.files.get(OWNERS)
    found = owners_in(data) if data is not None else Checked(Owners())
    return found.value if found.ok else None


def _is_taken(path: PathChange, *, is_staff: bool) -> bool:
    """Say whether a change is followed up to what it would do to the sites.

    What could not stay as it is, and what git does not have, is judged by its path alone.
    """
    if is_staff and path.kind.kind != "partner":
        ignored = any(map(is_ignored, path.path.split("/")))
        return path.is_sound and not ignored and path.path.partition("/")[0] in FOLDERS
    return path.is_sound and path.kind.kind == "partner"


def _of_twice(paths: Sequence[PathChange]) -> Iterator[Ruling]:
    """Find paths that a commit made by no ordinary git has more than once."""
    for path, times in Counter(change.path for change in paths).items():
        if times > 1:
            what = f"git has this path {times} times"
            yield Ruling("path-twice", Verdict.REFUSED, what, path)


def _of_base(
    moved: Sequence[Change], listed: Sequence[Change], paths: Sequence[PathChange]
) -> Iterator[Ruling]:
    """Find paths that the base has changed as well, in another way, since the two parted."""
    since = {change.path: (change.new_mode, change.new) for change in moved}
    for change, path in zip(listed, paths, strict=True):
        now = (change.new_mode, change.new)
        if since.get(change.path, now) != now:
            what = "the base has changed this file too; bring the branch up to date"
            yield Ruling("base-moved", Verdict.UNDECIDED, what, path.path)


def _merged(
    root: Path, tree: Checked[SourceTree], taken: Sequence[PathChange]
) -> Checked[SourceTree]:
    """Put the changed files into the base's tree, and take the deleted ones out of it."""
    gone = {change.path for change in taken if not change.new}
    files = {path: data for path, data in tree.value.files.items() if path not in gone}
    read = read_blobs(root, [Blob(change.path, change.new) for change in taken if change.new])
    merged = tree_of({**files, **read.value})
    found = dict.fromkeys((*tree.diagnostics, *read.diagnostics, *merged.diagnostics))
    return Checked(merged.value, in_order(tuple(found)))


def _partners(tree: SourceTree) -> frozenset[str]:
    standings = (path for path, _ in tree.under("content/standing"))
    known = {path.rpartition("/")[2].removesuffix(".yaml") for path in standings}
    return frozenset(known | {path.split("/")[1] for path, _ in tree.under("partners")})


def _listings(tree: SourceTree) -> frozenset[str]:
    return frozenset(
        path.split("/")[1] for path, _ in tree.under("partners") if path.endswith("/listing.yaml")
    )


def _logos(tip: str, tree: SourceTree) -> dict[str, tuple[str, ...]]:
    """Return whose logo a content is, by the name git gives it."""
    found: dict[str, tuple[str, ...]] = {}
    for path, data in tree.under("partners"):
        place = file_at(path)
        if isinstance(place, OtherFile) and place.type == "logo":
            name = content_name(data, like=tip)
            found[name] = (*found.get(name, ()), path.split("/")[1])
    return found
