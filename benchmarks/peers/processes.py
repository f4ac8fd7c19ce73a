"""A program and all it starts: how long it takes, what work it does, how much memory it needs.

Memory is the greatest sum, over the whole tree, of proportional set sizes (PSS: a page that n
processes share counts a nth for each), looked at many times a second. Looking costs time in
proportion to memory, so it never takes more than a fiftieth of the time. Where a run ends before
it was looked at twice, its memory is the resident size of the largest process, as the kernel
counted it. Linux only.
"""

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, seconds of work on all cores, and mebibytes at the peak."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path, extra: Mapping[str, str]) -> Spent:
    """Run a program to its end and say what it took; where it fails, end with its words."""
    log = folder.with_name(f"{folder.name}.log")
    with log.open("wb") as out:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=out, env={**os.environ, **extra}
        )
        with _watching(process.pid) as peak:
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise SystemExit(f"{' '.join(command)} in {folder} failed:\n{words}")
    memory = peak.most if peak.looks > 1 else max(peak.most, usage.ru_maxrss * 1024)
    return Spent(wall, usage.ru_utime + usage.ru_stime, memory / 2**20)


class Server:
    """A program that goes on until it is told to end."""

    def __init__(self, command: Sequence[str], folder: Path, extra: Mapping[str, str]) -> None:
        self._log = folder.with_name(f"{folder.name}.log").open("wb")
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            env={**os.environ, **extra},
            start_new_session=True,
        )
        self._watch = _watching(self._process.pid)
        self._peak = self._watch.__enter__()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pid in reversed(_tree(self._process.pid)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, 15)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._watch.__exit__(None, None, None)
        self._log.close()

    def alive(self) -> bool:
        """Say whether it still runs."""
        return self._process.poll() is None

    def cpu(self) -> float:
        """Return the seconds of work so far, of processes that still run and that have ended."""
        return sum(_worked(pid) for pid in _tree(self._process.pid))

    def memory(self) -> float:
        """Return the peak so far, in mebibytes."""
        return self._peak.most / 2**20


@dataclass(slots=True)
class _Peak:
    most: int = 0
    looks: int = 0


@contextlib.contextmanager
def _watching(pid: int) -> Iterator[_Peak]:
    peak, ended = _Peak(), threading.Event()

    def look() -> None:
        pause = 0.005
        while not ended.wait(pause):
            began = time.perf_counter()
            found = sum(_proportional(each) for each in _tree(pid))
            peak.most = max(peak.most, found)
            peak.looks += found > 0
            pause = max(0.02, 50 * (time.perf_counter() - began))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        ended.set()
        thread.join()


def _tree(pid: int) -> list[int]:
    """Return a process and all below it, parents first."""
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):
            for task in os.listdir(f"/proc/{each}/task"):  # noqa: PTH208 - half the cost
                children = Path(f"/proc/{each}/task/{task}/children").read_text(encoding="ascii")
                found.extend(int(child) for child in children.split())
    return found


def _proportional(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _worked(pid: int) -> float:
    with contextlib.suppress(OSError):
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        fields = text.rpartition(")")[2].split()
        return sum(int(field) for field in fields[11:15]) / _TICKS
    return 0.0
