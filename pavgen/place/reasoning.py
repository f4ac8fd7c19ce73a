"""Why a partner stands where it does, or does not: the whole tree, and the short form for a card.

Reasons are data (`reasoning_kinds`); `sentences` puts them into the words of a language.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pavgen.model.programme import Programme
from pavgen.model.records.policy import Pin
from pavgen.place.groups import PeriodOrder
from pavgen.place.ordering import Key, Measure
from pavgen.place.picks import Holding
from pavgen.place.placement import (
    Decision,
    Exclusion,
    GroupOrder,
    OpportunityPlacement,
    Placement,
    Reasons,
)
from pavgen.place.reasoning_accounts import balanced, due, quota, rotation, score
from pavgen.place.reasoning_conditions import eligible, obstacles
from pavgen.place.reasoning_draw import draw_of
from pavgen.place.reasoning_kinds import Reason, ReasonKind, Says
from pavgen.place.reasoning_limits import limit, move_of, moved, waived
from pavgen.place.reasoning_neighbours import ahead, behind, label_of
from pavgen.place.reasoning_picks import (
    hand_short,
    held_short,
    pick_obstacles,
    pick_short,
    pick_tree,
)
from pavgen.place.reasoning_scene import Scene, scene_of
from pavgen.place.reasoning_sorting import measured, sponsored
from pavgen.place.rounds import PLACE
from pavgen.place.strategies.balanced import Accrual
from pavgen.place.strategies.quota import QuotaTurn
from pavgen.place.strategies.rotation import RotationTurn


def reason_tree(
    programme: Programme, placement: Placement, opportunity: str, slug: str, *, staff: bool = False
) -> Reason:
    """Return everything that speaks for a partner's place in a list, or keeps it out of it.

    Complete for partners that are shown, that wait and that are excluded. Values that are
    nobody else's matter (points) are left out unless it is `staff` that asks. Raises KeyError
    for an opportunity or a slug that is not there.
    """
    listed = placement.opportunities[opportunity]
    master = placement.groups[listed.group]
    scene = scene_of(programme, master)
    draw = draw_of(programme, master, placement.as_of)
    partner = programme.partners[slug]
    decision = listed.decided.get(partner.id)
    if decision is None:
        exclusion = listed.left_out[partner.id]
        return exclusion_reason(programme, master, listed, exclusion, staff=staff)
    if draw is not None:
        told = tuple(recorded(programme, scene.order))
        return pick_tree(draw, listed, decision, told, staff=staff)
    head = _head(programme, listed, decision)
    parts = _decided(scene, decision, listed, staff=staff)
    return Reason(head.kind, head.says, tuple(parts))


def exclusion_reason(
    programme: Programme,
    master: GroupOrder,
    listed: OpportunityPlacement,
    exclusion: Exclusion,
    *,
    staff: bool = False,
) -> Reason:
    """Return what keeps a partner out of a list, and what would change it."""
    says = _list_says(programme, listed, exclusion.slug)
    draw = draw_of(programme, master)
    if draw is not None:
        parts = obstacles(replace(exclusion.verdict, unpaid=False), programme, staff=staff)
        parts = parts or pick_obstacles(draw, exclusion.partner)
    else:
        parts = obstacles(exclusion.verdict, programme, staff=staff)
    return Reason(ReasonKind.EXCLUDED, says, parts)


def short_reason(programme: Programme, master: GroupOrder, decision: Decision) -> Reason:
    """Return the place in the group's order and the main reason for it, in short.

    It says nothing of neighbours nor of positions in one list, so that one text serves every
    list of the group, filtered or not.
    """
    draw = draw_of(programme, master)
    if draw is not None:
        return pick_short(draw, decision)
    says: Says = {
        "place": decision.reasons.place,
        "n": len(master.day.line),
        "period": master.period.label,
    }
    return Reason(ReasonKind.SHORT, says, tuple(_short(programme, master, decision)))


def holding_reason(
    programme: Programme, placement: Placement, event: str, holding: Holding
) -> Reason:
    """Return in short why a partner has a booth or slot: by its turn, an offer, or by hand."""
    if holding.opportunity:
        group = programme.policy.opportunity(holding.opportunity).group
        draw = draw_of(programme, placement.groups[group], placement.as_of)
        if draw is not None:
            item = f"{holding.item}@{holding.shift}" if holding.shift else holding.item
            return held_short(draw, holding.partner, item)
    for exhibitor in programme.events[event].record.exhibitors:
        partner = programme.partner(exhibitor.partner)
        booth = (exhibitor.booth or "").partition("@")[0]
        if partner and partner.id == holding.partner and booth == holding.item:
            return hand_short(exhibitor.reason)
    return hand_short("")


def _head(programme: Programme, listed: OpportunityPlacement, decision: Decision) -> Reason:
    says = _list_says(programme, listed, decision.slug)
    shown = len(listed.decisions)
    if decision.position > shown:
        waiting = {"n": decision.position - 1, "slots": shown}
        return Reason(ReasonKind.WAITING, {**says, "position": decision.position, **waiting})
    return Reason(ReasonKind.PLACED, {**says, "position": decision.position, "n": shown})


def _list_says(programme: Programme, listed: OpportunityPlacement, slug: str) -> Says:
    partner = programme.partners[slug]
    return {
        "opportunity": listed.opportunity,
        "title": programme.policy.opportunity(listed.opportunity).title,
        "partner": partner.id,
        "slug": slug,
        "name": partner.name,
        "period": listed.period.label,
    }


def _decided(
    scene: Scene, decision: Decision, listed: OpportunityPlacement, *, staff: bool
) -> Iterator[Reason]:
    own, reasons = decision.partner, decision.reasons
    yield eligible(reasons.verdict.answer, scene.programme, staff=staff)
    yield from recorded(scene.programme, scene.order)
    if scene.order.conflict is not None:
        yield Reason(ReasonKind.CONFLICT)
    yield from _by_rule(scene, own, reasons)
    yield from (m for m in [moved(scene, own)] if m is not None)
    yield from waived(scene, own)
    yield from _neighbours(scene, listed, decision)
    line = len(scene.master.day.line)
    if reasons.place != decision.position:
        yield Reason(ReasonKind.PLACE, {"place": reasons.place, "n": line})
    yield _until(scene, listed)


def recorded(programme: Programme, order: PeriodOrder) -> Iterator[Reason]:
    """Tell the ledger's entry that an order stands in, or that it is provisional."""
    period = order.period.label
    if order.recorded is None:
        yield Reason(ReasonKind.PROVISIONAL, {"period": period})
        return
    entry = programme.ledgers[order.round.group].entries[order.recorded.seq]
    how = "late" if order.recorded.late else "opened"
    says: Says = {"how": how, "period": period, "entry": entry.seq, "digest": entry.digest}
    yield Reason(ReasonKind.RECORDED, says)
    if order.differs:
        yield Reason(ReasonKind.DIFFERS, {"how": "order"})


def _by_rule(scene: Scene, own: str, reasons: Reasons) -> Iterator[Reason]:
    """Tell what put a partner at its place: a pin, its late arrival, or the strategy."""
    if reasons.pin is not None:
        yield _pinned(reasons.pin)
        return
    if reasons.joined:
        says = {"how": "self", "period": scene.master.period.label}
        yield Reason(ReasonKind.ARRIVED, says)
        yield Reason(ReasonKind.DRAWN, {"how": "joined", "ticket": scene.ticket(own)})
        return
    yield from _pool(scene, own)
    match scene.turn(own):
        case Accrual() as turn:
            yield from balanced(scene, turn, own)
        case QuotaTurn() as turn:
            yield from quota(scene, turn, own)
        case RotationTurn() as turn:
            yield from rotation(scene, turn, own)
        case _:
            partner = scene.partners[own]
            yield from measured(scene.programme, scene.master, partner, reasons.sponsor)


def _pool(scene: Scene, own: str) -> Iterator[Reason]:
    """Tell the block a partner stands in, or how its class came by the seat it has."""
    if not scene.round.pools:
        return
    pool = scene.pool(own)
    label = label_of(scene, pool)
    if scene.rule.strategy != "apportion":
        yield Reason(ReasonKind.BLOCK, {"how": "self", "pool": pool, "label": label})
        return
    known = scene.order.whereabouts
    seat, votes = known.seats[own], known.votes[pool]
    says: Says = {"how": "seat", "pool": pool, "label": label, "seat": seat.number, "n": seat.had}
    yield Reason(ReasonKind.CLASS, {**says, "votes": votes, "divisor": 2 * seat.had + 1})


def _neighbours(scene: Scene, listed: OpportunityPlacement, decision: Decision) -> Iterator[Reason]:
    """Compare a partner with the one before it in the list, and with the one after it."""
    own, at = decision.partner, decision.position - 1
    if not at:
        yield Reason(ReasonKind.FIRST)
    else:
        yield behind(scene, own, listed.line[at - 1].partner)
    if decision.position < len(listed.line):
        yield ahead(scene, own, listed.line[at + 1].partner)


def _pinned(pin: Pin) -> Reason:
    says = {
        "how": "paid" if pin.paid else "free",
        "position": pin.slot,
        "from": pin.from_.isoformat(),
        "until": pin.until.isoformat(),
        "reason": pin.reason,
        "by": pin.by,
    }
    return Reason(ReasonKind.PINNED, says)


def _until(scene: Scene, listed: OpportunityPlacement) -> Reason:
    """Tell how long the order holds: nothing but a join or a leave changes it before."""
    last = listed.period.last
    after = listed.period.next_start()
    event = scene.programme.policy.group(scene.master.group).period == "event"
    if event or after is None:
        return Reason(ReasonKind.UNTIL, {"how": "end", "until": last.isoformat()})
    following = last + timedelta(days=1)
    says = {"how": "period", "until": last.isoformat(), "next": following.isoformat()}
    return Reason(ReasonKind.UNTIL, says)


def _short(programme: Programme, master: GroupOrder, decision: Decision) -> Iterator[Reason]:
    own, reasons = decision.partner, decision.reasons
    if reasons.pin is not None:
        yield _pinned(reasons.pin)
        return
    if reasons.sponsor is not None:
        yield sponsored(reasons.sponsor)
    if reasons.joined:
        yield Reason(ReasonKind.ARRIVED, {"how": "self", "period": master.period.label})
        return
    rule, round_ = master.day.of.rule, master.day.of.round
    if round_.pools:
        scene = scene_of(programme, master)
        pool = scene.pool(own)
        label = label_of(scene, pool)
        kind = ReasonKind.CLASS if rule.strategy == "apportion" else ReasonKind.BLOCK
        yield Reason(kind, {"how": "self", "pool": pool, "label": label})
    yield from _main(programme, master, decision)
    move = move_of(master.day.of, own)
    if move is not None:
        moved_by = limit(rule.constraints[move.constraint])
        yield Reason(ReasonKind.MOVED, {"how": "by-self"}, (moved_by,))


def _main(programme: Programme, master: GroupOrder, decision: Decision) -> Iterator[Reason]:
    """Tell the first thing that the strategy looked at."""
    reasons = decision.reasons
    keys = {key.measure: key for key in reasons.keys}
    if Measure.OWED in keys:
        yield score(_number(keys[Measure.OWED]) * PLACE, 0)
    elif Measure.DUE in keys:
        deadline = keys.get(Measure.DEADLINE)
        yield due(None if deadline is None else _number(deadline))
    elif Measure.ROW in keys:
        yield Reason(ReasonKind.ROW, {"how": "place", "place": _number(keys[Measure.ROW])})
    elif reasons.sponsor is None:
        partner = programme.partners[decision.slug]
        yield from measured(programme, master, partner, None)[:1]


def _number(key: Key) -> int:
    return key.value if isinstance(key.value, int) else 0
