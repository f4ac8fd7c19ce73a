"""Rules and rounds as the ledger writes them, and back."""

from collections.abc import Mapping, Sequence
from typing import assert_never, cast

from pavgen.kernel.canonical import Json
from pavgen.model.ledger import Body
from pavgen.place.rounds import (
    AtLeast,
    Bound,
    Cap,
    Constraint,
    Cooldown,
    GroupRule,
    Picking,
    PublicSeed,
    Round,
    Separate,
    Waiver,
)


def rule_json(rule: GroupRule) -> dict[str, Json]:
    """Return what a `genesis` or `policy` entry says of a rule."""
    return {
        "strategy": rule.strategy,
        "weights": rule.weights,
        "horizon": rule.horizon,
        "slots": rule.slots,
        "blocks": rule.blocks,
        "by": rule.by,
        "inside": rule.inside,
        "seed": {"source": rule.seed.source, "value": rule.seed.value},
        "constraints": [constraint_json(item) for item in rule.constraints],
    }


def constraint_json(constraint: Constraint) -> dict[str, Json]:
    """Return a constraint as the ledger writes it."""
    match constraint:
        case Separate(of, distance, hard):
            return {"separate": of, "distance": distance, "hard": hard}
        case Cap(most, "partner", across, hard):
            return {"cap": most, "per": "partner", "across": list(across), "hard": hard}
        case Cap(most, per, _, hard):
            return {"cap": most, "per": per, "hard": hard}
        case Cooldown(periods, hard):
            return {"cooldown": periods, "hard": hard}
        case AtLeast(least, words, hard):
            return {"at_least": least, "of": words, "hard": hard}
        case _:
            assert_never(constraint)


def rule_of(body: Body) -> GroupRule:
    """Read the rule of a `genesis` or `policy` entry, whose form has been checked."""
    seed = cast("Mapping[str, str]", body["seed"])
    return GroupRule(
        strategy=str(body["strategy"]),
        weights=str(body["weights"]),
        horizon=cast("int", body["horizon"]),
        slots=cast("int | None", body["slots"]),
        blocks=str(body["blocks"]),
        by=cast("str | None", body["by"]),
        inside=cast("str | None", body["inside"]),
        seed=PublicSeed(seed["source"], seed["value"]),
        constraints=tuple(_constraint(c) for c in cast("list[Body]", body["constraints"])),
    )


def round_json(round_: Round) -> dict[str, Json]:
    """Return what a `placement` or `late` entry says of what went into a period."""
    facts: dict[str, Json] = {}
    if round_.pools:
        facts["pools"] = _classes_json(round_.pools)
    if round_.ranks:
        facts["ranks"] = [[i, list(ranks)] for i, ranks in sorted(round_.ranks.items())]
    if round_.bounds:
        facts["constraints"] = [_bound_json(bound) for bound in round_.bounds]
    if round_.picking is not None:
        facts["pick"] = _picking_json(round_.picking)
    return {
        "roster": [list(row) for row in round_.roster],
        "pins": [list(row) for row in round_.pins],
        "facts": facts,
    }


def round_of(group: str, period: str, body: Body) -> Round:
    """Read what went into a period from its entry, whose form has been checked."""
    facts = cast("Body", body["facts"])
    ranks = cast("list[tuple[str, list[int]]]", facts.get("ranks", []))
    return Round(
        group=group,
        period=period,
        roster=_numbered(body["roster"]),
        pins=_numbered(body["pins"]),
        pools=_classes(facts.get("pools", [])),
        ranks={i: tuple(values) for i, values in ranks},
        bounds=tuple(_bound(b) for b in cast("list[Body]", facts.get("constraints", []))),
        picking=_picking(cast("Body", facts["pick"])) if "pick" in facts else None,
    )


def waivers_json(waivers: Sequence[Waiver]) -> list[Json]:
    """Return waivers as the ledger writes them."""
    return [
        {"constraint": w.constraint, "partner": w.partner, "position": w.position} for w in waivers
    ]


def waivers_of(body: Body) -> tuple[Waiver, ...]:
    """Read the waivers of a period."""
    rows = cast("list[Mapping[str, str | int]]", body["waivers"])
    return tuple(
        Waiver(int(row["constraint"]), str(row["partner"]), int(row["position"])) for row in rows
    )


def holds_json(holds: Sequence[tuple[str, str]]) -> list[Json]:
    """Return who holds what, or who answered what, as the ledger writes it."""
    return [list(row) for row in holds]


def holds_of(value: Json) -> tuple[tuple[str, str], ...]:
    """Read who holds what, or who answered what; any pairs of strings."""
    return tuple((a, b) for a, b in cast("list[tuple[str, str]]", value))


def ids_of(value: Json) -> tuple[str, ...]:
    """Read a list of ids."""
    return tuple(cast("list[str]", value))


def _constraint(body: Body) -> Constraint:
    hard = body["hard"] is True
    if "separate" in body:
        return Separate(str(body["separate"]), cast("int", body["distance"]), hard)
    if "cap" in body:
        across = ids_of(body.get("across", []))
        return Cap(cast("int", body["cap"]), str(body["per"]), across, hard)
    if "cooldown" in body:
        return Cooldown(cast("int", body["cooldown"]), hard)
    return AtLeast(cast("int", body["at_least"]), str(body["of"]), hard)


def _bound_json(bound: Bound) -> Json:
    found: dict[str, Json] = {}
    if bound.pairs:
        found["pairs"] = [list(pair) for pair in bound.pairs]
    if bound.classes:
        found["classes"] = _classes_json(bound.classes)
    if bound.used:
        found["used"] = [list(row) for row in bound.used]
    if bound.members:
        found["members"] = list(bound.members)
    return found


def _bound(body: Body) -> Bound:
    pairs = cast("list[tuple[str, str]]", body.get("pairs", []))
    return Bound(
        pairs=tuple((a, b) for a, b in pairs),
        classes=_classes(body.get("classes", [])),
        used=_numbered(body.get("used", [])),
        members=ids_of(body.get("members", [])),
    )


def _picking_json(picking: Picking) -> Json:
    return {
        "items": [list(row) for row in picking.items],
        "seekers": [[i, list(may), list(likes)] for i, may, likes in picking.seekers],
        "near": holds_json(picking.near),
        "clash": holds_json(picking.clash),
        "held": holds_json(picking.held),
    }


def _picking(body: Body) -> Picking:
    seekers = cast("list[tuple[str, list[str], list[str]]]", body["seekers"])
    return Picking(
        items=_numbered(body["items"]),
        seekers=tuple((i, tuple(may), tuple(likes)) for i, may, likes in seekers),
        near=holds_of(body["near"]),
        clash=holds_of(body["clash"]),
        held=holds_of(body["held"]),
    )


def _classes_json(classes: Sequence[tuple[str, tuple[str, ...]]]) -> list[Json]:
    return [[name, list(members)] for name, members in classes]


def _classes(value: Json) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = cast("list[tuple[str, list[str]]]", value)
    return tuple((name, tuple(members)) for name, members in rows)


def _numbered(value: Json) -> tuple[tuple[str, int], ...]:
    return tuple((name, count) for name, count in cast("list[tuple[str, int]]", value))
