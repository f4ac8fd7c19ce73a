"""What a site publishes of an opportunity: enough to recompute its order, and nothing private."""

from datetime import date

from pavgen.kernel.canonical import Json
from pavgen.model.conditions import in_words
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import Group
from pavgen.place.ordering import Key, Measure, Value
from pavgen.place.placement import Decision, GroupOrder, Placement
from pavgen.place.strategies.registry import STRATEGIES
from pavgen.place.tickets import SCHEME

SCHEMA = "pavgen/placement/v1"


def published_order(programme: Programme, placement: Placement, opportunity: str) -> Json:
    """Return the content of `placement/<opportunity>.json` as canonical JSON values.

    The day of the build is left out, so that an unchanged order has the same bytes for its
    whole period. Of a partner only what decides is told: its slug, id and tier, and the keys
    of the rule. Those that are excluded are not named: a suspension is nobody else's matter.
    """
    record = programme.policy.opportunity(opportunity)
    group = programme.policy.group(record.group)
    master = placement.groups[record.group]
    listed = placement.opportunities[opportunity]
    partners = programme.partners
    return {
        "schema": SCHEMA,
        "opportunity": opportunity,
        "title": record.title,
        "objective": record.objective,
        "audience": record.audience,
        "rationale": record.rationale,
        "eligible": in_words(record.eligible),
        "blocks": record.blocks,
        "tiers": list(programme.words.tiers.ids()) if record.blocks == "tier" else [],
        "slots": record.slots,
        "policy": {"version": programme.policy.version},
        "group": record.group,
        "strategy": master.strategy,
        "promise": STRATEGIES[master.strategy].promise,
        "period": _period(master),
        "ladder": list(group.ladder),
        "fixed": _fixed(group),
        "ticket": _ticket(master),
        "seed": _seed(master),
        "order": [_row(decision, partners[decision.slug]) for decision in listed.decisions],
        "waiting": [_row(decision, partners[decision.slug]) for decision in listed.waiting],
    }


def _period(master: GroupOrder) -> Json:
    period = master.period
    return {
        "label": period.label,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
    }


def _fixed(group: Group) -> Json:
    if group.strategy != "fixed" or group.fixed is None:
        return None
    return {"reason": group.fixed.reason, "until": group.fixed.until.isoformat()}


def _ticket(master: GroupOrder) -> Json:
    """Name what is hashed, in order; the partner's id comes last."""
    purpose = STRATEGIES[master.strategy].purpose
    if purpose is None:
        return None
    return {
        "hash": "SHA-256 of each string after its length in 8 big-endian bytes",
        "strings": [SCHEME, master.seed.value, master.group, master.period.label, purpose.value],
    }


def _seed(master: GroupOrder) -> Json:
    seed = master.seed
    return {"source": seed.source, "value": seed.value, "committed": seed.committed}


def _row(decision: Decision, partner: Partner) -> Json:
    return {
        "position": decision.position,
        "exposure": decision.exposure,
        "partner": decision.slug,
        "id": decision.partner,
        "tier": partner.standing.tier,
        "keys": [_key(key) for key in decision.reasons.keys if key.measure is not Measure.TIER],
    }


def _key(key: Key) -> Json:
    return {"by": key.measure.value, "value": _value(key.value)}


def _value(value: Value) -> Json:
    return value.isoformat() if isinstance(value, date) else value
