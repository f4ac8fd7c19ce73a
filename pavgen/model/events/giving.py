"""Booths that are given out by hand, and booths that exhibitors would like."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.model.events.booths import Stock, unfit
from pavgen.model.events.exhibitors import present
from pavgen.model.records.event import Event, Package

_NONE = Package()


def check_given(event: Event, stock: Stock) -> Iterator[Diagnostic]:
    """Check each booth given by hand: that it is there, free, right for the exhibitor, and why.

    Of several things that speak against one booth only the first is told.
    """
    packages = {package.id: package for package in event.packages if package.id}
    taken: dict[str, str] = {}
    for index, exhibitor in present(event):
        item, field = exhibitor.booth, f"exhibitors[{index}].booth"
        if not item:
            continue
        found = _given(event, stock, packages, index)
        if found is None and item in taken:
            what = f"`{item}` is that of `{taken[item]}`"
            found = ("event-booth-taken", what, "give one of them another")
        if found is not None:
            yield Diagnostic(event.source.at(field), *found, field)
        taken.setdefault(item, exhibitor.partner)
        if not exhibitor.reason and f"exhibitors[{index}].reason" not in event.source.spans:
            what = f"`{item}` is given by hand, and nothing says why"
            remedy = "add `reason`; it is published"
            yield Diagnostic(event.source.at(field), "key-missing", what, remedy, field)


def check_wishes(event: Event, stock: Stock, *, is_drawn: bool | None) -> Iterator[Diagnostic]:
    """Check what exhibitors would like: that it is there (errors) and can be theirs (warnings).

    `is_drawn` says whether a group of the policy gives booths of the event, None that nobody
    can say; where none does, that is told once, at the first who waits for it.
    """
    packages = {package.id: package for package in event.packages if package.id}
    waiting = []
    for index, exhibitor in present(event):
        if exhibitor.preferences and not exhibitor.booth:
            waiting.append(index)
        for place, item in enumerate(exhibitor.preferences):
            field = f"exhibitors[{index}].preferences[{place}]"
            span = event.source.at(field)
            fault = stock.unknown(item)
            booth = stock.booth(item)
            if fault is not None:
                yield Diagnostic(span, fault.code, fault.what, fault.remedy, field)
            elif booth is not None:
                against = unfit(booth, exhibitor, packages.get(exhibitor.package, _NONE))
                what = "it is blocked" if booth.state == "blocked" else next(against, "")
                if what:
                    code, what = "event-wish-unfit", f"`{item}` cannot be had: {what}"
                    remedy = "remove it, or correct what speaks against it"
                    yield Diagnostic(span, code, what, remedy, field, Severity.WARNING)
    if waiting and is_drawn is False:
        field = f"exhibitors[{waiting[0]}].preferences"
        what = f"no group of the policy gives booths of this event, and {len(waiting)} have wishes"
        remedy = "add a group with `strategy: pick` and `gives: booths`, or give `booth` by hand"
        span = event.source.at(field)
        yield Diagnostic(span, "event-undrawn", what, remedy, field, Severity.WARNING)


def _given(
    event: Event, stock: Stock, packages: Mapping[str, Package], index: int
) -> tuple[str, str, str] | None:
    exhibitor = event.exhibitors[index]
    item = exhibitor.booth or ""
    fault = stock.unknown(item)
    if fault is not None:
        return fault.code, fault.what, fault.remedy
    booth = stock.booth(item)
    if booth is None:
        return None
    if booth.state == "blocked":
        what = f"booth `{booth.id}` is blocked"
        return "event-booth-blocked", what, "give another, or make it `available`"
    against = next(unfit(booth, exhibitor, packages.get(exhibitor.package, _NONE)), "")
    if against:
        what = f"`{item}` does not fit: {against}"
        return "event-booth-unfit", what, "give another, or correct the package or the needs"
    return None
