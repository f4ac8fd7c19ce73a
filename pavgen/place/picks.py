"""Who has which booth and which slot at an event, on a day: by hand, by the draw, by an offer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pavgen.model.programme import LinkedEvent, Programme

How = Literal["by hand", "draw", "offer"]


@dataclass(frozen=True, slots=True)
class Holding:
    """A partner's hold on a booth, on a pod in a shift, or on a slot for a session.

    `item` is the booth's or slot's id; `shift` is empty for a booth held alone; `turn` counts
    from 1 and is 0 where there was none; `opportunity` is that of the draw, or empty.
    """

    partner: str
    slug: str
    item: str
    shift: str = ""
    how: How = "by hand"
    turn: int = 0
    opportunity: str = ""


@dataclass(frozen=True, slots=True)
class EventPlacement:
    """Everything given out at an event.

    `booths` has the holdings of each booth that is held, in the order of the shifts; `sessions`
    the slot of each session that has one; `given` the holding of each session whose slot the
    policy gave.
    """

    event: str
    booths: Mapping[str, tuple[Holding, ...]] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Holding] = field(default_factory=dict)

    def of(self, slug: str) -> tuple[Holding, ...]:
        """Return the booths and pods of a partner."""
        found = (h for holdings in self.booths.values() for h in holdings if h.slug == slug)
        return tuple(sorted(found, key=lambda h: (h.item, h.shift)))


def by_hand(programme: Programme, event: LinkedEvent) -> EventPlacement:
    """Return what an event's records give out themselves."""
    booths: dict[str, list[Holding]] = {}
    for holding in _booths_by_hand(programme, event):
        booths.setdefault(holding.item, []).append(holding)
    sessions = event.agenda.sessions if event.agenda else ()
    return EventPlacement(
        event.slug,
        {booth: tuple(holdings) for booth, holdings in sorted(booths.items())},
        {session.id: session.slot for session in sessions if session.slot},
    )


def _booths_by_hand(programme: Programme, event: LinkedEvent) -> Iterator[Holding]:
    for exhibitor in event.record.exhibitors:
        partner = programme.partner(exhibitor.partner)
        if exhibitor.booth and partner is not None and exhibitor.withdrew is None:
            item, _, shift = exhibitor.booth.partition("@")
            yield Holding(partner.id, partner.slug, item, shift)
