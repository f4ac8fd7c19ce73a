"""How long a ledger takes to replay, cold and with one more period, and in how much memory.

    python benchmarks/replay.py [--case 300x104] [--case 10000x52] [--verify]

For each case (partners x periods, weights 3, 2 and 1, horizon 60, one partner in fifty away at
times) a ledger is written in memory, period by period. Then, each in a process of its own:

- cold: the ledger's text is read, its chain checked, and the accounts are charged to the end;
- warm: the accounts are taken from the state remembered under the head, and the next period is
  decided, charged and digested;
- verify: everything is recomputed by the separate verifier (slow; only with --verify).

Prints wall and processor time and the greatest memory of each process.
"""

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from pavgen.files.remembered import recall, remember

from pavgen.kernel.canonical import Json, canonical_json, sha256_hex
from pavgen.model.ledger import parse_ledger
from pavgen.place.engine import GroupState, Played, lag_digest, play, settle
from pavgen.place.entries import round_json, rule_json
from pavgen.place.history import recorded_periods, steps
from pavgen.place.memory import state_json, state_of
from pavgen.place.periods import period_of
from pavgen.place.rounds import GroupRule, PublicSeed, Round
from pavgen.place.verification.verifying import verify_ledger

RULE = GroupRule("balanced", weights="tier", seed=PublicSeed("benchmark", "1"))
GROUP = "main"
BEGIN = date(2027, 1, 4)


def main() -> int:
    """Run the cases and print a line for each measurement."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--case", action="append", metavar="PARTNERSxPERIODS")
    parser.add_argument("--verify", action="store_true")
    options = parser.parse_args()
    _say(f"{'case':>12} {'what':>8} {'wall s':>8} {'cpu s':>8} {'MiB':>6}")
    for case in options.case or ["300x104", "10000x52"]:
        partners, periods = (int(number) for number in case.split("x"))
        with TemporaryDirectory() as folder:
            _written(Path(folder), partners, periods)
            measured = [("cold", _cold), ("warm", _warm)]
            measured += [("verify", _verify)] if options.verify else []
            for what, work in measured:
                wall, processor, mebibytes = _apart(work, Path(folder))
                _say(f"{case:>12} {what:>8} {wall:8.2f} {processor:8.2f} {mebibytes:6.0f}")
    return 0


def _written(folder: Path, partners: int, periods: int) -> None:
    """Write the ledger, and remember the state after it under its head."""
    policy: Json = {"version": 1, "digest": "0" * 64}
    lines = [_line([], "genesis", 0, {**rule_json(RULE), "policy": policy})]
    state = GroupState()
    for n in range(periods):
        round_ = _round(partners, n)
        played = _played(round_, state)
        state = settle(RULE, round_, state, played.shown, played.seats, played.turns)
        body: dict[str, Json] = {
            **round_json(round_),
            "order": list(played.order),
            "shown": list(played.shown),
            "seats": played.seats,
            "waivers": [],
            "lag_digest": lag_digest(RULE, round_, state),
        }
        lines.append(_line(lines, "placement", n, body))
    head = sha256_hex(lines[-1][:-1].encode())
    (folder / "ledger.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "case.json").write_text(json.dumps([partners, periods, head]), encoding="utf-8")
    remember(folder, {head: state_json(state)})


def _line(before: list[str], kind: str, n: int, body: dict[str, Json]) -> str:
    head = sha256_hex(before[-1][:-1].encode()) if before else "0" * 64
    said: dict[str, Json] = {"v": 1, "seq": len(before), "prev": head, "type": kind}
    return canonical_json({**said, "group": GROUP, "period": _label(n), **body}) + "\n"


def _cold(folder: Path) -> None:
    text = (folder / "ledger.jsonl").read_text(encoding="utf-8")
    read = parse_ledger(GROUP, text)
    if not read.ok:
        raise SystemExit(str(read.diagnostics[0]))
    for step in steps(recorded_periods(read.value)):
        step.after()


def _warm(folder: Path) -> None:
    partners, periods, head = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    state = state_of(recall(folder, [head])[head])
    round_ = _round(partners, periods)
    if state is None:
        raise SystemExit("the state was not remembered")
    played = _played(round_, state)
    after = settle(RULE, round_, state, played.shown, played.seats, played.turns)
    lag_digest(RULE, round_, after)


def _verify(folder: Path) -> None:
    found = verify_ledger((folder / "ledger.jsonl").read_text(encoding="utf-8"), group=GROUP)
    if found.difference is not None:
        raise SystemExit(found.difference.sentence)


def _played(round_: Round, state: GroupState) -> Played:
    played = play(RULE, round_, state)
    if not isinstance(played, Played):
        raise SystemExit("the benchmark has no constraints to conflict")
    return played


def _round(partners: int, n: int) -> Round:
    away = n % 50
    roster = tuple(
        (f"p-{i:06d}", 3 - i % 3) for i in range(partners) if i % 50 != away or n % 4 != 0
    )
    return Round(GROUP, _label(n), roster)


def _label(n: int) -> str:
    return period_of("week", BEGIN + timedelta(weeks=n)).label


def _apart(work: Callable[[Path], None], folder: Path) -> tuple[float, float, float]:
    """Run in a process of its own; return wall and processor seconds, and mebibytes."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as processes:
        return processes.submit(_timed, work, folder).result()


def _timed(work: Callable[[Path], None], folder: Path) -> tuple[float, float, float]:
    began, worked = time.perf_counter(), time.process_time()
    work(folder)
    wall, processor = time.perf_counter() - began, time.process_time() - worked
    return wall, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
