"""Why a partner has the booth or slot that it has: its turn, its wishes, and what came after."""

from collections.abc import Iterator

from pavgen.model.programme import LinkedEvent
from pavgen.place.placement import Decision, OpportunityPlacement
from pavgen.place.reasoning_conditions import eligible
from pavgen.place.reasoning_draw import Draw
from pavgen.place.reasoning_kinds import Reason, ReasonKind, Says
from pavgen.place.reasoning_neighbours import ahead, behind
from pavgen.place.reasoning_refusals import refused
from pavgen.place.reasoning_sorting import measured
from pavgen.place.strategies.pick import Step
from pavgen.place.strategies.pick_vacancy import ACCEPTED, queue_of

MOST_NAMED = 8
"""So many items open to a partner are named one by one; of more only the number is told."""


def pick_tree(
    draw: Draw,
    listed: OpportunityPlacement,
    decision: Decision,
    recorded: tuple[Reason, ...],
    *,
    staff: bool = False,
) -> Reason:
    """Return everything that speaks for what a partner of a draw has on a day.

    `recorded` tells whether the draw stands in the ledger.
    """
    own, programme = decision.partner, draw.scene.programme
    now = tuple(draw.item(item) for item in draw.hands.of(own))
    says: Says = {
        "how": "got" if now else "none",
        "opportunity": listed.opportunity,
        "title": programme.policy.opportunity(listed.opportunity).title,
        "partner": own,
        "slug": decision.slug,
        "name": draw.scene.name(own),
        "period": listed.period.label,
    }
    answer = decision.reasons.verdict.answer
    rule = eligible(answer, programme, staff=staff)
    able = Reason(ReasonKind.PICK_ABLE, rule.says, rule.parts)
    parts = (*now, able, *recorded, *_story(draw, decision, now))
    return Reason(ReasonKind.PICK_HEAD, says, parts)


def pick_short(draw: Draw, decision: Decision) -> Reason:
    """Return in short why a partner has what it has, whatever list or booth that is told at."""
    own = decision.partner
    turns = draw.turns_of(own) if draw.is_held else ()
    held = {one.item: one for one in draw.hands.held if one.partner == own}
    offered = any(one.how == "offer" for one in held.values())
    kept = [step for step in turns if step.got in held]
    if not held or not (kept or offered):
        return Reason(ReasonKind.PICK_SHORT, {"how": "none"}, (_line(draw, decision),))
    if not kept:
        return _by_offer(draw, own, next(iter(held)))
    told: Says = {"turn": ", ".join(str(step.turn) for step in kept), "n": len(draw.steps)}
    if len(kept) > 1:
        return Reason(ReasonKind.PICK_SHORT, {"how": "turns", **told}, (_line(draw, decision),))
    return Reason(ReasonKind.PICK_SHORT, {"how": "turn", **told}, (got(draw, kept[0]),))


def held_short(draw: Draw, identity: str, item: str) -> Reason:
    """Return in short why a partner has one item: by its turn, by an offer, or by hand."""
    step = next((s for s in draw.turns_of(identity) if s.got == item), None)
    held = next((h for h in draw.hands.held if (h.partner, h.item) == (identity, item)), None)
    if held is not None and held.how == "offer":
        return _by_offer(draw, identity, item)
    if step is None:
        reason = dict(draw.by_hand(identity)).get(item, "")
        return hand_short(reason)
    told: Says = {"how": "turn", "turn": str(step.turn), "n": len(draw.steps)}
    return Reason(ReasonKind.PICK_SHORT, told, (got(draw, step),))


def hand_short(reason: str) -> Reason:
    """Tell that an item was given by hand, and why."""
    says: Says = {"how": "hand", "reason": reason} if reason else {"how": "bare"}
    return Reason(ReasonKind.PICK_SHORT, says)


def pick_obstacles(draw: Draw, identity: str) -> tuple[Reason, ...]:
    """Return why a partner that may take part has no turn: it has not applied, or has a booth."""
    event = draw.event
    if event is None:
        group = draw.scene.programme.policy.group(draw.scene.master.group)
        named = group.event.id if group.event else ""
        return (Reason(ReasonKind.PICK_ABSENT, {"how": "event", "event": named}),)
    given = draw.by_hand(identity)
    if given and draw.gives == "booths":
        return tuple(_absent_by_hand(draw, item, reason) for item, reason in given)
    return (Reason(ReasonKind.PICK_ABSENT, _absence(draw, event, identity)),)


def got(draw: Draw, step: Step) -> Reason:
    """Tell what a turn brought: which wish it was, or that it was the best of the rest."""
    likes = draw.likes(step.seeker)
    place = step.by_preference
    says: Says = {"weight": draw.rules.weights.get(step.got, 0)}
    if place:
        says = {"how": "first" if place == 1 else "wish", "wish": place, "n": len(likes)}
    else:
        says = {**says, "how": "best" if likes else "any"}
    return Reason(ReasonKind.PICK_GOT, says, (draw.item(step.got),))


def queues(draw: Draw, identity: str) -> tuple[tuple[str, int, int], ...]:
    """Return each vacant item that a partner stands in the queue for: its place, of how many."""
    found = []
    for item in draw.vacant():
        ids = [ask.partner for ask in queue_of(draw.rules, draw.hands, item)]
        if identity in ids:
            found.append((item, ids.index(identity) + 1, len(ids)))
    return tuple(found)


def _story(draw: Draw, decision: Decision, now: tuple[Reason, ...]) -> Iterator[Reason]:
    own = decision.partner
    yield from (_given(draw, item, reason) for item, reason in draw.by_hand(own))
    if not draw.is_held:
        day = draw.scene.order.period.first.isoformat()
        yield Reason(ReasonKind.PICK_AHEAD, {"day": day})
        return
    if draw.scene.order.conflict is not None:
        yield Reason(ReasonKind.PICK_STUCK)
        return
    yield _line(draw, decision)
    yield from _neighbours(draw, decision)
    for step in draw.turns_of(own):
        yield _turn(draw, step)
        yield from refused(draw, step)
        yield got(draw, step)
    yield from _unserved(draw, own)
    offers = tuple(_offers(draw, own))
    yield from offers
    if offers or not now:
        yield Reason(ReasonKind.PICK_HOLDS, {"how": "now" if now else "nothing"}, now)
    yield from _queues(draw, own, waits=not now)
    yield Reason(ReasonKind.PICK_UNTIL)


def _given(draw: Draw, item: str, reason: str) -> Reason:
    says: Says = {"how": "told", "reason": reason} if reason else {"how": "bare"}
    return Reason(ReasonKind.PICK_GIVEN, says, (draw.item(item),))


def _absence(draw: Draw, event: LinkedEvent, identity: str) -> Says:
    says: Says = {"how": draw.gives, "event": event.record.title}
    if draw.gives == "talks":
        return says
    programme = draw.scene.programme
    for exhibitor in event.record.exhibitors:
        partner = programme.partner(exhibitor.partner)
        if partner is None:
            continue
        if partner.id == identity and exhibitor.withdrew is not None:
            return {**says, "how": "withdrew", "day": exhibitor.withdrew.isoformat()}
        sharing = (programme.partner(slug) for slug in exhibitor.co_exhibitors)
        if identity in {known.id for known in sharing if known is not None}:
            return {**says, "how": "shares", "partner": partner.id, "name": partner.name}
    return says


def _absent_by_hand(draw: Draw, item: str, reason: str) -> Reason:
    says: Says = {"how": "hand", "reason": reason} if reason else {"how": "bare"}
    return Reason(ReasonKind.PICK_ABSENT, says, (draw.item(item),))


def _line(draw: Draw, decision: Decision) -> Reason:
    """Tell a partner's place in the order of turns, and by which rungs it came there."""
    own, scene = decision.partner, draw.scene
    order = draw.rules.order
    if own not in order:
        return Reason(ReasonKind.ARRIVED, {"how": "self", "period": scene.master.period.label})
    says: Says = {"place": order.index(own) + 1, "n": len(order)}
    rungs = measured(scene.programme, scene.master, scene.partners[own], None)
    return Reason(ReasonKind.PICK_ORDER, says, rungs)


def _neighbours(draw: Draw, decision: Decision) -> Iterator[Reason]:
    order, own = draw.rules.order, decision.partner
    if own not in order:
        return
    place = order.index(own)
    known = draw.scene.master.keys
    before = next((i for i in reversed(order[:place]) if i in known), None)
    after = next((i for i in order[place + 1 :] if i in known), None)
    if before is not None:
        yield behind(draw.scene, own, before)
    if after is not None:
        yield ahead(draw.scene, own, after)


def _turn(draw: Draw, step: Step) -> Reason:
    free, able = len(step.free), len(step.open)
    says: Says = {"turn": step.turn, "of": len(draw.steps), "free": free, "n": able}
    if able > MOST_NAMED:
        return Reason(ReasonKind.PICK_TURN, {**says, "how": "many"})
    items = tuple(draw.item(item) for item in step.open)
    return Reason(ReasonKind.PICK_TURN, {**says, "how": "listed"}, items)


def _unserved(draw: Draw, own: str) -> Iterator[Reason]:
    """Tell that a partner had no turn, since it stands behind the places that are drawn for."""
    order, seats = draw.rules.order, draw.scene.order.played.seats
    if own in order[seats:]:
        yield Reason(ReasonKind.PICK_WAITS, {"slots": seats, "n": order.index(own)})


def _offers(draw: Draw, own: str) -> Iterator[Reason]:
    """Tell each offer that a partner answered, and what it gave up for one."""
    held = [step.got for step in draw.turns_of(own)]
    for made in draw.offers():
        answer = dict(made.offer.answers).get(own)
        if answer is None:
            continue
        item = draw.item(made.offer.item)
        day = made.on.isoformat()
        if answer != ACCEPTED:
            yield Reason(ReasonKind.PICK_OFFER, {"how": "declined", "day": day}, (item,))
            continue
        gave = _given_up(draw, own, held)
        held = [x for x in held if x != gave] + [made.offer.item]
        parts = (item, draw.item(gave)) if gave else (item,)
        how = "moved" if gave else "accepted"
        yield Reason(ReasonKind.PICK_OFFER, {"how": how, "day": day}, parts)


def _given_up(draw: Draw, own: str, held: list[str]) -> str:
    """Return which of its own a partner gives up for one more: the one that it likes least."""
    rules, likes = draw.rules, draw.likes(own)
    if len(held) < rules.entitled.get(own, 1):
        return ""
    place = {item: n for n, item in enumerate(likes)}
    return max(held, key=lambda x: (place.get(x, len(likes)), rules.ranked.index(x)), default="")


def _queues(draw: Draw, own: str, *, waits: bool) -> Iterator[Reason]:
    found = queues(draw, own)
    for item, place, count in found[:MOST_NAMED]:
        says: Says = {"how": "place", "place": place, "n": count}
        yield Reason(ReasonKind.PICK_QUEUE, says, (draw.item(item),))
    if found[MOST_NAMED:]:
        yield Reason(ReasonKind.PICK_QUEUE, {"how": "more", "n": len(found) - MOST_NAMED})
    if waits and not found:
        yield Reason(ReasonKind.PICK_QUEUE, {"how": "none"})


def _by_offer(draw: Draw, own: str, item: str) -> Reason:
    made = [o for o in draw.offers() if o.offer.item == item and (own, ACCEPTED) in o.offer.answers]
    day = made[-1].on if made else draw.scene.order.day
    return Reason(ReasonKind.PICK_SHORT, {"how": "offer", "day": day.isoformat()})
