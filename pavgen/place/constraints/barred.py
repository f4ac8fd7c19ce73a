"""A guard that refuses certain partners everywhere: what `cooldown` and a cap per partner are."""

from collections.abc import Hashable, Iterator, Mapping

from pavgen.place.constraints.guard import Refusal, Shortage, Still


class Barring(Still):
    """Refuses the same partners at every position.

    `needed` is how many free positions there are, `loose` how many could be asked for them.
    """

    __slots__ = ("_barred", "_loose", "_needed", "_words")

    def __init__(self, barred: frozenset[int], words: str, needed: int, loose: int) -> None:
        self._barred = barred
        self._words = words
        self._needed = needed
        self._loose = loose

    def kinds(self) -> Mapping[int, Hashable]:
        """See who is refused."""
        return dict.fromkeys(sorted(self._barred), True)

    def barred(self) -> frozenset[int]:
        """Return those who are refused."""
        return self._barred

    def refuses(self, who: int, position: int) -> Refusal | None:
        """Refuse the barred."""
        del position
        return Refusal() if who in self._barred else None

    def shortages(self) -> Iterator[Shortage]:
        """Say when fewer are left than there are positions to fill."""
        left = self._loose - len(self._barred)
        if left < self._needed:
            barred = f"{len(self._barred)} of {self._loose} {self._words}"
            counting = f"{barred}; {self._needed} are asked for"
            yield Shortage(counting, tuple(sorted(self._barred)), filling=True)
