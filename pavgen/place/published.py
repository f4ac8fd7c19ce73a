"""What a site publishes of an opportunity: what decided its order, and nothing private."""

from collections.abc import Mapping

from pavgen.kernel.canonical import Json
from pavgen.model.conditions import in_words
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Group, Pin
from pavgen.place.accounting import entitlements
from pavgen.place.entries import constraint_json
from pavgen.place.ordering import Key, Measure
from pavgen.place.placement import Decision, GroupOrder, OpportunityPlacement, Placement
from pavgen.place.published_draw import published_draw
from pavgen.place.reasoning_draw import draw_of
from pavgen.place.reasoning_scene import COMPARED, ranks_of
from pavgen.place.strategies.registry import STRATEGIES
from pavgen.place.strategies.sorting import purpose_of
from pavgen.place.tickets import SCHEME

SCHEMA = "pavgen/placement/v1"
_PUBLIC = frozenset({Measure.SCORE, Measure.PACKAGE, Measure.LISTED})
"""What is compared by values that the policy tells anyway; of others the rank is told."""

_ENTITLING = frozenset({"balanced", "quota"})
"""The strategies under which a weight entitles to something."""


def published_order(programme: Programme, placement: Placement, opportunity: str) -> Json:
    """Return the content of `placement/<opportunity>.json` as canonical JSON values.

    The day of the build is left out, so that an unchanged order has the same bytes for its
    whole period. Of a partner only what decides is told: its slug, id and tier, its weight and
    entitlement, and what the rule looked at, as ranks rather than values. Those that are
    excluded are not named: a suspension is nobody else's matter. A strategy that keeps
    accounts is recomputed from the group's ledger, see `docs/ledger.md`.
    """
    record = programme.policy.opportunity(opportunity)
    group = programme.policy.group(record.group)
    master = placement.groups[record.group]
    listed = placement.opportunities[opportunity]
    rule = master.day.of.rule
    draw = draw_of(programme, master, placement.as_of)
    return {
        "schema": SCHEMA,
        "opportunity": opportunity,
        "title": record.title,
        "objective": record.objective,
        "audience": record.audience,
        "rationale": record.rationale,
        "eligible": in_words(record.eligible),
        "blocks": rule.blocks,
        "tiers": list(programme.words.tiers.ids()) if rule.blocks == "tier" else [],
        "slots": record.slots,
        "open_slots": listed.open_slots,
        "policy": _policy(programme, master),
        "group": record.group,
        "strategy": master.strategy,
        "promise": STRATEGIES[master.strategy].promise,
        "period": _period(master),
        "recorded": _recorded(programme, master),
        "provisional": not master.is_recorded,
        "weights": rule.weights,
        "ladder": list(group.ladder),
        "fixed": _fixed(group),
        "constraints": [constraint_json(constraint) for constraint in rule.constraints],
        "ticket": _ticket(master),
        "seed": _seed(master),
        **_rows(programme, master, listed),
        **({} if draw is None else published_draw(draw, listed)),
    }


def _policy(programme: Programme, master: GroupOrder) -> Json:
    recorded = master.day.of.recorded
    if recorded is None:
        return {"version": programme.policy.version, "digest": None}
    version, digest = recorded.policy
    return {"version": version, "digest": digest}


def _period(master: GroupOrder) -> Json:
    period = master.period
    return {
        "label": period.label,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
    }


def _recorded(programme: Programme, master: GroupOrder) -> Json:
    recorded = master.day.of.recorded
    if recorded is None:
        return None
    ledger = programme.ledgers[master.group]
    digest = ledger.entries[recorded.seq].digest
    return {"entry": recorded.seq, "digest": digest, "late": recorded.late, "head": ledger.head}


def _fixed(group: Group) -> Json:
    if group.strategy != "fixed" or group.fixed is None:
        return None
    return {"reason": group.fixed.reason, "until": group.fixed.until.isoformat()}


def _ticket(master: GroupOrder) -> Json:
    """Name what is hashed, in order; the partner's id comes last."""
    purpose = purpose_of(master.day.of.rule.ordering)
    return {
        "hash": "SHA-256 of each string after its length in 8 big-endian bytes",
        "strings": [SCHEME, master.seed.value, master.group, master.period.label, purpose.value],
    }


def _seed(master: GroupOrder) -> Json:
    seed = master.seed
    return {"source": seed.source, "value": seed.value, "committed": seed.committed}


def _rows(
    programme: Programme, master: GroupOrder, listed: OpportunityPlacement
) -> dict[str, Json]:
    """Return the rows, and the pins and waivers that concern them; nobody else is named."""
    order = master.day.of
    entitled = (
        entitlements(order.rule, order.round, order.played.order)
        if order.rule.ordering in _ENTITLING
        else {}
    )
    line = (*listed.decisions, *listed.waiting)
    slugs = {decision.partner: decision.slug for decision in line}
    pins = [(d.slug, d.reasons.pin) for d in line if d.reasons.pin is not None]
    return {
        "pins": [_pin(slug, pin) for slug, pin in sorted(pins, key=lambda row: row[1].slot)],
        "waivers": [
            {"constraint": w.constraint, "partner": slugs.get(w.partner), "position": w.position}
            for w in order.played.waivers
            if w.partner in slugs or not w.partner
        ],
        "order": [_row(programme, master, entitled, decision) for decision in listed.decisions],
        "waiting": [_row(programme, master, entitled, decision) for decision in listed.waiting],
    }


def _pin(slug: str, pin: Pin) -> Json:
    return {
        "partner": slug,
        "position": pin.slot,
        "from": pin.from_.isoformat(),
        "until": pin.until.isoformat(),
        "reason": pin.reason,
        "by": pin.by,
        "paid": pin.paid,
    }


def _row(
    programme: Programme, master: GroupOrder, entitled: Mapping[str, int], decision: Decision
) -> Json:
    own, reasons = decision.partner, decision.reasons
    ranks = dict(ranks_of(master, own))
    return {
        "position": decision.position,
        "place": reasons.place,
        "exposure": decision.exposure,
        "partner": decision.slug,
        "id": own,
        "tier": programme.partners[decision.slug].standing.tier,
        "weight": master.day.of.whereabouts.weights.get(own),
        "entitled": entitled.get(own),
        "pinned": reasons.pin is not None,
        "sponsored": reasons.sponsor is not None,
        "joined": reasons.joined,
        "keys": [
            _key(key, ranks.get(COMPARED[key.measure]) if key.measure in COMPARED else None)
            for key in reasons.keys
        ],
    }


def _key(key: Key, rank: int | None) -> Json:
    """Tell one of the things that the order looked at: a rank from 1, a public value, or both."""
    told: dict[str, Json] = {"by": key.measure.value}
    if key.measure in COMPARED:
        told["rank"] = rank
    if (key.measure in _PUBLIC or key.measure not in COMPARED) and isinstance(key.value, int | str):
        told["value"] = key.value
    return told
