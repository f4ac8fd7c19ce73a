"""The page of a session."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.page import LinkView
from pavgen.plan.views.pavilion.agenda import AgendaKey, SessionCard
from pavgen.plan.views.pavilion.speaker import SpeakerCard


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A session; `booths` are those of its partners, in the order of `card.partners.cards`."""

    card: SessionCard
    key: AgendaKey
    abstract: tuple[str, ...]
    speakers: tuple[SpeakerCard, ...]
    booths: tuple[tuple[LinkView, ...], ...]
    related: tuple[SessionCard, ...]
    agenda: str
    zone: str
    state: str
