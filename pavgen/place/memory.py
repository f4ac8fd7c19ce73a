"""A group's state as JSON values, so that a replay can begin where an earlier one ended."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import cast

from pavgen.kernel.canonical import Json
from pavgen.place.engine import Account, GroupState
from pavgen.place.placement import Placement
from pavgen.place.strategies.balanced import Balances
from pavgen.place.strategies.quota import Quotas
from pavgen.place.strategies.rotation import Cycle


def states_of(placement: Placement) -> dict[str, GroupState]:
    """Return the states worth remembering: of each recorded period, that before it, by line."""
    found = {}
    for order in placement.groups.values():
        recorded = order.day.of.recorded
        if recorded is not None and recorded.before:
            found[recorded.before] = order.day.of.before
    return found


def state_json(state: GroupState) -> dict[str, Json]:
    """Write a state but for who sat lately, which stands in the ledger; `state_of` reads it."""
    return {
        "kept_by": list(state.kept_by),
        "accounts": {name: _account_json(account) for name, account in state.accounts.items()},
    }


def state_of(value: Json) -> GroupState | None:
    """Read a state; None for anything that `state_json` does not write."""
    try:
        said = cast("dict[str, dict[str, dict[str, Json]]]", value)
        strategy, blocks, by, inside = (str(part) for part in said["kept_by"])
        return GroupState(
            kept_by=(strategy, blocks, by, inside),
            accounts={str(n): _account(a) for n, a in said["accounts"].items()},
        )
    except (AttributeError, KeyError, TypeError, ValueError, ZeroDivisionError):
        return None


def _account_json(account: Account) -> dict[str, Json]:
    match account:
        case Balances(members, columns, absent):
            return {
                "members": list(members),
                "columns": [list(column) for column in columns],
                "absent": {i: list(row) for i, row in absent.items()},
            }
        case Quotas(members, shares, fractions):
            return {
                "members": list(members),
                "shares": {i: str(share) for i, share in shares.items()},
                "quotas": {i: str(lag) for i, lag in fractions.items()},
            }
        case Cycle(numbered, t):
            return {"numbered": list(numbered), "t": t}


def _account(said: Mapping[str, Json]) -> Account:
    if "numbered" in said:
        return Cycle(tuple(cast("list[str]", said["numbered"])), int(cast("int", said["t"])))
    members = tuple(cast("list[str]", said["members"]))
    if "columns" in said:
        columns = tuple(map(tuple, cast("list[list[int]]", said["columns"])))
        absent = cast("dict[str, list[int]]", said["absent"])
        return Balances(members, columns, {i: tuple(row) for i, row in absent.items()})
    number = cache(Fraction)
    return Quotas(
        members,
        {i: number(text) for i, text in cast("dict[str, str]", said["shares"]).items()},
        {i: number(text) for i, text in cast("dict[str, str]", said["quotas"]).items()},
    )
