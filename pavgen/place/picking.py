"""What a draw gives out, and to whom it may: from an event's records to ids of items."""

from collections.abc import Iterable
from datetime import date

from pavgen.model.programme import Programme
from pavgen.model.records.policy import Group
from pavgen.place.applications import applications, picked_event
from pavgen.place.picking_booths import booths_picking
from pavgen.place.picking_talks import talks_picking
from pavgen.place.rounds import Picking


def picking_of(programme: Programme, group: Group, ids: Iterable[str], day: date) -> Picking:
    """Return what the partners of a roster pick from on a day; nothing without an event.

    Items are booths, `pod@shift` for shared pods, or slots; names and files' order are in
    none of it.
    """
    event = picked_event(programme, group)
    made = applications(programme, group, day)
    seekers = [made[i] for i in sorted(ids) if i in made]
    if event is None:
        return Picking((), ())
    match group.gives:
        case "booths" if event.plan is not None:
            return booths_picking(programme, event, event.plan, seekers, day)
        case "talks" if event.agenda is not None:
            return talks_picking(programme, event, event.agenda, seekers)
        case _:
            return Picking((), tuple((a.partner.id, (), ()) for a in seekers))
