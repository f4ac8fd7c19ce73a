"""Who holds what after a draw, and who is asked next when an item falls vacant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pavgen.place.verification.differing import Fault, parting
from pavgen.place.verification.hall import Hall, hall_of
from pavgen.place.verification.picking import PURPOSE
from pavgen.place.verification.reading import canonical
from pavgen.place.verification.records import Entry, Lots, Pairs, Round, Rule, pairs

_ACCEPTED = "accepted"


def held_after(rule: Rule, round_: Round, order: tuple[str, ...], picked: Pairs) -> "Held":
    """Return who holds what once the turns of a placement are over."""
    hall = hall_of(round_)
    lots = Lots(rule.seed, round_.group, round_.period)
    return Held(hall, lots, order, dict(round_.roster), picked, hall.held)


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds what at an event, after some of its lines.

    `order` is that of the roster, `entitled` to how many items each is by the draw. `given` are
    the holdings of the draw and of offers, `held` those by hand that still stand. `joined` are
    those let in by an amendment.
    """

    hall: Hall
    lots: Lots
    order: tuple[str, ...]
    entitled: Mapping[str, int]
    given: Pairs
    held: Pairs
    joined: frozenset[str] = frozenset()

    def amended(self, joined: tuple[str, ...], removed: tuple[str, ...]) -> "Held":
        """Return who holds what once some have left, for good, and others joined."""
        return replace(
            self,
            order=tuple(name for name in self.order if name not in removed),
            given=tuple(row for row in self.given if row[0] not in removed),
            held=tuple(row for row in self.held if row[0] not in removed),
            joined=self.joined.difference(removed).union(joined),
        )

    def offered(self, entry: Entry) -> "Held | Fault":
        """Return who holds what after an offer, or what is wrong with it."""
        item, answers = str(entry["item"]), pairs(entry["answers"])
        if item not in self.hall.items:
            return "item", canonical(item), ""
        for name, taken in self.given:
            if taken == item:
                return "item", item, name, ("vacant", name)
        if any(answer == _ACCEPTED for _, answer in answers[:-1]):
            return "answers", canonical(entry["answers"]), ""
        asked = tuple(name for name, _ in answers)
        queue = tuple(self._queue(item))[: len(asked)]
        if asked[: len(queue)] != queue or not self.joined.issuperset(asked[len(queue) :]):
            return "answers", *parting(asked, queue)
        if not answers or answers[-1][1] != _ACCEPTED:
            return self
        given_up = self._given_up(asked[-1]) if asked[-1] in self.order else ""
        kept = (row for row in self.given if row != (asked[-1], given_up))
        return replace(self, given=(*kept, (asked[-1], item)))

    def _queue(self, item: str) -> Iterator[str]:
        for name in self.order:
            given_up = self._given_up(name)
            if given_up and not self._prefers(name, item, given_up):
                continue
            holdings: dict[str, tuple[str, ...]] = {}
            for who, taken in (*self.given, *self.held):
                if (who, taken) != (name, given_up):
                    holdings[taken] = (*holdings.get(taken, ()), who)
            if self.hall.obstacle(holdings, name, item) is None:
                yield name

    def _given_up(self, name: str) -> str:
        """Return what a partner would give up; "" where it holds less than it may."""
        own = [taken for who, taken in self.given if who == name]
        if len(own) < self.entitled[name]:
            return ""
        return max(own, key=lambda taken: self._rank(name, taken))

    def _rank(self, name: str, item: str) -> tuple[int, int, bytes]:
        """Return what sorts a partner's items, the dearest first."""
        likes = self.hall.likes[name]
        if item in likes:
            return likes.index(item), 0, b""
        return len(likes), -self.hall.items[item], self.lots.of(PURPOSE, item)

    def _prefers(self, name: str, item: str, other: str) -> bool:
        """Say whether a partner likes an item better; what is not listed, no more than others."""
        likes = self.hall.likes[name]
        return item in (likes[: likes.index(other)] if other in likes else likes)
