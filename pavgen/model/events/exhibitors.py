"""Who exhibits: nobody twice, no package overbooked, and co-exhibitors at one booth only."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.records.event import Event, Exhibitor


def check_exhibitors(event: Event) -> Iterator[Diagnostic]:
    """Check the list of exhibitors against itself and against the packages."""
    yield from _twice(event)
    yield from _overbooked(event)
    yield from _co_exhibitors(event)
    yield from _withdrawn(event)


def present(event: Event) -> Iterator[tuple[int, Exhibitor]]:
    """Yield the exhibitors that have not withdrawn, with their places in the file."""
    for index, exhibitor in enumerate(event.exhibitors):
        if exhibitor.withdrew is None:
            yield index, exhibitor


def _twice(event: Event) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, exhibitor in enumerate(event.exhibitors):
        field = f"exhibitors[{index}].partner"
        span = event.source.at(field)
        if exhibitor.partner in first:
            what = f"`{exhibitor.partner}` exhibits already"
            remedy = f"keep one of the two; the first is in line {first[exhibitor.partner]}"
            yield Diagnostic(span, "event-exhibitor-twice", what, remedy, field)
        elif exhibitor.partner:
            first[exhibitor.partner] = span.line


def _overbooked(event: Event) -> Iterator[Diagnostic]:
    for package in event.packages:
        booked = [index for index, who in present(event) if who.package == package.id]
        if package.id and package.max is not None and len(booked) > package.max:
            field = f"exhibitors[{booked[package.max]}].package"
            what = f"{len(booked)} have booked `{package.id}`, and its `max` is {package.max}"
            remedy = "book another package, or raise `max`"
            yield Diagnostic(event.source.at(field), "event-package-full", what, remedy, field)


def _co_exhibitors(event: Event) -> Iterator[Diagnostic]:
    hosts = {exhibitor.partner for _, exhibitor in present(event)}
    seen: dict[str, str] = {}
    for index, exhibitor in present(event):
        for place, partner in enumerate(exhibitor.co_exhibitors):
            what = ""
            if partner == exhibitor.partner:
                what = f"`{partner}` is the exhibitor itself"
            elif partner in hosts:
                what = f"`{partner}` exhibits itself"
            elif seen.get(partner, exhibitor.partner) != exhibitor.partner:
                what = f"`{partner}` shares the booth of `{seen[partner]}` already"
            if what and partner:
                field = f"exhibitors[{index}].co_exhibitors[{place}]"
                remedy = "a partner is at one booth: remove it here or there"
                span = event.source.at(field)
                yield Diagnostic(span, "event-co-exhibitor", what, remedy, field)
            seen.setdefault(partner, exhibitor.partner)


def _withdrawn(event: Event) -> Iterator[Diagnostic]:
    for index, exhibitor in enumerate(event.exhibitors):
        left, applied = exhibitor.withdrew, exhibitor.applied
        if left is not None and applied is not None and left < applied.date():
            field = f"exhibitors[{index}].withdrew"
            what = f"it withdrew on {left}, before it applied on {applied.date()}"
            remedy = "correct one of the days"
            yield Diagnostic(event.source.at(field), "value-range", what, remedy, field)
