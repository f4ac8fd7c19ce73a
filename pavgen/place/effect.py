"""What a change of the records does to who stands where: two placements, compared."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.place.placement import OpportunityPlacement, Placement

Why = Literal["comes", "goes", "moves", "order"]


@dataclass(frozen=True, slots=True)
class Move:
    """A partner's position in one list before and after, from 1; None where it is not shown.

    `of` is how many are shown afterwards. For a partner nobody changed, `why` says what moved
    it: another `comes`, `goes` or `moves` past it (`by` names who, by slug; `moves` also where
    several do different things), or the `order` of the rest is another.
    """

    slug: str
    opportunity: str
    before: int | None
    after: int | None
    of: int
    why: Why | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to placement.

    `shown` is each list in which a changed partner is shown or was, moved or not; `others`
    every position of a partner nobody changed that is not as before.
    """

    shown: tuple[Move, ...] = ()
    others: tuple[Move, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether every list is as before."""
        return not self.others and all(move.before == move.after for move in self.shown)


def effect_of(before: Placement, after: Placement, changed: Collection[str]) -> Effect:
    """Compare two placements of one day; `changed` are the partners whose files differ, by slug."""
    shown: list[Move] = []
    others: list[Move] = []
    for name in dict.fromkeys([*before.opportunities, *after.opportunities]):
        old = _positions(before.opportunities.get(name))
        new = _positions(after.opportunities.get(name))
        shown += [
            Move(slug, name, old.get(slug), new.get(slug), len(new))
            for slug in sorted(set(changed) & (old.keys() | new.keys()))
        ]
        others += _others(name, old, new, frozenset(changed))
    return Effect(tuple(shown), tuple(others))


def _positions(listed: OpportunityPlacement | None) -> Mapping[str, int]:
    return listed.positions if listed is not None else {}


def _others(
    name: str, old: Mapping[str, int], new: Mapping[str, int], changed: frozenset[str]
) -> Iterator[Move]:
    rest = [slug for slug in sorted(new, key=new.__getitem__) if slug not in changed]
    was = [slug for slug in sorted(old, key=old.__getitem__) if slug not in changed]
    same_order = [s for s in was if s in new] == [s for s in rest if s in old]
    for slug in dict.fromkeys([*rest, *was]):
        a, b = old.get(slug), new.get(slug)
        if a == b:
            continue
        why, by = _reason(a, b, old, new, changed) if same_order else ("order", ())
        yield Move(slug, name, a, b, len(new), why, by)


def _reason(
    a: int | None,
    b: int | None,
    old: Mapping[str, int],
    new: Mapping[str, int],
    changed: Collection[str],
) -> tuple[Why, tuple[str, ...]]:
    """Say which changed partners stand on the other side of a position than before."""
    crossed: list[tuple[str, Why]] = []
    for slug in sorted(changed):
        was_ahead = slug in old and (a is None or old[slug] < a)
        is_ahead = slug in new and (b is None or new[slug] < b)
        if was_ahead != is_ahead:
            kind: Why = "comes" if slug not in old else "goes" if slug not in new else "moves"
            crossed.append((slug, kind))
    if not crossed:
        return "order", ()
    kinds = {kind for _, kind in crossed}
    return kinds.pop() if len(kinds) == 1 else "moves", tuple(slug for slug, _ in crossed)
