"""A period of a group decided: pools by strategy, merged, then constrained, then charged.

Everything goes by ids and integers of a `Round`, so that a period can be decided the same way
from a programme's records and from a ledger's entry.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace

from pavgen.kernel.canonical import Json, sha256_hex
from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass
from pavgen.place.constraints.arranging import Arranged, arrange
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.constraints.moves import Move
from pavgen.place.pools import Ceilings, Pool
from pavgen.place.rounds import Cap, Cooldown, GroupRule, Round, Tickets, Waiver
from pavgen.place.strategies import apportion, balanced, quota, rotation, sorting
from pavgen.place.strategies.pick import Step
from pavgen.place.strategies.pick_rules import Hold, pick_rules
from pavgen.place.strategies.pick_turns import Deadlock, draw_turns
from pavgen.place.tickets import Purpose

Account = balanced.Balances | quota.Quotas | rotation.Cycle
Turn = balanced.Accrual | quota.QuotaTurn | rotation.RotationTurn | sorting.Sorted


@dataclass(frozen=True, slots=True)
class GroupState:
    """Everything the next period depends on: accounts by pool, and who sat lately.

    `kept_by` names what the accounts belong to; under another strategy they begin anew.
    `recent` are the seated of the last periods, the latest first.
    """

    kept_by: tuple[str, str, str, str] = ("", "", "", "")
    accounts: Mapping[str, Account] = field(default_factory=dict)
    recent: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """A period as decided: the strategy's order, the list as shown, and what led there.

    `turns` are the accounts of each pool before its places were given out. In a draw `picked`
    is who got what, in the order of the turns, and `steps` tell each turn.
    """

    order: tuple[str, ...]
    shown: tuple[str, ...]
    seats: int
    waivers: tuple[Waiver, ...] = ()
    moves: tuple[Move, ...] = ()
    turns: Mapping[str, Turn] = field(default_factory=dict)
    picked: tuple[Hold, ...] = ()
    steps: tuple[Step, ...] = ()


def play(rule: GroupRule, round_: Round, before: GroupState) -> Played | Conflict:
    """Decide a period; a Conflict tells which hard constraints cannot be kept together."""
    if rule.strategy == "pick":
        return _drawn(rule, round_)
    turns = _turns(rule, round_, before)
    order = _with_pins(_merged(rule, round_, turns), round_.pins)
    arranged = arrange(order, rule, round_.bounds, round_.pins, before.recent)
    match arranged:
        case Conflict():
            return arranged
        case Arranged(shown, seats, waivers, moves):
            return Played(order, shown, seats, waivers, moves, turns)


def unplaced(rule: GroupRule, round_: Round) -> Played:
    """Return a draw in which nobody gets anything: the order of the turns alone."""
    order = pick_rules(rule, round_).order
    return Played(order, order, len(order) if rule.slots is None else min(rule.slots, len(order)))


def settle(
    rule: GroupRule,
    round_: Round,
    before: GroupState,
    shown: Sequence[str],
    seats: int,
    turns: Mapping[str, Turn] | None = None,
) -> GroupState:
    """Return the state after a period in which a list was shown, decided now or recorded.

    `turns` are those of the decision, where they are at hand; else they are worked out.
    """
    pools = pools_of(rule, round_) if rule.ordering in ACCOUNTING else ()
    positions = _positions(pools, round_, shown)
    seated = tuple(shown[:seats])
    kept = before.accounts if before.kept_by == keeper(rule) else {}
    accounts = {name: _emptied(account) for name, account in kept.items()}
    for pool in pools:
        turn = (turns or {}).get(pool.name) or _turn(rule, pool, kept.get(pool.name))
        account = _charged(turn, pool, positions[pool.name], seated)
        if account is not None:
            accounts[pool.name] = account
    return GroupState(keeper(rule), accounts, (seated, *before.recent)[:REMEMBERED])


def lag_digest(rule: GroupRule, round_: Round, after: GroupState) -> str:
    """Return the digest of the accounts of everybody unpinned, for early discovery."""
    kept: dict[str, Json] = {}
    for name, _ in round_.pools or (("", ()),):
        match after.accounts.get(name) if keeper(rule) == after.kept_by else None:
            case balanced.Balances() as balances:
                kept |= balances.own()
            case quota.Quotas() as quotas:
                kept |= quota.digest_part(quotas)
            case rotation.Cycle() | None:
                pass
    # Ids and numbers need none of the care that canonical JSON takes of texts: a tenth of the time.
    return sha256_hex(json.dumps(kept, sort_keys=True, separators=(",", ":")).encode())


def keeper(rule: GroupRule) -> tuple[str, str, str, str]:
    """Return what accounts belong to: a rule that differs in it begins new ones."""
    return (rule.strategy, rule.blocks, rule.by or "", rule.inside or "")


def pools_of(rule: GroupRule, round_: Round) -> tuple[Pool, ...]:
    """Return the pools of a period, each with its own members and pinned positions."""
    weights = dict(round_.roster)
    pinned = dict(round_.pins)
    parts = round_.pools or (("", tuple(weights)),)
    tickets = Tickets(rule.seed.value, round_.group, round_.period)
    found = []
    start = 1
    held = frozenset(pinned.values())
    for name, ids in parts:
        members = tuple((i, weights[i]) for i in ids if i not in pinned)
        local: tuple[int, ...] = ()
        if rule.strategy != "apportion":
            last = _last_place(start, len(members), held)
            local = tuple(p - start + 1 for p in sorted(held) if start <= p <= last)
            start = last + 1
        found.append(
            Pool(
                name=name,
                members=members,
                tickets=tickets,
                pinned=local,
                horizon=rule.horizon,
                seats=_seats(rule, round_),
                ranks=round_.ranks,
                ceilings=_ceilings(rule, round_, pinned),
            )
        )
    return tuple(found)


REMEMBERED = 52
"""Periods of seats that are kept: as many as the longest cooldown a policy may ask for."""


def _drawn(rule: GroupRule, round_: Round) -> Played | Conflict:
    """Draw; where not all can be placed the conflict names who, and which constraints forbid it."""
    match draw_turns(rule, round_):
        case Deadlock(_, _, partners, constraints, words, settled):
            return Conflict(constraints, (), partners, words, exhausted=not settled)
        case drawn:
            return Played(
                drawn.order, drawn.order, drawn.seats, picked=drawn.picked, steps=drawn.steps
            )


def _last_place(start: int, count: int, held: Collection[int]) -> int:
    """Return the position of the last of `count` free places from `start`."""
    place = start - 1
    while count:
        place += 1
        count -= place not in held
    return place


def _seats(rule: GroupRule, round_: Round) -> int | None:
    if rule.slots is None:
        return None
    return rule.slots - sum(1 for _, position in round_.pins if position <= rule.slots)


def _ceilings(rule: GroupRule, round_: Round, pinned: Mapping[str, int]) -> Ceilings:
    """Return what bounds entitlement: seats that pins hold are taken from a class's cap."""
    pauses = [c.periods for c in rule.constraints if isinstance(c, Cooldown)]
    slots = len(round_.roster) if rule.slots is None else rule.slots
    classes = []
    for constraint, bound in zip(rule.constraints, round_.bounds, strict=True):
        if isinstance(constraint, Cap) and constraint.per != "partner":
            for _, ids in bound.classes:
                held = sum(1 for i in ids if pinned.get(i, slots + 1) <= slots)
                free = tuple(i for i in ids if i not in pinned)
                classes.append((max(0, constraint.most - held), free))
    return Ceilings(max(pauses, default=0), tuple(classes))


def _turns(rule: GroupRule, round_: Round, before: GroupState) -> dict[str, Turn]:
    accounts = before.accounts if before.kept_by == keeper(rule) else {}
    return {
        pool.name: _turn(rule, pool, accounts.get(pool.name)) for pool in pools_of(rule, round_)
    }


def _turn(rule: GroupRule, pool: Pool, account: Account | None) -> Turn:
    match rule.ordering, account:
        case "balanced", balanced.Balances() | None:
            return balanced.accrued(pool, account)
        case "quota", quota.Quotas() | None:
            return quota.turn(pool, account)
        case "rotation", rotation.Cycle() | None:
            return rotation.turn(pool, account)
        case strategy, None:
            return sorting.turn(pool, strategy)
        case _:
            raise DefectError(f"accounts of another kind under strategy `{rule.ordering}`")


def _order(turn: Turn) -> tuple[str, ...]:
    match turn:
        case balanced.Accrual():
            return balanced.ordered(turn)
        case quota.QuotaTurn() | rotation.RotationTurn() | sorting.Sorted():
            return turn.order


def _merged(rule: GroupRule, round_: Round, turns: Mapping[str, Turn]) -> tuple[str, ...]:
    orders = {name: _order(turn) for name, turn in turns.items()}
    if rule.strategy != "apportion":
        return tuple(i for order in orders.values() for i in order)
    weights = dict(round_.roster)
    classes = [(name, sum(weights[i] for i in ids), len(ids)) for name, ids in orders.items()]
    names = [name for name, _, _ in classes]
    tickets = Tickets(rule.seed.value, round_.group, round_.period).of(Purpose.TIE, names)
    everybody = sum(len(ids) for ids in orders.values())
    return apportion.merged(orders, apportion.seats_in_turn(classes, tickets, everybody))


def _with_pins(order: Sequence[str], pins: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Put the pinned at their positions; those beyond the end stand last."""
    found: list[str] = []
    waiting = list(reversed(pins))
    for partner in order:
        while waiting and waiting[-1][1] == len(found) + 1:
            found.append(waiting.pop()[0])
        found.append(partner)
    return (*found, *(partner for partner, _ in reversed(waiting)))


def _positions(
    pools: Sequence[Pool], round_: Round, shown: Sequence[str]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return, for each pool, the position in it at which each unpinned member was shown.

    With one pool these are the list's positions. With several the members of each take its
    free places in the order in which they stand in the list, whatever pool's place that is.
    """
    if pools and not round_.pools:
        places = {partner: place for place, partner in enumerate(shown, start=1)}
        return {"": tuple((i, places[i]) for i in pools[0].ids())}
    return {pool.name: tuple(_own_places(pool, shown)) for pool in pools}


def _own_places(pool: Pool, shown: Sequence[str]) -> Iterator[tuple[str, int]]:
    members = frozenset(pool.ids())
    own = [partner for partner in shown if partner in members]
    yield from zip(own, balanced.free_places(len(own), pool.pinned), strict=True)


def _charged(
    turn: Turn,
    pool: Pool,
    positions: tuple[tuple[str, int], ...],
    seated: Collection[str],
) -> Account | None:
    match turn:
        case balanced.Accrual():
            return balanced.charged(turn, positions)
        case quota.QuotaTurn():
            members = frozenset(pool.ids())
            return quota.charged(turn, [i for i in seated if i in members])
        case rotation.RotationTurn():
            return rotation.charged(turn)
        case sorting.Sorted():
            return None


def _emptied(account: Account) -> Account:
    """Return the account of a pool in which nobody takes part: whoever returns has been away."""
    match account:
        case balanced.Balances():
            return balanced.Balances(absent=account.lags)
        case quota.Quotas():
            return replace(account, members=(), shares={})
        case rotation.Cycle():
            return rotation.Cycle((), 0)


ACCOUNTING = frozenset({"balanced", "quota", "rotation"})
"""The strategies that keep accounts; the others need none to be replayed."""
