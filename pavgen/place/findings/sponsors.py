"""Sponsors of a group: packages that nobody offers, and spans that are over or reversed."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.suggest import did_you_mean
from pavgen.model.records.policy import Group, Policy
from pavgen.place.findings.telling import error, warning
from pavgen.place.periods import Period


def sponsor_findings(
    policy: Policy, name: str, group: Group, period: Period
) -> Iterator[Diagnostic]:
    """Yield what is wrong in what partners have bought, given the group's open period."""
    if group.strategy != "sponsored":
        return
    for index, bought in enumerate(group.sponsors):
        field = f"groups.{name}.sponsors[{index}]"
        if group.packages and bought.package not in group.packages:
            yield error(
                policy.source,
                "placement-package-unknown",
                f"{field}.package",
                f"unknown package `{bought.package}`",
                did_you_mean(bought.package, group.packages),
            )
        if bought.from_ > bought.until:
            yield error(
                policy.source,
                "placement-dates-reversed",
                f"{field}.from",
                f"it was paid for from {bought.from_}, after it ends on {bought.until}",
                "give `from` a day that is not after `until`",
            )
        elif bought.until < period.first:
            yield warning(
                policy.source,
                "placement-sponsor-ended",
                f"{field}.until",
                f"what `{bought.partner}` bought ended on {bought.until}",
                "remove it, or renew it with a later `until`",
            )
