"""Situations from which the search has already found that it leads nowhere on."""

from collections.abc import Sequence

NEAR = 100
"""With up to how many free positions left a dead end is remembered."""

Situation = tuple[tuple[int, ...], tuple[int, ...]]


class DeadEnds:
    """Remembers who was placed when no trial was left.

    What can follow depends only on who remains and on who stands within reach, the last
    `reach` placed; the order of the others is all the same. In a tail where many compete
    this saves going through every order of those before it.
    """

    __slots__ = ("_free", "_reach", "_seen")

    def __init__(self, free: int, reach: int) -> None:
        self._free = free
        self._reach = reach
        self._seen: dict[int, set[Situation]] = {}

    def note(self, placed: Sequence[int]) -> None:
        """Remember a dead end."""
        if self._free - len(placed) <= NEAR:
            self._seen.setdefault(len(placed), set()).add(self._situation(placed))

    def known(self, placed: Sequence[int]) -> bool:
        """Say whether those placed have led to a dead end before."""
        seen = self._seen.get(len(placed))
        return seen is not None and self._situation(placed) in seen

    def _situation(self, placed: Sequence[int]) -> Situation:
        near = placed[len(placed) - self._reach :] if self._reach < len(placed) else placed
        return tuple(sorted(placed)), tuple(near)
