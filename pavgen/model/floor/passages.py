"""Checks of halls and of the doors between them: a way in, a way out, and back again."""

from pavgen.model.floor.told import OF_WAYS, Told
from pavgen.model.records.floorplan import Feature

_THROUGH = ("entrance", "stairs")
_ON_DOORS = ("hall-no-entrance", "hall-no-aisle", "passage-kind", "passage-one-way")


def check_halls(told: Told) -> None:
    """Check that each hall has aisles, a way in and a way out, as far as its record says."""
    plan = told.plan
    halls = {hall.id for hall in plan.halls}
    _check_passages(told)
    if any(feature.hall not in halls for feature in plan.features if feature.kind in OF_WAYS):
        return  # it may be what a hall lacks
    for index, hall in enumerate(plan.halls):
        if f"halls[{index}]" not in told.places and hall.id:
            _check_hall(told, f"halls[{index}]", hall.id)
    _check_outside(told)


def _check_hall(told: Told, place: str, hall: str) -> None:
    plan = told.plan
    here = [feature for feature in plan.features if feature.hall == hall]
    kinds, ids = {feature.kind for feature in here}, {feature.id for feature in here}
    is_passed = any(f.leads_to for f in here) or any(f.leads_to in ids for f in plan.features)
    if "aisle" not in kinds and any(booth.hall == hall for booth in plan.booths):
        told.unsure.add(hall)
        what = f"hall `{hall}` has booths and no aisle"
        told.note(place, "hall-no-aisle", what, "add features of the kind `aisle`")
    elif "entrance" not in kinds and not is_passed:
        told.halls.add(hall)
        what = f"hall `{hall}` has no entrance"
        told.note(place, "hall-no-entrance", what, "add one, or a door to another hall")
    elif "exit" not in kinds and not is_passed:
        what, remedy = f"hall `{hall}` has no exit", "add one, however people leave"
        told.warn(place, "hall-no-exit", what, remedy)


def _check_outside(told: Told) -> None:
    """Check that some entrance leads in from outside, unless it may be one told otherwise."""
    plan = told.plan
    is_open = any(f.kind == "entrance" and f.leads_to is None for f in plan.features)
    is_told = any(finding.code in _ON_DOORS for finding in told.found)
    if plan.halls and not is_open and not is_told:
        told.halls |= {hall.id for hall in plan.halls}
        what = "no entrance of any hall leads in from outside"
        remedy = "add an entrance without `leads_to`"
        told.note("halls[0]", "hall-no-entrance", what, remedy)


def _check_passages(told: Told) -> None:
    features = told.plan.features
    first: dict[str, Feature] = {}
    for feature in features:
        first.setdefault(feature.id, feature)
    ends = [
        (f"features[{index}]", feature, first[feature.leads_to])
        for index, feature in enumerate(features)
        if feature.leads_to in first
    ]
    wrong = {end[1].id for end in ends if not _fits(told, *end)}
    for place, feature, beyond in ends:
        if wrong.isdisjoint((feature.id, beyond.id)) and not _is_told_beyond(beyond, first):
            _check_back(told, place, feature, beyond)


def _is_told_beyond(beyond: Feature, first: dict[str, Feature]) -> bool:
    """Say whether a door itself leads to what is unknown, or to a door that is not its own."""
    further = first.get(beyond.leads_to or "")
    if further is None or further.leads_to is None:
        return beyond.leads_to is not None
    back = first.get(further.leads_to)
    return further.leads_to != beyond.id and back is not None and back.leads_to == further.id


def _fits(told: Told, place: str, feature: Feature, beyond: Feature) -> bool:
    """Check that a feature leads from door to door and from hall to hall."""
    if not {feature.kind, beyond.kind} <= set(_THROUGH):
        odd = feature if feature.kind not in _THROUGH else beyond
        what = f"`{odd.id}` is of the kind `{odd.kind}`, which leads nowhere"
        remedy = "only entrances and stairs lead to another hall"
        told.note(place, "passage-kind", what, remedy, "leads_to")
    elif feature.hall == beyond.hall:
        what = f"`{feature.id}` and `{beyond.id}` are both in hall `{feature.hall}`"
        told.note(place, "passage-same-hall", what, "name a door of another hall", "leads_to")
    else:
        return True
    return False


def _check_back(told: Told, place: str, feature: Feature, beyond: Feature) -> None:
    if beyond.leads_to == feature.id:
        return
    other = f", but to `{beyond.leads_to}`" if beyond.leads_to else ""
    what = f"`{beyond.id}` does not lead back to `{feature.id}`{other}"
    remedy = f"write `leads_to: {feature.id}` at `{beyond.id}`"
    told.note(place, "passage-one-way", what, remedy, "leads_to")
