"""Whether those who remain can still fill the places that are left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pavgen.place.verification.limits import Ids, Limit


@dataclass(frozen=True, slots=True)
class Asked:
    """How many of a set of partners the free positions ask for."""

    number: int
    of: Ids


def has_too_little(
    limits: Sequence[Limit], places: Mapping[str, int], left: Ids, free: Sequence[int]
) -> bool:
    """Say whether the active constraints leave too few of those left for the free positions.

    `places` are of the placed and the pinned.
    """
    remaining = left.difference(*(limit.barred for limit in limits))
    demands = [Asked(len(free), remaining)]
    for limit in limits:
        if limit.kind == "at_least":
            wanted = limit.number - sum(name in places for name in limit.members)
            demands.append(Asked(wanted, limit.members & remaining))
    return any(
        asked.number > len(free)
        or asked.number > len(asked.of)
        or any(_is_short(asked, limit, places, free) for limit in limits)
        for asked in demands
    )


def has_room(
    ids: Ids, needed: int, distance: int, places: Mapping[str, int], free: Sequence[int]
) -> bool:
    """Say whether so many free positions lie apart from each other and from all with places."""
    taken = [places[name] for name in ids if name in places]
    taken = [position for position in taken if free and position > free[0] - distance]
    # One who has a place takes at most 2 · distance − 1 positions out, one to come `distance`.
    if needed * distance <= len(free) - len(taken) * (2 * distance - 1):
        return True
    count = 0
    last: int | None = None
    for position in free:
        is_far = last is None or position - last >= distance
        if is_far and all(abs(position - other) >= distance for other in taken):
            last = position
            count += 1
        if count >= needed:
            return True
    return needed <= 0


def _is_short(asked: Asked, limit: Limit, places: Mapping[str, int], free: Sequence[int]) -> bool:
    if limit.kind == "cap":
        return asked.number > _most_of(asked.of, limit, places)
    if limit.kind != "separate":
        return False
    for ids in limit.classes:
        inside = len(asked.of & ids)
        needed = asked.number - (len(asked.of) - inside)
        if not has_room(ids, needed, limit.number, places, free):
            return True
    return False


def _most_of(of: Ids, limit: Limit, places: Mapping[str, int]) -> int:
    """Return how many of a set the classes of a cap let through, each in its first class."""
    counted = of
    most = 0
    for ids in limit.classes:
        open_ = max(0, limit.number - sum(name in places for name in ids))
        most += min(len(counted & ids), open_)
        counted -= ids
    return most + len(counted)
