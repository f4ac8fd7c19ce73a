"""Choices and sentences that the number of a record decides, the same on every machine."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.peers import words

_T = TypeVar("_T")


class Choice:
    """A stream of choices that its key decides."""

    def __init__(self, *key: str | int) -> None:
        digest = hashlib.blake2b(repr(key).encode(), digest_size=8).digest()
        self._state = int.from_bytes(digest, "big")

    def below(self, bound: int) -> int:
        """Return a number from 0 to `bound` - 1 (Knuth's MMIX generator)."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % bound

    def one(self, items: Sequence[_T]) -> _T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[_T], count: int) -> tuple[_T, ...]:
        """Return `count` different items, in the order of choice."""
        left = list(items)
        return tuple(left.pop(self.below(len(left))) for _ in range(count))


@dataclass(frozen=True, slots=True)
class Filled:
    """Sentences with their places filled for one partner or project."""

    choice: Choice
    name: str
    town: str
    area: str
    industry: str

    def one(self, sentences: Sequence[str]) -> str:
        """Return one of the sentences."""
        return self._fill(self.choice.one(sentences))

    def some(self, sentences: Sequence[str], count: int) -> str:
        """Return `count` of the sentences as a paragraph."""
        return " ".join(self._fill(s) for s in self.choice.some(sentences, count))

    def points(self, count: int) -> str:
        """Return a list of `count` points."""
        found = self.choice.some(words.POINTS, count)
        return "".join(f"- {capital(self._fill(point))}\n" for point in found)

    def table(self) -> str:
        """Return a table of figures by region."""
        rows = "".join(
            f"| {place.label} | {3 + self.choice.below(90)} | {2 + self.choice.below(40)} % |\n"
            for place in self.choice.some(words.PLACES, 4)
        )
        return f"| Region | Sites | Share |\n|---|---|---|\n{rows}"

    def weeks(self) -> str:
        """Return a span of time."""
        return f"{3 + self.choice.below(30)} weeks"

    def _fill(self, sentence: str) -> str:
        return capital(
            sentence.format(
                name=self.name,
                town=self.town,
                area=self.area.lower(),
                industry=self.industry,
                n=11 + self.choice.below(480),
                m=4 + self.choice.below(80),
            )
        )


def spoken(label: str) -> str:
    """Return a label as it stands inside a sentence."""
    return label[0].lower() + label[1:]


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[0].upper() + text[1:]
