"""The page that tells how the booths or talks of an event were given out, turn by turn."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.fairness import PeriodView, RecordView, VerifyBox
from pavgen.plan.views.page import LinkView


@dataclass(frozen=True, slots=True)
class DrawSum:
    """How many turns ended in one way, and what that way is."""

    count: int
    label: str


@dataclass(frozen=True, slots=True)
class DrawTurn:
    """A turn: who had it, what it brought, which wish that was, and why no wish before it.

    `name` is empty for a partner that is not shown any more; `since` says that it has given
    up what it got.
    """

    turn: int
    name: str
    href: str
    got: str
    wish: str
    refused: tuple[str, ...]
    since: str


@dataclass(frozen=True, slots=True)
class DrawName:
    """A partner in a queue, or one that has nothing; `note` is what it said, or its queues."""

    name: str
    href: str
    note: str


@dataclass(frozen=True, slots=True)
class DrawItem:
    """Something that is vacant, was offered, or was given by hand, with those it concerns."""

    item: str
    day: date | None
    note: str
    names: tuple[DrawName, ...]


@dataclass(frozen=True, slots=True)
class FairnessDraw:
    """Everything about a draw, in words and turn by turn.

    `is_held` says that its day has come; `ladder` are the rungs in words, none where the lot
    decides alone. `event` leads to the event's own pages, if this site has them.
    """

    title: str
    objective: str
    audience: str
    rationale: str
    rule: str
    event: LinkView
    period: PeriodView
    is_held: bool
    changed: bool
    conflict: bool
    items: int
    weights: tuple[tuple[str, int], ...]
    partners: int
    how: tuple[str, ...]
    ladder: tuple[str, ...]
    ties: tuple[str, ...]
    promise: str
    eligible: tuple[str, ...]
    indifferent: tuple[str, ...]
    payment: tuple[str, ...]
    constraints: tuple[str, ...]
    sums: tuple[DrawSum, ...]
    turns: tuple[DrawTurn, ...]
    waiting: tuple[DrawName, ...]
    vacant: tuple[DrawItem, ...]
    offers: tuple[DrawItem, ...]
    by_hand: tuple[DrawItem, ...]
    records: tuple[RecordView, ...]
    box: VerifyBox
    files: tuple[LinkView, ...]
    version: int
    contact: LinkView | None
