"""Pins: those that cannot hold, and those that hold no longer."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Opportunity, Pin
from pavgen.place.findings.telling import error, warning
from pavgen.place.inputs import eligible_ids
from pavgen.place.periods import Period


def pin_findings(
    programme: Programme, name: str, record: Opportunity, period: Period
) -> Iterator[Diagnostic]:
    """Yield what is wrong in a list's pins, given the open period of its group."""
    if not record.pins:
        return
    rows = [_Row(f"opportunities.{name}.pins[{n}]", pin) for n, pin in enumerate(record.pins)]
    for row in rows:
        yield from _alone(programme, row, record)
    for first, second in combinations(rows, 2):
        yield from _together(programme, first.pin, second)
    yield from _now(programme, rows, record, period)


@dataclass(frozen=True, slots=True)
class _Row:
    """A pin and where it stands."""

    field: str
    pin: Pin


def _alone(programme: Programme, row: _Row, record: Opportunity) -> Iterator[Diagnostic]:
    source, pin = programme.policy.source, row.pin
    if pin.from_ > pin.until:
        yield error(
            source,
            "placement-dates-reversed",
            f"{row.field}.from",
            f"the pin begins on {pin.from_}, after it ends on {pin.until}",
            "give `from` a day that is not after `until`",
        )
    if record.slots is not None and pin.slot > record.slots:
        slots = "1 slot" if record.slots == 1 else f"{record.slots} slots"
        yield error(
            source,
            "placement-pin-beyond",
            f"{row.field}.slot",
            f"position {pin.slot} is not shown; the list has {slots}",
            f"give a position from 1 to {record.slots}, or more `slots`",
        )


def _together(programme: Programme, first: Pin, row: _Row) -> Iterator[Diagnostic]:
    second = row.pin
    start, end = max(first.from_, second.from_), min(first.until, second.until)
    if start > end:
        return
    if first.slot == second.slot:
        yield error(
            programme.policy.source,
            "placement-pin-twice",
            f"{row.field}.slot",
            f"position {second.slot} has another pin on {start}",
            "give one of them another position, or days of its own",
        )
    if _identity(programme, first) == _identity(programme, second):
        yield error(
            programme.policy.source,
            "placement-pin-twice",
            f"{row.field}.partner",
            f"`{second.partner}` has another pin on {start}",
            "remove one of them, or give it days of its own",
        )


def _identity(programme: Programme, pin: Pin) -> str:
    """Return a partner's slug of today; a pin may name a former one."""
    known = programme.partner(pin.partner)
    return pin.partner if known is None else known.slug


def _now(
    programme: Programme, rows: Sequence[_Row], record: Opportunity, period: Period
) -> Iterator[Diagnostic]:
    group = programme.policy.group(record.group)
    able = eligible_ids(programme, record.group, period.first)
    for row in rows:
        pin = row.pin
        if pin.from_ > pin.until:
            continue
        if pin.until < period.first:
            yield _told(
                programme,
                "placement-pin-ended",
                f"{row.field}.until",
                f"the pin of `{pin.partner}` ended on {pin.until}",
                "remove it, or renew it with a later `until`",
            )
            continue
        partner = programme.partner(pin.partner)
        if pin.from_ <= period.first and (partner is None or partner.id not in able):
            yield _told(
                programme,
                "placement-pin-ineligible",
                f"{row.field}.partner",
                f"`{pin.partner}` may not be shown in `{period.label}`, so the pin is ignored",
                "remove the pin, or let `eligible` include the partner",
            )
        if pin.paid and group.strategy != "sponsored":
            yield _told(
                programme,
                "placement-pin-paid",
                f"{row.field}.paid",
                f"a paid place in a list that is not for sale; `{pin.partner}` is labelled as"
                " sponsored in it",
                "set `paid: false` if no money was paid",
            )


def _told(programme: Programme, code: str, field: str, what: str, remedy: str) -> Diagnostic:
    return warning(programme.policy.source, code, field, what, remedy)
