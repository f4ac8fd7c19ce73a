"""A process that draws logos dies in every way there is: its file alone is lost, and no zombie stays."""

import os
import sys
from pathlib import Path

import pytest

from pavgen.render.images import pool
from pavgen.render.images.frames import HELLO, Status
from pavgen.render.images.pool import Answer, Job, ask_workers

WORKER = f"""
import os, resource, signal, sys, time
from pavgen.render.images.frames import read_frame, write_frame
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
out = sys.stdout.buffer
write_frame(out, {HELLO!r})
out.flush()
while read_frame(sys.stdin.buffer) is not None:
    data = read_frame(sys.stdin.buffer)
    if data == b"segv":
        os.kill(os.getpid(), signal.SIGSEGV)
    if data == b"abort":
        os.abort()
    if data == b"memory":
        bytes(2 << 30)
    if data == b"hang":
        time.sleep(600)
    if data == b"half":
        write_frame(out, bytes([0, 2]))
        write_frame(out, b"one")
        out.flush()
        os._exit(0)
    write_frame(out, bytes([0, 1]))
    write_frame(out, data)
    out.flush()
"""


@pytest.mark.parametrize("death", ["segv", "abort", "memory", "hang", "half"])
def test_a_worker_that_dies_loses_its_own_file_alone(monkeypatch, death):
    if death == "hang":
        monkeypatch.setattr(pool, "WALL_SECONDS", 5.0)
    jobs = [Job("png light", data) for data in (b"a", death.encode(), b"b")]
    answers = ask_workers(jobs, jobs_count=2, command=(sys.executable, "-c", WORKER))
    whole = [Answer(Status.DONE, (data,)) for data in (b"a", b"b")]
    assert answers == (whole[0], None, whole[1])
    assert children() == []


def children():
    """Return the children of this process that run such a worker, or are dead and not buried."""
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return [pid for pid in listed.read_text().split() if _is_of_a_worker(pid)]


def _is_of_a_worker(pid):
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return line == b"" or b"read_frame" in line
