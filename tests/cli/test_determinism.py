"""One tree and one day give the same bytes in any folder, locale, time zone and process."""

import os
import shutil
import stat
import subprocess
import sys

from tests.cli.commands import pavgen, plain_environment, tree_of

DAY = ("--as-of", "2026-11-21")


def modes_of(folder):
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
    }


def test_builds_in_different_surroundings_are_byte_identical(project, tmp_path):
    other = tmp_path / "elsewhere" / "a project with spaces"
    shutil.copytree(project, other)
    for path in other.rglob("*"):
        os.utime(path, (0, 0))
    assert pavgen("build", *DAY, project=project, TZ="UTC", LC_ALL="C.UTF-8").status == 0
    odd = plain_environment() | {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4711",
        "SOURCE_DATE_EPOCH": "1",
    }
    done = subprocess.run(
        ["sh", "-c", 'umask 077; exec "$@"', "sh", sys.executable, "-m", "pavgen",
         "--project", str(other), "build", *DAY],
        env=odd, check=False, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0
    assert tree_of(other / "output") == tree_of(project / "output")
    assert modes_of(other / "output/partners") == modes_of(project / "output/partners")


def test_a_second_build_of_the_same_tree_changes_nothing(project):
    pavgen("build", *DAY, project=project)
    before = {p: p.stat().st_mtime_ns for p in (project / "output").rglob("*")}
    ran = pavgen("build", *DAY, project=project)
    assert "0 files changed" in ran.err
    assert {p: p.stat().st_mtime_ns for p in (project / "output").rglob("*")} == before
