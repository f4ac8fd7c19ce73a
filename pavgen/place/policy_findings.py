"""What is wrong, or only odd, in a policy: told with the place in the file, all at once."""

from collections.abc import Iterator
from dataclasses import replace

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.model.programme import Programme
from pavgen.model.records.policy import FixedOrder, Group, Policy
from pavgen.model.schema.fields import Source
from pavgen.place.placement import Placement
from pavgen.place.strategies.registry import STRATEGIES


def policy_findings(programme: Programme, placement: Placement) -> Iterator[Diagnostic]:
    """Yield every finding about a policy and what it leads to on the placement's day."""
    policy = programme.policy
    for name, group in policy.groups:
        yield from _keys_of_strategies(policy, name, group)
        yield from _fixed(programme, name, group, placement)
        yield from _ladder(policy, name, group)
        yield from _use(policy, name)
    yield from _nobody(policy, placement)
    yield from _idle_weights(programme)


def _keys_of_strategies(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    given = {"ladder": bool(group.ladder), "fixed": group.fixed is not None}
    uses = STRATEGIES[group.strategy].uses
    for key in sorted(key for key, present in given.items() if present and key not in uses):
        owner = next(s.id for s in STRATEGIES.values() if key in s.uses)
        yield _error(
            policy,
            "placement-key-unused",
            f"groups.{name}.{key}",
            f"strategy `{group.strategy}` does not read `{key}`",
            f"remove `{key}`, or choose strategy `{owner}`",
        )


def _fixed(
    programme: Programme, name: str, group: Group, placement: Placement
) -> Iterator[Diagnostic]:
    if group.strategy != "fixed":
        return
    policy = programme.policy
    if group.fixed is None:
        yield _error(
            policy,
            "placement-fixed-missing",
            f"groups.{name}.strategy",
            "strategy `fixed` has no order",
            "add `fixed:` with `partners`, `reason` and `until`",
        )
        return
    yield from _twice(programme, name, group.fixed)
    if placement.as_of > group.fixed.until:
        yield _warning(
            policy,
            "placement-fixed-ended",
            f"groups.{name}.fixed.until",
            f"the fixed order ended on {group.fixed.until}, so tickets decide",
            "renew it with a later `until`, or choose strategy `draw`",
        )


def _twice(programme: Programme, name: str, fixed: FixedOrder) -> Iterator[Diagnostic]:
    """Find partners named twice, also by a former slug, which the schema cannot see."""
    seen: set[str] = set()
    for index, slug in enumerate(fixed.partners):
        known = programme.partner(slug)
        identity = slug if known is None else known.slug
        if identity in seen:
            field = f"groups.{name}.fixed.partners[{index}]"
            what = f"`{slug}` stands twice in the order"
            yield _error(
                programme.policy, "placement-fixed-twice", field, what, "remove one of them"
            )
        seen.add(identity)


def _ladder(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    if group.strategy == "points" and "points" in group.ladder:
        yield _warning(
            policy,
            "placement-ladder-points",
            f"groups.{name}.ladder",
            "points always decide first, wherever the ladder names them",
            "remove `points` from the ladder",
        )


def _use(policy: Policy, name: str) -> Iterator[Diagnostic]:
    users = [record for _, record in policy.opportunities if record.group == name]
    if not users:
        yield _warning(
            policy,
            "placement-group-unused",
            f"groups.{name}",
            f"no opportunity is in group `{name}`",
            "remove it, or name it in an opportunity's `group`",
        )
    if len({record.blocks for record in users}) > 1:
        yield _warning(
            policy,
            "placement-blocks-mixed",
            f"groups.{name}",
            f"group `{name}` holds lists with tier blocks and lists without, so two lists may"
            " show a pair of partners in opposite orders",
            "give all of them the same `blocks`, or a group of their own",
        )


def _nobody(policy: Policy, placement: Placement) -> Iterator[Diagnostic]:
    for name, _ in policy.opportunities:
        if not placement.opportunities[name].decisions:
            yield _warning(
                policy,
                "placement-nobody",
                f"opportunities.{name}",
                f"nobody is eligible for `{name}` on {placement.as_of}",
                "widen `eligible`, or remove the opportunity",
            )


def _idle_weights(programme: Programme) -> Iterator[Diagnostic]:
    policy = programme.policy
    strategies = {
        name: policy.group(record.group).strategy for name, record in policy.opportunities
    }
    for partner in programme.partners.values():
        source = partner.standing.source
        for name, _ in partner.standing.weights:
            if name in strategies:
                yield Diagnostic(
                    _span(source, f"weights.{name}"),
                    "placement-weight-unused",
                    f"strategy `{strategies[name]}` of `{name}` reads no weights",
                    "remove the weight; it changes nothing",
                    f"weights.{name}",
                    Severity.WARNING,
                )


def _error(policy: Policy, code: str, field: str, what: str, remedy: str) -> Diagnostic:
    return Diagnostic(_span(policy.source, field), code, what, remedy, field)


def _warning(policy: Policy, code: str, field: str, what: str, remedy: str) -> Diagnostic:
    return replace(_error(policy, code, field, what, remedy), severity=Severity.WARNING)


def _span(source: Source, field: str) -> Span:
    """Return the place of a key; else of the first key below it, else of the key above it.

    Sources know the keys of records only, neither those of maps nor items of lists.
    """
    while field:
        near = [
            span
            for path, span in source.spans.items()
            if path == field or path.startswith(f"{field}.")
        ]
        if near:
            return min(near)
        field = field.rpartition("[" if field.endswith("]") else ".")[0]
    return source.at()
