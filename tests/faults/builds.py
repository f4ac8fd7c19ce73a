"""Builds of a small site that end before they should, at a moment of the test's choosing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = ".pavgen-output"

# One process reads orders and forks a child for each, which is quicker than many of its own.
# A profile function sees each call into the system; the child kills itself before a given one,
# or is killed after a time while it writes one version after the other.
_SCRIPT = r"""
import os, signal, sys, time
from pathlib import Path
from pavgen.files import writer
from pavgen.files.writer import write_site

def site(mark):
    files = {f"p/{n}/index.html": b"same" * 50 for n in range(6)}
    files |= {f"p/{mark}{n}/index.html": mark.encode() * 300 for n in range(3)}
    files |= {"flip" if mark < "m" else "flip/x": mark.encode()}
    return files | {f"q/{n}": mark.encode() * (n + 1) for n in range(4)} | {"build.json": mark.encode()}

def write(project, mark):
    return write_site(project / "output/main", site(mark), site_id="main", project=project)

def stopping(left):
    def step(_frame, event, what):
        nonlocal left
        if event == "c_call" and what.__module__ == "posix":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    return step

for line in sys.stdin:
    how, root, number, mark = line.split()
    child = os.fork()
    if child == 0:
        project = Path(root)
        if how == "renames":
            writer.exchange = lambda _new, _out: False
        if how == "time":
            while True:
                write(project, "new")
                write(project, "old")
        sys.setprofile(stopping(int(number)))
        write(project, mark)
        os._exit(0)
    if how == "time":
        time.sleep(int(number) / 1e6)
        os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], flush=True)
"""


class Builds:
    """What runs the builds; `how` is `steps`, `renames` (without an exchange), or `time`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def was_killed(self, project: Path, number: int, mark: str = "new", how: str = "steps") -> bool:
        """Build once; say whether it was killed, before its call of that number or that time.

        The time is in microseconds, for a build of `new` and `old` in turn without end.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{how} {project} {number} {mark}\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        assert status in (0, 9)
        return status == 9


@contextmanager
def builds() -> Iterator[Builds]:
    """Have a process ready that builds."""
    command = [sys.executable, "-c", _SCRIPT]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Builds(process)
        assert process.stdin is not None
        process.stdin.close()


def site(mark: str) -> dict[str, bytes]:
    """Return one version of the site; two versions differ in files, folders and kinds."""
    files = {f"p/{n}/index.html": b"same" * 50 for n in range(6)}
    files |= {f"p/{mark}{n}/index.html": mark.encode() * 300 for n in range(3)}
    files |= {"flip" if mark < "m" else "flip/x": mark.encode()}
    files |= {f"q/{n}": mark.encode() * (n + 1) for n in range(4)}
    return files | {"build.json": mark.encode()}


def tree_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder but its marker."""
    files = [path for path in folder.rglob("*") if not path.is_dir() and path.name != MARKER]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
