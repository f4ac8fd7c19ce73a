"""Keys of a group that its strategy or its period does not read, and keys they need."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.records.policy import Group, Policy
from pavgen.place.findings.telling import error, warning
from pavgen.place.strategies.registry import STRATEGIES

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "relevance": ("scores",),
    "sponsored": ("packages", "sponsors"),
    "apportion": ("by",),
    "fixed": ("fixed",),
}
_ADD: Mapping[str, str] = {
    "scores": "add `scores:` with `when`, `score` and `label` of each match",
    "packages": "add `packages:` with their names, dearest first",
    "sponsors": "add `sponsors:` with `partner`, `package`, `from` and `until` of each",
    "by": "add `by: tier`, `by: home_region` or `by: type`",
    "fixed": "add `fixed:` with `partners`, `reason` and `until`",
}


def key_findings(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    """Yield what a group says in vain, and what it fails to say."""
    yield from _unused(policy, name, group)
    yield from _needed(policy, name, group)
    yield from _event(policy, name, group)
    yield from _ladder(policy, name, group)


def keys_read(group: Group) -> frozenset[str]:
    """Return the keys that a group's strategy reads; `apportion` those of the one inside too."""
    if group.strategy != "apportion":
        return STRATEGIES[group.strategy].uses
    inside = STRATEGIES[group.inside or "draw"].uses
    return frozenset({"by", "inside", "weights"}) | inside


def _unused(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    within = f" with `{group.inside or 'draw'}` inside" if group.strategy == "apportion" else ""
    for key in sorted(_given(policy, name, group) - keys_read(group)):
        owner = next(s.id for s in STRATEGIES.values() if key in s.uses)
        better = f"set `inside: {owner}`" if within else f"choose strategy `{owner}`"
        yield error(
            policy.source,
            "placement-key-unused",
            f"groups.{name}.{key}",
            f"strategy `{group.strategy}`{within} does not read `{key}`",
            f"remove `{key}`, or {better}",
        )


def _given(policy: Policy, name: str, group: Group) -> frozenset[str]:
    """Return which keys of a strategy a group has; `weights: none` says no more than silence."""
    is_set = f"groups.{name}.horizon" in policy.source.spans
    given = {
        "weights": group.weights != "none",
        "horizon": is_set or group.horizon != Group().horizon,
        "ladder": bool(group.ladder),
        "fixed": group.fixed is not None,
        "scores": bool(group.scores),
        "packages": bool(group.packages),
        "sponsors": bool(group.sponsors),
        "then": group.then is not None,
        "gives": group.gives is not None,
        "by": group.by is not None,
        "inside": group.inside is not None,
    }
    return frozenset(key for key, present in given.items() if present)


def _needed(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    given = _given(policy, name, group)
    for key in _NEEDS.get(group.strategy, ()):
        if key not in given:
            yield error(
                policy.source,
                "placement-key-needed",
                f"groups.{name}.strategy",
                f"strategy `{group.strategy}` has no `{key}`",
                _ADD[key],
            )
    if group.strategy == "quota":
        yield from _slots(policy, name)


def _slots(policy: Policy, name: str) -> Iterator[Diagnostic]:
    for opportunity, record in policy.opportunities:
        if record.group == name and record.slots is None:
            yield error(
                policy.source,
                "placement-key-needed",
                f"opportunities.{opportunity}.slots",
                f"strategy `quota` of group `{name}` has no `slots` here",
                "add `slots:` with how many are shown, or choose strategy `balanced`",
            )


def _event(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    if group.period == "event" and group.event is None:
        yield error(
            policy.source,
            "placement-key-needed",
            f"groups.{name}.period",
            "period `event` has no `event`",
            "add `event:` with `id`, `from` and `until`",
        )
    if group.event is None:
        return
    if group.period != "event":
        yield error(
            policy.source,
            "placement-key-unused",
            f"groups.{name}.event",
            f"period `{group.period}` does not read `event`",
            "remove `event`, or set `period: event`",
        )
    if group.event.from_ > group.event.until:
        yield error(
            policy.source,
            "placement-dates-reversed",
            f"groups.{name}.event.from",
            f"the event begins on {group.event.from_}, after it ends on {group.event.until}",
            "give `from` a day that is not after `until`",
        )


def _ladder(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    by_points = group.strategy != "pick" and "ladder" in keys_read(group)
    if by_points and "points" in group.ladder:
        yield warning(
            policy.source,
            "placement-ladder-points",
            f"groups.{name}.ladder",
            "points always decide first, wherever the ladder names them",
            "remove `points` from the ladder",
        )
