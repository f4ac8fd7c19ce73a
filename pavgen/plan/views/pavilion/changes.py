"""What has changed in an agenda, release by release."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.pavilion.agenda import SpanView


@dataclass(frozen=True, slots=True)
class PlaceTime:
    """Where and when; both may be unknown."""

    when: SpanView | None
    room: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A session that is `new`, `moved`, `cancelled`, `renamed` or `restored`.

    `was` and `now` differ where it was moved, `former` is its title before it was renamed.
    """

    kind: str
    title: str
    href: str
    was: PlaceTime | None = None
    now: PlaceTime | None = None
    former: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """A release: what it says of itself, and what changed in it, or how much it began with."""

    version: int
    anchor: str
    on: date
    note: str
    changes: tuple[ChangeLine, ...]
    begins_with: int = 0


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Releases, the newest first; `since` is what changed after the last one."""

    title: str
    lead: str
    releases: tuple[ReleaseView, ...]
    since: tuple[ChangeLine, ...]
    feed: str
    agenda: str
    zone: str
