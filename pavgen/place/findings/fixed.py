"""Fixed orders: partners named twice, and orders that have ended."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.programme import Programme
from pavgen.model.records.policy import FixedOrder, Group
from pavgen.place.findings.telling import error, warning
from pavgen.place.periods import Period


def fixed_findings(
    programme: Programme, name: str, group: Group, period: Period
) -> Iterator[Diagnostic]:
    """Yield what is wrong in a group's fixed order, given the group's open period."""
    if group.strategy != "fixed" or group.fixed is None:
        return
    yield from _twice(programme, name, group.fixed)
    if group.fixed.until < period.first:
        yield warning(
            programme.policy.source,
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
            yield error(
                programme.policy.source,
                "placement-fixed-twice",
                f"groups.{name}.fixed.partners[{index}]",
                f"`{slug}` stands twice in the order",
                "remove one of them",
            )
        seen.add(identity)
