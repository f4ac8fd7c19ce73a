"""A disk that fills up in the midst of a build: the old site stays, and the next build is right."""

import errno
import shutil
import subprocess
from contextlib import contextmanager

import pytest

from pavgen.files.writer import write_site
from tests.faults.builds import tree_of

EARLIER = {f"p/{n}": b"" for n in range(20)} | {"q/same": b"s" * 9000}
OLD = {f"p/{n}": b"o" * 9000 for n in range(20)} | {"q/same": b"s" * 9000}
NEW = {f"p/{n}": b"n" * 9000 for n in range(20)} | {"q/same": b"s" * 9000, "r/new": b"n" * 9000}


@contextmanager
def small_disk(folder, options):
    """Have a disk of a small size in memory, where this machine lets the tests have one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "pavgen-test", folder]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no `mount` here")
    if done.returncode != 0:
        pytest.skip("this user may not mount a disk of its own")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def write(project, files):
    return write_site(project / "output/main", files, site_id="main", project=project).value


def fill(disk, left):
    """Fill a disk until so many bytes are left; return the file that does."""
    ballast = disk / "ballast"
    free = shutil.disk_usage(disk).free
    ballast.write_bytes(bytes(max(free - left, 0)))
    return ballast


def is_refused(disk):
    """Build the new site; say whether the disk was too full for it."""
    try:
        write(disk, NEW)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return True
    return False


@pytest.mark.parametrize("spare_is_there", [True, False])
def test_whatever_room_is_left_one_whole_site_stands(tmp_path, spare_is_there):
    ended = set()
    with small_disk(tmp_path / "disk", "size=3m") as disk:
        (disk / "content").mkdir()
        for left in range(0, 300_000, 20_480):
            if spare_is_there:
                write(disk, EARLIER)
            write(disk, OLD)
            ballast = fill(disk, left)
            refused = is_refused(disk)
            assert tree_of(disk / "output/main") == (OLD if refused else NEW)
            ended.add(refused)
            ballast.unlink()
            write(disk, NEW)
            assert tree_of(disk / "output/main") == NEW
            if not spare_is_there:
                subprocess.run(["rm", "-r", disk / "output", disk / ".pavgen-cache"], check=True)
    assert ended == {True, False}


def test_a_disk_without_room_for_another_file_keeps_the_old_site(tmp_path):
    with small_disk(tmp_path / "disk", "size=3m,nr_inodes=45") as disk:
        (disk / "content").mkdir()
        write(disk, OLD)
        with pytest.raises(OSError, match="No space left") as caught:
            write(disk, NEW)
        assert caught.value.errno == errno.ENOSPC
        assert tree_of(disk / "output/main") == OLD
        assert write(disk, OLD).written == ()
