"""Groups of partners who all compete with each other, found from pairs."""

from collections.abc import Hashable, Iterable, Mapping

Neighbours = Mapping[str, frozenset[str]]


def neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return with whom each partner competes."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(found[one]) for one in sorted(found)}


def groups(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return groups so that two partners compete just if some group holds both.

    Pairs say that A, B and C compete with each other without saying that they are three in
    one another's way, which is what counting needs. Each pair not yet in a group begins one,
    to which everybody is added, by id, who competes with all in it: a greedy cover of the
    edges by maximal cliques (a smallest cover is NP-hard: Kou, Stockmeyer, Wong 1978).
    """
    wanted = sorted(set(pairs))
    near = neighbours(wanted)
    covered: set[tuple[str, str]] = set()
    found: list[tuple[str, ...]] = []
    for one, other in wanted:
        if (one, other) in covered:
            continue
        group = tuple(sorted(_grown(one, other, near)))
        found.append(group)
        covered.update((a, b) for i, a in enumerate(group) for b in group[i + 1 :])
    return tuple(found)


def alike(near: Neighbours) -> dict[str, Hashable]:
    """Return a key for each competitor, the same just for those who compete with the same others.

    The two partners compared are left out of each other's competitors, so twins are alike
    whether or not they compete with each other.
    """
    around = {one: near[one] | {one} for one in near}
    shared: dict[frozenset[str], int] = {}
    for whole in around.values():
        shared[whole] = shared.get(whole, 0) + 1
    return {
        one: (True, whole) if shared[whole] > 1 else (False, near[one])
        for one, whole in around.items()
    }


def _grown(one: str, other: str, near: Neighbours) -> list[str]:
    group = [one, other]
    common = near[one] & near[other]
    for candidate in sorted(common):
        if candidate in common:
            group.append(candidate)
            common &= near[candidate]
    return group
