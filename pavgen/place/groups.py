"""Every group's order on a day: from the ledger where it is recorded, else as it would be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property, partial

from pavgen.kernel.values import dataclass
from pavgen.model.ledger import Ledger
from pavgen.model.programme import Programme
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.engine import (
    ACCOUNTING,
    REMEMBERED,
    GroupState,
    Played,
    play,
    settle,
    unplaced,
)
from pavgen.place.history import Recorded, Step, recorded_periods, steps
from pavgen.place.inputs import (
    Elsewhere,
    eligible_ids,
    group_period,
    group_round,
    group_rule,
    members_of,
)
from pavgen.place.periods import Period, period_named
from pavgen.place.pick_days import PickDay, pick_day
from pavgen.place.rounds import Cooldown, GroupRule, Round, Tickets
from pavgen.place.strategies.pick_rules import pick_rules
from pavgen.place.strategies.sorting import purpose_of
from pavgen.place.whereabouts import Whereabouts


@dataclass(frozen=True)
class PeriodOrder:
    """A group's period: what went in, what came out, and the state before it.

    `recorded` is its ledger entry; without one the order is provisional: it is what would be
    recorded from today's files. `conflict` is set when the hard constraints cannot be kept;
    the order is then that of the strategy. `day` is that for which everything was looked up.
    """

    period: Period
    day: date = field(compare=False)
    rule: GroupRule
    round: Round
    before: GroupState
    played: Played
    recorded: Recorded | None = None
    conflict: Conflict | None = None
    differs: bool = False

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """What the period holds of each partner, by id."""
        return Whereabouts(self.round, self.played)

    def after(self) -> GroupState:
        """Return the state after the period, charged as shown."""
        return settle(
            self.rule,
            self.round,
            self.before,
            self.played.shown,
            self.played.seats,
            self.played.turns,
        )


@dataclass(frozen=True, slots=True)
class DayOrder:
    """A group's order on a day: that of the period, closed up where somebody left.

    `line` are the ids that take part, in order; `seated` how many of them, from the front,
    have a seat; `joined` those put last because they came within the period. In a draw
    `picks` is what they hold, and those who hold nothing stand behind the others.
    """

    group: str
    of: PeriodOrder
    line: tuple[str, ...]
    seated: int
    joined: tuple[str, ...]
    removed: tuple[str, ...]
    picks: PickDay | None = None


@dataclass(slots=True)
class GroupOrders:
    """The orders of a programme's groups, each worked out once.

    `memory` has states by the digest of the ledger's line after which they held; a replay
    begins at the last of them, and is the same as one from the beginning. `today` is the day
    of the build: a group that was never recorded has no order yet that could be frozen, so
    its period is looked up for today, as it would be if it were recorded now.
    """

    programme: Programme
    memory: Mapping[str, GroupState] = field(default_factory=dict)
    today: date | None = None
    _recorded: dict[str, tuple[Recorded, ...]] = field(default_factory=dict)
    _periods: dict[tuple[str, str], PeriodOrder] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)

    def on(self, group: str, day: date) -> DayOrder:
        """Return a group's order on a day."""
        order = self.period(group, day)
        if order.rule.strategy == "pick":
            return self._drawn_on(group, order, day)
        roster = {i for i, _ in order.round.roster}
        able = eligible_ids(self.programme, group, day)
        tickets = Tickets(order.rule.seed.value, group, order.period.label)
        numbers = tickets.of(purpose_of(order.rule.ordering), sorted(able - roster))
        joined = tuple(sorted(numbers, key=lambda i: numbers[i]))
        shown = order.played.shown
        seats = order.played.seats if order.rule.slots is not None else len(shown)
        kept = tuple(i for i in shown if i in able)
        seated = sum(1 for i in shown[:seats] if i in able)
        if order.rule.slots is None:
            seated += len(joined)
        removed = tuple(i for i in shown if i not in able)
        return DayOrder(group, order, (*kept, *joined), seated, joined, removed)

    def _drawn_on(self, group: str, order: PeriodOrder, day: date) -> DayOrder:
        """Return a draw on a day: who holds something, in turn, then who waits.

        Before the day of the draw nobody holds anything.
        """
        rules = pick_rules(order.rule, order.round)
        able = partial(eligible_ids, self.programme, group)
        played = order.played if day >= order.period.first else replace(order.played, picked=())
        picks = pick_day(self.programme, group, rules, played, order.recorded, day, able)
        hands = picks.hands
        tickets = Tickets(order.rule.seed.value, group, order.period.label)
        numbers = tickets.of(purpose_of(order.rule.ordering), sorted(hands.joined))
        joined = tuple(sorted(numbers, key=lambda i: numbers[i]))
        everybody = (*(i for i in rules.order if i not in hands.gone), *joined)
        holding = tuple(i for i in everybody if hands.of(i))
        waiting = tuple(i for i in everybody if not hands.of(i))
        removed = tuple(i for i in rules.order if i in hands.gone)
        return DayOrder(group, order, holding + waiting, len(holding), joined, removed, picks)

    def period(self, group: str, day: date) -> PeriodOrder:
        """Return a group's order in the period that holds a day."""
        period = group_period(self.programme.policy.group(group), day)
        key = (group, period.label)
        if key not in self._periods:
            if group in self._open:
                return self._decided(group, period, GroupState(), Elsewhere({}, {}))
            self._open.add(group)
            self._fill(group, period)
            self._open.discard(group)
        return self._periods[key]

    def coming(self, group: str, after: PeriodOrder) -> PeriodOrder | None:
        """Return the period after another, decided from today's files as if that was recorded.

        None after an event, and at the end of time. What is forecast stays known: a group that
        looks at this one in a later period sees the same order.
        """
        kind, day = self.programme.policy.group(group), after.period.next_start()
        if day is None or kind.period == "event" or group in self._open:
            return None
        period = group_period(kind, day)
        key = (group, period.label)
        if key not in self._periods:
            if any(item.period == period.label for item in self.recorded(group)):
                return self.period(group, day)
            self._open.add(group)
            for source in self._sources(group):
                self._reach(source, period.first)
            elsewhere = self.elsewhere(group, period)
            self._periods[key] = self._decided(group, period, after.after(), elsewhere)
            self._open.discard(group)
        return self._periods[key]

    def _reach(self, group: str, day: date) -> None:
        """Forecast a group from the latest period that is known of it up to a day."""
        known = [order for (name, _), order in self._periods.items() if name == group]
        order = max(known, key=lambda order: order.period.first, default=None)
        while order is not None and order.period.last < day:
            order = self.coming(group, order)

    def _sources(self, group: str) -> tuple[str, ...]:
        """Return the groups whose orders this one looks at."""
        then = self.programme.policy.group(group).then
        seen = (self.programme.policy.opportunity(name).group for name in self._across(group))
        return tuple(dict.fromkeys((*((then,) if then else ()), *seen)))

    def _fill(self, group: str, period: Period) -> None:
        """Work out a period, and the unrecorded ones before it that its accounts depend on."""
        recorded = self.recorded(group)
        labels = [item.period for item in recorded]
        if period.label in labels:
            step = self._last_step(recorded[: labels.index(period.label) + 1])
            self._periods[group, period.label] = self._as_recorded(period, step)
            return
        state = GroupState()
        rest: list[Period] = [period]
        earlier = [item for item in recorded if _is_before(item.period, period)]
        if earlier:
            state = self._last_step(earlier).after()
            if _has_memory(group_rule(self.programme, group)):
                rest = list(self._between(group, earlier[-1].period, period))
        for item in rest:
            key = (group, item.label)
            if key not in self._periods:
                self._periods[key] = self._decided(group, item, state, self.elsewhere(group, item))
            if item is not period:
                state = self._periods[key].after()

    def _last_step(self, periods: Sequence[Recorded]) -> Step:
        """Replay up to the last of some periods, from the latest state that is remembered."""
        begin, start = 0, None
        for place, recorded in enumerate(periods):
            known = self.memory.get(recorded.before)
            if known is not None:
                begin, start = place, replace(known, recent=_seated_before(periods, place))
        *_, step = steps(periods[begin:], start)
        return step

    def recorded(self, group: str) -> tuple[Recorded, ...]:
        """Return the recorded periods of a group."""
        if group not in self._recorded:
            self._recorded[group] = recorded_periods(self.ledger(group))
        return self._recorded[group]

    def ledger(self, group: str) -> Ledger:
        """Return a group's ledger; an empty one where nothing is recorded."""
        return self.programme.ledgers.get(group, Ledger(group))

    def _between(self, group: str, label: str, period: Period) -> Iterator[Period]:
        """Yield the periods after the last recorded one, up to and with another."""
        last = period_named(label)
        kind = self.programme.policy.group(group)
        day = last.next_start() if last is not None else period.first
        while day is not None and day < period.first:
            missing = group_period(kind, day)
            if last is not None and missing.first > last.last:
                yield missing
            day = missing.next_start()
        yield period

    def _as_recorded(self, period: Period, step: Step) -> PeriodOrder:
        recorded = step.recorded
        again = play(recorded.rule, recorded.round, step.before)
        said = (recorded.order, recorded.shown, recorded.seats, recorded.picked)
        fits = isinstance(again, Played) and said == (
            again.order,
            again.shown,
            again.seats,
            again.picked,
        )
        played = Played(
            recorded.order,
            recorded.shown,
            recorded.seats,
            recorded.waivers,
            picked=recorded.picked,
        )
        if isinstance(again, Played):
            played = replace(
                played,
                turns=again.turns,
                moves=again.moves if fits else (),
                steps=again.steps if fits else (),
            )
        return PeriodOrder(
            period,
            period.first,
            recorded.rule,
            recorded.round,
            step.before,
            played,
            recorded,
            differs=not fits,
        )

    def _decided(
        self, group: str, period: Period, state: GroupState, elsewhere: Elsewhere
    ) -> PeriodOrder:
        rule = self._rule(group, period)
        day = self._day(group, period)
        round_ = group_round(self.programme, group, rule, (period.label, day), elsewhere)
        played = play(rule, round_, state)
        if isinstance(played, Played):
            return PeriodOrder(period, day, rule, round_, state, played)
        if rule.strategy == "pick":
            nobody = unplaced(rule, round_)
            return PeriodOrder(period, day, rule, round_, state, nobody, None, played)
        free = replace(rule, constraints=())
        unbound = play(free, replace(round_, bounds=()), state)
        if isinstance(unbound, Conflict):
            return PeriodOrder(period, day, rule, round_, state, Played((), (), 0), None, unbound)
        return PeriodOrder(period, day, rule, round_, state, unbound, None, played)

    def _day(self, group: str, period: Period) -> date:
        """Return the day for which a period is looked up: its first, once there is a ledger."""
        if self.today is None or self.recorded(group):
            return period.first
        return max(period.first, min(self.today, period.last))

    def _rule(self, group: str, period: Period) -> GroupRule:
        """Return the rule of an unrecorded period: a policy decides from the next period on."""
        policy = self.programme.policy
        recorded = self.recorded(group)
        if recorded and policy.announced is not None and policy.announced >= period.first:
            return recorded[-1].rule
        return group_rule(self.programme, group)

    def elsewhere(self, group: str, period: Period) -> Elsewhere:
        """Return what a group's period takes from other groups."""
        then = self.programme.policy.group(group).then
        order = self.on(then, self._day(group, period)).line if then else ()
        return Elsewhere(
            {partner: place for place, partner in enumerate(order, start=1)},
            {name: self._seated(name, self._day(group, period)) for name in self._across(group)},
        )

    def _across(self, group: str) -> tuple[str, ...]:
        records = members_of(self.programme, group)
        limits = [limit for _, record in records for limit in record.constraints]
        return tuple(dict.fromkeys(name for limit in limits for name in limit.across))

    def _seated(self, opportunity: str, day: date) -> tuple[str, ...]:
        found = self.on(self.programme.policy.opportunity(opportunity).group, day)
        return found.line[: found.seated]


def _seated_before(periods: Sequence[Recorded], place: int) -> tuple[tuple[str, ...], ...]:
    """Return who sat in the periods before one, the latest first, as a state keeps them."""
    lately = periods[max(0, place - REMEMBERED) : place]
    return tuple(recorded.shown[: recorded.seats] for recorded in reversed(lately))


def _has_memory(rule: GroupRule) -> bool:
    return rule.ordering in ACCOUNTING or any(isinstance(c, Cooldown) for c in rule.constraints)


def _is_before(label: str, period: Period) -> bool:
    """Say whether a recorded period comes before another; an event's has no day of its own."""
    recorded = period_named(label)
    return recorded is None or recorded.last < period.first
