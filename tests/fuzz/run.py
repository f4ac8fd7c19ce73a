"""Many mutated files by hand: `python -m tests.fuzz.run --files 100000 --seed 1`.

Interrupted, it tells of those it has taken. Prints how many were accepted, which took longest, and what went wrong, each with its number:
`--only 4711` takes just that one, and `--write FILE` keeps its bytes.
"""

import argparse
import faulthandler
import os
import signal
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.cases import case_of
from tests.fuzz.judge import Court
from tests.telling import say

LONGEST = 1.0  # seconds of processor time for a partner's file, or for each 16 KiB of staff's
_BATCH = 250
_LOST = 20  # seconds of processor time after which a file is given up
_HUNG = 600  # seconds for a whole batch, after which its process says where it is and ends


def judged(seed, numbers):
    """Judge the files of some numbers, one after the other."""
    court = _court()
    answers = []
    for number in numbers:
        case = case_of(seed, number)
        signal.setitimer(signal.ITIMER_VIRTUAL, _LOST)
        verdict = court.judge(case.path, case.data)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        answers.append((number, case.path, case.how, len(case.data), verdict))
    return answers


@cache
def _court():
    return Court()


def _give_up(number, frame):
    del number, frame
    raise TimeoutError(f"no end within {_LOST} seconds")


def _batch(seed, numbers):
    signal.signal(signal.SIGVTALRM, _give_up)
    faulthandler.dump_traceback_later(_HUNG, exit=True)
    try:
        return judged(seed, numbers)
    finally:
        faulthandler.cancel_dump_traceback_later()


def main(arguments):
    """Run, tell, and return 1 where anything was wrong."""
    given = _parser().parse_args(arguments)
    if given.write:
        Path(given.write).write_bytes(case_of(given.seed, given.only).data)
    numbers = [given.only] if given.only else range(given.first, given.first + given.files)
    batches = [numbers[at : at + _BATCH] for at in range(0, len(numbers), _BATCH)]
    rows, lost = [], []
    with ProcessPoolExecutor(given.jobs, mp_context=get_context("spawn")) as pool:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        waiting = [(batch, pool.submit(_batch, given.seed, batch)) for batch in batches]
        for batch, future in waiting:
            try:
                rows += future.result()
            except KeyboardInterrupt:
                pool.shutdown(wait=False, cancel_futures=True)
                break
            except BrokenProcessPool:
                lost.append(f"a process died or hung in {batch[0]}-{batch[-1]}, or while it ran")
            if len(rows) // 5_000 > (len(rows) - _BATCH) // 5_000:
                say(f"{len(rows)} files")
    return _tell(given.seed, rows, lost)


def _tell(seed, rows, lost):
    paths = Counter(path for _, path, *_ in rows)
    good = Counter(path for _, path, _, _, verdict in rows if verdict.accepted)
    for path in sorted(paths):
        say(f"{path}: {paths[path]} files, {good[path]} accepted")
    codes = Counter(code for *_, verdict in rows for code in set(verdict.codes))
    say("refused for: " + ", ".join(f"{code} {count}" for code, count in codes.most_common()))
    for number, path, how, size, verdict in sorted(rows, key=lambda row: -row[-1].seconds)[:5]:
        say(f"{verdict.seconds:.3f} s  {number}  {path}, {size} bytes: {how}")
    slow = [row for row in rows if row[-1].seconds > LONGEST * _share(*row[1:4])]
    wrong = [row for row in rows if row[-1].faults]
    seen: Counter[str] = Counter()
    for number, path, how, _, verdict in wrong:
        kind = verdict.faults[0][:60]
        seen[kind] += 1
        if seen[kind] <= 3:
            say(
                f"wrong, seed {seed}, number {number}, {path}: {how}\n    {verdict.faults[0][:300]}"
            )
    for line in lost:
        say(line)
    say(f"seed {seed}: {len(rows)} files, {len(wrong)} wrong, {len(slow)} slow, {len(lost)} lost")
    return 1 if wrong or slow or lost else 0


def _share(path, _how, size):
    """Return how many times the longest time a file may take: staff's texts have no small limit."""
    return 1 if path.startswith("partners/") else 1 + size // (16 * 1024)


def _parser():
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("--files", type=int, default=100_000, help="how many files")
    parser.add_argument("--first", type=int, default=1, help="the number to begin with")
    parser.add_argument("--only", type=int, default=0, help="just this number")
    parser.add_argument("--seed", type=int, default=1, help="what they are drawn from")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes")
    parser.add_argument("--write", default="", metavar="FILE", help="keep the bytes of `--only`")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
