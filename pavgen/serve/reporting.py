"""One line for each rebuild, for the terminal."""

from collections.abc import Sequence

from pavgen.kernel.values import dataclass
from pavgen.render.reports.counting import counted
from pavgen.render.reports.quoting import plain


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a rebuild: `pages` in all and how many of them are new or changed.

    `wrong` is the summary of the errors, empty where there are none; `was_wrong` says whether
    there were any the time before.
    """

    pages: int
    changed: int
    wrong: str = ""
    was_wrong: bool = False


def rebuild_line(saved: Sequence[str], outcome: Outcome, seconds: float) -> str:
    """Say what was saved, what came of it, and how long it took."""
    what = plain(saved[0]) if len(saved) == 1 else counted(len(saved), "file")
    return f"{what}: {_told(outcome)}, {seconds:.2f} s\n"


def _told(outcome: Outcome) -> str:
    if outcome.wrong:
        still = "still " if outcome.was_wrong else ""
        return f"{still}{outcome.wrong}; the last good build stays"
    mended = "mended, " if outcome.was_wrong else ""
    return f"{mended}{outcome.changed:,} of {counted(outcome.pages, 'page')} changed"
