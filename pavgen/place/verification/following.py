"""One line of a ledger held against the lines before it."""

from collections.abc import Sequence
from dataclasses import replace

from pavgen.place.verification.differing import Difference, Fault, difference_at, parting, shortened
from pavgen.place.verification.hall import hall_problem
from pavgen.place.verification.offering import Held, held_after
from pavgen.place.verification.picking import Settled, settled
from pavgen.place.verification.reading import canonical, sha256, value_of
from pavgen.place.verification.records import (
    Entry,
    Lots,
    Round,
    Rule,
    names,
    pairs,
    purpose_of,
    round_of,
    round_problem,
    rule_of,
    rule_problem,
)
from pavgen.place.verification.replaying import Replayed, replayed
from pavgen.place.verification.shapes import misfit
from pavgen.place.verification.walking import RULES, Walk, out_of_turn


def followed(walk: Walk, line: str, number: int) -> Walk | Difference:
    """Return the state after a line, or the first thing in it that is not as it should be."""
    entry = value_of(line)
    if entry is None:
        return difference_at(number, -1, "", "format", shortened(line))
    fault = misfit(entry) or out_of_turn(walk, entry)
    if fault is None:
        step = _step(walk, entry)
        if isinstance(step, Walk):
            digests = (*walk.digests, sha256(line))
            return replace(
                step, group=str(entry["group"]), digests=digests, kind=str(entry["type"])
            )
        fault = step
    seq, period = entry.get("seq"), entry.get("period")
    return difference_at(
        number,
        seq if isinstance(seq, int) and not isinstance(seq, bool) else -1,
        period if isinstance(period, str) else "",
        *fault,
    )


def _step(walk: Walk, entry: Entry) -> Walk | Fault:
    kind = entry["type"]
    if kind in RULES:
        return _ruled(walk, entry)
    if walk.rule is None:
        return "genesis", str(kind), "genesis"
    if kind == "amend":
        return _amended(walk, walk.rule, entry)
    if kind == "offer":
        return _offered(walk, entry)
    return _placed(walk, walk.rule, entry)


def _ruled(walk: Walk, entry: Entry) -> Walk | Fault:
    rule = rule_of(entry)
    if key := rule_problem(rule):
        return key, canonical(entry[key]), ""
    keeps = walk.rule is not None and walk.rule.accounts == rule.accounts
    accounts = walk.accounts if keeps else {}
    return replace(walk, rule=rule, pending=str(entry["period"]), accounts=accounts)


def _placed(walk: Walk, rule: Rule, entry: Entry) -> Walk | Fault:
    if ("picked" in entry) != rule.is_picking:
        wanted = {*entry} ^ {"picked"}
        return "format", " ".join(sorted(entry)), " ".join(sorted(wanted))
    round_ = round_of(entry)
    if key := round_problem(rule, round_) or hall_problem(round_):
        return key, canonical(entry[key]), ""
    after = replayed(rule, round_, walk)
    if fault := _compared(entry, after):
        return fault
    if not isinstance(after, Replayed):
        return "shown", canonical(entry["shown"]), ""
    shown, seats = after.arranged.shown, after.arranged.seats
    step = _with_picks(walk, rule, round_, shown, entry)
    if not isinstance(step, Walk):
        return step
    return replace(
        step,
        pending="",
        periods=(*walk.periods, round_.period),
        accounts=after.accounts,
        recent=(frozenset(shown[:seats]), *walk.recent),
        order=shown,
        seats=seats,
        has_open_seats=seats < _most(rule, shown),
        partners=walk.partners | {name for name, _ in round_.roster},
    )


def _with_picks(
    walk: Walk, rule: Rule, round_: Round, order: tuple[str, ...], entry: Entry
) -> Walk | Fault:
    """Hold the choices against the rule, where there are any, and keep who holds what."""
    if not rule.is_picking:
        return replace(walk, held=None)
    picked = pairs(entry["picked"])
    seated = order[: _most(rule, order)]
    found = settled(rule, round_, seated, picked, len(walk.digests) + 1)
    if not isinstance(found, Settled):
        return found
    held = held_after(rule, round_, order, picked)
    return replace(
        walk,
        held=held,
        choices=walk.choices + len(picked),
        unsettled=(*walk.unsettled, *found.unsettled),
    )


def _compared(entry: Entry, after: Replayed | tuple[str, ...]) -> Fault | None:
    order = after.order if isinstance(after, Replayed) else after
    if names(entry["order"]) != order:
        return "order", *parting(names(entry["order"]), order)
    if not isinstance(after, Replayed):
        return None
    arranged = after.arranged
    if names(entry["shown"]) != arranged.shown:
        return "shown", *parting(names(entry["shown"]), arranged.shown)
    computed: dict[str, object] = {
        "seats": arranged.seats,
        "waivers": [
            {"constraint": constraint, "partner": partner, "position": position}
            for constraint, partner, position in arranged.waivers
        ],
        "lag_digest": after.lag_digest,
    }
    for key, value in computed.items():
        if entry[key] != value:
            return key, canonical(entry[key]), canonical(value)
    return None


def _amended(walk: Walk, rule: Rule, entry: Entry) -> Walk | Fault:
    """Take the removed out, and put the joined last, by ticket."""
    joined, removed = names(entry["joined"]), names(entry["removed"])
    if not set(walk.order).issuperset(removed):
        return "removed", canonical(entry["removed"]), ""
    if not set(walk.order).isdisjoint(joined):
        return "joined", canonical(entry["joined"]), ""
    lots = Lots(rule.seed, str(entry["group"]), str(entry["period"]))
    purpose = purpose_of(rule.ordering)
    order = [name for name in walk.order if name not in removed]
    order += sorted(joined, key=lambda name: lots.of(purpose, name))
    most = _most(rule, order)
    held = walk.held.amended(joined, removed) if walk.held is not None else None
    seats = min(most, walk.seats) if walk.has_open_seats else most
    partners = walk.partners.union(joined)
    return replace(walk, order=tuple(order), seats=seats, partners=partners, held=held)


def _offered(walk: Walk, entry: Entry) -> Walk | Fault:
    if walk.held is None:
        return "type", "offer", ""
    step = walk.held.offered(entry)
    return replace(walk, held=step) if isinstance(step, Held) else step


def _most(rule: Rule, shown: Sequence[str]) -> int:
    return len(shown) if rule.slots is None else min(rule.slots, len(shown))
