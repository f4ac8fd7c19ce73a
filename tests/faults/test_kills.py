"""`kill -9` at any moment of a build: the old site or the new one, whole; the next build is right."""

import os
import random
import tempfile
from pathlib import Path

import pytest

from pavgen.files.removal import remove_tree
from pavgen.files.writer import write_site
from tests.faults.builds import builds, site, tree_of

KNOWN = {"old": site("old"), "new": site("new")}


@pytest.fixture(scope="module")
def forge():
    with builds() as process:
        yield process


@pytest.fixture
def project():
    # In memory, where a sync costs nothing: here it is the order of the calls that counts.
    memory = Path("/dev/shm")  # noqa: S108 - made anew inside it
    where = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=where, prefix="pavgen-kills-") as folder:
        (Path(folder) / "content").mkdir()
        yield Path(folder)


def write(project, mark):
    out = project / "output/main"
    assert write_site(out, site(mark), site_id="main", project=project).diagnostics == ()


def standing(project):
    """Say which version the output is, whole; or that it is none."""
    found = tree_of(project / "output/main")
    return next((mark for mark, files in KNOWN.items() if files == found), f"a mix: {found}")


def left_behind(project):
    """Return what stands beside the output, in the home of its spare, and above."""
    (home,) = (project / ".pavgen-cache/outputs").iterdir()
    kept = {".pavgen-output", "lock", "spare", "where"}
    manifests = (
        {f"{(home / 'spare').lstat().st_ino}.manifest"} if (home / "spare").exists() else set()
    )
    manifests.add(f"{(project / 'output/main').lstat().st_ino}.manifest")
    beside = [path for path in (project / "output").iterdir() if path.name != "main"]
    above = [
        path
        for path in project.iterdir()
        if path.name not in {".pavgen-cache", "content", "output"}
    ]
    return [*beside, *above, *(p for p in home.iterdir() if p.name not in kept | manifests)]


def test_one_of_two_sites_stands_after_a_kill_before_any_call_of_a_build(forge, project):
    seen, number = [], 1
    for round_ in range(1, 1000):
        write(project, "mid")
        write(project, "old")
        number += 3 + round_ % 3
        if not forge.was_killed(project, number):
            break
        seen.append(standing(project))
        write(project, "end")
        assert tree_of(project / "output/main") == site("end")
        assert left_behind(project) == []
    assert standing(project) == "new"
    assert set(seen) == {"old", "new"}
    assert seen == sorted(seen, reverse=True), "the exchange is one moment"


@pytest.mark.parametrize("how", ["steps", "renames"])
def test_a_killed_second_build_which_makes_the_spare_leaves_one_site(forge, project, how):
    number, seen = 1, set()
    for round_ in range(1, 1000):
        number += 2 + 7 * (round_ % 2)
        clear(project)
        write(project, "old")
        if not forge.was_killed(project, number, how=how):
            break
        if how == "steps":
            seen.add(standing(project))
        write(project, "new")
        assert (standing(project), left_behind(project)) == ("new", [])
    assert how == "renames" or seen == {"old", "new"}
    assert standing(project) == "new"


def test_a_killed_first_build_leaves_no_site_or_a_whole_one(forge, project):
    number, seen = 1, set()
    for round_ in range(1, 1000):
        number += 2 + 7 * (round_ % 2)
        clear(project)
        if not forge.was_killed(project, number):
            break
        out = project / "output/main"
        seen.add(standing(project) if out.exists() else "nothing")
        write(project, "old")
        assert (standing(project), left_behind(project)) == ("old", [])
    assert seen == {"nothing", "new"}


def test_a_killed_mending_leaves_the_edited_site_or_the_mended_one(forge, project):
    write(project, "new")
    write(project, "old")
    edited = site("old") | {"p/1/index.html": b"edited", "p/1/mine": b"mine"}
    seen, number = set(), 1
    for round_ in range(1, 1000):
        number += 2 + 7 * (round_ % 2)
        (project / "output/main/p/1/index.html").write_bytes(b"edited")
        (project / "output/main/p/1/mine").write_bytes(b"mine")
        if not forge.was_killed(project, number, mark="old"):
            break
        found = tree_of(project / "output/main")
        assert found in (edited, site("old"))
        seen.add(found == edited)
        write(project, "old")
        assert (standing(project), left_behind(project)) == ("old", [])
    assert seen == {True, False}


def test_one_of_two_sites_stands_after_a_kill_at_each_of_100_random_moments(forge, tmp_path):
    # On the disk, where a sync takes time and kills come in the midst of it.
    (tmp_path / "content").mkdir()
    chance = random.Random(6)  # noqa: S311 - moments, not secrets
    write(tmp_path, "old")
    seen = set()
    for moment in range(100):
        forge.was_killed(tmp_path, chance.randrange(1, 60_000), how="time")
        seen.add(standing(tmp_path))
        if moment % 4 == 0:
            write(tmp_path, "old")
            assert (standing(tmp_path), left_behind(tmp_path)) == ("old", [])
    assert seen == {"old", "new"}


def clear(project):
    for name in ("output", ".pavgen-cache"):
        folder = project / name
        if folder.exists():
            remove_tree(str(folder))
