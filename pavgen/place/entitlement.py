"""Entitlement: how a number of places is shared by weight, when nobody can have more than one."""

from collections.abc import Sequence

from pavgen.place.rounds import PLACE


def weight_classes(members: Sequence[tuple[str, int]]) -> tuple[tuple[int, int], ...]:
    """Return each weight and how many members have it, heaviest first."""
    counted: dict[int, int] = {}
    for _, weight in members:
        counted[weight] = counted.get(weight, 0) + 1
    return tuple(sorted(counted.items(), reverse=True))


def share_by_weight(classes: Sequence[tuple[int, int]], places: int) -> dict[int, int]:
    """Return what a member of each weight is entitled to of the first `places`, in PLACEs.

    Water-filling: who would get more than one place gets one, and the rest is shared by
    weight. Rounded down, and remainders are left: handing them out, by whatever order,
    would favour whoever that order puts first.
    """
    rest = sum(weight * count for weight, count in classes)
    shares: dict[int, int] = {}
    left = places
    for weight, count in classes:
        if left * weight < rest:
            break
        # Taking one out takes the same weight from both sides, so all of a class reach a
        # whole place, or none does.
        shares[weight] = PLACE
        left, rest = left - count, rest - weight * count
    for weight, _ in classes[len(shares) :]:
        shares[weight] = left * PLACE * weight // rest
    return shares


def prefix_shares(members: Sequence[tuple[str, int]], places: int) -> dict[str, int]:
    """Return each member's entitlement to the first `places`, in PLACEs."""
    by_weight = share_by_weight(weight_classes(members), places)
    return {member: by_weight[weight] for member, weight in members}
