"""Work shared out over processes that begin with everything this one has in its memory."""

import gc
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
_SHARES = 4
"""Shares of work for each process, so that one with the hard part is not waited for."""

_work: list[Callable[[int, int], list[bytes]]] = []


def cores() -> int:
    """Return how many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without the search for cycles of dead values, for as long as a build makes live ones.

    Values here are frozen and in no cycles, and to look at all of them again and again costs a
    quarter of a build.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def spread(
    make: Callable[[Sequence[Item]], list[bytes]], items: Sequence[Item], jobs: int
) -> list[bytes]:
    """Have items worked on in `jobs` processes; return what they made, in the items' order.

    The processes are copies of this one, so nothing but the answers travels. Where a copy
    cannot be made (other threads are running, or the machine refuses), or one dies, the work
    is done here. What `make` raises is raised.
    """
    if jobs < 2 or threading.active_count() > 1 or not hasattr(os, "fork"):  # noqa: PLR2004
        return make(items)
    size = max(1, -(-len(items) // (jobs * _SHARES)))
    starts = range(0, len(items), size)
    _work.append(lambda first, last: make(items[first:last]))
    gc.freeze()  # a collection in a copy would touch, and so copy, all that is shared
    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
            shares = [pool.submit(_share, first, first + size) for first in starts]
            return [made for share in shares for made in share.result()]
    except (BrokenProcessPool, BlockingIOError):
        return make(items)
    finally:
        gc.unfreeze()
        _work.pop()


def _share(first: int, last: int) -> list[bytes]:
    return _work[-1](first, last)
