"""The rounds of a benchmark: every engine in turn goes through all cases, then again."""

import hashlib
import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.directory import ROOM, write_directory
from benchmarks.peers.engines import Engine, edit_record, edit_template
from benchmarks.peers.outputs import counted
from benchmarks.peers.processes import Spent, run
from benchmarks.peers.records import partner_at
from benchmarks.peers.results import READY, Results
from benchmarks.peers.serving import session

EDITED = partner_at(7).slug


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be measured: `runs` of each case, `saves` in each session of a server."""

    cases: Sequence[str]
    runs: int
    saves: int
    scratch: Path


def measure(wish: Wish, engines: Sequence[Engine], partners: int, results: Results) -> None:
    """Measure engines in turn with so many partners, until each case has its runs."""
    places = {engine.name: _project(wish, engine, partners, results) for engine in engines}
    warm: set[str] = set()
    for _ in range(wish.runs):
        for engine in engines:
            lacking = [c for c in wish.cases if results.count(engine.name, partners, c) < wish.runs]
            place = places[engine.name]
            if lacking and engine.name not in warm and lacking[0] != "cold":
                run(engine.build, place, engine.extra)
            warm.add(engine.name)
            for case in lacking:
                if results.count(engine.name, partners, case) < wish.runs:
                    _measure(case, engine, place, (wish, partners, results))


def _measure(case: str, engine: Engine, place: Path, more: tuple[Wish, int, Results]) -> None:
    wish, partners, results = more
    if case == "save":
        found = session(engine, place, EDITED, wish.saves)
        results.add(engine.name, partners, READY, Spent(found.ready, 0, found.memory))
        for wall, cpu in found.saves:
            results.add(engine.name, partners, case, Spent(wall, cpu, found.memory))
            _say(engine.name, partners, case, Spent(wall, cpu, found.memory))
        return
    words = _prepared(case, engine, place)
    os.sync()
    spent = run(engine.build, place, engine.extra)
    profile = place / engine.output / EDITED / "index.html"
    if words not in profile.read_text(encoding="utf-8"):
        raise SystemExit(f"{engine.name} did not bring `{words}` into {profile}")
    results.add(engine.name, partners, case, spent)
    _say(engine.name, partners, case, spent)
    if case == "cold":
        results.outputs[f"{engine.name}/{partners}"] = counted(place / engine.output)
        results.save()


def _prepared(case: str, engine: Engine, place: Path) -> str:
    """Bring the project into the state the case begins with; return what must be in a profile."""
    mark = f"m{time.monotonic_ns()}"
    if case == "cold":
        for folder in engine.made:
            shutil.rmtree(place / folder, ignore_errors=True)
    elif case == "record":
        edit_record(engine, place, EDITED, f"Changed for the run {mark}")
        return mark
    elif case == "template":
        edit_template(engine, place, mark)
        return mark
    return "About"


def _project(wish: Wish, engine: Engine, partners: int, results: Results) -> Path:
    """Write the project unless it is there as the present sources make it."""
    name = f"{engine.name.replace(':', '-')}-{partners}"
    place = wish.scratch / "projects" / name
    stamp, done = _stamp(), place.with_suffix(".stamp")
    if not done.is_file() or done.read_text(encoding="utf-8") != stamp:
        print(f"writing {place}", flush=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        generator, _, variant = engine.generator.partition(":")
        write_directory(generator, partners, place, variant)
        if engine.name == "eleventy":
            (place / "node_modules").symlink_to((wish.scratch / "node/node_modules").resolve())
        done.write_text(stamp, encoding="utf-8")
    if results.stamps.get(name) != stamp:
        results.forget(engine.name, partners)
        results.stamps[name] = stamp
        results.save()
    return place


def _stamp() -> str:
    """Return a digest of all that decides what a project holds."""
    digest = hashlib.sha256()
    for path in sorted(p for p in ROOM.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        if path.parent != ROOM or path.stem.endswith(_SOURCES):
            digest.update(path.read_bytes())
    return digest.hexdigest()


_SOURCES = ("words", "records", "sentences", "common", "_project", "directory", "style")


def _say(engine: str, partners: int, case: str, spent: Spent) -> None:
    print(
        f"{engine:14} {partners:7,} {case:9} {spent.wall:8.2f} s {spent.cpu:8.2f} s of work "
        f"{spent.memory:7.0f} MiB",
        flush=True,
    )
