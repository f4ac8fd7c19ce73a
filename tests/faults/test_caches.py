"""A cache that is damaged, somebody else's, or no cache: never trusted, and no reason to fail."""

import os
import sqlite3

import pytest

from tests.faults.forge import NOBODY
from tests.faults.harm import output_of

OLD, NEW = (("build", "--as-of", f"2026-11-{day}") for day in (21, 30))


def files_of(project):
    return sorted(path for path in (project / ".pavgen-cache").rglob("*") if path.is_file())


def overwritten(project):
    for path in files_of(project):
        path.write_bytes(b"damaged")


def cut_short(project):
    for path in files_of(project):
        os.truncate(path, path.stat().st_size // 2)


def flipped(project):
    for path in files_of(project):
        data = bytearray(path.read_bytes())
        for at in range(len(data) // 3, len(data), 997):
            data[at] ^= 0x40
        path.write_bytes(data)


def of_another_version(project):
    with sqlite3.connect(project / ".pavgen-cache/cache.db") as connection:
        connection.execute("PRAGMA user_version = 4711")
    connection.close()


def of_another_user(project):
    if os.geteuid() != 0:
        pytest.skip("only root may give files away")
    for path in files_of(project):
        os.chown(path, NOBODY, NOBODY)


def locked_by_the_dead(project):
    (project / ".pavgen-cache/lock").write_text("4194303 another-host\n")
    (project / ".pavgen-cache/lock.claim").write_text("4194303 another-host\n")


HARMS = (
    overwritten,
    cut_short,
    flipped,
    of_another_version,
    of_another_user,
    locked_by_the_dead,
)


PLACE = ".pavgen-cache/cache.db"
HARMED = (
    f"{PLACE}: warning[cache-harmed] what was remembered here is damaged, or another pavgen's, "
    "and was not used; nothing; it was made anew, and the result is that of a build from nothing"
)
ANOTHERS = (
    f"{PLACE}: warning[cache-place] this is somebody else's, so pavgen remembers nothing from "
    "one build to the next; remove it; pavgen makes a file of its own"
)
TOLD = {
    overwritten: [HARMED],
    cut_short: [HARMED],
    flipped: [HARMED],
    of_another_version: [HARMED],
    of_another_user: [ANOTHERS],
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_harmed_cache_gives_what_a_build_from_nothing_does(pavgen, project, cold, harm):
    pavgen(*NEW, project=project)
    pavgen(*OLD, project=project)
    harm(project)
    ran = pavgen(*NEW, project=project)
    assert (ran.status, output_of(project)) == (0, cold)
    assert [line for line in ran.err.splitlines() if "warning[" in line] == TOLD.get(harm, [])
    again = pavgen("build", *NEW[1:], project=project)
    assert (again.status, "cache-harmed" in again.err) == (0, False)


def test_a_harmed_cache_does_not_stop_a_strict_build(pavgen, project, cold):
    pavgen(*OLD, project=project)
    overwritten(project)
    ran = pavgen(*NEW, "--strict", project=project)
    assert (ran.status, "cache-harmed" in ran.err, output_of(project)) == (0, True, cold)


@pytest.mark.parametrize("kind", ["a link", "a link to nowhere", "a file"])
def test_what_stands_in_the_place_of_the_cache_is_told_and_left_alone(
    pavgen, project, cold, tmp_path, kind
):
    there = tmp_path / "there"
    if kind == "a file":
        (project / ".pavgen-cache").write_text("mine")
    else:
        (project / ".pavgen-cache").symlink_to(there)
    if kind == "a link":
        there.mkdir()
    for command in (NEW, ("check", *NEW[1:])):
        ran = pavgen(*command, project=project)
        assert (ran.status, ".pavgen-cache: warning[cache-place]" in ran.err) == (0, True)
    assert output_of(project) == cold
    assert [*there.iterdir()] == [] if kind == "a link" else not there.exists()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "Is a directory"),
        (lambda path: path.symlink_to("/etc/passwd"), "Too many levels of symbolic links"),
        (os.mkfifo, "not a plain file"),
    ],
    ids=["a folder", "a link", "a pipe"],
)
def test_a_lock_that_is_no_file_is_named(pavgen, project, make, words):
    (project / ".pavgen-cache").mkdir()
    lock = project / ".pavgen-cache/lock"
    make(lock)
    ran = pavgen(*OLD, project=project)
    assert (ran.status, ran.err) == (6, f"pavgen: {lock}: {words}\n")
    assert not (project / "output").exists()
