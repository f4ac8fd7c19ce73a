"""The figures of all runs, kept in a file so that a benchmark can be stopped and gone on with."""

import json
import os
import platform
import statistics
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.peers.outputs import Output
from benchmarks.peers.processes import Spent

CASES = ("cold", "nothing", "record", "template", "save")
READY = "ready"


@dataclass(slots=True)
class Results:
    """Runs by `engine/partners/case`, outputs by `engine/partners`, and where it was measured."""

    path: Path
    machine: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)
    runs: dict[str, list[Spent]] = field(default_factory=dict)
    outputs: dict[str, Output] = field(default_factory=dict)

    def count(self, engine: str, partners: int, case: str) -> int:
        """Return how many runs of a case there are."""
        return len(self.runs.get(f"{engine}/{partners}/{case}", ()))

    def add(self, engine: str, partners: int, case: str, spent: Spent) -> None:
        """Keep the figures of a run."""
        self.runs.setdefault(f"{engine}/{partners}/{case}", []).append(spent)
        self.save()

    def median(self, engine: str, partners: int, case: str) -> Spent | None:
        """Return the median of each figure by itself, or None where nothing was measured."""
        runs = self.runs.get(f"{engine}/{partners}/{case}")
        if not runs:
            return None
        return Spent(
            statistics.median(run.wall for run in runs),
            statistics.median(run.cpu for run in runs),
            statistics.median(run.memory for run in runs),
        )

    def forget(self, engine: str, partners: int) -> None:
        """Drop the figures of a project that is no longer what they were measured on."""
        start = f"{engine}/{partners}/"
        self.runs = {key: runs for key, runs in self.runs.items() if not key.startswith(start)}
        self.outputs.pop(f"{engine}/{partners}", None)

    def save(self) -> None:
        """Write the file; a run that is stopped meanwhile leaves the one before."""
        told = {
            "machine": self.machine,
            "stamps": self.stamps,
            "runs": {key: [asdict(run) for run in runs] for key, runs in self.runs.items()},
            "outputs": {key: asdict(output) for key, output in self.outputs.items()},
        }
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        fresh.replace(self.path)


def results_in(path: Path) -> Results:
    """Read what an earlier benchmark measured, if any did."""
    if not path.is_file():
        return Results(path)
    told = json.loads(path.read_text(encoding="utf-8"))
    return Results(
        path,
        told["machine"],
        told["stamps"],
        {key: [Spent(**run) for run in runs] for key, runs in told["runs"].items()},
        {key: Output(**output) for key, output in told["outputs"].items()},
    )


def machine_facts() -> dict[str, str]:
    """Say on what and when this is measured."""
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    cores = len(os.sched_getaffinity(0))
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": models[0] if models else platform.machine(),
        "cores": str(cores),
        "memory": f"{memory / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
    }
