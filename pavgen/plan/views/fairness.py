"""The pages that tell how partners are placed, and what each received.

Exposure is in millionths of a first place; `owed` is what an account stands at for the first
place, in millionths of one, None where the rule keeps no such account.
"""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.plan.views.charts import BandChart, BarChart, GridChart
from pavgen.plan.views.page import LinkView
from pavgen.plan.views.prose import ProseView


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A period: its label and days, and the day the next one begins (None: no next one).

    `recorded` says that it stands in the ledger; else its order is provisional.
    """

    label: str
    first: date
    last: date
    following: date | None
    recorded: bool


@dataclass(frozen=True, slots=True)
class WeightRow:
    """What a weight means to a partner: `every` is how many periods come to one first place.

    `share` is its exposure over that of an average partner; both are in millionths. Where
    not all are shown, `every` is how many periods come to one showing.
    """

    label: str
    weight: int
    partners: int
    every: int | None
    share: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A partner in today's order; one with `waits` stands beyond the places that are shown."""

    name: str
    href: str
    position: int
    waits: bool
    mark: str


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A partner's account over all recorded periods; `periods` is in how many it took part."""

    name: str
    href: str
    periods: int
    weight: int
    entitled: int
    received: int
    owed: int | None

    @property
    def difference(self) -> int:
        """What it received beyond what it was entitled to."""
        return self.received - self.entitled


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """How the accounts of a period are spread over the partners, in millionths."""

    period: str
    least: int
    lower: int
    median: int
    upper: int
    greatest: int


@dataclass(frozen=True, slots=True)
class CellView:
    """A partner in a period: its position, 0 where it waited, None where it took no part."""

    position: int | None
    pinned: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A partner's positions, a cell for each period."""

    name: str
    href: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A number with what it says; None where it is undefined.

    `value` is in millionths, to be written with so many `digits` behind the point.
    """

    label: str
    value: int | None
    digits: int
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AccountView:
    """An order's account: charts, and the table behind each.

    `first` and `last` are the labels of the periods it covers, `columns` those of the grid.
    Where the rule gives out `seats`, what is owed is counted in them and not in first places;
    only a rule that `promises_shares` can be measured by them.
    """

    periods: int
    first: str
    last: str
    rows: tuple[StandingRow, ...]
    spread: tuple[SpreadRow, ...]
    grid: tuple[GridRow, ...]
    columns: tuple[str, ...]
    bars: BarChart | None
    band: BandChart | None
    squares: GridChart | None
    metrics: tuple[MetricRow, ...]
    keeps_accounts: bool
    promises_shares: bool
    seats: bool


@dataclass(frozen=True, slots=True)
class PinView:
    """A hand-made exception that holds in the period, or will; `mark` says that it was paid for."""

    name: str
    href: str
    position: int
    first: date
    until: date
    reason: str
    by: str
    mark: str


@dataclass(frozen=True, slots=True)
class WaiverView:
    """A place where a constraint could not be kept; `name` is empty for the list as a whole."""

    period: str
    constraint: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class RecordView:
    """A recorded period as the ledger has it; `digest` is that of its line."""

    period: str
    line: int
    late: bool
    digest: str


@dataclass(frozen=True, slots=True)
class VerifyBox:
    """What can be checked of a group: its ledger, the head to compare with, today's order.

    `ledger` and `head` are empty while nothing is recorded; `order` are ids. `verify` and
    `digest` are what to type to check the saved file, and to work out its head.
    """

    group: str
    title: str
    ledger: str
    head: str
    order: tuple[str, ...]
    verify: str
    digest: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A line of the policy's change log."""

    version: int
    announced: date
    what: str


@dataclass(frozen=True, slots=True)
class OpportunityLine:
    """An opportunity on the home of the section."""

    title: str
    href: str
    objective: str
    rule: str
    who: tuple[str, ...]
    period: PeriodView
    shown: int
    of: int


@dataclass(frozen=True, slots=True)
class FairnessHome:
    """How partners are placed, in plain words, and everything that leads on."""

    title: str
    lead: str
    intro: ProseView
    opportunities: tuple[OpportunityLine, ...]
    principles: tuple[str, ...]
    payment: tuple[str, ...]
    partners: tuple[LinkView, ...]
    version: int
    announced: date | None
    changes: tuple[ChangeView, ...]
    boxes: tuple[VerifyBox, ...]
    files: tuple[LinkView, ...]
    contact: LinkView | None


@dataclass(frozen=True, slots=True)
class FairnessOpportunity:
    """Everything about one opportunity, in words and in numbers.

    `others` are the opportunities that share its order; `scores` the matches that count under
    a rule of relevance, with how much. `changed` says that the policy has changed since the
    period began, so that another rule decides from the next one on.
    """

    title: str
    objective: str
    audience: str
    rationale: str
    rule: str
    period: PeriodView
    shown: int
    of: int
    open_slots: int
    changed: bool
    conflict: bool
    eligible: tuple[str, ...]
    how: tuple[str, ...]
    ties: tuple[str, ...]
    promise: str
    scores: tuple[tuple[str, int], ...]
    weights: tuple[WeightRow, ...]
    shown_all: bool
    indifferent: tuple[str, ...]
    payment: tuple[str, ...]
    constraints: tuple[str, ...]
    others: tuple[LinkView, ...]
    order: tuple[PlaceRow, ...]
    account: AccountView | None
    pins: tuple[PinView, ...]
    waivers: tuple[WaiverView, ...]
    records: tuple[RecordView, ...]
    box: VerifyBox
    files: tuple[LinkView, ...]
    version: int
    contact: LinkView | None


@dataclass(frozen=True, slots=True)
class PartnerPlace:
    """Where a partner stands in an opportunity now; position 0 means that it is not in it.

    `steps` say why it is there or not, one after another; `mark` says that the place is
    sponsored or pinned. In a draw `has` is what it has, told in place of a position.
    """

    title: str
    href: str
    position: int
    of: int
    waits: bool
    period: PeriodView
    mark: str
    steps: tuple[str, ...]
    has: str = ""


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A partner in a recorded period; `anchor` is the id by which its row can be linked."""

    period: str
    anchor: str
    position: int
    of: int
    weight: int
    entitled: int
    received: int
    owed: int | None
    pinned: bool


@dataclass(frozen=True, slots=True)
class PartnerAccount:
    """A partner's account in one order; `coming` are its places in the next periods."""

    title: str
    anchor: str
    rows: tuple[TurnRow, ...]
    entitled: int
    received: int
    band: BandChart | None
    promises_shares: bool
    seats: bool
    coming: tuple[tuple[str, int], ...]

    @property
    def difference(self) -> int:
        """What it received beyond what it was entitled to."""
        return self.received - self.entitled


@dataclass(frozen=True, slots=True)
class FairnessPartner:
    """One partner: where it stands now and why, and its account from the beginning."""

    title: str
    name: str
    id: str
    profile: str
    places: tuple[PartnerPlace, ...]
    accounts: tuple[PartnerAccount, ...]
    contact: LinkView | None
