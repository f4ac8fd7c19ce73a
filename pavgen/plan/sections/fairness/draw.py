"""The page of a draw: who chose when, what each turn brought, and what has happened since."""

import re
from collections.abc import Iterator

from pavgen.place.inputs import group_rule
from pavgen.place.reasoning_draw import Draw, draw_of
from pavgen.place.reasoning_picks import got, queues
from pavgen.place.reasoning_refusals import refused
from pavgen.place.sentences import in_short, sentence
from pavgen.place.strategies.pick import Step
from pavgen.place.strategies.pick_vacancy import queue_of
from pavgen.plan.sections.fairness import draw_rules, rules
from pavgen.plan.sections.fairness.proof import data_links, records, verify_box
from pavgen.plan.sections.fairness.scope import Scope, period_view
from pavgen.plan.views import LinkView
from pavgen.plan.views.draw import DrawItem, DrawName, DrawSum, DrawTurn, FairnessDraw

_WAYS = ("first", "wish", "best", "any")


def draw_on_page(scope: Scope, group: str) -> Draw | None:
    """Return the draw that a group is, or None."""
    placement = scope.frame.placement
    return draw_of(scope.frame.programme, placement.groups[group], placement.as_of)


def draw_view(scope: Scope, name: str, draw: Draw) -> FairnessDraw:
    """Show a draw."""
    frame = scope.frame
    record = frame.programme.policy.opportunity(name)
    master = frame.placement.groups[record.group]
    listed = frame.placement.opportunities[name]
    steps = draw.steps if draw.is_held else ()
    return FairnessDraw(
        title=record.title,
        objective=record.objective,
        audience=record.audience,
        rationale=record.rationale,
        rule=frame.words.say("plan-rule-pick"),
        event=_event(scope, draw),
        period=period_view(master),
        is_held=draw.is_held,
        changed=master.day.of.rule != group_rule(frame.programme, record.group),
        conflict=master.day.of.conflict is not None,
        items=len(draw.picking.items),
        weights=_weights(scope, draw),
        partners=len(draw.rules.order),
        how=draw_rules.how(frame, record, draw),
        ladder=draw_rules.ladder(frame, record),
        ties=rules.ties(frame, record),
        promise=rules.promise(frame, record),
        eligible=draw_rules.eligible(frame, record, draw),
        indifferent=rules.indifferent(frame, name, record),
        payment=rules.payment(frame, name, listed),
        constraints=draw_rules.constraints(frame, record),
        sums=tuple(_sums(scope, draw, steps)),
        turns=tuple(_turn(scope, draw, step) for step in steps),
        waiting=tuple(_waiting(scope, draw)) if draw.is_held else (),
        vacant=tuple(_vacant(scope, draw)) if draw.is_held else (),
        offers=tuple(_offers(scope, draw)),
        by_hand=tuple(_by_hand(scope, draw)),
        records=records(scope, record.group),
        box=verify_box(scope, record.group, name),
        files=data_links(scope, record.group, name),
        version=frame.programme.policy.version,
        contact=scope.contact(),
    )


def _event(scope: Scope, draw: Draw) -> LinkView:
    if draw.event is None:
        return LinkView("", "")
    label = draw.event.record.title
    return LinkView(label, scope.frame.find("event", draw.event.slug))


def _name(scope: Scope, identity: str, note: str = "") -> DrawName:
    partner = scope.by_id.get(identity)
    if partner is None:
        return DrawName("", "", note)
    return DrawName(partner.name, scope.partner_page(partner.slug), note)


def _item(scope: Scope, draw: Draw, item: str) -> str:
    return in_short(draw.item(item), scope.frame.words.say)


def _sums(scope: Scope, draw: Draw, steps: tuple[Step, ...]) -> Iterator[DrawSum]:
    """Count what turns brought: the first wish, another, or the best of the rest."""
    ways = [got(draw, step).how for step in steps]
    for way in _WAYS:
        if way in ways:
            yield DrawSum(ways.count(way), scope.frame.words.say(f"plan-fair-pick-way-{way}"))


def _turn(scope: Scope, draw: Draw, step: Step) -> DrawTurn:
    say = scope.frame.words.say
    who = _name(scope, step.seeker)
    kept = step.got in draw.hands.of(step.seeker)
    return DrawTurn(
        turn=step.turn,
        name=who.name,
        href=who.href,
        got=_item(scope, draw, step.got),
        wish=in_short(got(draw, step), say),
        refused=tuple(sentence(reason, say) for reason in refused(draw, step)),
        since="" if kept else say("plan-fair-pick-given-up"),
    )


def _waiting(scope: Scope, draw: Draw) -> Iterator[DrawName]:
    """List those who have nothing, in the order in which they are asked."""
    line = scope.frame.placement.groups[draw.scene.master.group].day.line
    for identity in line:
        if not draw.hands.of(identity):
            count = len(queues(draw, identity))
            yield _name(scope, identity, scope.frame.words.say("plan-fair-pick-queues", n=count))


def _vacant(scope: Scope, draw: Draw) -> Iterator[DrawItem]:
    for item in draw.vacant():
        queue = queue_of(draw.rules, draw.hands, item)
        names = tuple(_name(scope, ask.partner) for ask in queue)
        yield DrawItem(_item(scope, draw, item), None, "", names)


def _offers(scope: Scope, draw: Draw) -> Iterator[DrawItem]:
    say = scope.frame.words.say
    for made in draw.offers():
        answers = tuple(
            _name(scope, i, say(f"plan-fair-pick-{answer}")) for i, answer in made.offer.answers
        )
        yield DrawItem(_item(scope, draw, made.offer.item), made.on, "", answers)


def _by_hand(scope: Scope, draw: Draw) -> Iterator[DrawItem]:
    for identity, item in draw.picking.held:
        reason = dict(draw.by_hand(identity)).get(item, "")
        name = (_name(scope, identity),)
        yield DrawItem(_item(scope, draw, item), None, reason, name)


def _weights(scope: Scope, draw: Draw) -> tuple[tuple[str, int], ...]:
    """List what was there by its published weight, the greatest first."""
    found: dict[int, list[str]] = {}
    for item in draw.rules.ranked:
        found.setdefault(draw.rules.weights[item], []).append(item)
    return tuple(
        (", ".join(_item(scope, draw, item) for item in sorted(items, key=_counted)), weight)
        for weight, items in found.items()
    )


def _counted(item: str) -> tuple[tuple[str, int], ...]:
    """Return what sorts `a2` before `a10`."""
    return tuple((text, int(number or 0)) for text, number in re.findall(r"(\D*)(\d*)", item))
