"""Who stands in each other's way, when not all can be placed."""

from pavgen.place.strategies.pick_floor import Floor
from pavgen.place.strategies.pick_search import fit


def smallest_stuck(floor: Floor, budget: int) -> tuple[tuple[int, ...], bool]:
    """Return seekers of whom each is needed for the dead end, and whether that is certain.

    For a floor on which not all can be placed. The deletion filter (Chinneck and Dravnieks
    1991): leave out one after the other, and for good if the others are stuck without it. Those
    who pick last go first, so that the earliest of several dead ends is told. Where the budget
    does not suffice a seeker is kept.
    """
    core = list(range(len(floor.seekers)))
    certain = True
    for seeker in reversed(core.copy()):
        others = [other for other in core if other != seeker]
        way = fit(floor, {other: floor.allowed[other] for other in others}, {}, budget)
        certain &= way.settled
        if way.settled and way.found is None:
            core = others
    return tuple(core), certain
