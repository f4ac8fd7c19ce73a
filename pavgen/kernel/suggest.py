"""The nearest known word to a mistaken one."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import field
from difflib import SequenceMatcher, get_close_matches
from heapq import nlargest

from pavgen.kernel.values import dataclass

_LONGEST = 64
_COMPARED = 40


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word` whatever the case, or None when none is near.

    A word too long to be an identifier is like none: to compare it would only cost time.
    """
    if len(word) > _LONGEST:
        return None
    folded = {other.casefold(): other for other in sorted(known)}
    mistaken = word.strip().casefold()
    found = get_close_matches(mistaken, _likely(mistaken, sorted(folded)), n=1, cutoff=0.6)
    return folded[found[0]] if found else None


@dataclass(slots=True)
class Guesses:
    """Suggestions for the mistakes of one run, each made once.

    A partner who was renamed may be named a thousand times. Where thousands of names are wrong
    among a hundred thousand known ones, no typing error is behind it, and to guess at each would
    take hours: no more guesses are made once `budget` words were compared.
    """

    budget: int = 2_000_000
    _made: dict[tuple[str, AbstractSet[str], int], str] = field(default_factory=dict)

    def did_you_mean(self, word: str, known: AbstractSet[str], list_up_to: int = 12) -> str:
        """Word a remedy as `did_you_mean` does, or say nothing where the budget is used up."""
        key = (word, known, list_up_to)
        if key not in self._made:
            self.budget -= len(known)
            self._made[key] = did_you_mean(*key) if self.budget >= 0 else ""
        return self._made[key]


def _likely(word: str, known: list[str]) -> list[str]:
    """Keep the words that share most letters: to compare a thousand in full takes long."""
    if len(known) <= _COMPARED:
        return known
    matcher = SequenceMatcher(b=word)

    def shared(other: str) -> tuple[float, str]:
        matcher.set_seq1(other)
        return matcher.quick_ratio(), other

    return nlargest(_COMPARED, known, key=shared)


def did_you_mean(word: str, known: Iterable[str], list_up_to: int = 12) -> str:
    """Word a remedy: the nearest known word, else the list when it is short, else nothing.

    Words in a sequence are listed in its order, those of a set by code point.
    """
    words = sorted(known) if isinstance(known, AbstractSet) else list(known)
    best = nearest(word, words)
    if best:
        return f"did you mean `{best}`?"
    if 0 < len(words) <= list_up_to:
        return "use one of " + ", ".join(f"`{w}`" for w in words)
    return ""
