"""Coming turns: who would be shown when, if nothing changed from today on."""

from collections.abc import Mapping, Sequence
from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import Opportunity
from pavgen.place.groups import DayOrder, GroupOrders, PeriodOrder
from pavgen.place.judging import verdicts_of
from pavgen.place.partners import partners_by_id
from pavgen.place.periods import Period

MOST_PERIODS = 520
TOP = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One period of one opportunity: the ids shown, in order, and how many wait beyond them.

    `is_recorded` says that the ledger has it, so that it will not change; `is_kept` is false
    where the hard constraints could not be kept.
    """

    period: Period
    shown: tuple[str, ...]
    waiting: int
    is_recorded: bool
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """The turns of an opportunity: first the open period's, then those to come."""

    opportunity: str
    group: str
    slots: int | None
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class NextTurns:
    """When a partner comes next in an opportunity, in periods after the open one.

    0 is the open period; None is not within the forecast. `shown` is told for opportunities
    with slots alone: elsewhere everyone is always shown. `position` is the present one, 0
    where the partner is not shown now.
    """

    partner: str
    position: int
    first: int | None
    top: int | None
    shown: int | None


def forecasts(programme: Programme, as_of: date, periods: int) -> tuple[Forecast, ...]:
    """Return the turns of every opportunity but draws: the open period and `periods` more.

    All of it is decided from today's files: partners who join later than today, suspensions
    with an end and the like count from the day the files say.
    """
    orders = GroupOrders(programme, today=as_of)
    chains = _chains(orders, as_of, periods)
    by_id = partners_by_id(programme)
    return tuple(
        Forecast(
            name,
            record.group,
            record.slots,
            tuple(
                _turn(orders, by_id, name, record, order, max(as_of, order.period.first))
                for order in chains[record.group]
            ),
        )
        for name, record in programme.policy.opportunities
        if record.group in chains
    )


def chains_of(
    programme: Programme, as_of: date, periods: int
) -> Mapping[str, tuple[PeriodOrder, ...]]:
    """Return, by group, the order of the period that holds a day and of `periods` more.

    A draw is held once, and nothing of it comes again, so its group is left out.
    """
    return _chains(GroupOrders(programme, today=as_of), as_of, periods)


def next_turns(forecast: Forecast, partner: str) -> NextTurns:
    """Return when a partner comes next."""
    places = [_place(turn.shown, partner) for turn in forecast.turns]
    return NextTurns(
        partner=partner,
        position=places[0] if places else 0,
        first=_first(places, 1),
        top=_first(places, TOP),
        shown=None if forecast.slots is None else _first(places, forecast.slots),
    )


def _chains(orders: GroupOrders, as_of: date, periods: int) -> dict[str, tuple[PeriodOrder, ...]]:
    """Follow every group; all open periods come first, so that a group sees others from there."""
    policy = orders.programme.policy
    groups = [name for name, group in policy.groups if group.strategy != "pick"]
    opened = {group: orders.period(group, as_of) for group in groups}
    return {g: tuple(_chain(orders, g, opened[g], periods)) for g in groups}


def _chain(
    orders: GroupOrders, group: str, opened: PeriodOrder, periods: int
) -> Sequence[PeriodOrder]:
    found = [opened]
    while len(found) <= periods and (after := orders.coming(group, found[-1])) is not None:
        found.append(after)
    return found


def _turn(
    orders: GroupOrders,
    by_id: Mapping[str, Partner],
    name: str,
    record: Opportunity,
    order: PeriodOrder,
    day: date,
) -> Turn:
    of_day = orders.on(record.group, min(day, order.period.last))
    verdicts = verdicts_of(orders.programme).on(name, day)
    line = [i for i in of_day.line if i in by_id and verdicts[i].eligible]
    seats = _seats(record, of_day, line)
    return Turn(
        order.period,
        tuple(line[:seats]),
        len(line) - seats,
        order.recorded is not None,
        order.conflict is None,
    )


def _seats(record: Opportunity, of_day: DayOrder, line: Sequence[str]) -> int:
    """Return how many of a list are shown: those with a seat, where the group has seats."""
    if record.slots is None:
        return len(line)
    if of_day.of.rule.slots is None:
        return min(record.slots, len(line))
    holding = frozenset(of_day.line[: of_day.seated])
    return sum(1 for i in line if i in holding)


def _place(shown: Sequence[str], partner: str) -> int:
    return shown.index(partner) + 1 if partner in shown else 0


def _first(places: Sequence[int], most: int) -> int | None:
    """Return the number of the first turn with a position of at most `most`."""
    return next((n for n, place in enumerate(places) if 0 < place <= most), None)
