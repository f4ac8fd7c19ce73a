"""What a check found: the first place where a ledger does not say what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass

_SHORT = 40
Fault = tuple[str, str, str] | tuple[str, str, str, tuple[str, str]]
"""A part, what is recorded of it, and what follows: "" where that takes a sentence.

For a choice there is one more: why it is wrong, and whose it is.
"""
_CHOICES = {
    "listed": "recorded with {}, but {} of its list was open and leaves a way on",
    "unlisted": "recorded with {}, but {}, which comes before it, was open and leaves a way on",
    "barred": "recorded with {}, which it may not have",
    "taken": "recorded with {}, which is held by {}",
    "clash": "recorded with {}, which clashes with its {}",
    "near": "recorded with {}, which is near to what is held by {}, from whom it is kept apart",
    "vacant": "recorded with {}, so it is not vacant",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """The first difference between what a ledger records and what follows from it.

    `line` counts from 1; `seq` and `period` are the line's own, -1 and "" where it has none.
    `part` names the key, or what else is wrong: `format`, `chain`, `head`, `growth`. `computed`
    is empty where a value is not of the form that the specification gives it. Of a choice it is
    what or who stands against it; `reason` says how, and `partner` whose choice it was.
    """

    line: int
    seq: int
    period: str
    part: str
    recorded: str
    computed: str
    sentence: str
    reason: str = ""
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A choice that a search was too long for: whether an item liked better left a way on.

    `turn` counts from 1; `item` is what the partner would rather have had.
    """

    line: int
    period: str
    turn: int
    partner: str
    item: str

    @property
    def sentence(self) -> str:
        """Tell it as a difference is told."""
        return (
            f"line {self.line} ({self.period}): that {shortened(self.partner)} could not have"
            f" {shortened(self.item)} in turn {self.turn} was not settled; the search is too long"
        )


def difference_at(
    line: int,
    seq: int,
    period: str,
    part: str,
    recorded: str,
    computed: str = "",
    choice: tuple[str, str] = ("", ""),
) -> Difference:
    """Return a difference with its sentence: where, what, and both values shortened."""
    place = f"line {line} ({period})" if period else f"line {line}"
    reason, partner = choice
    found, other = shortened(recorded) or "nothing", shortened(computed)
    if reason:
        said = f"{shortened(partner)} is {_CHOICES[reason].format(found, other)}"
    elif computed:
        said = f"{part} is recorded as {found}, but computed as {other}"
    else:
        said = f"{part} is not as the specification says: {found}"
    sentence = f"{place}: {said}"
    return Difference(line, seq, period, part, recorded, computed, sentence, reason, partner)


def shortened(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def parting(recorded: Sequence[str], computed: Sequence[str]) -> tuple[str, str]:
    """Return the first items in which two lists part, each with its position from 1."""
    length = max(len(recorded), len(computed))
    for at in range(length):
        left, right = _item(recorded, at), _item(computed, at)
        if left != right:
            return left, right
    return "", ""


def _item(row: Sequence[str], at: int) -> str:
    return f"{row[at]} at position {at + 1}" if at < len(row) else f"nobody at position {at + 1}"
