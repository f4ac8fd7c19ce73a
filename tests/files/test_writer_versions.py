"""Any sequence of versions and of what people do to an output, against a dict that is the site."""

import os
import random
import stat
import tempfile
from pathlib import Path

import pytest

from pavgen.files.outdir import MARKER
from pavgen.files.writer import write_site
from tests.files import meddling

# Names that differ in kind, in case, in depth, and beyond ASCII.
NAMES = ["a", "b", "A", "index.html", "é", "日本", "x y", ".well-known", "a.html"]


@pytest.fixture
def project():
    memory = Path("/dev/shm")  # noqa: S108 - made anew inside it, where a sync costs nothing
    where = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=where, prefix="pavgen-versions-") as folder:
        (Path(folder) / "content").mkdir()
        yield Path(folder)


def some_version(chance, before):
    """Change a few files of a version; a page may become a folder, and names their case."""
    files = dict(before)
    for _ in range(chance.randrange(4)):
        if files and chance.random() < 0.5:
            del files[chance.choice(sorted(files))]
        path = "/".join(chance.choice(NAMES) for _ in range(chance.choice([1, 2, 2, 3])))
        fold = path.casefold()
        rivals = [
            other for other in files
            if other.casefold() == fold or other.casefold().startswith(f"{fold}/") or fold.startswith(f"{other.casefold()}/")
        ]  # fmt: skip
        for other in rivals:
            del files[other]
        if not any(_clash(path, other) for other in files):
            files[path] = chance.choice([b"", b"1", b"2", b"long" * 99])
    return files


def _clash(path, other):
    """Say whether two paths have folders that differ in case alone."""
    mine, theirs = path.split("/"), other.split("/")
    for one, two in zip(mine, theirs, strict=False):
        if one.casefold() != two.casefold():
            return False
        if one != two:
            return True
    return False


def meddle(chance, root, elsewhere):
    """Do to a tree what people and programs do, or nothing; return what was done."""
    paths = sorted(p for p in root.rglob("*") if p.name != MARKER and not p.is_symlink())
    deeds = [(deed, root) for deed in meddling.TO_ANY_FOLDER]
    for path in paths:
        if path.is_dir():
            deeds += [(deed, path) for deed in meddling.TO_ANY_FOLDER + meddling.TO_A_FOLDER]
        else:
            deeds += [(deed, path) for deed in meddling.TO_A_FILE]
    done = chance.sample(deeds, 1) if chance.random() < 0.8 else []
    for deed, path in done:
        deed(path, elsewhere)
    return [(deed.__name__, path) for deed, path in done]


def entries(root):
    """Return everything below a folder: files as bytes, folders as None, anything odd as text."""
    found: dict[str, bytes | str | None] = {}
    for path in root.rglob("*"):
        status = path.lstat()
        name = path.relative_to(root).as_posix()
        if stat.S_ISDIR(status.st_mode) and stat.S_IMODE(status.st_mode) == 0o755:
            found[name] = None
        elif stat.S_ISREG(status.st_mode) and stat.S_IMODE(status.st_mode) == 0o644:
            found[name] = path.read_bytes()
        else:
            found[name] = stat.filemode(status.st_mode)
    return found


def expected(files):
    folders = {str(above) for path in files for above in Path(path).parents} - {"."}
    return {**dict.fromkeys(folders), **files}


def shuffled(chance, files):
    return {path: files[path] for path in chance.sample(sorted(files), len(files))}


@pytest.mark.parametrize("seed", range(8))
def test_after_any_version_and_any_meddling_the_output_is_that_version(project, seed):
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    out = project / "output/main"
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_bytes(b"kept")
    files: dict[str, bytes] = {}
    story: list[object] = []
    for _ in range(60):
        files = some_version(chance, files) if chance.random() < 0.7 else files
        checked = write_site(
            out,
            shuffled(chance, files),
            site_id="main",
            project=project,
            thorough=chance.random() < 0.1,
        )
        assert checked.diagnostics == ()
        found = entries(out)
        assert found.pop(MARKER) is not None
        assert found == expected(files), story
        (home,) = (project / ".pavgen-cache/outputs").iterdir()
        trees = [out, home / "spare"] if (home / "spare").exists() else [out]
        story.append(meddle(chance, chance.choice(trees), elsewhere))
    assert (elsewhere / "kept").read_bytes() == b"kept"


@pytest.mark.parametrize("seed", range(3))
def test_what_was_written_and_removed_is_told_as_a_comparison_of_versions_tells_it(project, seed):
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    out = project / "output/main"
    before: dict[str, bytes] = {}
    for _ in range(40):
        files = some_version(chance, before)
        result = write_site(out, shuffled(chance, files), site_id="main", project=project).value
        assert result is not None
        assert result.written == tuple(sorted(p for p in files if before.get(p) != files[p]))
        assert result.unchanged == tuple(sorted(p for p in files if before.get(p) == files[p]))
        assert result.removed == tuple(sorted(before.keys() - files.keys()))
        before = files
