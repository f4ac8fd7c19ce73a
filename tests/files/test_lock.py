import errno
import fcntl
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pavgen.files.lock import LockHeldError, build_lock

HOLD = """
import os, sys, time
from pathlib import Path
from pavgen.files.lock import build_lock
with build_lock(Path(sys.argv[1])):
    # With a child it is the child that reports, once it runs and has let go of the lock.
    if len(sys.argv) == 2 or os.fork() == 0:
        print("held", flush=True)
    time.sleep(60)
"""


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def held_elsewhere(project, *more):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, project, *more],
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_lock_is_held_once_and_then_free_again(tmp_path):
    with build_lock(tmp_path) as path:
        assert path == tmp_path / ".pavgen-cache/lock"
        assert path.read_text() == f"{os.getpid()} {os.uname().nodename}\n"
        with pytest.raises(LockHeldError) as caught, build_lock(tmp_path):
            pass
        assert caught.value.pid == os.getpid()
    with build_lock(tmp_path):
        pass


def test_a_lock_of_another_process_is_named_by_its_number_host_and_time(tmp_path):
    with held_elsewhere(tmp_path) as other:
        try:
            with pytest.raises(LockHeldError) as caught, build_lock(tmp_path):
                pass
        finally:
            other.kill()
    written = (tmp_path / ".pavgen-cache/lock").stat().st_mtime
    since = datetime.fromtimestamp(written, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    assert caught.value.strerror == (
        f"process {other.pid} on `{os.uname().nodename}` is building this project since {since}"
    )
    assert caught.value.filename == str(tmp_path / ".pavgen-cache/lock")


def test_a_killed_holder_frees_the_lock(tmp_path):
    with held_elsewhere(tmp_path) as other:
        other.kill()
    with build_lock(tmp_path):
        pass


def test_a_killed_holder_s_child_does_not_keep_the_lock(tmp_path):
    with held_elsewhere(tmp_path, "fork") as other:
        other.kill()
        other.wait()
        try:
            with build_lock(tmp_path):
                pass
        finally:
            os.killpg(other.pid, signal.SIGKILL)


def test_a_read_only_project_is_locked_beside_its_output(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "project").chmod(0o555)
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(0o777)
    code = (
        "import os, sys; from pathlib import Path; from pavgen.files.lock import build_lock\n"
        "os.geteuid() or os.setresuid(65534, 65534, 65534)\n"
        "with build_lock(Path('project'), out=Path('out/site')) as path: print(path)\n"
    )
    tmp_path.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        capture_output=True,
        text=True,
    )
    if "Permission" in done.stderr:
        pytest.skip("the test folder is closed to other users")
    assert (done.stdout, done.stderr) == ("out/site.pavgen-lock\n", "")


def test_a_cache_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".pavgen-cache").symlink_to("elsewhere")
    with pytest.raises(OSError, match="pavgen-cache"), build_lock(tmp_path):
        pass
    assert names(tmp_path / "elsewhere") == []


@pytest.mark.parametrize(
    "make",
    [lambda path: path.symlink_to("nowhere"), lambda path: path.touch()],
    ids=["a link", "a file"],
)
def test_where_the_cache_is_no_folder_the_lock_stands_beside_the_output(tmp_path, make):
    make(tmp_path / ".pavgen-cache")
    with build_lock(tmp_path, out=tmp_path / "output") as path:
        assert path == tmp_path / "output.pavgen-lock"
        with pytest.raises(LockHeldError), build_lock(tmp_path, out=tmp_path / "output"):
            pass


def test_a_pipe_in_the_place_of_a_lock_is_named(tmp_path):
    (tmp_path / ".pavgen-cache").mkdir()
    os.mkfifo(tmp_path / ".pavgen-cache/lock")
    with pytest.raises(OSError, match="not a plain file") as caught, build_lock(tmp_path):
        pass
    assert caught.value.filename == str(tmp_path / ".pavgen-cache/lock")


@pytest.mark.parametrize("said", [b"", b"?", b"12", b"\xff\xfe", b"1 a\x1b[31m", b"9" * 400])
def test_a_lock_that_says_nothing_sensible_is_still_held(tmp_path, said):
    with build_lock(tmp_path) as path:
        path.write_bytes(said)
        with pytest.raises(LockHeldError) as caught, build_lock(tmp_path):
            pass
    what = "process 12" if said == b"12" else "another process"
    assert str(caught.value).startswith(f"[Errno 11] {what} is building this project")


@pytest.fixture
def no_flock(monkeypatch):
    """Have the file system refuse to lock, as some network file systems do."""

    def refuse(_file, _how):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.usefixtures("no_flock")
def test_where_files_cannot_be_locked_a_claim_is_laid(tmp_path):
    with build_lock(tmp_path):
        with pytest.raises(LockHeldError) as caught, build_lock(tmp_path):
            pass
        assert (caught.value.pid, caught.value.host) == (os.getpid(), os.uname().nodename)
    assert names(tmp_path / ".pavgen-cache") == ["lock"]


@pytest.mark.usefixtures("no_flock")
def test_a_claim_of_the_dead_is_taken_over_and_one_of_another_host_is_not(tmp_path):
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    claim = tmp_path / ".pavgen-cache/lock.claim"
    claim.parent.mkdir()
    claim.write_text(f"{dead.pid} {os.uname().nodename}\n")
    with build_lock(tmp_path):
        pass
    assert not claim.exists()
    claim.write_text(f"{dead.pid} elsewhere\n")
    with pytest.raises(LockHeldError, match="on `elsewhere`"), build_lock(tmp_path):
        pass
