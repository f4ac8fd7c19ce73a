"""Ledgers: of groups that do not exist, and with orders that their rules do not give."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.suggest import nearest
from pavgen.model.ledger import ledger_path
from pavgen.model.programme import Programme
from pavgen.place.placement import Placement


def ledger_findings(programme: Programme, placement: Placement) -> Iterator[Diagnostic]:
    """Yield ledgers without a group, and the open period where its record does not replay.

    Earlier periods are for `pavgen placement verify`, which replays them all.
    """
    names = [name for name, _ in programme.policy.groups]
    for group in sorted(programme.ledgers):
        if group not in names:
            meant = nearest(group, names)
            hint = f"rename it to `{meant}.jsonl`" if meant else "put the group back"
            yield Diagnostic(
                Span(ledger_path(group)),
                "ledger-group-unknown",
                f"the policy has no group `{group}`, so nothing reads its ledger",
                f"{hint}, or move the file to where you keep what is over",
                severity=Severity.WARNING,
            )
    for name in names:
        order = placement.groups[name].day.of
        if order.recorded is not None and order.differs:
            yield Diagnostic(
                Span(ledger_path(name), order.recorded.seq + 1),
                "ledger-differs",
                f"the order recorded for `{order.period.label}` is not the one that its rule gives",
                "run `pavgen placement verify`; if the file was changed, restore it from version"
                " control",
                severity=Severity.WARNING,
            )
