"""A site's files onto the disk: all of them or none, in one step, at the cost of what changed."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from pavgen.files.lock import held_lock
from pavgen.files.outdir import MARKER, marker_bytes, output_findings, repair_output, settled
from pavgen.files.pathnames import proven_paths
from pavgen.files.removal import remove_tree
from pavgen.files.swap import exchange, make_durable, replace_in_two_steps, sync_folder
from pavgen.files.trees.applying import Applied, Source, apply, remove_below
from pavgen.files.trees.holding import Holding, Tree, Wanted, examine, folders_of
from pavgen.files.trees.home import Home, known_home, open_home, tidy
from pavgen.files.trees.manifest import (
    EMPTY,
    FOLDER_MODE,
    Manifest,
    forget_manifests,
    read_manifest,
    save_manifest,
)
from pavgen.kernel.diagnostics import Checked, DefectError
from pavgen.kernel.values import dataclass

_FEW = 64


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What a build did to its output, as sorted paths of files."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write_site(
    out: Path,
    files: Mapping[str, bytes],
    *,
    site_id: str,
    project: Path,
    digests: Mapping[str, bytes] | None = None,
    thorough: bool = False,
) -> Checked[WriteResult | None]:
    """Make `out` hold exactly `files`, in one step: the old site or the new one, never a mix.

    The site before this one is kept as a spare, out of sight. What differs is done to the spare,
    which is then exchanged with the site: the cost is that of the changes, and an error, a full
    disk or a kill leaves the old site whole. What is on the disk is known by the stamps of its
    files (`thorough`: by their bytes), so that whatever somebody did to it is made good.

    `digests` are the SHA-256 of files, for those that are known: the bytes of such a file are
    asked for only if they must be written. The value is None when pavgen may not write into
    `out`. Raises OSError where the machine refuses, DefectError for an unsafe path or a digest
    that is not that of its file.
    """
    if MARKER in files:
        raise DefectError(f"`{MARKER}` is written by the writer alone")
    findings = output_findings(out, project=project, site_id=site_id)
    if findings:
        proven_paths(list(files))
        return Checked(None, findings)
    marker = marker_bytes(site_id)
    known = digests or {}
    digests = _digests(files, known, marker)
    out = settled(out)
    repair_output(out)
    home = known_home(out, project)
    recorded = read_manifest(home.folder, str(out)) if _is_taken(out) else EMPTY
    site = Tree(str(out), recorded, home.spare)
    wanted = Wanted(digests, site.manifest.folders.keys())
    if site.manifest.digests.keys() != digests.keys():
        proven_paths(list(files))
        wanted = Wanted(digests, folders_of(digests))
    found = _found(site, wanted, thorough=thorough)
    if found and found.is_exact:
        with suppress(OSError):
            _remember(site, found, project, marker)
        return Checked(_result(digests, digests, ()))
    before = found.sound if found else recorded
    source = Source(_reader(files, known, marker), str(out), before, MARKER)
    _make_above(out)
    home = open_home(out, project, MARKER, marker)
    with held_lock(Path(home.folder, "lock")):
        _replace(home, wanted, source, recorded, thorough=thorough)
        strangers = remove_below(home.spare, found.strangers) if found else []
    return Checked(_result(digests, before.digests, strangers))


def _replace(
    home: Home, wanted: Wanted, source: Source, recorded: Manifest, *, thorough: bool
) -> None:
    """Make the spare tree what is wanted, and put it in the place of the site."""
    applied = _prepare(home, wanted, source, thorough=thorough)
    if len(applied.linked) > _FEW and recorded.files:
        # Links have moved the stamps of the site, which is about to be the spare.
        linked = replace(recorded, files={**recorded.files, **applied.linked})
        save_manifest(home.folder, source.root, linked, applied.linked)
    _put_in_place(home.spare, source.root)
    tidy(home, Path(source.root))


def _digests(
    files: Mapping[str, bytes], known: Mapping[str, bytes], marker: bytes
) -> dict[str, bytes]:
    """Return the digest of every file of the output; those that are unknown are hashed."""
    digests = dict(known) if known.keys() == files.keys() else {}
    for path in files if not digests else ():
        digests[path] = known[path] if path in known else sha256(files[path]).digest()
    digests[MARKER] = sha256(marker).digest()
    return digests


def _reader(
    files: Mapping[str, bytes], known: Mapping[str, bytes], marker: bytes
) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        data = marker if path == MARKER else files[path]
        if path in known and sha256(data).digest() != known[path]:
            raise DefectError(f"the digest given for `{path}` is not that of its bytes")
        return data

    return read


def _found(site: Tree, wanted: Wanted, *, thorough: bool) -> Holding | None:
    """Examine the site, unless it is not there, or is known to be another and goes anyway."""
    recorded = site.manifest.digests
    if not _is_taken(site.root) or (recorded and recorded != wanted.digests and not thorough):
        return None
    return examine(site, wanted, thorough=thorough)


def _remember(site: Tree, found: Holding, project: Path, marker: bytes) -> None:
    """Keep what was found out by reading; where that is refused, the next build reads again."""
    out = Path(site.root)
    home = known_home(out, project)
    if found.looked_at:
        home = open_home(out, project, MARKER, marker)
        save_manifest(home.folder, site.root, found.sound, found.looked_at)
    tidy(home, out)


def _prepare(home: Home, wanted: Wanted, source: Source, *, thorough: bool) -> Applied:
    """Make the spare tree what the site should be, on the disk, with its manifest."""
    is_new = _make_spare(home.spare)
    spare = Tree(home.spare, read_manifest(home.folder, home.spare), source.root)
    try:
        holding = examine(spare, wanted, mend=True, thorough=thorough)
        applied = apply(home.spare, holding, wanted, source)
        make_durable(home.spare, applied.written, applied.folders)
    except BaseException:
        # A new tree would only fill the disk. With another, or with the site, something may be
        # amiss that their manifests do not show: the next build is to read them.
        with suppress(OSError):
            if is_new:
                remove_tree(home.spare)
            forget_manifests(home.folder)
        raise
    fresh = {*applied.written, *applied.linked, *applied.folders, *holding.looked_at}
    save_manifest(home.folder, home.spare, applied.manifest, fresh)
    return applied


def _make_above(out: Path) -> None:
    """Make the folders above an output that are missing, open to readers under any umask."""
    missing = [folder for folder in out.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        folder.chmod(FOLDER_MODE)


def _make_spare(spare: str) -> bool:
    """Make the spare tree's root if there is none; say whether it was made."""
    if os.path.islink(spare) or os.path.isfile(spare):  # noqa: PTH113, PTH114 - text paths
        os.unlink(spare)  # noqa: PTH108 - the same
    if os.path.isdir(spare):  # noqa: PTH112 - the same
        return False
    os.mkdir(spare, FOLDER_MODE)  # noqa: PTH102 - the same
    os.chmod(spare, FOLDER_MODE)  # noqa: PTH101 - the umask may take bits
    return True


def _put_in_place(spare: str, out: str) -> None:
    """Give the spare tree the site's name, and the site, if there is one, the spare's."""
    if not _is_taken(out):
        os.rename(spare, out)  # noqa: PTH104 - text paths
    elif not exchange(spare, out):
        replace_in_two_steps(spare, out)
    for path in (out, spare):
        sync_folder(os.path.dirname(path))  # noqa: PTH120 - the same


def _is_taken(out: str | Path) -> bool:
    """Say whether there is a folder with anything in it."""
    try:
        with os.scandir(out) as found:
            return next(found, None) is not None
    except FileNotFoundError:
        return False


def _result(
    wanted: Mapping[str, bytes], before: Mapping[str, bytes], strangers: Iterable[str]
) -> WriteResult:
    # Lists and no sets: paths come nearly in order, and keep it.
    written = [path for path in wanted if path != MARKER and before.get(path) != wanted[path]]
    unchanged = [path for path in wanted if path != MARKER and before.get(path) == wanted[path]]
    removed = (before.keys() | set(strangers)) - wanted.keys()
    return WriteResult(tuple(sorted(written)), tuple(sorted(unchanged)), tuple(sorted(removed)))
