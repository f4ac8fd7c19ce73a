"""How fast a directory is built, by pavgen and by other generators that make the same pages.

    python benchmarks/compare.py [--partners 1000 10000] [--alone 100000] [--runs 3]

Installs Hugo, Pelican and Eleventy from public registries into a scratch folder, writes the same
fictional directory as a project of each, and measures them in turn: a cold build, one with
nothing changed, with one record and with one template changed, and with a server the time from
saving a file until a browser gets the new text. Each in a process of its own, with time, work of
all cores and peak memory of all its processes. Prints every run; keeps all figures, so that a
benchmark that was stopped goes on where it was; puts medians into a page of the documentation.

See docs/benchmarks.md for what is compared and what is not. Linux only, with Python's packages of
the project; Eleventy needs Node.js and npm.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.peers import report
from benchmarks.peers.engines import Engine, engines, told_version
from benchmarks.peers.installing import install
from benchmarks.peers.outputs import differences
from benchmarks.peers.results import CASES, Results, machine_facts, results_in
from benchmarks.peers.rounds import Wish, measure

ROOT = Path(__file__).resolve().parent.parent
COMPARED = ("pavgen", "hugo", "eleventy", "pelican")
OWN = ("pavgen:logos", "pavgen:full")


def main() -> int:
    """Measure and report; 1 where the generators did not make the same pages."""
    asked = _arguments()
    os.environ["NO_COLOR"] = "1"
    scratch: Path = asked.scratch.resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    results = results_in(scratch / "results.json")
    if asked.fresh:
        results = Results(results.path)
    if not asked.report_only:
        _measure_all(asked, scratch, results)
    words = report.markdown(results)
    (scratch / "results.md").write_text(words + "\n", encoding="utf-8")
    print(words)
    if asked.page:
        report.put_in(asked.page, results)
    return 1 if _unlike(results) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--partners", type=int, nargs="*", default=[1000, 10_000], help="sizes to compare at")
    add("--alone", type=int, nargs="*", default=[], help="sizes for pavgen alone")
    add("--engines", nargs="*", choices=COMPARED, default=COMPARED)
    add("--own", nargs="*", choices=OWN, default=OWN, help="pavgen with more than peers do")
    add("--own-partners", type=int, nargs="*", default=[1000], help="sizes for those")
    add("--cases", nargs="*", choices=CASES, default=CASES)
    add("--runs", type=int, default=3, help="runs of each case; medians are reported")
    add("--saves", type=int, default=3, help="saves in each session of a server")
    add("--scratch", type=Path, default=ROOT / ".bench", help="peers, projects and figures")
    add("--fresh", action="store_true", help="forget all figures there are")
    add("--report-only", action="store_true", help="measure nothing")
    add("--page", type=Path, help="put the tables into this page, such as docs/benchmarks.md")
    return parser.parse_args()


def _measure_all(asked: argparse.Namespace, scratch: Path, results: Results) -> None:
    load, cores = os.getloadavg()[0], len(os.sched_getaffinity(0))
    if load > cores / 4:
        print(f"this machine is at work (load {load:.1f}, {cores} cores): figures will be too high")
    known = engines(install(scratch, set(asked.engines)))
    wish = Wish(asked.cases, asked.runs, asked.saves, scratch)
    compared = [known[name] for name in asked.engines]
    results.machine = {**results.machine, **machine_facts()}
    results.machine |= {engine.name: _version(engine) for engine in compared}
    for partners in asked.partners:
        measure(wish, compared, partners, results)
    for partners in asked.own_partners:
        measure(wish, [known[name] for name in asked.own], partners, results)
    for partners in asked.alone:
        measure(wish, [known["pavgen"]], partners, results)


def _version(engine: Engine) -> str:
    done = subprocess.run(engine.version, capture_output=True, text=True, check=True)
    return told_version(engine, done.stdout)


def _unlike(results: Results) -> bool:
    found: list[str] = []
    for partners in sorted({key.split("/")[1] for key in results.outputs}):
        made = {
            n: results.outputs[k] for n in COMPARED if (k := f"{n}/{partners}") in results.outputs
        }
        found += differences(made)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
