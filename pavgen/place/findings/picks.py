"""Strategy `pick`: what gives out booths and talks needs an event, and reads few other rules."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.suggest import did_you_mean
from pavgen.model.programme import LinkedEvent, Programme
from pavgen.model.records.policy import EventSpan, Group, Opportunity, Policy
from pavgen.place.findings.limits import kinds_of
from pavgen.place.findings.telling import error

_RUNGS = ("package", "applied")
"""What only an exhibitor or a session has, so that no other strategy can compare it."""


def pick_findings(programme: Programme, name: str, group: Group) -> Iterator[Diagnostic]:
    """Yield what is wrong in a group that picks, and what other groups cannot have of it."""
    policy = programme.policy
    if group.strategy != "pick":
        yield from _rungs(policy, name, group)
        return
    yield from _needed(policy, name, group)
    if group.event is not None:
        yield from _event(programme, name, group, group.event)
        yield from _twice(policy, name, group, group.event)
    for opportunity, record in policy.opportunities:
        if record.group == name:
            yield from _list(policy, opportunity, record)


def _rungs(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    for index, rung in enumerate(group.ladder):
        if rung in _RUNGS:
            whose = "what an exhibitor has booked" if rung == "package" else "an application"
            yield error(
                policy.source,
                "placement-ladder-rung",
                f"groups.{name}.ladder[{index}]",
                f"`{rung}` is {whose}, which strategy `{group.strategy}` does not know",
                f"remove `{rung}`, or choose strategy `pick`",
            )


def _needed(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    if group.gives is None:
        yield error(
            policy.source,
            "placement-key-needed",
            f"groups.{name}.strategy",
            "strategy `pick` has no `gives`",
            "add `gives: booths` or `gives: talks`",
        )
    if group.period != "event":
        yield error(
            policy.source,
            "placement-key-needed",
            f"groups.{name}.period",
            f"strategy `pick` gives out what an event has, and the period is `{group.period}`",
            "set `period: event`, and add `event:` with `id`, `from` and `until`",
        )


def _event(programme: Programme, name: str, group: Group, span: EventSpan) -> Iterator[Diagnostic]:
    source = programme.policy.source
    event = programme.events.get(span.id)
    if event is None:
        yield error(
            source,
            "placement-event-unknown",
            f"groups.{name}.event.id",
            f"there is no event `{span.id}`",
            did_you_mean(span.id, programme.events) or "add it with `pavgen new event`",
        )
        return
    if span.from_ > event.record.ends:
        yield error(
            source,
            "placement-pick-late",
            f"groups.{name}.event.from",
            f"the draw is on {span.from_}, and `{span.id}` is over on {event.record.ends}",
            "give `from` the day of the draw, before the event",
        )
    yield from _nothing(programme.policy, name, group, event)


def _nothing(policy: Policy, name: str, group: Group, event: LinkedEvent) -> Iterator[Diagnostic]:
    if group.gives == "booths" and event.plan is None:
        what = f"event `{event.slug}` has no floor plan, so there are no booths to give"
        remedy = f"add `content/events/{event.slug}/floorplan.yaml`, or set `gives: talks`"
    elif group.gives == "talks" and not (
        event.agenda and any(slot.drawn for slot in event.agenda.slots)
    ):
        what = f"event `{event.slug}` has no slot that the policy gives"
        remedy = f"set `drawn: true` for slots in `content/events/{event.slug}/agenda.yaml`"
    else:
        return
    yield error(policy.source, "placement-pick-nothing", f"groups.{name}.gives", what, remedy)


def _twice(policy: Policy, name: str, group: Group, span: EventSpan) -> Iterator[Diagnostic]:
    """Find a group before this one that gives the same; two would promise each item twice."""
    for other, earlier in policy.groups:
        if other == name:
            return
        same = earlier.event is not None and earlier.event.id == span.id
        if same and earlier.strategy == "pick" and earlier.gives == group.gives is not None:
            yield error(
                policy.source,
                "placement-pick-twice",
                f"groups.{name}.gives",
                f"group `{other}` gives the {group.gives} of `{span.id}` already",
                "remove one of the groups",
            )
            return


def _list(policy: Policy, name: str, record: Opportunity) -> Iterator[Diagnostic]:
    """Find rules that order a list, and mean nothing where things are picked."""
    field = f"opportunities.{name}"
    if record.pins:
        yield _unread(
            policy,
            f"{field}.pins",
            "`pins` hold positions in a list",
            "give a booth or slot by hand in the event's own file, with its reason",
        )
    if record.blocks != "none":
        yield _unread(
            policy,
            f"{field}.blocks",
            "`blocks` are parts of a list",
            "remove `blocks`; `ladder: [package, points]` lets packages choose in turn",
        )
    for index, limit in enumerate(record.constraints):
        for kind in kinds_of(limit):
            if kind != "separate":
                yield _unread(
                    policy,
                    f"{field}.constraints[{index}].{kind}",
                    f"`{kind}` is about the seats of a list",
                    "remove it; a package's `max`, `kinds` and `talks` limit what is booked",
                )
        if limit.separate is not None and not limit.hard:
            yield _unread(
                policy,
                f"{field}.constraints[{index}].hard",
                "`separate` always holds, so that nobody has to be waived",
                "remove `hard: false`, or the constraint",
            )


def _unread(policy: Policy, field: str, why: str, remedy: str) -> Diagnostic:
    what = f"{why}, and strategy `pick` gives out booths and talks"
    return error(policy.source, "placement-pick-rule", field, what, remedy)
