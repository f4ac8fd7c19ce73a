"""`clean`: what pavgen wrote is removed, and nothing else."""

from pathlib import Path

from pavgen.files.outdir import read_marker, remove_output
from pavgen.files.removal import remove_tree
from pavgen.kernel.diagnostics import Checked, Diagnostic, in_order
from pavgen.kernel.values import dataclass

CACHE = ".pavgen-cache"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Which folders were removed, and which pavgen left since it did not write them."""

    removed: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()


def clean(root: Path, output: Path | None = None) -> Checked[Cleaned]:
    """Remove the sites' folders that carry pavgen's marker, and the cache.

    `output` is the folder that holds them. A folder without the marker stays, and so does the
    folder itself while anything is left in it. Raises OSError where the machine refuses.
    """
    holding = output or root / "output"
    removed: list[Path] = []
    kept: list[Path] = []
    findings: list[Diagnostic] = []
    for folder in _folders(holding):
        if read_marker(folder) is None:
            kept.append(folder)
            continue
        findings += remove_output(folder)
        removed.append(folder)
    cache = root / CACHE
    if cache.is_dir() and not cache.is_symlink():
        remove_tree(str(cache))
        removed.append(cache)
    if not output and holding.is_dir() and not holding.is_symlink() and not _names(holding):
        holding.rmdir()
    return Checked(Cleaned(tuple(removed), tuple(kept)), in_order(findings))


def _folders(holding: Path) -> list[Path]:
    if not holding.is_dir():
        return []
    found = [holding / name for name in _names(holding)]
    return [path for path in found if path.is_dir() and not path.is_symlink()]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
