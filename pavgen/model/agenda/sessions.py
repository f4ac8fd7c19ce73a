"""Sessions and the slots they have: by hand, by the policy, or not at all."""

from collections.abc import Iterator

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event


def check_sessions(agenda: Agenda) -> Iterator[Diagnostic]:
    """Check that each slot has one session at most, and none where the policy gives it."""
    slots = {slot.id: slot for slot in agenda.slots}
    taken: dict[str, str] = {}
    for index, session in enumerate(agenda.sessions):
        slot = slots.get(session.slot or "")
        if slot is None or session.state == "cancelled":
            continue
        field = f"sessions[{index}].slot"
        if slot.drawn:
            what = f"the policy gives slot `{slot.id}`"
            remedy = "remove `slot`, or take `drawn: true` from the slot"
            yield Diagnostic(agenda.source.at(field), "agenda-slot-drawn", what, remedy, field)
        elif session.state == "confirmed" and slot.id in taken:
            what = f"`{taken[slot.id]}` has the slot `{slot.id}`"
            remedy = "give it another slot, or set the `state` of one to `cancelled`"
            yield Diagnostic(agenda.source.at(field), "agenda-slot-taken", what, remedy, field)
        elif session.state == "confirmed":
            taken[slot.id] = session.id


def check_drawing(agenda: Agenda, *, is_drawn: bool) -> Iterator[Diagnostic]:
    """Find sessions and slots that wait for a draw that does not come."""
    for index, session in enumerate(agenda.sessions):
        if session.state != "confirmed" or session.slot is not None:
            continue
        if is_drawn and session.partners:
            continue
        field = f"sessions[{index}]"
        what = f"session `{session.id}` has no slot, and "
        what += "no partner that could be given one" if is_drawn else "no group of the policy gives"
        what += "" if is_drawn else " talks of this event"
        remedy = "add `slot`; until then visitors see it without a time"
        span = agenda.source.at(field)
        yield Diagnostic(span, "agenda-slot-none", what, remedy, field, Severity.WARNING)
    drawn = (index for index, slot in enumerate(agenda.slots) if slot.drawn)
    for index in () if is_drawn else tuple(drawn)[:1]:
        field = f"slots[{index}].drawn"
        what = "no group of the policy gives talks of this event, so the slot stays empty"
        remedy = "add a group with `strategy: pick` and `gives: talks`, or remove `drawn`"
        span = agenda.source.at(field)
        yield Diagnostic(span, "agenda-slot-undrawn", what, remedy, field, Severity.WARNING)


def check_talks(agenda: Agenda, event: Event) -> Iterator[Diagnostic]:
    """Find the first session of each exhibitor that is over the number its package holds.

    A session counts for its applicant, the first of its partners, once it is confirmed.
    """
    packages = {package.id: package for package in event.packages}
    booked = {
        exhibitor.partner: packages.get(exhibitor.package)
        for exhibitor in event.exhibitors
        if exhibitor.withdrew is None
    }
    held: dict[str, list[int]] = {}
    for index, session in enumerate(agenda.sessions):
        if session.state == "confirmed" and session.partners:
            held.setdefault(session.partners[0], []).append(index)
    for partner, sessions in held.items():
        package = booked.get(partner)
        if package is None or package.talks is None or len(sessions) <= package.talks:
            continue
        field = f"sessions[{sessions[package.talks]}].partners[0]"
        what = (
            f"`{partner}` holds {len(sessions)} sessions, and package `{package.id}` has room for"
            f" {package.talks}"
        )
        remedy = "cancel one, let another partner apply for it, or raise `talks` for all"
        yield Diagnostic(agenda.source.at(field), "agenda-talks-over", what, remedy, field)
