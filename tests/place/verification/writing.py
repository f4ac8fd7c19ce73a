"""Ledgers of small programmes with a full life, written by the engine that is to be checked."""

import hashlib
import json

from pavgen.kernel.canonical import canonical_json, sha256_hex
from pavgen.model.ledger import RULES, Ledger, grown, parse_ledger
from pavgen.place.engine import GroupState, Played, lag_digest, play, settle
from pavgen.place.entries import round_json, rule_json, waivers_json
from pavgen.place.rounds import (
    AtLeast,
    Bound,
    Cap,
    Constraint,
    Cooldown,
    GroupRule,
    PublicSeed,
    Round,
    Separate,
    Tickets,
)
from pavgen.place.strategies.sorting import purpose_of

STRATEGIES = (
    "balanced", "quota", "rotation", "alphabetical", "points", "first-come", "draw", "fixed",
    "relevance", "sponsored",
)  # fmt: skip
SORTING = STRATEGIES[3:]
BLOCKS = ("gold", "silver", "bronze")
GROUP = "main"


class Chance:
    """Numbers that are the same wherever and whenever a seed is the same."""

    def __init__(self, seed):
        self.seed, self.drawn = seed, 0

    def below(self, most):
        self.drawn += 1
        data = hashlib.sha256(f"{self.seed}/{self.drawn}".encode()).digest()
        return int.from_bytes(data[:8], "big") % most

    def happens(self, once_in):
        return self.below(once_in) == 0

    def one_of(self, items):
        return items[self.below(len(items))]

    def some(self, items, once_in=2):
        return tuple(item for item in items if self.happens(once_in))


class Writer:
    """A ledger that grows line by line, with the state that its next line depends on."""

    def __init__(self, group=GROUP):
        self.ledger = Ledger(group)
        self.state = GroupState()
        self.rule = GroupRule("draw")
        self.shown: tuple[str, ...] = ()

    @property
    def text(self):
        return self.ledger.text

    def say(self, kind, period, body):
        self.ledger = grown(self.ledger, kind, period, body)
        if kind not in RULES:
            assert parse_ledger(self.ledger.group, self.text).diagnostics == (), self.text

    def ruled(self, rule, period, version=1):
        self.rule = rule
        policy = {"version": version, "digest": hashlib.sha256(b"policy").hexdigest()}
        kind = "policy" if self.ledger.entries else "genesis"
        self.say(kind, period, {**rule_json(rule), "policy": policy})

    def placed(self, round_, kind="placement"):
        """Record a period, or return False where no list keeps the hard constraints."""
        played = play(self.rule, round_, self.state)
        if not isinstance(played, Played):
            return False
        self.state = settle(self.rule, round_, self.state, played.shown, played.seats)
        self.shown = played.shown
        decided = {
            "order": list(played.order),
            "shown": list(played.shown),
            "seats": played.seats,
            "waivers": waivers_json(played.waivers),
            "lag_digest": lag_digest(self.rule, round_, self.state),
        }
        self.say(kind, round_.period, {**round_json(round_), **decided})
        return True

    def amended(self, period, joined, removed):
        self.say("amend", period, {"joined": sorted(joined), "removed": sorted(removed)})
        tickets = Tickets(self.rule.seed.value, GROUP, period)
        lots: dict[str, bytes] = tickets.of(purpose_of(self.rule.ordering), joined)
        kept = [name for name in self.shown if name not in removed]
        self.shown = (*kept, *sorted(joined, key=lambda name: lots[name]))


def rewritten(text, line, **changes):
    """Change keys of a line, counted from 1, and chain all lines anew, as its owner could."""
    entries = [json.loads(row) for row in text.split("\n")[:-1]]
    entries[line - 1] |= changes
    return chained(entries)


def chained(entries):
    """Write entries, each with its number and the digest of the one before."""
    lines = []
    before = "0" * 64
    for seq, entry in enumerate(entries):
        lines.append(canonical_json({**entry, "seq": seq, "prev": before}))
        before = sha256_hex(lines[-1].encode())
    return "".join(f"{line}\n" for line in lines)


def week(number):
    """Return the label of a week, counted from 2026-W50, over the end of a year of 53."""
    return f"2026-W{50 + number}" if number < 4 else f"2027-W{number - 3:02d}"


def life(seed, strategy, *, periods=6, size=7, inside=None, limits=(), blocks="none", slots=None):
    """Return the ledger of a programme in which partners join, leave, are pinned and amended."""
    chance = Chance(f"{strategy}/{inside}/{seed}")
    writer = Writer()
    rule = GroupRule(
        strategy=strategy,
        weights="tier",
        horizon=chance.one_of((0, 2, 5, 60)),
        slots=slots,
        blocks=blocks,
        by="tier" if inside else None,
        inside=inside,
        seed=PublicSeed("drand round 7", f"séed {seed}"),
        constraints=tuple(limits),
    )
    everybody = [f"p{number:02d}" for number in range(size)]
    present = set(everybody[: size - 2])
    weights = {name: chance.below(4) + 1 for name in everybody}
    tiers = {name: chance.one_of(BLOCKS) for name in everybody}
    writer.ruled(rule, week(0))
    for number in range(periods):
        if number and chance.happens(5):
            seeded = PublicSeed("drand round 8", f"later {number}")
            writer.ruled(_changed(rule, seeded, chance.one_of((3, 60))), week(number), 2)
        if number and chance.happens(2):
            present ^= {chance.one_of(everybody)}
        if chance.happens(3):
            weights[chance.one_of(everybody)] = chance.below(4) + 1
        round_ = _round(writer.rule, week(number), sorted(present), weights, tiers, chance)
        if not writer.placed(round_, chance.one_of(("placement", "placement", "late"))):
            break
        if chance.happens(3):
            gone = chance.some(writer.shown, 4)
            writer.amended(week(number), [f"x{number}", f"y{number}"], gone)
    return writer.text


def _changed(rule, seed, horizon):
    return GroupRule(
        rule.strategy, rule.weights, horizon, rule.slots, rule.blocks, rule.by, rule.inside,
        seed, rule.constraints,
    )  # fmt: skip


def _round(rule, period, present, weights, tiers, chance):
    pinned = chance.some(present, 6)
    positions = chance.some(range(1, len(present) + 3))
    pools = tuple((b, tuple(i for i in present if tiers[i] == b)) for b in BLOCKS)
    ranks = {i: (chance.below(3), chance.below(3)) for i in present}
    return Round(
        group=GROUP,
        period=period,
        roster=tuple((i, weights[i]) for i in present),
        pins=tuple(zip(pinned, positions, strict=False)),
        pools=pools if rule.blocks == "tier" or rule.strategy == "apportion" else (),
        ranks=ranks if rule.ordering in SORTING and rule.ordering != "draw" else {},
        bounds=tuple(_bound(limit, present, chance) for limit in rule.constraints),
    )


def _bound(limit: Constraint, present, chance):
    match limit:
        case Separate("competitors"):
            pairs = [(a, b) for n, a in enumerate(present) for b in present[n + 1 :]]
            return Bound(pairs=chance.some(pairs, 5))
        case Cap(per="partner"):
            return Bound(used=tuple((i, chance.below(3)) for i in chance.some(present, 3)))
        case Separate() | Cap():
            labels = ("crm", "data", "Größe")
            return Bound(classes=tuple((name, chance.some(present)) for name in labels))
        case AtLeast():
            return Bound(members=chance.some(present))
        case Cooldown():
            return Bound()


LIMITS = (
    Separate("competitors", 2, hard=False),
    Separate("labels", 2, hard=False),
    Cap(1, "exclusion_label", hard=False),
    Cap(2, "type"),
    Cap(1, "partner", ("spot",), hard=False),
    Cooldown(2),
    AtLeast(1, "tier is gold", hard=False),
)


def lives():
    """Return ledgers of all strategies by name, without constraints."""
    found = {}
    for strategy in STRATEGIES:
        slots = 2 if strategy == "quota" else None
        found[strategy] = life(1, strategy, slots=slots)
        found[f"{strategy} in blocks"] = life(2, strategy, blocks="tier", slots=3)
        found[f"{strategy} in classes"] = life(3, "apportion", inside=strategy, slots=slots)
    found["balanced, long"] = life(4, "balanced", periods=30, size=12)
    found["quota, long"] = life(5, "quota", periods=30, size=12, slots=4)
    found["rotation, long"] = life(6, "rotation", periods=30, size=8)
    return found


def limited(count=40):
    """Return ledgers of programmes with constraints, by name."""
    found = {}
    for seed in range(count):
        chance = Chance(f"limits {seed}")
        limits = chance.some(LIMITS)
        strategy = chance.one_of(("balanced", "quota", "rotation", "points", "draw"))
        slots = chance.one_of((1, 3, 5) if strategy == "quota" else (None, 1, 3, 5))
        name = f"limits {seed}: {strategy}, {slots} slots"
        found[name] = life(seed, strategy, slots=slots, limits=limits, blocks="none", size=9)
    return found
