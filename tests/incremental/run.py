"""Many random edits by hand: `python -m tests.incremental.run --edits 2000 --seed 7`.

A failure names its seed and its steps. `--steps` takes just those (`1-40,52`), `--shrink` looks
for fewer that fail as well.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.incremental.edits import KINDS, edit_once
from tests.incremental.projects import small_files, write_project
from tests.incremental.tree import Tree
from tests.incremental.trial import DifferenceError, Judge, Trial, chance_of
from tests.incremental.workshop import Bench, Built, Mode, incremental
from tests.telling import say


def run(
    bench: Bench,
    seed: int,
    steps: Sequence[int],
    kinds: tuple[str, ...] = (),
    *,
    start: Path | None = None,
    build: Callable[[Path, Mode], Built] = incremental,
    only_last: bool = False,
    every: int = 1,
    several: float = 0.06,
    tell=lambda _: None,
) -> Judge:
    """Edit a copy of a project step by step and compare after each, or after the last alone.

    Without `start` the project is the small one, with nothing built yet.

    A server is compared at every so many steps. Raises DifferenceError.
    """
    with tempfile.TemporaryDirectory(prefix="pavgen-edits-") as folder:
        project = Path(folder) / "project"
        if start is None:
            write_project(project, small_files())
        else:
            shutil.copytree(start, project)
        trial = Trial(Tree(project))
        judge = Judge(bench, trial, build)
        judge.check(serving=every == 1)
        for number, step in enumerate(steps, 1):
            trial.edits.append("")
            told = edit_once(trial, chance_of(seed, step), kinds, several)
            trial.edits[-2:] = [f"{step}: {told}"]
            if only_last and number < len(steps):
                judge.follow()
            else:
                right = judge.check(serving=number % every == 0)
                tell(f"{step}: {told}{' [stopped]' if right.stopped else ''}")
        return judge


def shrunk(steps: list[int], fails: Callable[[list[int]], bool]) -> list[int]:
    """Drop steps, many at once and then one by one, as long as the rest still fails."""
    size = max(1, len(steps) // 2)
    while size:
        at = 0
        while at < len(steps):
            fewer = steps[:at] + steps[at + size :]
            if fewer and fails(fewer):
                steps = fewer
            else:
                at += size
        size //= 2
    return steps


def main(arguments: Sequence[str]) -> int:
    """Run, tell, and return 1 where two ways of building did not agree."""
    given = _parser().parse_args(arguments)
    steps = _numbers(given.steps) if given.steps else list(range(1, given.edits + 1))
    kinds = tuple(given.kinds.split(",")) if given.kinds else ()
    counts: Counter[str] = Counter()
    done: list[int] = []
    start = time.monotonic()

    def tell(line: str) -> None:
        done.append(int(line.partition(":")[0]))
        counts["stopped"] += line.endswith("[stopped]")
        if given.verbose or len(done) % 100 == 0:
            say(f"{time.monotonic() - start:6.0f} s  {line}")

    with Bench() as bench:
        try:
            judge = run(bench, given.seed, steps, kinds, every=given.every, tell=tell)
        except DifferenceError as error:
            failing = steps[: len(done) + 1]
            say(f"\nseed {given.seed}, step {failing[-1]}: {error}")
            if given.shrink:
                failing = shrunk(failing, partial(_fails, bench, given.seed, kinds))
                say(f"seed {given.seed}, steps {','.join(map(str, failing))} fail")
            return 1
    each = ", ".join(f"{name} {spent:.0f} s" for name, spent in judge.seconds.items())
    say(f"{len(steps)} edits, {counts['stopped']} of them stopped by findings; {each}")
    return 0


def _fails(bench: Bench, seed: int, kinds: tuple[str, ...], steps: list[int]) -> bool:
    try:
        run(bench, seed, steps, kinds, only_last=True)
    except DifferenceError:
        say(f"fails with {len(steps)} steps too")
        return True
    return False


def _numbers(text: str) -> list[int]:
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.incremental.run", description=__doc__)
    parser.add_argument("--edits", type=int, default=2000, help="how many edits")
    parser.add_argument("--seed", type=int, default=7, help="what they are drawn from")
    parser.add_argument("--steps", default="", help="only these, such as 1-40,52")
    parser.add_argument("--kinds", default="", help=f"only these kinds: {', '.join(KINDS)}")
    parser.add_argument("--every", type=int, default=1, help="compare a server at every n-th edit")
    parser.add_argument("--shrink", action="store_true", help="look for fewer steps that fail")
    parser.add_argument("--verbose", action="store_true", help="tell every edit")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
