"""Rules and periods as a ledger tells them, once the form of their lines has been checked."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from pavgen.place.verification.shapes import SORTING

_SCHEME = "pavgen/ticket/v1"
_PURPOSES = {"draw": "draw", "fixed": "draw", "rotation": "draw", "pick": "pick"}

Entry = Mapping[str, object]
Numbered = tuple[tuple[str, int], ...]
Pairs = tuple[tuple[str, str], ...]
Classes = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides from its own period on; constraints are the entry's own objects."""

    strategy: str
    inside: str | None
    blocks: str
    by: str | None
    weights: str
    horizon: int
    slots: int | None
    seed: str
    constraints: tuple[Entry, ...]

    @property
    def ordering(self) -> str:
        """The strategy that runs in each pool."""
        return self.inside or self.strategy if self.strategy == "apportion" else self.strategy

    @property
    def accounts(self) -> tuple[str, str, str | None, str | None]:
        """What accounts belong to: where it changes, they begin anew."""
        return self.strategy, self.blocks, self.by, self.inside

    @property
    def has_pools(self) -> bool:
        """Whether the roster is parted into blocks or classes."""
        return self.blocks == "tier" or self.strategy == "apportion"

    @property
    def is_sorting(self) -> bool:
        """Whether the pools are sorted by ranks."""
        return self.ordering in SORTING or self.is_picking

    @property
    def is_picking(self) -> bool:
        """Whether items are picked, turn after turn."""
        return self.strategy == "pick"


@dataclass(frozen=True, slots=True)
class Round:
    """What went into a period. `bounds` has the facts of each constraint, `picking` the items'."""

    group: str
    period: str
    roster: Numbered
    pins: Numbered
    pools: Classes | None
    ranks: Mapping[str, tuple[int, ...]]
    bounds: tuple[Entry, ...]
    picking: Entry | None = None


def rule_of(entry: Entry) -> Rule:
    """Read a `genesis` or `policy` line."""
    return Rule(
        strategy=cast("str", entry["strategy"]),
        inside=cast("str | None", entry["inside"]),
        blocks=cast("str", entry["blocks"]),
        by=cast("str | None", entry["by"]),
        weights=cast("str", entry["weights"]),
        horizon=cast("int", entry["horizon"]),
        slots=cast("int | None", entry["slots"]),
        seed=cast("Mapping[str, str]", entry["seed"])["value"],
        constraints=tuple(cast("list[Entry]", entry["constraints"])),
    )


def round_of(entry: Entry) -> Round:
    """Read what a `placement` or `late` line says of what went in."""
    facts = cast("Entry", entry["facts"])
    ranks = cast("list[tuple[str, list[int]]]", facts.get("ranks", []))
    return Round(
        group=cast("str", entry["group"]),
        period=cast("str", entry["period"]),
        roster=numbered(entry["roster"]),
        pins=numbered(entry["pins"]),
        pools=classes(facts["pools"]) if "pools" in facts else None,
        ranks={name: tuple(values) for name, values in ranks},
        bounds=tuple(cast("list[Entry]", facts.get("constraints", []))),
        picking=cast("Entry | None", facts.get("pick")),
    )


def numbered(value: object) -> Numbered:
    """Read a list of ids, each with a number."""
    return tuple((name, count) for name, count in cast("list[tuple[str, int]]", value))


def pairs(value: object) -> Pairs:
    """Read a list of pairs of ids."""
    return tuple((one, other) for one, other in cast("list[tuple[str, str]]", value))


def classes(value: object) -> Classes:
    """Read a list of names, each with ids."""
    return tuple((name, tuple(ids)) for name, ids in cast("list[tuple[str, list[str]]]", value))


def names(value: object) -> tuple[str, ...]:
    """Read a list of ids."""
    return tuple(cast("list[str]", value))


def rule_problem(rule: Rule) -> str:
    """Return the key by which a rule contradicts itself, or ""."""
    is_apportioned = rule.strategy == "apportion"
    if is_apportioned != (rule.inside is not None):
        return "inside"
    if is_apportioned != (rule.by is not None):
        return "by"
    if not rule.is_picking:
        return ""
    if rule.blocks != "none":
        return "blocks"
    are_apart = all("separate" in said and said["hard"] is True for said in rule.constraints)
    return "" if are_apart else "constraints"


def round_problem(rule: Rule, round_: Round) -> str:
    """Return the key that does not go with the rule or with the roster, or ""."""
    roster = {name for name, _ in round_.roster}
    pinned = {name for name, _ in round_.pins}
    are_one = rule.weights == "none" and not rule.is_picking
    if are_one and any(weight != 1 for _, weight in round_.roster):
        return "roster"
    if rule.is_picking and pinned:
        return "pins"
    if len(pinned) != len(round_.pins) or not roster.issuperset(pinned):
        return "pins"
    parted = sorted(name for _, ids in round_.pools or () for name in ids)
    odd = (
        round_.pools is not None and (parted != sorted(roster) or not rule.has_pools),
        round_.pools is None and rule.has_pools and roster,
        round_.ranks and not rule.is_sorting,
        len(round_.bounds) != len(rule.constraints),
        (round_.picking is not None) != rule.is_picking,
    )
    return "facts" if any(odd) else ""


@dataclass(frozen=True, slots=True)
class Lots:
    """The tickets of a period."""

    seed: str
    group: str
    period: str

    def of(self, purpose: str, name: str) -> bytes:
        """Return the ticket of an id; smaller comes first."""
        seed = unicodedata.normalize("NFC", self.seed)
        running = hashlib.sha256()
        for part in (_SCHEME, seed, self.group, self.period, purpose, name):
            data = part.encode()
            running.update(len(data).to_bytes(8, "big") + data)
        return running.digest()


def purpose_of(strategy: str) -> str:
    """Return what the tickets of a strategy are for."""
    return _PURPOSES.get(strategy, "tie")
