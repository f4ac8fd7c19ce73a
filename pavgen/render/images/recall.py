"""Answers of workers remembered while the program runs, by what was asked.

A server that builds again after every keystroke asks for the same pictures each time. An
answer is a function of its job alone, so remembering cannot change what is made.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence

from pavgen.render.images.pool import Answer, Job, ask_workers

MOST_BYTES = 96 * 1024 * 1024

_answers: OrderedDict[bytes, Answer] = OrderedDict()


def answered(jobs: Sequence[Job], *, jobs_count: int) -> tuple[Answer | None, ...]:
    """Have jobs done, each only once; a job that killed its worker is tried again next time."""
    keys = [hashlib.sha256(f"{job.what}\0".encode() + job.data).digest() for job in jobs]
    new = {key: job for key, job in zip(keys, jobs, strict=True) if key not in _answers}
    fresh = dict(zip(new, ask_workers([*new.values()], jobs_count=jobs_count), strict=True))
    found = tuple(fresh[key] if key in fresh else _answers[key] for key in keys)
    for key, answer in zip(keys, found, strict=True):
        if answer is not None:
            _answers[key] = answer
            _answers.move_to_end(key)
    _forget()
    return found


def _forget() -> None:
    """Drop the answers asked for longest ago."""
    held = sum(_weight(answer) for answer in _answers.values())
    while held > MOST_BYTES:
        _, dropped = _answers.popitem(last=False)
        held -= _weight(dropped)


def _weight(answer: Answer) -> int:
    return 200 + sum(map(len, answer.parts))
