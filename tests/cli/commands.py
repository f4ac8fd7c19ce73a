"""Running pavgen as a person does: a command line in, status and two streams out."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    status: int
    out: str
    err: str


def pavgen(*arguments, project=None, cwd=None, **environment) -> Ran:
    """Run pavgen in a process of its own, with a plain environment and what is given."""
    where = ["--project", str(project)] if project else []
    done = subprocess.run(
        [sys.executable, "-m", "pavgen", *where, *(str(a) for a in arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=plain_environment() | environment,
        timeout=120,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def plain_environment() -> dict[str, str]:
    """Return an environment that says nothing but where programs and modules are."""
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(ROOT)}


def tree_of(folder) -> dict[str, bytes]:
    """Return every file below a folder by its path, but the cache that holds the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".pavgen-cache" not in path.parts
    }
