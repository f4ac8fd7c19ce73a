"""A period played again: its order, its list and its accounts, from what went into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pavgen.place.verification.balanced import BalancedTurn, Balances, balanced_turn
from pavgen.place.verification.pooling import Pool, merged, places_of, pools_of
from pavgen.place.verification.quota import Quotas, QuotaTurn, quota_turn
from pavgen.place.verification.reading import canonical, sha256
from pavgen.place.verification.records import Lots, Round, Rule, purpose_of
from pavgen.place.verification.rotation import Cycle, RotationTurn, rotation_turn
from pavgen.place.verification.searching import Arranged, arranged
from pavgen.place.verification.walking import Account, Walk


@dataclass(frozen=True, slots=True)
class SortedTurn:
    """An order that no account is kept of."""

    order: tuple[str, ...]

    def close(self, places: Mapping[str, int], seated: frozenset[str]) -> None:
        """Keep nothing."""
        del places, seated


Turn = BalancedTurn | QuotaTurn | RotationTurn | SortedTurn


@dataclass(frozen=True, slots=True)
class Replayed:
    """What follows from a period's rule, its round and the state before it."""

    order: tuple[str, ...]
    arranged: Arranged
    lag_digest: str
    accounts: Mapping[str, Account]


def replayed(rule: Rule, round_: Round, walk: Walk) -> Replayed | tuple[str, ...]:
    """Return what follows; only the order where no list keeps the hard constraints."""
    lots = Lots(rule.seed, round_.group, round_.period)
    pools = pools_of(rule, round_)
    turns = {pool.name: _turn(rule, round_, pool, lots, walk) for pool in pools}
    order = merged(rule, round_, lots, {name: turn.order for name, turn in turns.items()})
    found = arranged(rule, round_, order, walk.recent)
    if found is None:
        return order
    places = places_of(round_, pools, found.shown)
    seated = frozenset(found.shown[: found.seats])
    kept = {name: _unattended(account) for name, account in walk.accounts.items()}
    told: dict[str, object] = {}
    for name, turn in turns.items():
        account = turn.close(places[name], seated)
        if account is not None:
            kept[name] = account
            told |= account.told()
    return Replayed(order, found, sha256(canonical(told)), kept)


def _turn(rule: Rule, round_: Round, pool: Pool, lots: Lots, walk: Walk) -> Turn:
    before = walk.accounts.get(pool.name)
    match rule.ordering:
        case "balanced":
            kept = before if isinstance(before, Balances) else Balances()
            return balanced_turn(rule, pool, lots, kept)
        case "quota":
            quotas = before if isinstance(before, Quotas) else Quotas()
            return quota_turn(rule, round_, pool, lots, quotas)
        case "rotation":
            cycle = before if isinstance(before, Cycle) else Cycle()
            return rotation_turn(pool, lots, cycle)
        case strategy:
            purpose = purpose_of(strategy)
            ids = sorted(pool.ids, key=lambda i: (round_.ranks.get(i, ()), lots.of(purpose, i)))
            return SortedTurn(tuple(ids))


def _unattended(account: Account) -> Account:
    """Return the account of a pool that a period did without: nobody was in it."""
    match account:
        case Balances(_, lags):
            return Balances((), lags)
        case Quotas(_, lags):
            return Quotas({}, lags)
        case Cycle():
            return Cycle()
