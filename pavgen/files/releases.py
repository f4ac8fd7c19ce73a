"""Releases of an agenda onto the disk: one line more, or the file as it was."""

from pathlib import Path

from pavgen.files.ledgers import Growth, grow_ledgers
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.model.releases import releases_path


def add_release(root: Path, event: str, before: str, line: str) -> Checked[str]:
    """Append a line to the releases of an event; return the path.

    `before` is the file's text as it was read, empty where there was none. What has become
    something else since is a finding, and stays as it is. The file is exchanged in one step, as
    a ledger is. Raises OSError where the machine refuses.
    """
    path = releases_path(event)
    growth = Growth(before.encode(), (before + line).encode())
    if grow_ledgers(root, {path: growth}).ok:
        return Checked(path)
    what = "the file is not what was read, or no plain file"
    remedy = "run the command again; it must have LF line ends"
    return Checked(path, (Diagnostic(Span(path), "releases-changed", what, remedy),))
