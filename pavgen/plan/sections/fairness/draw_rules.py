"""The rule of a draw in words: who chooses first, what may be chosen, what must hold."""

from collections.abc import Iterator

from pavgen.model.records.policy import Opportunity
from pavgen.place.reasoning_draw import Draw
from pavgen.plan.frame import Frame
from pavgen.plan.sections.fairness.conditions import requirements


def how(frame: Frame, record: Opportunity, draw: Draw) -> tuple[str, ...]:
    """Tell what is given out, when, and how a choice is made."""
    return tuple(_how(frame, record, draw))


def ladder(frame: Frame, record: Opportunity) -> tuple[str, ...]:
    """Tell what decides who chooses first, one rung after another; none leave it to the lot."""
    group = frame.programme.policy.group(record.group)
    rungs = dict.fromkeys(group.ladder)
    return tuple(frame.words.say(f"plan-fair-pick-rung-{rung}") for rung in rungs)


def eligible(frame: Frame, record: Opportunity, draw: Draw) -> tuple[str, ...]:
    """Tell who takes turns."""
    event = draw.event.record.title if draw.event else ""
    applied = frame.words.say(f"plan-fair-pick-who-{draw.gives}", event=event)
    return (applied, *requirements(frame, record.eligible))


def constraints(frame: Frame, record: Opportunity) -> tuple[str, ...]:
    """Tell who is kept apart."""
    group = frame.programme.policy.group(record.group)
    gives = group.gives or "booths"
    return tuple(
        frame.words.say(f"plan-fair-pick-apart-{limit.separate}-{gives}")
        for limit in record.constraints
        if limit.separate is not None
    )


def _how(frame: Frame, record: Opportunity, draw: Draw) -> Iterator[str]:
    say = frame.words.say
    yield say("plan-fair-how-pick")
    yield say("plan-fair-pick-room")
    yield say("plan-fair-pick-rest")
    if any(count > 1 for count in draw.rules.entitled.values()):
        yield say("plan-fair-pick-rounds")
    if record.slots is not None:
        yield say("plan-fair-pick-slots", n=record.slots)
    yield say("plan-fair-pick-terms" if draw.gives == "booths" else "plan-fair-pick-times")
    yield say("plan-fair-pick-vacant")
