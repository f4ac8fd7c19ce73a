"""A check of some files among all: quick, for whoever is writing them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pavgen.app.load import Progress, load_project
from pavgen.app.means import working
from pavgen.app.processes import cores, uncollected
from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.values import dataclass
from pavgen.model.showing import Showing


@dataclass(frozen=True, slots=True)
class PathsReport:
    """What is wrong with some files; `elsewhere` counts the findings about all others.

    `pending` are partners among them that the programme has not admitted.
    """

    diagnostics: tuple[Diagnostic, ...]
    elsewhere: int
    texts: Mapping[str, str]
    pending: tuple[str, ...]


def check_paths(
    root: Path, showing: Showing, paths: Sequence[str], progress: Progress = lambda _: None
) -> PathsReport:
    """Check files and folders, given as paths from the project's root, against all others.

    Every file is read and every reference followed; no page is made, so what only shows when
    the sites are built is left to a check of the whole.
    """
    with uncollected(), working(root, jobs=cores()) as means:
        loaded = load_project(root, progress, showing.preview, means)
    own = tuple(d for d in loaded.diagnostics if _is_below(d.span.path, paths))
    pending = loaded.value.programme.pending
    return PathsReport(
        diagnostics=own,
        elsewhere=len(loaded.diagnostics) - len(own),
        texts=loaded.value.texts,
        pending=tuple(slug for slug in pending if _is_below(f"partners/{slug}/", paths)),
    )


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(
        f"{path}/".startswith(f"{folder.rstrip('/')}/") or folder == "." for folder in folders
    )
