"""Which of several are needed for a dead end."""

from collections.abc import Callable, Sequence
from typing import TypeVar

One = TypeVar("One")


def needed(those: Sequence[One], is_dead: Callable[[Sequence[One]], bool]) -> tuple[One, ...]:
    """Return a smallest part of what leads to a dead end: without any one of it, there is none.

    The deletion filter (Chinneck and Dravnieks 1991): leave out one after the other, the last
    first, and for good if the others are stuck without it. So of several dead ends that of the
    first is told, and where `is_dead` is not certain and says no, one is kept.
    """
    kept = list(those)
    for place in reversed(range(len(those))):
        fewer = kept[:place] + kept[place + 1 :]
        if is_dead(fewer):
            kept = fewer
    return tuple(kept)
