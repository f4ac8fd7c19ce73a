"""Speakers: all of them by name, and each on a page."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import SurfaceView
from pavgen.plan.views.page import LinkView
from pavgen.plan.views.pavilion.agenda import AgendaKey, SessionCard


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """A speaker in a list; `partner` is whom the person works for, where that is shown."""

    id: str
    name: str
    href: str
    initials: str
    role: str
    partner: LinkView | None
    sessions: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SpeakerList:
    """All speakers, by name."""

    title: str
    lead: str
    speakers: tuple[SpeakerCard, ...]


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """A speaker with the sessions in order of time; `booths` are those of the partner."""

    card: SpeakerCard
    key: AgendaKey
    bio: tuple[str, ...]
    website: str
    partner: SurfaceView | None
    booths: tuple[LinkView, ...]
    sessions: tuple[SessionCard, ...]
    zone: str
    state: str
