"""A rule told in words: every sentence follows from a key of the policy, so none can drift."""

from collections.abc import Iterator

from pavgen.model.records.policy import Group, Limit, Opportunity
from pavgen.place.inputs import group_rule, members_of
from pavgen.place.placement import OpportunityPlacement
from pavgen.place.rounds import GroupRule
from pavgen.place.strategies.registry import STRATEGIES
from pavgen.plan.frame import Frame
from pavgen.plan.sections.fairness.conditions import (
    field_name,
    fields_read,
    in_words,
    requirements,
)

_ALWAYS_IDLE = ("logo", "text", "edited", "clicks")
"""What no rule can look at, because no strategy is given it."""


def how(frame: Frame, name: str, record: Opportunity) -> tuple[str, ...]:
    """Tell how an opportunity's order is made, and with which parameters."""
    group = frame.programme.policy.group(record.group)
    rule = group_rule(frame.programme, record.group)
    return tuple(_how(frame, name, record, group, rule))


def eligible(frame: Frame, record: Opportunity) -> tuple[str, ...]:
    """Tell who may be shown, one requirement after another."""
    sold = _strategy(frame, record) == "sponsored"
    bought = (frame.words.say("plan-fair-bought"),) if sold else ()
    return (*requirements(frame, record.eligible), *bought)


def ties(frame: Frame, record: Opportunity) -> tuple[str, ...]:
    """Tell what decides where nothing else does, and where its chance comes from."""
    say = frame.words.say
    rule = group_rule(frame.programme, record.group)
    seed = rule.seed
    told = [say("plan-fair-tie")]
    if seed.committed:
        told.append(say("plan-fair-seed", source=seed.source, value=seed.value))
    else:
        told.append(say("plan-fair-seed-none"))
    return tuple(told)


def promise(frame: Frame, record: Opportunity) -> str:
    """Tell what the strategy may honestly be said to do."""
    return frame.words.say(f"plan-fair-promise-{_strategy(frame, record)}")


def indifferent(frame: Frame, name: str, record: Opportunity) -> tuple[str, ...]:
    """List what does not matter: everything on offer that this rule does not look at."""
    group = frame.programme.policy.group(record.group)
    read = _read(frame, record, group)
    idle = [what for what in ("name", "tier", "points", "joined") if what not in read]
    if not is_paid(frame, name) and not is_booked(group):
        idle.append("payment")
    return tuple(frame.words.say(f"plan-fair-idle-{what}") for what in (*idle, *_ALWAYS_IDLE))


def payment(frame: Frame, name: str, listed: OpportunityPlacement) -> tuple[str, ...]:
    """Tell the effect of money."""
    say = frame.words.say
    record = frame.programme.policy.opportunity(name)
    group = frame.programme.policy.group(record.group)
    told = []
    if group.strategy == "sponsored":
        told.append(say("plan-fair-paid-list", packages=", ".join(group.packages)))
    if is_booked(group):
        first = "first" if "package" in group.ladder else "kind"
        told.append(say(f"plan-fair-pick-paid-{first}"))
    paid = sum(d.reasons.pin is not None and d.reasons.pin.paid for d in listed.decisions)
    if paid:
        told.append(say("plan-fair-paid-pins", n=paid))
    return tuple(told) or (say("plan-fair-paid-none"),)


def is_paid(frame: Frame, name: str) -> bool:
    """Say whether money can buy a place in an opportunity."""
    record = frame.programme.policy.opportunity(name)
    group = frame.programme.policy.group(record.group)
    return group.strategy == "sponsored" or any(pin.paid for pin in record.pins)


def is_booked(group: Group) -> bool:
    """Say whether what a partner has booked matters in a draw, by its kind or by its place."""
    return group.strategy == "pick" and (group.gives == "booths" or "package" in group.ladder)


def constraints(frame: Frame, record: Opportunity) -> tuple[str, ...]:
    """Tell each constraint of the rule in force, and whether it must hold."""
    limits = record.constraints if len(members_of(frame.programme, record.group)) == 1 else ()
    say = frame.words.say
    return tuple(
        f"{constraint(frame, limit)} {say('plan-fair-hard' if limit.hard else 'plan-fair-soft')}"
        for limit in limits
    )


def constraint(frame: Frame, limit: Limit) -> str:
    """Tell a constraint."""
    say = frame.words.say
    if limit.separate is not None:
        return say(f"plan-fair-separate-{limit.separate}", n=limit.distance)
    if limit.cooldown is not None:
        return say("plan-fair-cooldown", n=limit.cooldown)
    if limit.at_least is not None:
        who = in_words(frame, limit.of) if limit.of is not None else say("plan-fair-anybody")
        return say("plan-fair-at-least", n=limit.at_least, who=who)
    policy = frame.programme.policy
    if limit.per in {None, "partner"}:
        where = ", ".join(policy.opportunity(name).title for name in limit.across)
        return say("plan-fair-cap-across", n=limit.cap or 0, where=where)
    what = say(f"plan-fair-per-{str(limit.per).replace('_', '-')}")
    return say("plan-fair-cap", n=limit.cap or 0, what=what)


def _how(
    frame: Frame, name: str, record: Opportunity, group: Group, rule: GroupRule
) -> Iterator[str]:
    say = frame.words.say
    yield say(f"plan-fair-how-{rule.strategy}")
    if rule.strategy == "apportion":
        per = (rule.by or "tier").replace("_", "-")
        yield say("plan-fair-by", what=say(f"plan-fair-per-{per}"))
        yield say(f"plan-fair-how-{rule.ordering}")
    yield say(f"plan-fair-period-{group.period}")
    yield from _parameters(frame, group, rule)
    if rule.blocks == "tier":
        yield say("plan-fair-blocks")
    if record.slots is not None:
        yield say("plan-fair-slots", n=record.slots)
    yield from _shared(frame, name, record)


def _parameters(frame: Frame, group: Group, rule: GroupRule) -> Iterator[str]:
    """Tell the keys of a group that its strategy reads."""
    say = frame.words.say
    uses = STRATEGIES[rule.strategy].uses | STRATEGIES[rule.ordering].uses
    if "weights" in uses:
        yield say(f"plan-fair-weights-{rule.weights}")
    if "ladder" in uses and group.ladder:
        rungs = ", ".join(field_name(frame, rung) for rung in group.ladder)
        yield say("plan-fair-ladder", rungs=rungs)
    if "then" in uses and group.then:
        yield say("plan-fair-then", where=_titles(frame, group.then))
    if "fixed" in uses and group.fixed is not None:
        until = frame.words.day(group.fixed.until)
        yield say("plan-fair-fixed", reason=group.fixed.reason, until=until)
    if rule.ordering == "balanced":
        yield say("plan-fair-horizon", n=rule.horizon)


def _shared(frame: Frame, name: str, record: Opportunity) -> Iterator[str]:
    others = [o.title for n, o in members_of(frame.programme, record.group) if n != name]
    if others:
        yield frame.words.say("plan-fair-shared", where=", ".join(others))


def _titles(frame: Frame, group: str) -> str:
    return ", ".join(record.title for _, record in members_of(frame.programme, group))


def _read(frame: Frame, record: Opportunity, group: Group) -> frozenset[str]:
    """Return what a rule looks at of the things partners ask about."""
    rule = group_rule(frame.programme, record.group)
    found = set(fields_read(record.eligible))
    for score in group.scores if rule.strategy == "relevance" else ():
        found |= fields_read(score.when)
    for limit in record.constraints:
        found |= fields_read(limit.of) if limit.of is not None else set()
        found |= {limit.per} if limit.per else set()
    by_strategy = {"alphabetical": "name", "points": "points", "first-come": "joined"}
    found.add(by_strategy.get(rule.ordering, ""))
    if rule.ordering in {"points", "pick"}:
        found |= set(group.ladder)
    weighs = "weights" in STRATEGIES[rule.ordering].uses and rule.weights == "tier"
    if weighs or rule.blocks == "tier" or rule.by == "tier":
        found.add("tier")
    if group.then:
        then = next((r for _, r in members_of(frame.programme, group.then)), None)
        found |= _read(frame, then, frame.programme.policy.group(group.then)) if then else set()
    return frozenset(str(field) for field in found)


def _strategy(frame: Frame, record: Opportunity) -> str:
    return frame.programme.policy.group(record.group).strategy
