"""What a policy leads to on a day: nobody, open slots, waivers, constraints that cannot hold."""

from collections.abc import Iterator
from dataclasses import replace

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.programme import Programme
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.engine import Played, play
from pavgen.place.findings.telling import error, in_words, quoted, slugs_of, warning
from pavgen.place.groups import PeriodOrder
from pavgen.place.inputs import group_rule, members_of, pins_on
from pavgen.place.placement import GroupOrder, OpportunityPlacement, Placement


def outcome_findings(programme: Programme, placement: Placement, name: str) -> Iterator[Diagnostic]:
    """Yield what is odd in a group's lists of a day, and hard constraints that cannot be kept.

    Meant for a group without errors of its own: with one, most of this would only follow.
    """
    group = placement.groups[name]
    order = group.day.of
    if order.conflict is not None:
        yield _conflict(programme, name, order, order.conflict)
        return
    yield from _waived(programme, name, order)
    for opportunity, _ in members_of(programme, name):
        found = placement.opportunities[opportunity]
        slots = _open_slots(found)
        if slots:
            yield _open(programme, found, group, slots)
        if not found.decisions and not found.waiting:
            yield warning(
                programme.policy.source,
                "placement-nobody",
                f"opportunities.{opportunity}",
                f"nobody is eligible for `{opportunity}` on {placement.as_of}",
                "widen `eligible`, or remove the opportunity",
            )


def _conflict(
    programme: Programme, group: str, order: PeriodOrder, conflict: Conflict
) -> Diagnostic:
    rules = " and ".join(in_words(order.rule.constraints[i]) for i in conflict.constraints)
    label = f"`{order.period.label}`"
    if conflict.exhausted:
        what = f"no list was found for {label} that keeps {rules}"
        proof = ["the search ran out before all had been tried, so one may exist"]
    else:
        what, proof = f"no list for {label} keeps {rules}", []
    pinned = slugs_of(programme, [partner for partner, _ in conflict.pins])
    pins = [f"with {'the pin' if len(pinned) == 1 else 'the pins'} of {quoted(pinned)}"]
    slugs = slugs_of(programme, conflict.partners)
    concerned = [f"concerned {'is' if len(slugs) == 1 else 'are'} {quoted(slugs)}"]
    counting = [_by_slug(programme, conflict)] if conflict.counting else []
    parts = (what, *(pins if pinned else ()), *counting, *(concerned if slugs else ()), *proof)
    return error(
        programme.policy.source,
        "placement-conflict",
        _place_of(programme, group, order, conflict),
        "; ".join(parts),
        "set `hard: false` where a rule may be waived, or change one of them",
    )


def _by_slug(programme: Programme, conflict: Conflict) -> str:
    """Return the counting sentence with slugs in place of the ids it names."""
    told = conflict.counting
    for identity, _ in conflict.pins:
        told = told.replace(f"`{identity}`", quoted(slugs_of(programme, [identity])))
    return told


def _place_of(programme: Programme, group: str, order: PeriodOrder, conflict: Conflict) -> str:
    """Return the key of the first pin of a conflict, else of its first constraint."""
    name, record = members_of(programme, group)[0]
    pinned = dict(conflict.pins)
    holding = pins_on(programme, group, order.day)
    for index, pin in enumerate(record.pins):
        partner = programme.partner(pin.partner)
        if pin in holding and partner is not None and pinned.get(partner.id) == pin.slot:
            return f"opportunities.{name}.pins[{index}]"
    return _limit(programme, group, order, next(iter(conflict.constraints), 0))


def _limit(programme: Programme, group: str, order: PeriodOrder, index: int) -> str:
    """Return the key of a constraint, or of the list where a recorded rule had others."""
    name, _ = members_of(programme, group)[0]
    same = order.rule.constraints == group_rule(programme, group).constraints
    return f"opportunities.{name}.constraints[{index}]" if same else f"opportunities.{name}"


def _waived(programme: Programme, group: str, order: PeriodOrder) -> Iterator[Diagnostic]:
    for index, constraint in enumerate(order.rule.constraints):
        waivers = [w for w in order.played.waivers if w.constraint == index]
        if not waivers:
            continue
        ids = {waiver.partner for waiver in waivers if waiver.partner}
        whom = f": {quoted(slugs_of(programme, ids))}" if ids else ""
        times = "once" if len(waivers) == 1 else f"{len(waivers)} times"
        yield warning(
            programme.policy.source,
            "placement-waived",
            _limit(programme, group, order, index),
            f"{in_words(constraint)} is waived {times} in `{order.period.label}`{whom}",
            "each waiver is published; change the rule if that is too often",
        )


def _open_slots(found: OpportunityPlacement) -> int:
    """Count the slots that stay open although somebody has waited since the period began.

    Who joins within a period waits for the next one by rule; that is nothing to mend.
    """
    since = sum(1 for decision in found.waiting if not decision.reasons.joined)
    return min(found.open_slots, since)


def _open(
    programme: Programme, found: OpportunityPlacement, group: GroupOrder, slots: int
) -> Diagnostic:
    record = programme.policy.opportunity(found.opportunity)
    stay = "stays" if slots == 1 else "stay"
    why = "".join(f"; {reason}" for reason in _reasons(programme, found, group))
    return warning(
        programme.policy.source,
        "placement-slots-open",
        f"opportunities.{found.opportunity}.slots",
        f"{slots} of {record.slots} slots {stay} open in `{found.period.label}`{why}",
        "let more partners take part, give fewer `slots`, or ease a constraint",
    )


def _reasons(programme: Programme, found: OpportunityPlacement, group: GroupOrder) -> Iterator[str]:
    """Yield who left a seat within the period, and which rules keep out those who wait."""
    order = group.day.of
    seated = set(order.played.shown[: order.played.seats])
    gone = slugs_of(programme, [identity for identity in group.day.removed if identity in seated])
    if gone:
        yield f"{quoted(gone)} left within the period"
    rules = _to_blame(order)
    waiting = slugs_of(programme, [decision.partner for decision in found.waiting])
    if rules and waiting:
        told = " and ".join(in_words(order.rule.constraints[index]) for index in rules)
        yield f"{told} {'keeps' if len(rules) == 1 else 'keep'} out {quoted(waiting)}"


def _to_blame(order: PeriodOrder) -> tuple[int, ...]:
    """Return the hard constraints without any one of which more would have a seat; else all."""
    hard = tuple(i for i, constraint in enumerate(order.rule.constraints) if constraint.hard)
    if order.played.seats == min(order.rule.slots or 0, len(order.played.shown)):
        return ()
    return (
        tuple(index for index in hard if _seats_without(order, index) > order.played.seats) or hard
    )


def _seats_without(order: PeriodOrder, index: int) -> int:
    rule, bounds = order.rule, order.round.bounds
    eased = replace(rule, constraints=(*rule.constraints[:index], *rule.constraints[index + 1 :]))
    round_ = replace(order.round, bounds=(*bounds[:index], *bounds[index + 1 :]))
    played = play(eased, round_, order.before)
    return played.seats if isinstance(played, Played) else 0
