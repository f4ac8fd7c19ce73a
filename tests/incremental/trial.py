"""A project edited step by step; after each step every way of building it must agree.

What is compared: all bytes of the output on the disk with those of a clean build, what a server
in memory serves, the findings in words and places, and what the build says of the days to come.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from tests.incremental.tree import Tree
from tests.incremental.workshop import (
    MOST_SESSIONS,
    Bench,
    Built,
    Kill,
    Mode,
    clean,
    incremental,
    served,
)

Files = Mapping[str, bytes]
_HISTORY = 12


class DifferenceError(AssertionError):
    """Two ways of building one project do not agree."""


@dataclass
class Trial:
    """A project under edit: how it is built, what it was, and what its output should hold.

    `passing` is a mode for the next build alone; `killing` says how to kill a build that is
    made before it. `edits` tells what has been done.
    """

    tree: Tree
    mode: Mode = field(default_factory=Mode)
    passing: Mode | None = None
    killing: Kill | None = None
    broken: int = 0
    good: dict[str, bytes] = field(default_factory=dict)
    history: list[dict[str, bytes]] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)

    @property
    def output(self) -> Path:
        """Return the folder that holds a folder for each site."""
        return self.tree.root / "output"

    @property
    def cache(self) -> Path:
        """Return the folder of what builds keep."""
        return self.tree.root / ".pavgen-cache"


@dataclass
class Judge:
    """Compares the ways of building after each step."""

    bench: Bench
    trial: Trial
    build: Callable[[Path, Mode], Built] = incremental
    shown: dict[Mode, Mapping[str, Files]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def check(self, *, serving: bool = True) -> Built:
        """Build in every way and compare. Raises DifferenceError, told in full."""
        trial, bench = self.trial, self.bench
        sources = trial.tree.all()
        mode = trial.passing or trial.mode
        bench.clean.begin(clean, sources, mode)
        before = on_disk(trial.output)
        killed = self._kill(mode) or before
        found = bench.incremental.do(self.build, trial.tree.root, mode)
        after = on_disk(trial.output)
        serving = serving and not mode.noindex
        live = bench.served.do(served, trial.tree.root, mode) if serving else Built()
        right = bench.clean.result()
        self._note(right, found, live)
        self._same(right, found, "the output")
        wanted = before if right.stopped else {**before, **right.sites}
        self._whole(before, wanted, killed)
        self._same_files(wanted, after, "the output")
        if not right.stopped and not mode.sites:
            self._nothing_left()
        if serving:
            self._same(replace(right, facts=""), live, "what is served")
            self._same_files(self._shown(mode, right), live.sites, "what is served")
        self._settle(sources, right)
        return right

    def follow(self) -> None:
        """Build only into the output, and compare nothing."""
        trial = self.trial
        mode = trial.passing or trial.mode
        sources = trial.tree.all()
        self._kill(mode)
        self._settle(sources, self.bench.incremental.do(self.build, trial.tree.root, mode))

    def _kill(self, mode: Mode) -> dict[str, dict[str, bytes]]:
        """Kill a build, if one is to be killed, and return what it left of the sites."""
        trial = self.trial
        if trial.killing is None:
            return {}
        self.bench.incremental.do(self.build, trial.tree.root, mode, kill=trial.killing)
        return on_disk(trial.output)

    def _settle(self, sources: dict[str, bytes], right: Built) -> None:
        trial = self.trial
        trial.broken = trial.broken + 1 if right.stopped else 0
        if not right.stopped:
            trial.good = sources
        trial.history = [*trial.history, sources][-_HISTORY:]
        trial.passing = trial.killing = None

    def _shown(self, mode: Mode, right: Built) -> Mapping[str, Files]:
        """Return what a session should serve now: its last good build, if it is still kept."""
        last = self.shown.pop(mode, {})
        self.shown[mode] = last if right.stopped else right.sites
        for old in list(self.shown)[:-MOST_SESSIONS]:
            del self.shown[old]
        return self.shown[mode]

    def _same(self, right: Built, found: Built, of: str) -> None:
        for name, built in (("a clean build", right), (of, found)):
            if built.crash:
                raise DifferenceError(self._told(f"{name}: crashed\n{built.crash}"))
        for what in ("findings", "stopped", "facts"):
            wanted, got = (str(getattr(built, what)) for built in (right, found))
            if wanted != got:
                line = first_difference(wanted.encode(), got.encode())
                told = f"{of}: {what} differ from a clean build's\n{line}"
                raise DifferenceError(self._told(told))

    def _same_files(self, wanted: Mapping[str, Files], got: Mapping[str, Files], of: str) -> None:
        told = difference(flat(wanted), flat(got))
        if told:
            raise DifferenceError(self._told(f"{of} differs from a clean build\n{told}"))

    def _whole(
        self, old: Mapping[str, Files], new: Mapping[str, Files], killed: Mapping[str, Files]
    ) -> None:
        for site in sorted({*old, *new, *killed}):
            is_old, is_new = (killed.get(site) == sites.get(site) for sites in (old, new))
            if not is_old and not is_new:
                pair = (flat({site: sites.get(site, {})}) for sites in (new, killed))
                told = f"a killed build left half a site\n{difference(*pair)}"
                raise DifferenceError(self._told(told))

    def _nothing_left(self) -> None:
        """Insist that builds leave nothing but sites and what they keep."""
        allowed = {"content", "partners", "themes", "output", ".pavgen-cache"}
        names = {path.name for path in self.trial.tree.root.iterdir()} - allowed
        names |= {path.name for path in self.trial.output.iterdir() if "." in path.name}
        left = sorted(names)
        if left:
            raise DifferenceError(self._told(f"a build left behind {left}"))

    def _note(self, *built: Built) -> None:
        for name, each in zip(("clean", "incremental", "served"), built, strict=True):
            self.seconds[name] = self.seconds.get(name, 0.0) + each.seconds

    def _told(self, what: str) -> str:
        mode = self.trial.passing or self.trial.mode
        latest = "\n".join(f"  {edit}" for edit in self.trial.edits[-8:])
        return f"{what}\nbuilt with {mode}\nafter the edits\n{latest}"


def on_disk(output: Path) -> dict[str, dict[str, bytes]]:
    """Return the files of each site in an output folder, without the writer's own marker."""
    if not output.is_dir():
        return {}
    sites = sorted(path for path in output.iterdir() if path.is_dir() and "." not in path.name)
    return {site.name: _files(site) for site in sites}


def _files(site: Path) -> dict[str, bytes]:
    found = (path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in found
        if path.name != ".pavgen-output"
    }


def flat(sites: Mapping[str, Files]) -> dict[str, bytes]:
    """Return the files of all sites by `site/path`."""
    return {f"{site}/{path}": data for site, files in sites.items() for path, data in files.items()}


def difference(wanted: Files, got: Files) -> str:
    """Say how files differ from those wanted: how many do, and the first line of the first."""
    paths = [path for path in sorted({*wanted, *got}) if wanted.get(path) != got.get(path)]
    if not paths:
        return ""
    first = paths[0]
    told = f"{first}{_and(paths[1:])}"
    if first not in got:
        return f"{told}: is missing"
    if first not in wanted:
        return f"{told}: should not be there"
    return f"{told}\n{first_difference(wanted[first], got[first])}"


def first_difference(wanted: bytes, got: bytes) -> str:
    """Say which line is the first to differ, and what stands there."""
    pairs = _lines(wanted), _lines(got)
    longest = max(map(len, pairs))
    rows = ([*lines, *[""] * (longest - len(lines))] for lines in pairs)
    for number, (right, wrong) in enumerate(zip(*rows, strict=True), 1):
        if right != wrong:
            at = next((i for i, (a, b) in enumerate(zip(right, wrong, strict=False)) if a != b), 0)
            start = max(0, at - 60)
            pair = (line[start : at + 100] for line in (right, wrong))
            return "line {}:\n  wanted {!r}\n  got    {!r}".format(number, *pair)
    return "the same lines in other bytes"


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "backslashreplace").split("\n")


def _and(others: list[str]) -> str:
    return f" and {len(others)} more ({', '.join(others[:4])})" if others else ""


def chance_of(seed: int, step: int) -> Random:
    """Return what draws a step's edit: the same whatever steps were taken before."""
    return Random(f"{seed}/{step}")  # noqa: S311 - edits are drawn, not secrets
