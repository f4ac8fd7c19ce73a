"""What a draw leads to on a day: who cannot be placed, and offers that cannot stand."""

from collections.abc import Iterator, Sequence

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.programme import LinkedEvent, Programme
from pavgen.model.records.policy import Group
from pavgen.place.applications import open_sessions, picked_event
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.findings.telling import error, quoted, slugs_of, warning
from pavgen.place.groups import DayOrder
from pavgen.place.inputs import group_rule, members_of
from pavgen.place.pick_days import PickDay, offers_of
from pavgen.place.picking_booths import booth_items, items_named
from pavgen.place.placement import Placement
from pavgen.place.rounds import Constraint, Separate
from pavgen.place.strategies.pick_vacancy import OfferProblem, Problem, queue_of


def pick_outcomes(programme: Programme, placement: Placement, name: str) -> Iterator[Diagnostic]:
    """Yield what is wrong in a draw of a day, in the policy and in the event's own files.

    Meant for a group without errors of its own: with one, most of this would only follow.
    """
    group = programme.policy.group(name)
    event, day = picked_event(programme, group), placement.groups[name].day
    if event is None or day.picks is None:
        return
    if day.of.conflict is not None:
        yield _conflict(programme, name, day, day.of.conflict)
    elif not day.of.round.roster:
        yield _nobody(programme, name, placement)
    if group.gives == "talks":
        yield from _sessions(programme, event)
    yield from _offers(programme, event, name, placement, day.picks)
    if day.of.recorded is not None:
        yield from _late(programme, event, group, day.picks)


def _conflict(programme: Programme, name: str, day: DayOrder, conflict: Conflict) -> Diagnostic:
    """Name who cannot be placed, in turn order, and the rule that forbids it, with the count."""
    slugs = [slug for i in conflict.partners for slug in slugs_of(programme, [i])]
    rules = [_words(day.of.rule.constraints[i]) for i in conflict.constraints]
    gives = "slots" if programme.policy.group(name).gives == "talks" else "booths"
    if conflict.exhausted:
        what = f"no way was found to give {gives} to {quoted(slugs)}, though there may be one"
    else:
        what = f"there are no {gives} for {quoted(slugs)} together"
    kept = f" as long as {' and '.join(rules)}" if rules else ""
    return error(
        programme.policy.source,
        "placement-conflict",
        _place_of(programme, name, day, conflict),
        f"{what}{kept}: {conflict.counting}",
        f"place fewer by `slots`, ease what they need or a rule, or open more {gives}",
    )


def _words(constraint: Constraint) -> str:
    labels = isinstance(constraint, Separate) and constraint.of == "labels"
    return f"{'partners with a common label' if labels else 'competitors'} are kept apart"


def _place_of(programme: Programme, name: str, day: DayOrder, conflict: Conflict) -> str:
    opportunity = members_of(programme, name)[0][0]
    same = day.of.rule.constraints == group_rule(programme, name).constraints
    if not (same and conflict.constraints):
        return f"opportunities.{opportunity}"
    return f"opportunities.{opportunity}.constraints[{conflict.constraints[0]}]"


def _nobody(programme: Programme, name: str, placement: Placement) -> Diagnostic:
    opportunity = members_of(programme, name)[0][0]
    return warning(
        programme.policy.source,
        "placement-nobody",
        f"opportunities.{opportunity}",
        f"nobody has applied for `{opportunity}` by {placement.as_of}",
        "widen `eligible`, give the draw a later day, or remove the opportunity",
    )


def _sessions(programme: Programme, event: LinkedEvent) -> Iterator[Diagnostic]:
    """Find a partner's second session that waits for a slot: only one can be drawn."""
    first: dict[str, str] = {}
    for n, session in open_sessions(event):
        partner = programme.partner(session.partners[0])
        if event.agenda is None or partner is None:
            continue
        if partner.id in first:
            yield error(
                event.agenda.source,
                "pick-session-twice",
                f"sessions[{n}]",
                f"`{partner.slug}` takes part in the draw with `{first[partner.id]}` already",
                "give one of them a `slot` by hand, or let another partner hold it",
            )
        first.setdefault(partner.id, session.id)


def _offers(
    programme: Programme, event: LinkedEvent, name: str, placement: Placement, picks: PickDay
) -> Iterator[Diagnostic]:
    made = offers_of(programme, name)
    if placement.groups[name].day.of.recorded is None:
        for one in made:
            if one.on <= placement.as_of:
                yield error(
                    event.record.source,
                    "pick-offer-early",
                    f"offers[{one.index}]",
                    f"the draw of `{name}` is not recorded, so nothing has fallen vacant",
                    "run `pavgen placement record` with `--as-of` the day of the draw",
                )
        return
    for index, problem in picks.refused:
        item = next(one.offer.item for one in made if one.index == index)
        yield _refused(programme, event, picks, (index, item), problem)
    for index in picks.unlike:
        yield error(
            event.record.source,
            "pick-offer-recorded",
            f"offers[{index}]",
            f"the ledger of `{name}` has another offer in this place",
            "restore what was here, and add new offers at the end",
        )
    if len(made) < picks.recorded:
        yield warning(
            event.record.source,
            "pick-offer-recorded",
            "offers",
            f"the ledger of `{name}` has {picks.recorded} offers, and the file has {len(made)}",
            "restore what was here; the ledger holds, whatever the file says",
        )


def _refused(
    programme: Programme,
    event: LinkedEvent,
    picks: PickDay,
    at: tuple[int, str],
    problem: OfferProblem,
) -> Diagnostic:
    (index, item), n = at, problem.answer
    slug = "".join(slugs_of(programme, [problem.partner] if problem.partner else []))
    vacant = problem.why in {Problem.NOT_GIVEN, Problem.HELD}
    queue = [ask.partner for ask in queue_of(picks.rules, picks.hands, item)]
    what = {
        Problem.NOT_GIVEN: f"`{item}` was not given out by the draw",
        Problem.HELD: f"`{item}` is not vacant: `{slug}` has it",
        Problem.TURN: f"it is the turn of `{slug}`",
        Problem.NOT_ASKED: f"`{slug}` is not in the queue for `{item}`",
        Problem.AFTER_ACCEPTED: f"`{slug}` is asked after another has accepted",
        Problem.TWICE: f"`{slug}` is asked twice",
    }[problem.why]
    return error(
        event.record.source,
        "pick-offer-vacant" if vacant else "pick-offer-turn",
        f"offers[{index}].item" if vacant else f"offers[{index}].answers[{n}].partner",
        what,
        "remove the offer, or name what is free" if vacant else _ask(programme, queue),
    )


def _ask(programme: Programme, queue: Sequence[str]) -> str:
    if not queue:
        return "only who has joined since the draw may accept it; nobody else is to be asked"
    slugs = [slug for i in queue for slug in slugs_of(programme, [i])]
    return f"ask in this order, up to the first that accepts: {quoted(slugs)}"


def _late(
    programme: Programme, event: LinkedEvent, group: Group, picks: PickDay
) -> Iterator[Diagnostic]:
    """Find booths given by hand that the recorded draw had already given out."""
    if group.gives != "booths" or event.plan is None:
        return
    every = booth_items(event, event.plan)
    for n, exhibitor in enumerate(event.record.exhibitors):
        named = items_named(every, exhibitor.booth) if exhibitor.booth else ()
        drawn = [x for x in named if x in picks.rules.weights]
        if drawn and exhibitor.withdrew is None:
            holder = next((i for i, x in picks.hands.holds() if x in drawn), None)
            whose = f", and `{slugs_of(programme, [holder])[0]}` has it" if holder else ""
            yield error(
                event.record.source,
                "pick-by-hand-late",
                f"exhibitors[{n}].booth",
                f"the recorded draw gave out `{exhibitor.booth}`{whose}",
                "remove `booth`; where it has fallen vacant, offer it in turn under `offers`",
            )
