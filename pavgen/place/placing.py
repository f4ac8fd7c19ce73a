"""The placement of a day: master orders first, then each opportunity's list out of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from pavgen.kernel.diagnostics import Checked, DefectError, in_order
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import Group, Opportunity
from pavgen.place.eligibility import Verdict, certifications_on, judged
from pavgen.place.ordering import Candidate, Key, Measure, Ranked, Rule
from pavgen.place.periods import period_of
from pavgen.place.placement import (
    Entrant,
    Exclusion,
    GroupOrder,
    OpportunityPlacement,
    Placement,
    PublicSeed,
    seated,
)
from pavgen.place.policy_findings import policy_findings
from pavgen.place.strategies.registry import STRATEGIES
from pavgen.security.names import sort_key


def place(programme: Programme, as_of: date) -> Checked[Placement]:
    """Decide every list of a programme for a day in its time zone, with the reasons.

    The same programme gives the same placement on every machine, whatever the order in
    which its records were read. Raises DefectError when two partners share an id, which
    the link stage refuses.
    """
    by_id = _by_id(programme.partners.values())
    candidates = tuple(
        _candidate(partner, as_of) for partner in by_id.values() if partner.standing.shown_on(as_of)
    )
    policy = programme.policy
    groups = {
        name: _group_order(name, group, candidates, programme, as_of)
        for name, group in policy.groups
    }
    opportunities = {
        name: _opportunity(name, record, groups[record.group], programme, by_id, as_of)
        for name, record in policy.opportunities
    }
    placement = Placement(as_of, groups, opportunities)
    return Checked(placement, in_order(policy_findings(programme, placement)))


def _by_id(partners: Iterable[Partner]) -> dict[str, Partner]:
    found: dict[str, Partner] = {}
    for partner in partners:
        if partner.id in found:
            raise DefectError(f"two partners have the id `{partner.id}`; the link stage lets it by")
        found[partner.id] = partner
    return dict(sorted(found.items()))


def _candidate(partner: Partner, as_of: date) -> Candidate:
    return Candidate(
        id=partner.id,
        points=partner.standing.points,
        joined=partner.standing.joined,
        certifications=len(certifications_on(partner, as_of)),
        collation=sort_key(partner.name, partner.slug),
    )


def _group_order(
    name: str,
    group: Group,
    candidates: tuple[Candidate, ...],
    programme: Programme,
    as_of: date,
) -> GroupOrder:
    declared = group.seed
    seed = PublicSeed(declared.source, declared.value) if declared else PublicSeed("", "")
    period = period_of(group.period, as_of)
    rule = Rule(name, period, seed.value, group.ladder, _listed(group, programme, as_of))
    ranked = STRATEGIES[group.strategy].order(candidates, rule)
    return GroupOrder(name, group.strategy, period, seed, ranked)


def _listed(group: Group, programme: Programme, as_of: date) -> tuple[str, ...]:
    """Return the ids of a fixed order that is still in force; pending partners have none."""
    if group.fixed is None or as_of > group.fixed.until:
        return ()
    listed = (programme.partner(slug) for slug in group.fixed.partners)
    return tuple(partner.id for partner in listed if partner is not None)


def _opportunity(
    name: str,
    record: Opportunity,
    master: GroupOrder,
    programme: Programme,
    by_id: Mapping[str, Partner],
    as_of: date,
) -> OpportunityPlacement:
    verdicts = {
        partner.id: judged(partner, name, record.eligible, programme.words, as_of)
        for partner in by_id.values()
    }
    entrants = [
        _entrant(by_id[row.partner], row, verdicts[row.partner])
        for row in master.order
        if verdicts[row.partner].eligible
    ]
    if record.blocks == "tier":
        entrants = _in_blocks(entrants, by_id, programme)
    line = seated(entrants, record.slots)
    slots = len(line) if record.slots is None else record.slots
    excluded = tuple(
        Exclusion(identity, by_id[identity].slug, verdict)
        for identity, verdict in verdicts.items()
        if not verdict.eligible
    )
    return OpportunityPlacement(
        name, master.group, master.period, line[:slots], line[slots:], excluded
    )


def _entrant(partner: Partner, row: Ranked, verdict: Verdict) -> Entrant:
    return Entrant(partner.id, partner.slug, verdict, row.keys)


def _in_blocks(
    entrants: Iterable[Entrant], by_id: Mapping[str, Partner], programme: Programme
) -> list[Entrant]:
    """Regroup by tier, highest first; within a tier the order stays as it was."""
    ranks = {tier: rank for rank, tier in enumerate(programme.words.tiers.ids())}
    placed = []
    for entrant in entrants:
        tier = by_id[entrant.partner].standing.tier
        key = Key(Measure.TIER, tier, (ranks[tier], ""))
        placed.append(replace(entrant, keys=(key, *entrant.keys)))
    return sorted(placed, key=lambda entrant: entrant.keys[0].rank)
