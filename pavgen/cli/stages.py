"""How long each stage of a command took, by the steps that it tells of its progress."""

from collections.abc import Callable
from dataclasses import field
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter

from pavgen.cli.streams import show_progress
from pavgen.cli.tables import table
from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class _Moment:
    clock: float
    work: float


def _now() -> _Moment:
    used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return _Moment(perf_counter(), sum(u.ru_utime + u.ru_stime for u in used))


@dataclass(slots=True)
class Stages:
    """Progress of a command, shown as it comes and measured: seconds by the clock, and of work.

    Work is that of all cores together, so it may exceed the time of the clock.
    """

    told: Callable[[str], None] = show_progress
    _begun: list[tuple[str, _Moment]] = field(default_factory=list)

    def step(self, name: str) -> None:
        """Note that a stage begins; an empty name ends the last one."""
        self._begun.append((name, _now()))
        self.told(name)

    def table(self) -> str:
        """Return the stages in their order, with their times and their share of the whole."""
        ends = [*self._begun[1:], ("", _now())]
        rows: list[tuple[str, str, str, str]] = []
        whole = ends[-1][1].clock - self._begun[0][1].clock if self._begun else 0
        for (name, start), (_, end) in zip(self._begun, ends, strict=False):
            seconds = end.clock - start.clock
            if name:
                share = f"{100 * seconds / whole:.0f} %" if whole else "–"
                rows.append((name, f"{seconds:.3f}", f"{end.work - start.work:.3f}", share))
        return table(("stage", "seconds", "of work", "share"), rows) + "\n"
