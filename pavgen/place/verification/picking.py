"""Booths and talks that are picked: each choice held against what was open when it was made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pavgen.place.verification.differing import Fault, Unsettled, parting
from pavgen.place.verification.hall import NONE, Hall, hall_of
from pavgen.place.verification.records import Lots, Pairs, Round, Rule
from pavgen.place.verification.ways import Floor, Need, Ways

PURPOSE = "pick"


@dataclass(frozen=True, slots=True)
class Settled:
    """Choices of which none is known to be wrong; `unsettled` are those not known to be right."""

    unsettled: tuple[Unsettled, ...]


def settled(
    rule: Rule, round_: Round, seated: Sequence[str], picked: Pairs, line: int
) -> Settled | Fault:
    """Hold the recorded choices against the rule; return the first thing that is wrong."""
    turns = _turns(round_, seated, len(picked))
    takers = tuple(name for name, _ in picked)
    if takers != turns:
        return "picked", *parting(takers, turns)
    hall = hall_of(round_)
    holdings = hall.by_hand
    for name, item in picked:
        if found := hall.obstacle(holdings, name, item):
            reason, other = found
            return "picked", item, other, (reason, name)
        holdings[item] = (name,)
    checked = _Choices(hall, Lots(rule.seed, round_.group, round_.period), turns)
    return checked.fault(picked, round_.period, line)


class _Choices:
    """The choices of a placement, whose items are open and leave a way on: the rest is one."""

    def __init__(self, hall: Hall, lots: Lots, turns: Sequence[str]) -> None:
        self._hall = hall
        self._turns = turns
        self._names = tuple(dict.fromkeys(turns))
        tickets = {item: lots.of(PURPOSE, item) for item in hall.items}
        self._items = sorted(hall.items, key=lambda i: (-hall.items[i], tickets[i]))
        self._number = {item: number for number, item in enumerate(self._items)}
        self._floor = Floor(
            near=[self._bits(hall.near.get(item, NONE)) for item in self._items],
            clash=[self._bits(hall.clash.get(item, NONE)) for item in self._items],
            apart=[self._rivals(name) for name in self._names],
        )
        self._ways = Ways(self._floor)

    def fault(self, picked: Pairs, period: str, line: int) -> Settled | Fault:
        """Go through the turns; return the first choice that should have been another."""
        need = self._need()
        unsettled: list[Unsettled] = []
        for turn, (name, item) in enumerate(picked, start=1):
            partner = self._names.index(name)
            for better in self._better(name, item):
                number = self._number.get(better)
                if number is None or not need.open[partner] >> number & 1:
                    continue
                leads_on = self._ways.lead_on(self._floor.after(need, partner, number))
                if leads_on:
                    reason = "listed" if better in self._hall.likes[name] else "unlisted"
                    return "picked", item, better, (reason, name)
                if leads_on is None:
                    unsettled.append(Unsettled(line, period, turn, name, better))
            need = self._floor.after(need, partner, self._number[item])
        return Settled(tuple(unsettled))

    def _better(self, name: str, item: str) -> Iterator[str]:
        """Yield what a partner would have had rather than an item, the best first."""
        likes = self._hall.likes[name]
        for other in (*likes, *(other for other in self._items if other not in likes)):
            if other == item:
                return
            yield other

    def _need(self) -> Need:
        """Return what is open to each partner when the first turn begins."""
        holdings = self._hall.by_hand
        open_ = (
            self._bits(i for i in self._items if self._hall.obstacle(holdings, name, i) is None)
            for name in self._names
        )
        return Need(tuple(open_), tuple(self._turns.count(name) for name in self._names))

    def _bits(self, items: Iterable[str]) -> int:
        return sum(1 << self._number[item] for item in items if item in self._number)

    def _rivals(self, name: str) -> frozenset[int]:
        apart = self._hall.apart.get(name, NONE)
        return frozenset(n for n, other in enumerate(self._names) if other in apart)


def _turns(round_: Round, seated: Sequence[str], most: int) -> tuple[str, ...]:
    """Return whose turn it is, turn after turn, until there are more than `most`."""
    weights = dict(round_.roster)
    found: list[str] = []
    number = 1
    while len(found) <= most and (due := [i for i in seated if weights[i] >= number]):
        found += due
        number += 1
    return tuple(found)
