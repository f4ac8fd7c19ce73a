"""Opportunities and their group: what a shared order does not allow, and groups without a list."""

from collections.abc import Iterator, Sequence

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.records.policy import Group, Opportunity, Policy
from pavgen.place.findings.telling import error, quoted, warning

Lists = Sequence[tuple[str, Opportunity]]


def list_findings(policy: Policy, name: str, group: Group) -> Iterator[Diagnostic]:
    """Yield what does not go together in a group and its lists."""
    lists = [row for row in policy.opportunities if row[1].group == name]
    yield from _use(policy, name, lists)
    yield from _shared(policy, name, group, lists)
    yield from _blocks(policy, name, group, lists)


def _use(policy: Policy, name: str, lists: Lists) -> Iterator[Diagnostic]:
    needed = any(group.then == name for _, group in policy.groups)
    if not lists and not needed:
        yield warning(
            policy.source,
            "placement-group-unused",
            f"groups.{name}",
            f"no opportunity is in group `{name}`",
            "remove it, or name it in an opportunity's `group`",
        )


def _shared(policy: Policy, name: str, group: Group, lists: Lists) -> Iterator[Diagnostic]:
    """Find what acts on the group's order, of which other lists show a part."""
    if len(lists) < 2:  # noqa: PLR2004 - one list may do what it wants
        return
    others = f"group `{name}` orders {quoted([opportunity for opportunity, _ in lists])} alike"
    if group.strategy == "quota":
        yield error(
            policy.source,
            "placement-group-shared",
            f"groups.{name}.strategy",
            f"{others}, and `quota` counts the seats of one list",
            "give each list a group of its own",
        )
    if group.strategy == "pick":
        yield error(
            policy.source,
            "placement-group-shared",
            f"groups.{name}.strategy",
            f"{others}, and `pick` gives each booth or slot once",
            "keep one of them; the rule of a draw is told in one place",
        )
        return
    for opportunity, record in lists:
        for key, given in (("constraints", record.constraints), ("pins", record.pins)):
            if given:
                yield error(
                    policy.source,
                    "placement-group-shared",
                    f"opportunities.{opportunity}.{key}",
                    f"{others}, so `{key}` of one would move partners in all",
                    f"give `{opportunity}` a group of its own",
                )


def _blocks(policy: Policy, name: str, group: Group, lists: Lists) -> Iterator[Diagnostic]:
    """Find blocks that another list, or the strategy, contradicts.

    A group's order goes by tiers as soon as one of its lists does: a list that says
    `blocks: none` beside it would be published under a rule that is not kept.
    """
    tiered = [opportunity for opportunity, record in lists if record.blocks == "tier"]
    if tiered and len(tiered) < len(lists):
        yield error(
            policy.source,
            "placement-blocks-mixed",
            f"groups.{name}",
            f"group `{name}` holds lists with tier blocks and lists without, so all of them"
            " would be shown tier by tier",
            "give all of them the same `blocks`, or a group of their own",
        )
    if group.strategy in {"quota", "apportion"}:
        reason = "counts seats over the whole list" if group.strategy == "quota" else "shares seats"
        for opportunity in tiered:
            yield error(
                policy.source,
                "placement-blocks-strategy",
                f"opportunities.{opportunity}.blocks",
                f"strategy `{group.strategy}` of group `{name}` {reason}, and knows no blocks",
                "remove `blocks`, or choose strategy `balanced`",
            )
