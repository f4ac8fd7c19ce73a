"""Edits of how a project is built, and of what its ledgers hold."""

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from pavgen.app.placement_record import RecordRequest, placement_record
from pavgen.files.lock import LockHeldError
from pavgen.place.periods import period_named
from tests.incremental.projects import DAY
from tests.incremental.trial import Trial

_LEDGERS = "content/placement/ledger/"
_MOST_LEDGER = 60_000
_DAYS = (DAY, DAY + timedelta(1), DAY + timedelta(6), DAY + timedelta(7), DAY - timedelta(20))
_LATE = (date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 24), date(2026, 10, 26))


def day_moved(trial: Trial, random: Random) -> str:
    """Build as of another day, earlier or later."""
    day = random.choice((*_DAYS, *_DAYS, *_LATE))
    trial.mode = replace(trial.mode, day=day)
    return str(day)


def drafts_turned(trial: Trial, random: Random) -> str:
    """Show drafts, or no longer."""
    del random
    trial.mode = replace(trial.mode, drafts=not trial.mode.drafts)
    return str(trial.mode.drafts)


def future_turned(trial: Trial, random: Random) -> str:
    """Show what is of days to come, or no longer."""
    del random
    trial.mode = replace(trial.mode, future=not trial.mode.future)
    return str(trial.mode.future)


def unlisted_once(trial: Trial, random: Random) -> str:
    """Build once for no search engine to list."""
    del random
    trial.passing = replace(trial.mode, noindex=True)
    return "once"


def some_sites(trial: Trial, random: Random) -> str:
    """Build some of the sites once, or one there is not."""
    known = trial.tree.slugs("content/sites/")
    sites = random.choice([*((site,) for site in known), ("main", "water"), ("nowhere",)])
    trial.passing = replace(trial.mode, sites=sites)
    return ", ".join(sites)


def recorded(trial: Trial, random: Random) -> str:
    """Record what is open, or the week after it."""
    if trial.broken or any(len(trial.tree.read(p)) > _MOST_LEDGER for p in _ledgers(trial)):
        return ""
    day = max(trial.mode.day, _last_day(trial))
    if random.random() < 0.6 and day < date(2026, 10, 1):
        day += timedelta(7)
    trial.mode = replace(trial.mode, day=day)
    try:
        answer = placement_record(RecordRequest(trial.tree.root, trial.mode.day))
    except LockHeldError:
        return ""
    added = sum(len(group.added) for group in answer.value.groups)
    return f"{added} entries up to {trial.mode.day}" if answer.ok else "refused"


def _last_day(trial: Trial) -> date:
    """Return the first day of the latest period that is recorded, behind which nothing goes."""
    labels = re.findall(r'"period":"([^"]+)"', "".join(map(trial.tree.text, _ledgers(trial))))
    periods = [period for label in labels if (period := period_named(label))]
    return max((period.first for period in periods), default=date.min)


def ledger_removed(trial: Trial, random: Random) -> str:
    """Forget what was recorded, of one group or of all."""
    paths = _ledgers(trial)
    if not paths:
        return ""
    gone = paths if random.random() < 0.4 else [random.choice(paths)]
    for path in gone:
        trial.tree.remove(path)
    return ", ".join(gone)


def ledger_cut(trial: Trial, random: Random) -> str:
    """Take the last lines of a ledger away, as on an older branch."""
    path = random.choice(_ledgers(trial) or [""])
    lines = trial.tree.text(path).splitlines(keepends=True) if path else []
    if len(lines) < 3:
        return ""
    kept = random.randrange(2, len(lines))
    trial.tree.write(path, "".join(lines[:kept]))
    return f"{path} to {kept} lines"


def ledger_altered(trial: Trial, random: Random) -> str:
    """Write something else into a line that was recorded and has others behind it."""
    path = random.choice(_ledgers(trial) or [""])
    lines = trial.tree.text(path).splitlines(keepends=True) if path else []
    named = [at for at, line in enumerate(lines) if '"p-1"' in line]
    if not named:
        return ""
    at = random.choice(named)
    lines[at] = lines[at].replace('"p-1"', '"p-9"', 1)
    trial.tree.write(path, "".join(lines))
    return f"{path} line {at + 1}"


def _ledgers(trial: Trial) -> list[str]:
    return trial.tree.paths(_LEDGERS)


EDITS = {
    "day-moved": (6, day_moved),
    "drafts-turned": (3, drafts_turned),
    "future-turned": (3, future_turned),
    "unlisted-once": (2, unlisted_once),
    "some-sites": (3, some_sites),
    "recorded": (5, recorded),
    "ledger-removed": (1, ledger_removed),
    "ledger-cut": (2, ledger_cut),
    "ledger-altered": (1, ledger_altered),
}
