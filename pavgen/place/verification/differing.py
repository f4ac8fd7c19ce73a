"""What a check found: the first place where a ledger does not say what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """The first difference between what a ledger records and what follows from it.

    `line` counts from 1; `seq` and `period` are the line's own, -1 and "" where it has none.
    `part` names the key, or what else is wrong: `format`, `chain`, `head`, `growth`. `computed`
    is empty where a value is not of the form that the specification gives it.
    """

    line: int
    seq: int
    period: str
    part: str
    recorded: str
    computed: str
    sentence: str


def difference_at(
    line: int, seq: int, period: str, part: str, recorded: str, computed: str = ""
) -> Difference:
    """Return a difference with its sentence: where, what, and both values shortened."""
    place = f"line {line} ({period})" if period else f"line {line}"
    found = shortened(recorded) or "nothing"
    sentence = (
        f"{place}: {part} is recorded as {found}, but computed as {shortened(computed)}"
        if computed
        else f"{place}: {part} is not as the specification says: {found}"
    )
    return Difference(line, seq, period, part, recorded, computed, sentence)


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
