"""Groups that wait for each other: by `then`, and by the seats that `across` counts."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.records.policy import Policy
from pavgen.place.findings.telling import error

Needs = Mapping[str, Mapping[str, str]]


def circle_findings(policy: Policy) -> Iterator[Diagnostic]:
    """Yield each circle once, as a shortest one through its first group in the policy."""
    needs = {name: _needs(policy, name) for name, _ in policy.groups}
    told: set[str] = set()
    for name in needs:
        circle = _circle(needs, name)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            route = " → ".join(f"`{group}`" for group in (*circle, name))
            second = (*circle, name)[1]
            what = (
                f"groups wait for each other's order in a circle: {route}"
                if len(circle) > 1
                else f"group `{name}` waits for its own order"
            )
            yield error(
                policy.source,
                "placement-circle",
                needs[name][second],
                what,
                "leave out one `then` or `across` of them",
            )


def _needs(policy: Policy, name: str) -> dict[str, str]:
    """Return the groups whose order a group needs, each with the first key that says so."""
    groups = {opportunity: record.group for opportunity, record in policy.opportunities}
    then = policy.group(name).then
    found = {} if then is None else {then: f"groups.{name}.then"}
    for opportunity, record in policy.opportunities:
        limits = enumerate(record.constraints) if record.group == name else ()
        for index, limit in limits:
            for at, other in enumerate(limit.across):
                if other in groups and other != opportunity:
                    field = f"opportunities.{opportunity}.constraints[{index}].across[{at}]"
                    found.setdefault(groups[other], field)
    return found


def _circle(needs: Needs, start: str) -> tuple[str, ...]:
    """Return the groups of a shortest way from a group back to it; none where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for group in needs.get(way[-1], {}):
            if group == start:
                return way
            if group not in seen:
                seen.add(group)
                ways.append((*way, group))
    return ()
