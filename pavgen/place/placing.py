"""The placement of a day: master orders first, then each opportunity's list out of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pavgen.kernel.diagnostics import Checked, DefectError, in_order
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import Opportunity, Pin, Sponsor
from pavgen.place.eligibility import Verdict
from pavgen.place.engine import GroupState
from pavgen.place.groups import DayOrder, GroupOrders
from pavgen.place.inputs import keys_of, pins_on
from pavgen.place.judging import verdicts_of
from pavgen.place.keys import account_keys, ticket_key
from pavgen.place.picks import event_placements
from pavgen.place.placement import (
    Entrant,
    Exclusion,
    GroupOrder,
    OpportunityPlacement,
    Placement,
    Reasons,
    seated,
)
from pavgen.place.policy_findings import policy_findings
from pavgen.place.rounds import Tickets
from pavgen.place.strategies.sorting import purpose_of


def place(
    programme: Programme, as_of: date, memory: Mapping[str, GroupState] | None = None
) -> Checked[Placement]:
    """Decide every list of a programme for a day in its time zone, with the reasons.

    The same programme gives the same placement on every machine, whatever the order in
    which its records were read. Raises DefectError when two partners share an id, which
    the link stage refuses. `memory` has states by ledger line, see `memory.states_of`; with
    any or none of them the placement is the same.
    """
    by_id = _by_id(programme.partners.values())
    orders = GroupOrders(programme, memory or {}, as_of)
    groups = {name: _group_order(orders, name, by_id, as_of) for name, _ in programme.policy.groups}
    opportunities = {
        name: _opportunity(name, record, groups[record.group], programme, by_id, as_of)
        for name, record in programme.policy.opportunities
    }
    events = event_placements(programme, [group.day for group in groups.values()], as_of)
    placement = Placement(as_of, groups, opportunities, events)
    return Checked(placement, in_order(policy_findings(programme, placement)))


def _by_id(partners: Iterable[Partner]) -> dict[str, Partner]:
    found: dict[str, Partner] = {}
    for partner in partners:
        if partner.id in found:
            raise DefectError(f"two partners have the id `{partner.id}`; the link stage lets it by")
        found[partner.id] = partner
    return dict(sorted(found.items()))


def _group_order(
    orders: GroupOrders, name: str, by_id: Mapping[str, Partner], as_of: date
) -> GroupOrder:
    day = orders.on(name, as_of)
    rule, period = day.of.rule, day.of.period
    line = tuple(i for i in day.line if i in by_id)
    shown = {i for i, partner in by_id.items() if partner.standing.shown_on(as_of)}
    tickets = Tickets(rule.seed.value, name, period.label)
    numbers = tickets.of(purpose_of(rule.ordering), sorted(shown | set(line)))
    rest = sorted(shown - set(line), key=lambda i: numbers[i])
    everyone = _with_rest(line, rest, _ranks(orders.programme, rule.blocks, by_id))
    elsewhere = orders.elsewhere(name, period)
    partners = [by_id[i] for i in line]
    looked_at = keys_of(orders.programme, name, rule, partners, day.of.day, elsewhere)
    kept = account_keys(day.of)
    keys = {i: (*looked_at.get(i, ()), *kept.get(i, ()), ticket_key(numbers[i])) for i in everyone}
    return GroupOrder(name, rule.strategy, period, rule.seed, everyone, keys, day)


def _ranks(programme: Programme, blocks: str, by_id: Mapping[str, Partner]) -> dict[str, int]:
    """Return the rank of each partner's block; all have the same where there are none."""
    tiers = {tier: rank for rank, tier in enumerate(programme.words.tiers.ids())}
    return {i: tiers[p.standing.tier] if blocks == "tier" else 0 for i, p in by_id.items()}


def _with_rest(
    line: Sequence[str], rest: Sequence[str], ranks: Mapping[str, int]
) -> tuple[str, ...]:
    """Put those who take part in no list behind those of their block; the line stays as it is."""
    last: dict[int, int] = {}
    for n, identity in enumerate(line, start=1):
        last[ranks[identity]] = n
    behind: dict[int, list[str]] = {}
    for identity in sorted(rest, key=lambda i: ranks[i]):
        after = max((n for rank, n in last.items() if rank <= ranks[identity]), default=0)
        behind.setdefault(after, []).append(identity)
    found = [*behind.get(0, ())]
    for n, identity in enumerate(line, start=1):
        found += (identity, *behind.get(n, ()))
    return tuple(found)


def _opportunity(
    name: str,
    record: Opportunity,
    master: GroupOrder,
    programme: Programme,
    by_id: Mapping[str, Partner],
    as_of: date,
) -> OpportunityPlacement:
    verdicts = verdicts_of(programme).on(name, as_of)
    line = [
        (place, identity)
        for place, identity in enumerate(master.day.line, start=1)
        if identity in by_id and verdicts[identity].eligible
    ]
    pins, sponsors = _pins(programme, master), _sponsors(programme, master)
    entrants = [
        Entrant(
            identity,
            by_id[identity].slug,
            Reasons(
                verdicts[identity],
                place,
                master.keys[identity],
                pin=pins.get(identity),
                sponsor=sponsors.get(identity),
                joined=identity in master.joined,
            ),
        )
        for place, identity in line
    ]
    slots = _slots(record, master.day, [identity for _, identity in line])
    decided = seated(entrants, slots)
    taking = {identity for _, identity in line}
    return OpportunityPlacement(
        name,
        master.group,
        master.period,
        decided[:slots],
        decided[slots:],
        tuple(
            _exclusion(partner, verdicts[identity])
            for identity, partner in by_id.items()
            if identity not in taking
        ),
        max(0, min(record.slots or 0, len(line)) - slots),
    )


def _exclusion(partner: Partner, verdict: Verdict) -> Exclusion:
    """Exclude a partner; one that meets the condition has not bought what the list asks for."""
    return Exclusion(partner.id, partner.slug, replace(verdict, unpaid=verdict.eligible))


def _slots(record: Opportunity, day: DayOrder, line: Sequence[str]) -> int:
    """Return how many of a list are shown: those with a seat, where the group has seats."""
    if day.picks is not None:
        holding = frozenset(day.line[: day.seated])
        return sum(1 for identity in line if identity in holding)
    if record.slots is None:
        return len(line)
    if day.of.rule.slots is None:
        return min(record.slots, len(line))
    holding = frozenset(day.line[: day.seated])
    return sum(1 for identity in line if identity in holding)


def _pins(programme: Programme, master: GroupOrder) -> dict[str, Pin]:
    """Return the pins that hold in the period, by id."""
    positions = dict(master.day.of.round.pins)
    found = {}
    for pin in pins_on(programme, master.group, master.day.of.day):
        partner = programme.partner(pin.partner)
        if partner is not None and positions.get(partner.id) == pin.slot:
            found[partner.id] = pin
    return found


def _sponsors(programme: Programme, master: GroupOrder) -> dict[str, Sponsor]:
    """Return what each partner of a sponsored list has bought, the dearest first."""
    group = programme.policy.group(master.group)
    day = master.day.of.day
    found: dict[str, Sponsor] = {}
    if master.strategy != "sponsored":
        return found
    ranked = {package: place for place, package in enumerate(group.packages)}
    for bought in sorted(group.sponsors, key=lambda s: ranked.get(s.package, len(ranked))):
        partner = programme.partner(bought.partner)
        if partner is not None and bought.from_ <= day <= bought.until:
            found.setdefault(partner.id, bought)
    return found
