"""Constraints of a list: each of one kind, with what that kind needs and nothing else."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.records.policy import Limit, Opportunity, Policy
from pavgen.place.findings.telling import error, quoted

_KEYS: Mapping[str, frozenset[str]] = {
    "separate": frozenset({"distance"}),
    "cap": frozenset({"per", "across"}),
    "cooldown": frozenset(),
    "at_least": frozenset({"of"}),
}
_OF_SEATS = frozenset({"cap", "cooldown", "at_least"})


def limit_findings(policy: Policy, name: str, record: Opportunity) -> Iterator[Diagnostic]:
    """Yield what is wrong in the constraints of a list, each by itself."""
    for index, limit in enumerate(record.constraints):
        field = f"opportunities.{name}.constraints[{index}]"
        kinds = kinds_of(limit)
        if len(kinds) != 1:
            told = f"has {quoted(kinds)}" if kinds else "says nothing"
            yield error(
                policy.source,
                "placement-limit-kind",
                field,
                f"the constraint {told}",
                f"give exactly one of {quoted(tuple(_KEYS))}",
            )
            continue
        yield from _unused(policy, field, limit, kinds[0])
        yield from _needed(policy, field, limit, kinds[0])
        yield from _across(policy, field, limit, name)
        picks = policy.group(record.group).strategy == "pick"
        if record.slots is None and kinds[0] in _OF_SEATS and not picks:
            yield error(
                policy.source,
                "placement-limit-slots",
                f"{field}.{kinds[0]}",
                f"`{kinds[0]}` is about who has a seat, and `{name}` shows everybody",
                f"add `slots:` to `{name}`, or remove the constraint",
            )


def kinds_of(limit: Limit) -> tuple[str, ...]:
    """Return which kinds a constraint claims to be of; one, where it is right."""
    given = {
        "separate": limit.separate,
        "cap": limit.cap,
        "cooldown": limit.cooldown,
        "at_least": limit.at_least,
    }
    return tuple(kind for kind, value in given.items() if value is not None)


def _unused(policy: Policy, field: str, limit: Limit, kind: str) -> Iterator[Diagnostic]:
    is_set = f"{field}.distance" in policy.source.spans
    given = {
        "distance": is_set or limit.distance != Limit().distance,
        "per": limit.per is not None,
        "across": bool(limit.across),
        "of": limit.of is not None,
    }
    for key, present in given.items():
        if present and key not in _KEYS[kind]:
            owner = next(name for name, keys in _KEYS.items() if key in keys)
            yield error(
                policy.source,
                "placement-limit-key",
                f"{field}.{key}",
                f"`{kind}` does not read `{key}`",
                f"remove `{key}`; it belongs to `{owner}`",
            )


def _needed(policy: Policy, field: str, limit: Limit, kind: str) -> Iterator[Diagnostic]:
    missing = {
        "cap": ("per", "add `per:` with of each what, such as `per: home_region`"),
        "at_least": ("of", "add `of:` with a condition, such as `of: {tier: gold}`"),
    }
    key, remedy = missing.get(kind, ("", ""))
    absent = {"per": limit.per is None, "of": limit.of is None}
    if absent.get(key, False):
        yield error(
            policy.source, "placement-limit-needs", field, f"`{kind}` has no `{key}`", remedy
        )
    if limit.per == "partner" and kind == "cap" and not limit.across:
        yield error(
            policy.source,
            "placement-limit-needs",
            field,
            "`cap` per partner has no `across`, and a list shows nobody twice",
            "add `across:` with the other lists whose seats count",
        )


def _across(policy: Policy, field: str, limit: Limit, name: str) -> Iterator[Diagnostic]:
    if limit.cap is not None and limit.across and limit.per not in {None, "partner"}:
        yield error(
            policy.source,
            "placement-limit-across",
            f"{field}.across",
            f"`across` counts the seats of a partner, not of a {limit.per}",
            "remove `across`, or set `per: partner`",
        )
    if name in limit.across:
        yield error(
            policy.source,
            "placement-limit-across",
            f"{field}.across[{limit.across.index(name)}]",
            f"`{name}` is the list itself, not another one",
            "remove it; no partner has two seats in a list",
        )
