"""The policy as a site publishes it: `fairness/policy.json`, and what its digest is made of."""

from pavgen.kernel.canonical import Json
from pavgen.model.conditions import in_words
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Opportunity, Pin
from pavgen.place.entries import rule_json
from pavgen.place.inputs import group_rule

SCHEMA = "pavgen/policy/v1"


def published_policy(programme: Programme) -> dict[str, Json]:
    """Return everything a policy says, with conditions in words; nothing of it is private."""
    policy = programme.policy
    tiers: dict[str, Json] = {tier.id: tier.weight for tier in programme.program.tiers}
    return {
        "schema": SCHEMA,
        "version": policy.version,
        "announced": policy.announced.isoformat() if policy.announced else None,
        "contact": policy.contact,
        "tiers": tiers,
        "groups": {name: _group(programme, name) for name, _ in policy.groups},
        "opportunities": {name: _opportunity(record) for name, record in policy.opportunities},
        "changes": [
            {"version": c.version, "announced": c.announced.isoformat(), "what": c.what}
            for c in policy.changes
        ],
    }


def _group(programme: Programme, name: str) -> Json:
    group = programme.policy.group(name)
    found: dict[str, Json] = {
        **rule_json(group_rule(programme, name)),
        "period": group.period,
        "ladder": list(group.ladder),
        "then": group.then,
        "packages": list(group.packages),
        "scores": [
            {"when": in_words(s.when), "score": s.score, "label": s.label} for s in group.scores
        ],
        "sponsors": [
            {
                "partner": s.partner,
                "package": s.package,
                "from": s.from_.isoformat(),
                "until": s.until.isoformat(),
            }
            for s in group.sponsors
        ],
        "fixed": None,
        "event": None,
    }
    if group.gives is not None:
        found["gives"] = group.gives
    if group.fixed is not None:
        found["fixed"] = {
            "partners": list(group.fixed.partners),
            "reason": group.fixed.reason,
            "until": group.fixed.until.isoformat(),
            "reasons": dict(group.fixed.reasons),
        }
    if group.event is not None:
        found["event"] = {
            "id": group.event.id,
            "from": group.event.from_.isoformat(),
            "until": group.event.until.isoformat(),
        }
    return found


def _opportunity(record: Opportunity) -> Json:
    return {
        "title": record.title,
        "objective": record.objective,
        "audience": record.audience,
        "rationale": record.rationale,
        "group": record.group,
        "eligible": in_words(record.eligible),
        "blocks": record.blocks,
        "slots": record.slots,
        "pins": [_pin(pin) for pin in record.pins],
    }


def _pin(pin: Pin) -> Json:
    return {
        "partner": pin.partner,
        "slot": pin.slot,
        "from": pin.from_.isoformat(),
        "until": pin.until.isoformat(),
        "reason": pin.reason,
        "by": pin.by,
        "paid": pin.paid,
    }
