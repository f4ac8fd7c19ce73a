"""What goes into a group's period, gathered from a programme's records for a day."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass
from pavgen.model.conditions import in_words
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import Group, Limit, Opportunity, Pin
from pavgen.place.applications import Application, applications
from pavgen.place.eligibility import certifications_on, evaluate
from pavgen.place.judging import verdicts_of
from pavgen.place.ordering import Candidate, Key, Rule, dense_ranks
from pavgen.place.periods import Period, period_of
from pavgen.place.picking import picking_of
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
)
from pavgen.place.strategies.registry import STRATEGIES
from pavgen.security.names import sort_key


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a group's period takes from other groups: an order, and seats already given.

    `then` is the place of each id in the order that decides between equals; `used` counts,
    by opportunity, who is seated there.
    """

    then: Mapping[str, int]
    used: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Buyer:
    """The terms of a partner that has not applied: what it has bought, with its place."""

    package: tuple[int, str] | None
    applied: datetime | None = None


def members_of(programme: Programme, group: str) -> tuple[tuple[str, Opportunity], ...]:
    """Return the opportunities of a group, in the policy's order."""
    return tuple(row for row in programme.policy.opportunities if row[1].group == group)


def group_period(group: Group, day: date) -> Period:
    """Return a group's period that holds a day; an event's is its days, whenever it is asked."""
    if group.period == "event" and group.event is not None:
        return Period(group.event.id, group.event.from_, group.event.until)
    return period_of("week" if group.period == "event" else group.period, day)


def group_rule(programme: Programme, name: str) -> GroupRule:
    """Return what decides in a group by today's policy."""
    group = programme.policy.group(name)
    opportunities = [record for _, record in members_of(programme, name)]
    sizes = [record.slots for record in opportunities]
    seed = PublicSeed(group.seed.source, group.seed.value) if group.seed else PublicSeed()
    limits = [limit for record in opportunities for limit in record.constraints]
    alone = len(opportunities) == 1
    return GroupRule(
        strategy=group.strategy,
        weights=group.weights,
        horizon=group.horizon,
        slots=sizes[0] if alone else None,
        blocks="tier" if any(record.blocks == "tier" for record in opportunities) else "none",
        by=group.by if group.strategy == "apportion" else None,
        inside=(group.inside or "draw") if group.strategy == "apportion" else None,
        seed=seed,
        constraints=tuple(_constraint(limit) for limit in limits) if alone else (),
    )


def eligible_ids(programme: Programme, name: str, day: date) -> frozenset[str]:
    """Return the ids of who may be shown in some opportunity of a group on a day.

    Where something is sold or picked these are only those who have bought or applied.
    """
    group = programme.policy.group(name)
    verdicts = verdicts_of(programme)
    able = frozenset(
        identity
        for opportunity, _ in members_of(programme, name)
        for identity, verdict in verdicts.on(opportunity, day).items()
        if verdict.eligible
    )
    if group.strategy == "sponsored":
        return able & _bought(programme, group, day).keys()
    if group.strategy == "pick":
        return able & applications(programme, group, day).keys()
    return able


def group_round(
    programme: Programme, name: str, rule: GroupRule, when: tuple[str, date], elsewhere: Elsewhere
) -> Round:
    """Gather a period of a group by its label, with everything looked up for a day of it."""
    period, day = when
    ids = eligible_ids(programme, name, day)
    partners = sorted((p for p in programme.partners.values() if p.id in ids), key=lambda p: p.id)
    keys = keys_of(programme, name, rule, partners, day, elsewhere)
    weigh = _weighing(programme, name, rule)
    if rule.strategy == "pick":
        return _pick_round(programme, name, rule, when, (partners, keys))
    pins = tuple(
        sorted(
            (
                (p.id, pin.slot)
                for pin in pins_on(programme, name, day)
                if (p := _of(programme, pin)) and p.id in ids
            ),
            key=lambda row: (row[1], row[0]),
        )
    )
    return Round(
        group=name,
        period=period,
        roster=tuple((p.id, weigh(p)) for p in partners),
        pins=pins,
        pools=_pools(programme, rule, partners),
        ranks=dense_ranks(keys) if any(keys.values()) else {},
        bounds=tuple(_bounds(programme, name, rule, partners, day, elsewhere)),
    )


def _pick_round(
    programme: Programme,
    name: str,
    rule: GroupRule,
    when: tuple[str, date],
    roster: tuple[Sequence[Partner], Mapping[str, tuple[Key, ...]]],
) -> Round:
    """Gather a draw: weights are how many items each may have, bounds hold for all who have one."""
    (period, day), (partners, keys) = when, roster
    group = programme.policy.group(name)
    applied = applications(programme, group, day)
    picking = picking_of(programme, group, keys, day)
    concerned = {*keys, *(i for i, _ in picking.held)}
    everybody = [p for p in programme.partners.values() if p.id in concerned]
    everybody.sort(key=lambda p: p.id)
    return Round(
        group=name,
        period=period,
        roster=tuple((p.id, applied[p.id].entitled) for p in partners),
        ranks=dense_ranks(keys) if any(keys.values()) else {},
        bounds=tuple(_bounds(programme, name, rule, everybody, day, Elsewhere({}, {}))),
        picking=picking,
    )


def pins_on(programme: Programme, group: str, day: date) -> tuple[Pin, ...]:
    """Return the pins of a group's list that hold for a period beginning on a day."""
    records = [record for _, record in members_of(programme, group)]
    return tuple(p for r in records[:1] for p in r.pins if p.from_ <= day <= p.until)


def keys_of(
    programme: Programme,
    name: str,
    rule: GroupRule,
    partners: Sequence[Partner],
    day: date,
    elsewhere: Elsewhere,
) -> dict[str, tuple[Key, ...]]:
    """Return what a sorting strategy looks at in each partner, by id; nothing for others."""
    strategy = STRATEGIES[rule.ordering]
    group = programme.policy.group(name)
    told = Rule(group.ladder, _listed(programme, group, day), elsewhere.then)
    if strategy.keys is None:
        return {partner.id: () for partner in partners}
    applied = applications(programme, group, day)
    bought = _bought(programme, group, day)
    asked = ((p, applied.get(p.id) or _Buyer(bought.get(p.id))) for p in partners)
    return {
        p.id: strategy.keys(_candidate(programme, group, p, day, terms), told) for p, terms in asked
    }


def weight_of(programme: Programme, name: str, rule: GroupRule, partner: Partner) -> int:
    """Return a partner's weight in a group: 1, its tier's, or what its standing says."""
    return _weighing(programme, name, rule)(partner)


def class_of(partner: Partner, by: str) -> str:
    """Return a partner's one class: its tier, its first region, or its first type."""
    match by:
        case "tier":
            return partner.standing.tier
        case "home_region":
            return partner.listing.regions[0] if partner.listing.regions else ""
        case "type":
            return partner.listing.types[0] if partner.listing.types else ""
        case _:
            raise DefectError(f"no class `{by}`; the schema should have refused it")


def matches(programme: Programme, group: Group, partner: Partner, day: date) -> tuple[bool, ...]:
    """Say which of a group's scores a partner has earned."""
    words = programme.words
    return tuple(evaluate(s.when, partner, words, day).holds for s in group.scores)


def _weighing(programme: Programme, name: str, rule: GroupRule) -> Callable[[Partner], int]:
    """Return what weighs a partner in a group: nothing, its tier, or its standing."""
    if rule.weights == "tier":
        tiers = {tier.id: tier.weight for tier in programme.program.tiers}
        return lambda partner: tiers.get(partner.standing.tier, 1)
    if rule.weights == "standing":
        own = {opportunity for opportunity, _ in members_of(programme, name)}
        return lambda partner: max((w for o, w in partner.standing.weights if o in own), default=1)
    return lambda _: 1


def _of(programme: Programme, pin: Pin) -> Partner | None:
    return programme.partner(pin.partner)


def _constraint(limit: Limit) -> Constraint:
    """Return a constraint; one that is incomplete is an error that the policy's check tells."""
    if limit.separate is not None:
        return Separate(limit.separate, limit.distance, limit.hard)
    if limit.cap is not None:
        return Cap(limit.cap, limit.per or "partner", limit.across, limit.hard)
    if limit.cooldown is not None:
        return Cooldown(limit.cooldown, limit.hard)
    words = in_words(limit.of) if limit.of is not None else ""
    return AtLeast(limit.at_least or 0, words, limit.hard)


def _candidate(
    programme: Programme,
    group: Group,
    partner: Partner,
    day: date,
    terms: "Application | _Buyer",
) -> Candidate:
    earned = zip(group.scores, matches(programme, group, partner, day), strict=True)
    return Candidate(
        id=partner.id,
        points=partner.standing.points,
        joined=partner.standing.joined,
        certifications=len(certifications_on(partner, day)),
        collation=sort_key(partner.name, partner.slug),
        score=sum(score.score for score, matched in earned if matched),
        package=terms.package,
        applied=terms.applied,
    )


def _bought(programme: Programme, group: Group, day: date) -> dict[str, tuple[int, str] | None]:
    """Return the dearest package of each who has bought one for a day, with its place, by id.

    A package that is not for sale any more is None.
    """
    places = {package: n for n, package in reversed(list(enumerate(group.packages)))}
    found: dict[str, tuple[int, str] | None] = {}
    for bought in group.sponsors:
        partner = programme.partner(bought.partner)
        if partner is not None and bought.from_ <= day <= bought.until:
            place = places.get(bought.package)
            own = found.setdefault(partner.id, None)
            if place is not None and (own is None or place < own[0]):
                found[partner.id] = (place, bought.package)
    return found


def _listed(programme: Programme, group: Group, day: date) -> tuple[str, ...]:
    """Return the ids of a fixed order that is still in force; pending partners have none."""
    if group.fixed is None or day > group.fixed.until:
        return ()
    listed = (programme.partner(slug) for slug in group.fixed.partners)
    return tuple(dict.fromkeys(partner.id for partner in listed if partner is not None))


def _pools(
    programme: Programme, rule: GroupRule, partners: Sequence[Partner]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if rule.strategy == "apportion":
        return _classes(partners, [class_of(partner, rule.by or "tier") for partner in partners])
    if rule.blocks == "tier":
        tiers = [partner.standing.tier for partner in partners]
        found = dict(_classes(partners, tiers))
        return tuple((t, found[t]) for t in programme.words.tiers.ids() if t in found)
    return ()


def _classes(
    partners: Sequence[Partner], names: Sequence[str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Group partners, sorted by id, by names; the classes in the order of their names."""
    found: dict[str, list[str]] = {}
    for partner, name in zip(partners, names, strict=True):
        found.setdefault(name, []).append(partner.id)
    return tuple((name, tuple(ids)) for name, ids in sorted(found.items()))


def _bounds(
    programme: Programme,
    name: str,
    rule: GroupRule,
    partners: Sequence[Partner],
    day: date,
    elsewhere: Elsewhere,
) -> Iterator[Bound]:
    opportunities = members_of(programme, name)
    limits = opportunities[0][1].constraints if rule.constraints else ()
    for limit, constraint in zip(limits, rule.constraints, strict=True):
        match constraint:
            case Separate("competitors"):
                yield Bound(pairs=_rivals(programme, partners))
            case Separate() | Cap(per="exclusion_label"):
                yield Bound(classes=_labelled(partners))
            case Cap(per="partner", across=across):
                yield Bound(used=_used(partners, across, elsewhere))
            case Cap(per=per):
                yield Bound(classes=_classes(partners, [class_of(p, per) for p in partners]))
            case Cooldown():
                yield Bound()
            case AtLeast():
                met = [
                    p.id
                    for p in partners
                    if limit.of is not None and evaluate(limit.of, p, programme.words, day).holds
                ]
                yield Bound(members=tuple(met))


def _rivals(programme: Programme, partners: Sequence[Partner]) -> tuple[tuple[str, str], ...]:
    """Return the pairs that either side, or the programme, or a common label declares."""
    present = {partner.id for partner in partners}
    pairs: set[tuple[str, str]] = set()
    for partner in partners:
        for slug in (*partner.listing.competes_with, *partner.standing.competes_with):
            other = programme.partner(slug)
            if other is not None and other.id in present and other.id != partner.id:
                pairs.add((min(partner.id, other.id), max(partner.id, other.id)))
    for _, ids in _labelled(partners):
        pairs.update((a, b) for n, a in enumerate(ids) for b in ids[n + 1 :])
    return tuple(sorted(pairs))


def _labelled(partners: Sequence[Partner]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for partner in partners:
        for label in dict.fromkeys(partner.standing.exclusion_labels):
            found.setdefault(label, []).append(partner.id)
    return tuple((label, tuple(found[label])) for label in sorted(found))


def _used(
    partners: Sequence[Partner], across: Sequence[str], elsewhere: Elsewhere
) -> tuple[tuple[str, int], ...]:
    counted = Counter(i for name in across for i in elsewhere.used.get(name, ()))
    return tuple((i, counted[i]) for i in sorted(p.id for p in partners) if counted[i])
