"""Which booths count as next to each other: as lines in the drawing, and in words."""

from collections.abc import Mapping

from pavgen.model.floor.neighbours import neighbours
from pavgen.model.records.floorplan import FloorPlan
from pavgen.plan.sections.pavilion.floor.room import corners, middle
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import NearLine, NearView
from pavgen.plan.words import Words


def near_lines(plan: FloorPlan) -> tuple[NearLine, ...]:
    """Join the middles of booths that count as next to each other."""
    booths = {booth.id: booth for booth in plan.booths if corners(booth)}
    middles = {name: middle(corners(booth)) for name, booth in booths.items()}
    return tuple(
        NearLine(pair.a, pair.b, booths[pair.a].hall, pair.why, *middles[pair.a], *middles[pair.b])
        for pair in neighbours(plan)
        if booths[pair.a].hall == booths[pair.b].hall
    )


def near_views(
    words: Words, plan: FloorPlan, labels: Mapping[str, str]
) -> dict[str, tuple[NearView, ...]]:
    """Return the booths next to each booth, by its id: by how they are, then as the plan has them.

    `labels` has what stands on the sign of each booth, in the order of the plan.
    """
    places = {booth: place for place, booth in enumerate(labels)}
    reasons = {frozenset((item.a, item.b)): item.reason for item in plan.adjacency}
    found: dict[str, list[NearView]] = {}
    pairs = neighbours(plan)
    for pair in sorted(pairs, key=lambda p: (p.why != "edge", p.why, places[p.a], places[p.b])):
        how = words.say(f"plan-floor-near-{pair.why}")
        reason = reasons.get(frozenset((pair.a, pair.b)), "")
        for booth, other in ((pair.a, pair.b), (pair.b, pair.a)):
            link = LinkView(labels[other], f"#{other}")
            found.setdefault(booth, []).append(NearView(link, how, reason))
    return {booth: tuple(near) for booth, near in found.items()}
