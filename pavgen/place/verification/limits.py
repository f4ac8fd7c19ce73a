"""Constraints with the facts of a period: who refuses whom, and how many may still come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from pavgen.place.verification.records import Entry, Round, Rule, classes, names, numbered

Ids = frozenset[str]
_NOBODY: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Limit:
    """A constraint in a period, its facts cut down to those who take part.

    `kind` is `separate`, `cap` (of classes), `bar` (cooldown, and a cap per partner) or
    `at_least`; `number` its distance, cap or least. `alike` are the sets that tell partners
    apart, beside the `rivals` each must keep away from. `barred` are not seated, `members`
    wanted.
    """

    index: int
    kind: str
    hard: bool
    number: int = 0
    classes: tuple[Ids, ...] = ()
    alike: tuple[Ids, ...] = ()
    rivals: Mapping[str, Ids] = field(default_factory=dict)
    barred: Ids = _NOBODY
    members: Ids = _NOBODY

    def breaks(self, places: Mapping[str, int], name: str, position: int) -> bool:
        """Say whether a partner at a position breaks it, against those who have places."""
        if self.kind == "separate":
            return any(
                other in places and abs(places[other] - position) < self.number
                for other in self.rivals.get(name, _NOBODY)
            )
        if self.kind == "cap":
            return any(
                name in ids and sum(other in places for other in ids) >= self.number
                for ids in self.classes
            )
        return name in self.barred

    def likens(self, one: str, other: str) -> bool:
        """Say whether it makes no difference between two partners."""
        ours, theirs = self.rivals.get(one, _NOBODY), self.rivals.get(other, _NOBODY)
        if not self.alike and ours - {other} != theirs - {one}:
            return False
        return all((one in ids) == (other in ids) for ids in self.alike)


def limits_of(rule: Rule, round_: Round, present: Ids, recent: Sequence[Ids]) -> tuple[Limit, ...]:
    """Return the constraints of a rule with the facts of a period, for those present."""
    return tuple(
        _limit(index, said, facts, present, recent)
        for index, (said, facts) in enumerate(zip(rule.constraints, round_.bounds, strict=True))
    )


def _limit(index: int, said: Entry, facts: Entry, present: Ids, recent: Sequence[Ids]) -> Limit:
    hard = said["hard"] is True
    groups = [frozenset(ids) & present for _, ids in classes(facts.get("classes", []))]
    match said:
        case {"separate": "competitors", "distance": int(distance)}:
            pairs = [(a, b) for a, b in _pairs(facts) if {a, b} <= present and a != b]
            return Limit(index, "separate", hard, distance, cliques(pairs), rivals=_rivals(pairs))
        case {"separate": _, "distance": int(distance)}:
            kept = tuple(ids for ids in groups if len(ids) > 1)
            pairs = [pair for ids in kept for pair in combinations(sorted(ids), 2)]
            return Limit(index, "separate", hard, distance, kept, kept, _rivals(pairs))
        case {"cap": int(most), "per": "partner"}:
            barred = frozenset(n for n, used in numbered(facts.get("used", [])) if used >= most)
            return Limit(index, "bar", hard, alike=(barred,), barred=barred)
        case {"cap": int(most)}:
            kept = tuple(ids for ids in groups if len(ids) > most)
            return Limit(index, "cap", hard, most, kept, kept)
        case {"cooldown": int(periods)}:
            barred = _NOBODY.union(*recent[:periods])
            return Limit(index, "bar", hard, alike=(barred,), barred=barred)
        case _:
            members = frozenset(names(facts.get("members", []))) & present
            least = said["at_least"]
            number = least if isinstance(least, int) else 0
            return Limit(index, "at_least", hard, number, alike=(members,), members=members)


def cliques(pairs: Sequence[tuple[str, str]]) -> tuple[Ids, ...]:
    """Return groups of partners who all compete with each other, every pair in one of them."""
    rivals = _rivals(pairs)
    found: list[Ids] = []
    for first, second in pairs:
        if any(first in group and second in group for group in found):
            continue
        group = {first, second}
        for name in sorted(rivals):
            if name not in group and group <= rivals[name]:
                group.add(name)
        found.append(frozenset(group))
    return tuple(found)


def _pairs(facts: Entry) -> list[tuple[str, str]]:
    return [(a, b) for a, b in map(names, _lists(facts.get("pairs", [])))]


def _lists(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _rivals(pairs: Sequence[tuple[str, str]]) -> dict[str, Ids]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}
