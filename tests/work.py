"""How much work a piece of code does, in calls: the same on a fast, a slow and a busy machine."""

import signal
import sys
from contextlib import contextmanager

HANG = 60


@contextmanager
def at_most(calls):
    """Fail when more than `calls` functions are called within, or when it hangs.

    Calls are counted of Python's own functions and of those written in C, so that work which
    grows faster than the input is seen without a clock. One call that never ends makes no
    further ones: the watchdog sees that one.
    """
    made = 0

    def count(frame, event, argument):
        nonlocal made
        del frame, argument
        made += event in {"call", "c_call"}
        if made > calls:
            raise AssertionError(f"more than {calls} calls")

    with no_hang():
        sys.setprofile(count)
        try:
            yield
        finally:
            sys.setprofile(None)
    assert made <= calls


@contextmanager
def no_hang():
    """Fail what does not end within a minute, which nothing here comes near."""

    def stop(number, frame):
        del number, frame
        raise AssertionError(f"no end within {HANG} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
