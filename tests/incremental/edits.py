"""The kinds of edits: what people, programs and accidents do to a project between two builds.

An edit changes the trial and says what it did, or says nothing where it cannot be done now.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tests.incremental import (
    edits_accidents,
    edits_events,
    edits_files,
    edits_modes,
    edits_records,
    edits_texts,
    edits_theme,
)
from tests.incremental.trial import Trial

Edit = Callable[[Trial, Random], str]


@dataclass(frozen=True)
class EditKind:
    """A kind of edit: how often it is chosen next to the others, and what does it."""

    name: str
    weight: int
    edit: Edit


_MODULES = (
    edits_records,
    edits_texts,
    edits_events,
    edits_theme,
    edits_files,
    edits_modes,
    edits_accidents,
)
KINDS: Mapping[str, EditKind] = {
    name: EditKind(name, weight, edit)
    for module in _MODULES
    for name, (weight, edit) in module.EDITS.items()
}


def edit_once(
    trial: Trial, random: Random, names: tuple[str, ...] = (), several: float = 0.06
) -> str:
    """Do one edit, of any kind or of those named, and say what it was.

    With a chance of `several` there are two to four edits at once. A project that has been
    broken is likely to be mended, and is at the third time.
    """
    if trial.broken and (trial.broken > 1 or random.random() < 0.6):
        told = mend(trial)
    else:
        kinds = [KINDS[name] for name in names or KINDS]
        times = random.randint(2, 4) if random.random() < several else 1
        told = "; ".join(_one(trial, random, kinds) for _ in range(times))
    trial.edits.append(told)
    return told


def mend(trial: Trial) -> str:
    """Undo all since the last good build."""
    trial.tree.restore(trial.good)
    return "mend: back to the last good sources"


def _one(trial: Trial, random: Random, kinds: list[EditKind]) -> str:
    left = list(kinds)
    while left:
        [kind] = random.choices(left, [kind.weight for kind in left])
        told = kind.edit(trial, random)
        if told:
            return f"{kind.name}: {told}"
        left.remove(kind)
    return "nothing could be done"
