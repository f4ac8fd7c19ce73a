"""Workers that decode and draw pictures, and what happens when one of them dies."""

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import pavgen
from pavgen.kernel.values import dataclass
from pavgen.render.images.frames import HELLO, Status, read_frame, write_frame

WALL_SECONDS = 15.0
WORTH_A_WORKER = 8  # jobs; a worker needs about as long to start as for so many
MAX_PARTS = 9
_COMMAND = (sys.executable, "-m", "pavgen.render.images.worker")
_PACKAGE_HOME = Path(pavgen.__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do for a worker: `what` are the words it knows, such as `png light`."""

    what: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker answered; the parts are a stranger's until they are judged."""

    status: Status
    parts: tuple[bytes, ...]


def ask_workers(
    jobs: Sequence[Job], *, jobs_count: int, command: Sequence[str] = _COMMAND
) -> tuple[Answer | None, ...]:
    """Have jobs done in `jobs_count` processes at most; None where one killed its worker.

    Answers stand in the order of the jobs, whichever worker gave them. A dead worker is
    replaced for the next job. Raises OSError when no worker can be started at all.
    """
    share_count = max(1, min(jobs_count, len(jobs) // WORTH_A_WORKER))
    if share_count == 1:
        return tuple(_do_share(jobs, command))
    shares = [jobs[first::share_count] for first in range(share_count)]
    with ThreadPoolExecutor(share_count) as threads:
        answered = list(threads.map(lambda share: _do_share(share, command), shares))
    return tuple(answered[i % share_count][i // share_count] for i in range(len(jobs)))


def _do_share(jobs: Sequence[Job], command: Sequence[str]) -> list[Answer | None]:
    answers: list[Answer | None] = []
    while len(answers) < len(jobs):
        with _Worker(command) as worker:
            for job in jobs[len(answers) :]:
                answers.append(worker.ask(job))
                if answers[-1] is None:
                    break
    return answers


class _Worker:
    """A running worker process; killed, whatever it is doing, when left."""

    def __init__(self, command: Sequence[str]) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no user's text
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_PACKAGE_HOME,
        )

    def __enter__(self) -> Self:
        with self.deadline():
            greeting = self.read()
        if greeting != HELLO:
            self.leave()
            raise OSError("the image worker does not start; is the installation complete?")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.leave()

    def leave(self) -> None:
        self.process.kill()
        self.process.communicate()

    def ask(self, job: Job) -> Answer | None:
        """Have one job done within the wall limit; None when the worker died of it."""
        with self.deadline():
            try:
                return self.exchange(job)
            except BrokenPipeError:
                return None

    @contextmanager
    def deadline(self) -> Iterator[None]:
        """Kill the worker when what is done within takes longer than the wall limit.

        A kill ends any read from the worker at once, on every system.
        """
        timer = threading.Timer(WALL_SECONDS, self.process.kill)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def exchange(self, job: Job) -> Answer | None:
        if self.process.stdin is None:
            return None
        write_frame(self.process.stdin, job.what.encode("ascii"))
        write_frame(self.process.stdin, job.data)
        self.process.stdin.flush()
        head = self.read()
        if head is None or len(head) != 2 or head[0] not in _STATUSES or head[1] > MAX_PARTS:  # noqa: PLR2004 - status and count
            return None
        parts = [self.read() for _ in range(head[1])]
        whole = tuple(part for part in parts if part is not None)
        return Answer(Status(head[0]), whole) if len(whole) == head[1] else None

    def read(self) -> bytes | None:
        return read_frame(self.process.stdout) if self.process.stdout else None


_STATUSES = frozenset(status.value for status in Status)
