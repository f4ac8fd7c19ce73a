"""Statements: one partner's account in the ledgers, period by period, and what it adds up to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from pavgen.kernel.values import dataclass
from pavgen.model.ledger import Ledger
from pavgen.model.programme import Programme
from pavgen.place.accounting import ledger_accounts
from pavgen.place.accounts import Line
from pavgen.place.engine import pools_of
from pavgen.place.entitlement import prefix_shares
from pavgen.place.forecasting import NextTurns, forecasts, next_turns
from pavgen.place.history import Recorded, recorded_periods
from pavgen.place.inputs import group_period
from pavgen.place.periods import Period, period_named
from pavgen.place.rounds import PLACE
from pavgen.place.strategies import quota_entitlement

SHOWN, WAITING, PINNED, JOINED, ABSENT = "shown", "waiting", "pinned", "joined", "absent"
"""How a partner was in a period; `joined` within it and put last, `absent` for any reason."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A partner in one recorded period.

    `presence` is one of the five above: the ledger does not say why somebody is absent.
    `position` counts from 1 in the list as it was when the period opened, 0 without one.
    `entitled` and `received` are exposure in millionths of a first place, both 0 for who is
    pinned, absent or came within the period; `balance` is the sum of what was received beyond
    entitlement, up to and with this period. A turn is a seat where the list has slots, else
    the first place that no pin holds; `due` is the share of a turn it was entitled to.
    `left` says that it was taken out before the period ended.
    """

    period: str
    first: date | None
    last: date | None
    presence: str
    position: int
    weight: int
    entitled: int
    received: int
    balance: int
    turn: bool
    due: Fraction
    late: bool = False
    left: bool = False

    @property
    def difference(self) -> int:
        """What was received beyond entitlement in this period; less than 0 is too little."""
        return self.received - self.entitled


@dataclass(frozen=True, slots=True)
class GroupStatement:
    """A partner's account in one group, within the days asked for.

    `carried` is the balance before the first row. `owed` are the accounts after the last row
    in which it took part, for the first 1, 3 and 10 places, in units of `rounds.PLACE`: more
    than 0 is still to come. `head` and `entries` name the ledger it was drawn from.
    """

    group: str
    titles: tuple[str, ...]
    strategy: str
    slots: int | None
    rows: tuple[StatementRow, ...]
    carried: int
    owed: tuple[int | None, int | None, int | None]
    head: str
    entries: int

    @property
    def entitled(self) -> int:
        """The exposure it was entitled to in all rows."""
        return sum(row.entitled for row in self.rows)

    @property
    def received(self) -> int:
        """The exposure it received in all rows."""
        return sum(row.received for row in self.rows)

    @property
    def turns(self) -> int:
        """How many turns it had."""
        return sum(row.turn for row in self.rows)

    @property
    def due(self) -> Fraction:
        """How many turns it was entitled to."""
        return sum((row.due for row in self.rows), Fraction(0))

    def count(self, presence: str) -> int:
        """Count the periods in which it was so."""
        return sum(row.presence == presence for row in self.rows)

    def within(self, places: int) -> int:
        """Count the periods in which it stood in the first so many places, unpinned."""
        return sum(0 < r.position <= places and r.presence == SHOWN for r in self.rows)


@dataclass(frozen=True, slots=True)
class PlaceNow:
    """Where a partner stands in an opportunity on the day, and when it comes next.

    `of` is how many are shown; `periods` are those of the forecast, the open one first.
    """

    opportunity: str
    title: str
    slots: int | None
    of: int
    is_recorded: bool
    coming: NextTurns
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class DrawTold:
    """What a partner got in a draw of an event's booths or talks, step by step in words."""

    opportunity: str
    title: str
    group: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything a partner is told of its placement; `slug` is empty for one that has gone.

    Draws give out booths and talks, and no shares, so they have no accounts.
    """

    programme: str
    contact: str
    partner: str
    slug: str
    name: str
    as_of: date
    first: date | None
    last: date | None
    accounts: tuple[GroupStatement, ...]
    places: tuple[PlaceNow, ...]
    draws: tuple[DrawTold, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementDays:
    """The day a statement is drawn up for, and the days it looks back at, if not at all."""

    as_of: date
    first: date | None = None
    last: date | None = None


def statement(
    programme: Programme, partner: str, days: StatementDays, group: str = "", periods: int = 52
) -> Statement:
    """Draw up a partner's statement (by id): all groups or one, and a forecast of `periods`.

    What draws gave it is left out: it needs the words of a language.
    """
    groups = [
        name
        for name, record in programme.policy.groups
        if group in {"", name} and record.strategy != "pick"
    ]
    accounts = (group_statement(programme, name, partner, days.first, days.last) for name in groups)
    known = next((p for p in programme.partners.values() if p.id == partner), None)
    return Statement(
        programme=programme.program.name,
        contact=programme.policy.contact or "",
        partner=partner,
        slug=known.slug if known else "",
        name=known.name if known else partner,
        as_of=days.as_of,
        first=days.first,
        last=days.last,
        accounts=tuple(account for account in accounts if account is not None),
        places=tuple(_places(programme, partner, days.as_of, groups, periods)) if known else (),
    )


def _places(
    programme: Programme, partner: str, as_of: date, groups: Sequence[str], periods: int
) -> Iterator[PlaceNow]:
    for forecast in forecasts(programme, as_of, periods):
        if forecast.group in groups:
            yield PlaceNow(
                opportunity=forecast.opportunity,
                title=programme.policy.opportunity(forecast.opportunity).title,
                slots=forecast.slots,
                of=len(forecast.turns[0].shown),
                is_recorded=forecast.turns[0].is_recorded,
                coming=next_turns(forecast, partner),
                periods=tuple(turn.period for turn in forecast.turns),
            )


def group_statement(
    programme: Programme,
    group: str,
    partner: str,
    first: date | None = None,
    last: date | None = None,
) -> GroupStatement | None:
    """Return a partner's account (by id) in a group; None where the ledger never names it.

    With `first` or `last` only periods that touch the days between are told; what was before
    is carried forward as one sum.
    """
    ledger = programme.ledgers.get(group, Ledger(group))
    rows, owed = _rows(programme, ledger, partner)
    if not rows:
        return None
    told = [place for place, row in enumerate(rows) if _touches(row, first, last)]
    begin, end = (told[0], told[-1] + 1) if told else (0, 0)
    known = [o for o in owed[begin:end] if o is not None]
    recorded = recorded_periods(ledger)
    records = programme.policy.opportunities
    return GroupStatement(
        group=group,
        titles=tuple(record.title for _, record in records if record.group == group),
        strategy=recorded[-1].rule.strategy,
        slots=recorded[-1].rule.slots,
        rows=tuple(rows[begin:end]),
        carried=rows[begin - 1].balance if begin else 0,
        owed=known[-1] if known else (None, None, None),
        head=ledger.head,
        entries=len(ledger.entries),
    )


def period_span(programme: Programme, group: str, label: str) -> Period | None:
    """Return the days of a recorded period; None for an event that the policy knows no more."""
    kind = dict(programme.policy.groups).get(group)
    if kind is not None and kind.event is not None and kind.event.id == label:
        return group_period(kind, kind.event.from_)
    return period_named(label)


_Owed = tuple[int | None, int | None, int | None]


def _rows(
    programme: Programme, ledger: Ledger, partner: str
) -> tuple[list[StatementRow], list[_Owed | None]]:
    """Return a row for every period from the first that names a partner, with its accounts."""
    rows: list[StatementRow] = []
    owed: list[_Owed | None] = []
    balance = 0
    accounts = ledger_accounts(ledger)
    for recorded, account in zip(recorded_periods(ledger), accounts, strict=True):
        lines = {line.partner: line for line in account.lines}
        line = lines.get(partner)
        if not rows and line is None and partner not in recorded.joined:
            continue
        turn = line is not None and _has_turn(recorded, lines, line)
        row = _row(programme, recorded, partner, line, turn=turn)
        balance += row.difference
        rows.append(replace(row, balance=balance))
        owed.append(line.owed if line is not None else None)
    return rows, owed


def _row(
    programme: Programme, recorded: Recorded, partner: str, line: Line | None, *, turn: bool
) -> StatementRow:
    span = period_span(programme, recorded.round.group, recorded.period)
    return StatementRow(
        period=recorded.period,
        first=span.first if span else None,
        last=span.last if span else None,
        presence=_presence(recorded, partner, line),
        position=line.position if line else 0,
        weight=line.weight if line else 0,
        entitled=line.entitled if line else 0,
        received=line.received if line else 0,
        balance=0,
        turn=turn,
        due=_due(recorded, partner) if line and not line.pinned else Fraction(0),
        late=recorded.late,
        left=partner in recorded.removed,
    )


def _presence(recorded: Recorded, partner: str, line: Line | None) -> str:
    if line is None:
        return JOINED if partner in recorded.joined else ABSENT
    if line.pinned:
        return PINNED
    return SHOWN if line.position else WAITING


def _has_turn(recorded: Recorded, lines: Mapping[str, Line], line: Line) -> bool:
    """Say whether a partner had a turn: a seat, or the first place that no pin holds."""
    if line.pinned or not line.position:
        return False
    if recorded.rule.slots is not None:
        return True
    return line.position == min(n.position for n in lines.values() if n.position and not n.pinned)


def _due(recorded: Recorded, partner: str) -> Fraction:
    """Return the share of a turn that a partner was entitled to in a period."""
    rule, round_ = recorded.rule, recorded.round
    pool = next(p for p in pools_of(rule, round_) if partner in p.ids())
    if rule.ordering == "quota":
        return quota_entitlement.shares(pool.members, pool.seats or 0, pool.ceilings)[partner]
    members = frozenset(pool.ids())
    free = _turn_places(recorded)
    places = sum(1 for place, i in enumerate(recorded.order, 1) if i in members and place in free)
    return Fraction(prefix_shares(pool.members, places)[partner], PLACE)


def _turn_places(recorded: Recorded) -> Sequence[int]:
    """Return the positions that are turns: the seats, or the first that no pin holds."""
    if recorded.rule.slots is not None:
        return range(1, recorded.rule.slots + 1)
    pinned = {i for i, _ in recorded.round.pins}
    return [place for place, i in enumerate(recorded.order, 1) if i not in pinned][:1]


def _touches(row: StatementRow, first: date | None, last: date | None) -> bool:
    after = first is None or row.last is None or row.last >= first
    before = last is None or row.first is None or row.first <= last
    return after and before
