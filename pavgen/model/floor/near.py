"""Look-up of what lies near a place, so that not everything is held against everything."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from pavgen.model.floor.geometry import Box
from pavgen.model.floor.shapes import Spot


class Near:
    """Spots of all halls, found by their boxes."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._spots: dict[str, list[Spot]] = {}
        for spot in sorted(spots, key=lambda spot: spot.shape.box.left):
            self._spots.setdefault(spot.hall, []).append(spot)
        self._lefts = {h: [s.shape.box.left for s in found] for h, found in self._spots.items()}
        self._widest = {
            h: max(s.shape.box.right - s.shape.box.left for s in found)
            for h, found in self._spots.items()
        }

    def within(self, hall: str, box: Box, reach: int = 0) -> list[Spot]:
        """Return the spots whose boxes come within `reach` of a box, from west to east."""
        spots = self._spots.get(hall)
        if spots is None:
            return []
        lefts = self._lefts[hall]
        first = bisect_left(lefts, box.left - reach - self._widest[hall])
        after = bisect_right(lefts, box.right + reach)
        return [spot for spot in spots[first:after] if spot.shape.box.meets(box, reach)]
