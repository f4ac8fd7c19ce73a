"""Work shared out comes back whole and in order, and ends well when a process does not."""

import gc
import os
import signal
import subprocess
import sys
import threading

import pytest

from pavgen.app.processes import cores, spread, uncollected


def marked(items):
    return [f"{item} {os.getpid()}".encode() for item in items]


_ALONE = """\
import os
from multiprocessing import get_context
from pavgen.app.processes import spread
both_at_work, met = get_context("fork").Barrier(2), []
def marked(items):
    if not met:
        met.append(both_at_work.wait())
    return [b"%d %d" % (i, os.getpid()) for i in items]
made = spread(marked, range(1000), 2)
rows = [tuple(map(int, answer.split())) for answer in made]
assert [item for item, _ in rows] == list(range(1000))
assert len({process for _, process in rows} - {os.getpid()}) > 1
"""


def test_answers_stand_in_the_order_of_the_items_and_come_from_several_processes():
    # In a process of its own: one that runs other threads makes no copies of itself.
    subprocess.run([sys.executable, "-c", _ALONE], check=True)


def test_what_is_raised_in_a_process_is_raised_here():
    def fails(items):
        raise ArithmeticError(str(len(items)))

    with pytest.raises(ArithmeticError):
        spread(fails, range(10), 2)


def test_work_of_a_process_that_was_killed_is_done_here():
    owner = os.getpid()

    def dies(items):
        if os.getpid() != owner:
            os.kill(os.getpid(), signal.SIGKILL)
        return [b"x" for _ in items]

    assert spread(dies, range(10), 2) == [b"x"] * 10


def test_beside_other_threads_the_work_is_done_here():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        made = {answer.split()[1] for answer in spread(marked, range(10), 2)}
    finally:
        done.set()
        thread.join()
    assert made == {str(os.getpid()).encode()}


def test_collection_of_cycles_is_as_it_was_after_a_build_without_it():
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_there_is_at_least_one_core():
    assert cores() >= 1
