"""A process that has pavgen ready, and for each order runs a command line in a child of its own.

To fork is ten times quicker than to begin anew. What the child is given, a user, limits, an
environment, is the system's own: nothing is pretended.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pavgen.app.new import NewRequest, new
from pavgen.cli.main import main as pavgen
from pavgen.cli.main import run
from tests.cli.commands import ROOT, plain_environment

NOBODY = 65534
_LONGEST = 60


@dataclass(frozen=True)
class Ran:
    """What a command line came to; a negative status is the signal that killed it.

    That of an alarm says that it had not ended after a minute, and was killed.
    """

    status: int
    out: str
    err: str


class Forge:
    """Runs command lines under conditions of the test's choosing."""

    def __init__(self, process, folder):
        self._process = process
        self._folder = folder

    def __call__(self, *arguments, project, **conditions):
        """Run a command in a project; `conditions` are those of `_meet`."""
        files = [str(self._folder / name) for name in ("out", "err")]
        order = {"arguments": ["--project", str(project), *map(str, arguments)], "files": files}
        self._process.stdin.write(json.dumps(order | conditions) + "\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        out, err = (Path(file).read_text("utf-8") for file in files)
        return Ran(status, out, err)


@contextmanager
def forge():
    """Have a process ready; its own first build has loaded whatever builds load late."""
    command = [sys.executable, "-m", "tests.faults.forge"]
    with (
        tempfile.TemporaryDirectory(prefix="pavgen-forge-") as folder,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=plain_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        Path(folder).chmod(0o755)
        yield Forge(process, Path(folder))
        process.communicate()


def main():
    """Build once, then take orders until there are no more."""
    answers = os.fdopen(os.dup(1), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    with tempfile.TemporaryDirectory(prefix="pavgen-forge-") as folder:
        root = Path(folder, "warm-up")
        new(NewRequest("project", "warm-up", root, date(2026, 11, 21)))
        run(["--project", str(root), "build"])
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _meet(order)
            pavgen(order["arguments"])
        answers.write(f"{_status_of(child)}\n")
        answers.flush()


def _status_of(child):
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -signal.SIGALRM


def _meet(order):
    """Meet the conditions: `limits` by name, `umask`, `unset` and `environment`, `user`."""
    for number, path in enumerate(order["files"], 1):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(file, number)
        os.close(file)
    os.umask(order.get("umask", 0o022))
    for name in order.get("unset", []):
        os.environ.pop(name, None)
    os.environ.update(order.get("environment", {}))
    time.tzset()
    if "user" in order:
        os.setgroups([])
        os.setresgid(order["user"], order["user"], order["user"])
        os.setresuid(order["user"], order["user"], order["user"])
    for name, most in order.get("limits", {}).items():
        resource.setrlimit(getattr(resource, name), (most, most))


if __name__ == "__main__":
    main()
