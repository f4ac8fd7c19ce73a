"""What a site publishes of a draw: what there was, every turn, and what has happened since."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pavgen.kernel.canonical import Json
from pavgen.place.placement import Decision, OpportunityPlacement
from pavgen.place.reasoning_draw import Draw
from pavgen.place.reasoning_kinds import Reason
from pavgen.place.reasoning_picks import got
from pavgen.place.reasoning_refusals import refused
from pavgen.place.reasoning_scene import ranks_of
from pavgen.place.strategies.pick import Step
from pavgen.place.strategies.pick_vacancy import queue_of


def published_draw(draw: Draw, listed: OpportunityPlacement) -> dict[str, Json]:
    """Return the parts of `placement/<opportunity>.json` that only a draw has.

    Items are named as the ledger names them. Partners that may not be shown have their
    id, which the ledger has too, and no slug. `turns` are told as the rule gives them: there
    are none before the day of the draw, nor where the ledger has others.
    """
    everybody = (*listed.decisions, *listed.waiting)
    slugs = {decision.partner: decision.slug for decision in everybody}
    slugs |= {
        other.partner: other.slug
        for other in listed.excluded
        if replace(other.verdict, unpaid=False).eligible
    }
    steps = draw.steps if draw.is_held else ()
    return {
        "gives": draw.gives,
        "event": None if draw.event is None else draw.event.slug,
        "items": [{"item": x, "weight": weight} for x, weight in draw.picking.items],
        "by_hand": [
            {**_who(slugs, i), "item": x, "reason": dict(draw.by_hand(i)).get(x) or None}
            for i, x in draw.picking.held
        ],
        "turns": [_turn(draw, slugs, step) for step in steps],
        "offers": [
            {
                "item": made.offer.item,
                "on": made.on.isoformat(),
                "answers": [{**_who(slugs, i), "answer": said} for i, said in made.offer.answers],
            }
            for made in draw.offers()
        ],
        "vacant": [
            {"item": x, "queue": _queue(draw, slugs, x)} for x in (draw.vacant() if steps else ())
        ],
        "order": _rows(draw, listed.decisions),
        "waiting": _rows(draw, listed.waiting),
    }


def _who(slugs: Mapping[str, str], identity: str) -> dict[str, Json]:
    return {"partner": slugs.get(identity), "id": identity}


def _turn(draw: Draw, slugs: Mapping[str, str], step: Step) -> Json:
    told = got(draw, step)
    return {
        "turn": step.turn,
        "round": step.round,
        **_who(slugs, step.seeker),
        "free": len(step.free),
        "open": len(step.open),
        "got": step.got,
        "how": told.how,
        "wish": step.by_preference or None,
        "refused": [_refusal(slugs, reason) for reason in refused(draw, step)],
    }


def _refusal(slugs: Mapping[str, str], reason: Reason) -> Json:
    """Tell why a wish was not granted, whom it was because of, and beside or with which item."""
    item, *other = (str(part.says["item"]) for part in reason.parts)
    told: dict[str, Json] = {"item": item, "wish": reason.says["wish"], "why": reason.how}
    if "partner" in reason.says:
        told |= _who(slugs, str(reason.says["partner"]))
    return {**told, "other": other[0]} if other else told


def _queue(draw: Draw, slugs: Mapping[str, str], item: str) -> list[Json]:
    return [_who(slugs, ask.partner) for ask in queue_of(draw.rules, draw.hands, item)]


def _rows(draw: Draw, decisions: Iterable[Decision]) -> list[Json]:
    """Return who takes part, in the order of the turns, with what it has now."""
    partners = draw.scene.programme.partners
    return [
        {
            "position": decision.position,
            "partner": decision.slug,
            "id": decision.partner,
            "tier": partners[decision.slug].standing.tier,
            "entitled": draw.rules.entitled.get(decision.partner),
            "joined": decision.reasons.joined,
            "keys": [
                {"by": kind.value, "rank": rank}
                for kind, rank in ranks_of(draw.scene.master, decision.partner)
            ],
            "has": [
                {"item": held.item, "how": held.how, "turn": held.turn or None}
                for held in draw.hands.held
                if held.partner == decision.partner
            ],
        }
        for decision in decisions
    ]
