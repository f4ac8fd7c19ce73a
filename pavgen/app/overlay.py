"""A preview's sources: everything of one commit, but one partner's folder of another."""

from pathlib import Path

from pavgen.app.reports import Overlay
from pavgen.files.git import commit_of, contents_of, entries_of, prefix_of
from pavgen.files.gittree import tree_at, tree_of
from pavgen.files.pathnames import shown_path
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, in_order
from pavgen.model.layout import standing_path
from pavgen.model.tree import SourceTree

_PROGRAM = b"content/program.yaml"


def overlaid(root: Path, overlay: Overlay) -> Checked[SourceTree]:
    """Read both commits from git's objects; files of the work tree are not looked at."""
    commits = [commit_of(root, revision) for revision in (overlay.base, overlay.head)]
    if None in commits:
        missing = shown_path(overlay.head if commits[0] else overlay.base)
        return _unread(f"git has no commit `{missing}` here")
    base = tree_at(root, str(commits[0]))
    head = tree_at(root, str(commits[1]), (overlay.folder,))
    if base is None or head is None:
        return _unread("git could not read the two commits")
    if not head.value.files and not head.diagnostics:
        return _unread(f"`{overlay.folder}` has no file in `{shown_path(overlay.head)}`")
    inside = f"{overlay.folder}/"
    files = {path: data for path, data in base.value.files.items() if not path.startswith(inside)}
    both = tree_of({**files, **head.value.files})
    elsewhere = [d for d in base.diagnostics if not d.span.path.startswith(inside)]
    return Checked(both.value, in_order([*elsewhere, *head.diagnostics, *both.diagnostics]))


def is_pending(tree: SourceTree, overlay: Overlay) -> bool:
    """Say whether the partner has no standing, so that a preview shows it as if admitted."""
    return standing_path(overlay.slug) not in tree.files


def program_at(root: Path, overlay: Overlay) -> bytes | None:
    """Return the bytes of the base's `content/program.yaml`; None where git has none."""
    commit, prefix = commit_of(root, overlay.base), prefix_of(root)
    if commit is None or prefix is None:
        return None
    found = entries_of(root, commit, [prefix + _PROGRAM]) or ()
    return next(iter(contents_of(root, [entry.content for entry in found]).values()), None)


def _unread(what: str) -> Checked[SourceTree]:
    remedy = "fetch both commits whole, and name the folder as `REV:partners/SLUG`"
    return Checked(SourceTree({}), (Diagnostic(Span("."), "revision-unread", what, remedy),))
