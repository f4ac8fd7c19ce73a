"""Weights that weigh nothing: of a standing that no group reads, of a group that nobody has."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.programme import Partner, Programme
from pavgen.place.findings.keys import keys_read
from pavgen.place.findings.telling import warning


def weight_findings(programme: Programme) -> Iterator[Diagnostic]:
    """Yield weights of standings that decide nothing, and groups that find none in them."""
    policy = programme.policy
    weighing = {
        name
        for name, group in policy.groups
        if group.weights == "standing" and "weights" in keys_read(group)
    }
    groups = {name: record.group for name, record in policy.opportunities}
    for partner in programme.partners.values():
        yield from _idle(partner, weighing, groups)
    for name in (name for name, _ in policy.groups if name in weighing):
        lists = {opportunity for opportunity, group in groups.items() if group == name}
        if not any(o in lists for p in programme.partners.values() for o, _ in p.standing.weights):
            yield warning(
                policy.source,
                "placement-weights-none",
                f"groups.{name}.weights",
                f"group `{name}` weighs by standing, and no standing has a weight for its lists",
                "add `weights:` to standings, or set `weights: none`",
            )


def _idle(partner: Partner, weighing: set[str], groups: dict[str, str]) -> Iterator[Diagnostic]:
    given = partner.standing.weights
    for name, weight in given:
        group = groups.get(name, "")
        if group not in weighing:
            what = f"group `{group}` of `{name}` does not weigh by standing"
            remedy = "remove the weight, or set `weights: standing` in the group"
        else:
            greatest = max(w for o, w in given if groups.get(o) == group)
            if weight == greatest:
                continue
            what = f"of a partner's weights in group `{group}` the greatest counts, {greatest}"
            remedy = "remove the weight; it changes nothing"
        if name in groups:
            yield warning(
                partner.standing.source,
                "placement-weight-unused",
                f"weights.{name}",
                what,
                remedy,
            )
