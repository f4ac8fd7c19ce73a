"""What fell vacant after the draw: that it is there, and that those who answered take part."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.suggest import did_you_mean
from pavgen.model.events.booths import Stock
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event


def check_offers(event: Event, agenda: Agenda | None, stock: Stock) -> Iterator[Diagnostic]:
    """Check each offer; an item is a booth, a pod in a shift, or a slot of the agenda.

    Who is to be asked, and in what turn, is a matter of the draw and told there.
    """
    slots = {slot.id for slot in agenda.slots} if agenda is not None else set()
    applicants = {s.partners[0] for s in (agenda.sessions if agenda else ()) if s.partners}
    exhibitors = {exhibitor.partner for exhibitor in event.exhibitors}
    for index, offer in enumerate(event.offers):
        if offer.item in slots:
            takes_part, noun = applicants, "holds no session"
        else:
            takes_part, noun = exhibitors, "does not exhibit"
            yield from _item(event, index, agenda, stock)
        for place, answer in enumerate(offer.answers):
            if answer.partner and answer.partner not in takes_part:
                field = f"offers[{index}].answers[{place}].partner"
                what = f"`{answer.partner}` {noun}, so it is not asked"
                remedy = did_you_mean(answer.partner, takes_part) or "remove the answer"
                span = event.source.at(field)
                yield Diagnostic(span, "event-offer-partner", what, remedy, field)


def _item(event: Event, index: int, agenda: Agenda | None, stock: Stock) -> Iterator[Diagnostic]:
    item = event.offers[index].item
    fault = stock.unknown(item)
    if fault is None or (fault.code == "booth-unknown" and agenda is None):
        return
    field = f"offers[{index}].item"
    code, what = fault.code, fault.what
    if code == "booth-unknown":
        code, what = "event-offer-item", f"`{item}` is no booth, pod or slot of the event"
    yield Diagnostic(event.source.at(field), code, what, fault.remedy, field)
