"""Accounts drawn up: what a period entitled each partner to, and what it got."""

from collections.abc import Iterator, Sequence

from pavgen.model.ledger import Ledger
from pavgen.place.accounts import Line, PeriodAccount
from pavgen.place.engine import GroupState, pools_of, settle
from pavgen.place.entitlement import share_by_weight, weight_classes
from pavgen.place.exposure import exposure
from pavgen.place.groups import PeriodOrder
from pavgen.place.history import recorded_periods, steps
from pavgen.place.pools import Pool
from pavgen.place.rounds import PLACE, GroupRule, Round
from pavgen.place.strategies import quota_entitlement
from pavgen.place.strategies.balanced import Balances
from pavgen.place.strategies.quota import Quotas

_TOLD = (1, 3, 10)


def ledger_accounts(ledger: Ledger) -> tuple[PeriodAccount, ...]:
    """Return the account of every recorded period, the first one first."""
    return tuple(
        period_account(
            step.recorded.rule,
            step.recorded.round,
            step.before,
            (step.recorded.order, step.recorded.shown, step.recorded.seats),
            len(step.recorded.waivers),
            step.after(),
        )
        for step in steps(recorded_periods(ledger))
    )


def order_account(order: PeriodOrder) -> PeriodAccount:
    """Return the account of a period as it was decided."""
    played = order.played
    return period_account(
        order.rule,
        order.round,
        order.before,
        (played.order, played.shown, played.seats),
        len(played.waivers),
    )


def period_account(
    rule: GroupRule,
    round_: Round,
    before: GroupState,
    outcome: tuple[Sequence[str], Sequence[str], int],
    waivers: int = 0,
    after: GroupState | None = None,
) -> PeriodAccount:
    """Draw up a period's account; `outcome` is the strategy's order, the list, and its seats.

    `after` is the state after the period, where it is at hand; else it is worked out.
    """
    order, shown, seats = outcome
    entitled = entitlements(rule, round_, order)
    after = after or settle(rule, round_, before, shown, seats)
    owed = dict(_owed(rule, round_, after))
    weights, pinned = dict(round_.roster), dict(round_.pins)
    lines = [
        Line(
            partner=partner,
            position=position if position <= seats else 0,
            weight=weights[partner],
            entitled=entitled.get(partner, 0),
            received=0 if partner in pinned or position > seats else value(rule, position),
            pinned=partner in pinned,
            owed=owed.get(partner, (None, None, None)),
        )
        for position, partner in enumerate(shown, start=1)
    ]
    return PeriodAccount(round_.group, round_.period, tuple(lines), waivers)


def entitlements(rule: GroupRule, round_: Round, order: Sequence[str]) -> dict[str, int]:
    """Return what a period entitles each unpinned partner to, in exposure (millionths).

    Under `quota` that is its share of the seats, at their mean value; else the places of its
    pool are shared prefix by prefix, each step in value by the entitlement to that prefix.
    """
    found: dict[str, int] = {}
    for pool in pools_of(rule, round_):
        if rule.ordering == "quota":
            found |= _of_seats(rule, pool)
            continue
        members = frozenset(pool.ids())
        places = [place for place, i in enumerate(order, start=1) if i in members]
        by_weight = _of_places(rule, places, weight_classes(pool.members))
        found |= {member: by_weight[weight] for member, weight in pool.members}
    return found


def value(rule: GroupRule, position: int) -> int:
    """Return the exposure of a position: none beyond the slots, level beyond the horizon."""
    if rule.slots is not None and position > rule.slots:
        return 0
    return exposure(min(position, rule.horizon + 1))


def _of_places(
    rule: GroupRule, places: Sequence[int], classes: Sequence[tuple[int, int]]
) -> dict[int, int]:
    found = {weight: 0 for weight, _ in classes}
    values = [*(value(rule, place) for place in places), 0]
    for k in range(1, len(places) + 1):
        step = values[k - 1] - values[k]
        if step:
            shares = share_by_weight(classes, k)
            found = {weight: sum_ + step * shares[weight] for weight, sum_ in found.items()}
    return {weight: total // PLACE for weight, total in found.items()}


def _of_seats(rule: GroupRule, pool: Pool) -> dict[str, int]:
    seats = pool.seats or 0
    if not seats:
        return dict.fromkeys(pool.ids(), 0)
    worth = sum(value(rule, place) for place in range(1, (rule.slots or 0) + 1))
    shares = quota_entitlement.shares(pool.members, seats, pool.ceilings)
    return {
        i: share.numerator * worth // (share.denominator * (rule.slots or 1))
        for i, share in shares.items()
    }


def _owed(
    rule: GroupRule, round_: Round, after: GroupState
) -> Iterator[tuple[str, tuple[int | None, int | None, int | None]]]:
    for pool in pools_of(rule, round_):
        match after.accounts.get(pool.name):
            case Balances() as balances:
                yield from ((i, _told(lags)) for i, lags in balances.own().items())
            case Quotas(members=members, lags=fractions):
                for i in members:
                    lag = fractions[i]
                    yield i, (lag.numerator * PLACE // lag.denominator, None, None)
            case _:
                pass


def _told(lags: Sequence[int]) -> tuple[int | None, int | None, int | None]:
    first, three, ten = (lags[k - 1] if k <= len(lags) else None for k in _TOLD)
    return first, three, ten
