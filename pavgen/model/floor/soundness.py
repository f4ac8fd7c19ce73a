"""Checks of each thing on a floor: its id, its shape, its hall, and nothing in its place."""

from collections.abc import Iterable

from pavgen.model.floor.near import Near
from pavgen.model.floor.shapes import Flaw, Shape, Spot, shape_of
from pavgen.model.floor.told import OF_WAYS, Told, booths_named, metres, named
from pavgen.model.records.floorplan import Booth, Feature, FloorPlan
from pavgen.model.schema.fields import Record, fields_of

_UNREAD = 100  # the least size of a hall stands for one that could not be read
_RECTANGLE = ("x", "y", "width", "height")


def check_soundness(told: Told) -> None:
    """Check ids, shapes, halls and overlaps, in this order: what is told once is told enough."""
    _check_ids(told)
    _check_shapes(told)
    _check_halls(told)
    _check_overlaps(told)
    for feature in told.floor.features:
        if feature.kind == "aisle" and feature.at in told.places:
            told.unsure.add(feature.hall)


def _check_ids(told: Told) -> None:
    plan = told.plan
    booths = [(f"booths[{n}]", booth.id) for n, booth in enumerate(plan.booths)]
    features = [(f"features[{n}]", feature.id) for n, feature in enumerate(plan.features)]
    _check_taken(told, [(f"halls[{n}]", hall.id) for n, hall in enumerate(plan.halls)])
    _check_taken(told, [*booths, *features])
    # An aisle whose id is taken is still an aisle.
    told.places -= {place for place, _ in features}


def _check_taken(told: Told, items: Iterable[tuple[str, str]]) -> None:
    first: dict[str, str] = {}
    for place, name in items:
        if name and name in first:
            kind = first[name].partition("s[")[0]
            line = told.line(f"{first[name]}.id")
            what = f"`{name}` is already the id of a {kind}"
            remedy = f"choose another; the first is in line {line}"
            told.note(place, "floor-id-twice", what, remedy, "id")
        elif name:
            first[name] = place


def _check_shapes(told: Told) -> None:
    plan = told.plan
    halls = {hall.id for hall in plan.halls}
    for key, items in _listed(plan):
        for index, item in enumerate(items):
            place, made = f"{key}[{index}]", shape_of(item)
            is_way = isinstance(item, Feature) and item.kind in OF_WAYS
            if is_way and item.hall not in halls:
                told.unsure |= halls
            if isinstance(made, Shape):
                continue
            if is_way:
                told.unsure.add(item.hall)
            if not _is_unread(plan, place, item):
                _tell_shape(told, place, item, made)


def _listed(plan: FloorPlan) -> tuple[tuple[str, tuple[Booth | Feature, ...]], ...]:
    return ("booths", plan.booths), ("features", plan.features)


def _is_unread(plan: FloorPlan, place: str, item: Booth | Feature) -> bool:
    """Say whether a length could not be read, or stands under a wrong key: that has been told."""
    spans, known = plan.source.spans, {field.name for field in fields_of(type(item))}
    refused = any(f"{place}.{key}" in spans and getattr(item, key) is None for key in _RECTANGLE)
    below = (path.removeprefix(f"{place}.") for path in spans if path.startswith(f"{place}."))
    return refused or any(path.partition("[")[0] not in known for path in below)


def _tell_shape(told: Told, place: str, item: Booth | Feature, flaw: Flaw) -> None:
    name = f"{_noun(item)} `{item.id}`"
    match flaw:
        case "missing":
            lacking = [key for key in _RECTANGLE if getattr(item, key) is None]
            some = 0 < len(lacking) < len(_RECTANGLE)
            what = f"{name} has no {named(lacking)}" if some else f"{name} has no shape"
            remedy = "give `x`, `y`, `width` and `height`, or a `polygon`"
            told.note(place, "shape-missing", what, remedy)
        case "twice":
            what = f"{name} has both a rectangle and a polygon"
            remedy = "keep either the polygon, or `x`, `y`, `width` and `height`"
            told.note(place, "shape-twice", what, remedy, "polygon")
        case "corner":
            what = f"{name} has the same corner twice in a row"
            remedy = "give each corner once; the last is joined to the first"
            told.note(place, "shape-crossing", what, remedy, "polygon")
        case "flat":
            what, remedy = f"{name} has no area", "give three corners or more, not in one line"
            told.note(place, "shape-flat", what, remedy, "polygon")
        case "crossing":
            what = f"the sides of {name} cross or touch each other"
            remedy = "give the corners in turn, as one walks around it"
            told.note(place, "shape-crossing", what, remedy, "polygon")


def _noun(item: Record) -> str:
    return item.kind if isinstance(item, Feature) else "booth"


def _check_halls(told: Told) -> None:
    floor = told.floor
    for spot in told.sound((*floor.booths, *floor.features)):
        hall, box = floor.halls[spot.hall], spot.shape.box
        if hall.holds(box) or _UNREAD in {hall.right, hall.bottom}:
            continue
        east, south = box.right - hall.right, box.bottom - hall.bottom
        side, beyond, key = ("east", east, "x") if east > 0 else ("south", south, "y")
        key = "polygon" if f"{spot.at}.polygon" in told.plan.source.spans else key
        what = f"{word(spot)} reaches {metres(beyond)} beyond the {side} wall of `{spot.hall}`"
        remedy = f"the hall is {metres(hall.right)} wide and {metres(hall.bottom)} long"
        told.note(spot.at, "floor-outside", what, remedy, key)


def _check_overlaps(told: Told) -> None:
    """Tell overlaps at whatever overlaps most, for that is what stands wrong; else at the later."""
    booths, features = told.sound(told.floor.booths), told.sound(told.floor.features)
    over: dict[str, dict[str, Spot]] = {}
    near = Near((*booths, *features))
    for booth in booths:
        for other in near.within(booth.hall, booth.shape.box):
            if other.at != booth.at and booth.shape.overlaps(other.shape):
                over.setdefault(booth.at, {})[other.at] = other
                over.setdefault(other.at, {})[booth.at] = booth
    order = {spot.at: n for n, spot in enumerate((*features, *booths))}
    spots = {spot.at: spot for spot in (*features, *booths)}
    while any(over.values()):
        worst = max(over, key=lambda at: (len(over[at]), order[at]))
        others = sorted(over.pop(worst).values(), key=lambda s: (s in features, order[s.at]))
        for other in others:
            del over[other.at][worst]
        what = f"{word(spots[worst])} overlaps {_words(others)}"
        told.note(worst, "floor-overlap", what, "move one of them, or make it smaller")


def word(spot: Spot) -> str:
    """Name a booth or feature with its kind."""
    return f"{'booth' if spot.at.startswith('booths') else spot.kind} `{spot.id}`"


def _words(spots: list[Spot]) -> str:
    """Name what is overlapped, booths first."""
    booths = [spot for spot in spots if spot.at.startswith("booths")]
    others = [word(spot) for spot in spots if spot not in booths]
    return " and ".join([*([booths_named(booths)] if booths else []), *others])
