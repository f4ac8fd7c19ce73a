"""What `placement record` appends: rules that have changed, missed periods, the open one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from pavgen.kernel.canonical import Json, canonical_json, sha256_hex
from pavgen.kernel.values import dataclass
from pavgen.model.ledger import Ledger, grown
from pavgen.model.programme import Programme
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.engine import lag_digest
from pavgen.place.entries import holds_json, round_json, rule_json, waivers_json
from pavgen.place.groups import DayOrder, GroupOrders, PeriodOrder
from pavgen.place.history import Amendment, Recorded, RecordedOffer, recorded_periods
from pavgen.place.inputs import group_period
from pavgen.place.periods import Period, period_named
from pavgen.place.pick_days import PickDay
from pavgen.place.published_policy import published_policy
from pavgen.place.rounds import GroupRule


@dataclass(frozen=True, slots=True)
class Appended:
    """What a group's ledger gains: its new text, and the entries that were added.

    `conflict` is set when a period cannot be decided, with the period's label; nothing after
    it is appended.
    """

    ledger: Ledger
    added: tuple[tuple[str, str], ...]
    conflict: tuple[str, Conflict] | None = None


def record(programme: Programme, group: str, as_of: date, until: Period | None = None) -> Appended:
    """Append every period that has opened and is not recorded, and changes within the open one.

    Periods that are over are written as `late`. With `until` nothing after it is appended.
    """
    before = programme.ledgers.get(group, Ledger(group))
    writing = _Writing(programme, group, before, as_of)
    now = group_period(programme.policy.group(group), as_of)
    last = until or now
    if last.first > as_of:
        return Appended(before, ())
    for period in _missing(programme, group, recorded_periods(before), last):
        kind = "late" if period.last < as_of else "placement"
        conflict = writing.period(period, kind)
        if conflict is not None:
            return Appended(writing.ledger, tuple(writing.added), (period.label, conflict))
    if until is None and as_of <= now.last:
        writing.amend(as_of)
    return Appended(writing.ledger, tuple(writing.added))


def policy_digest(programme: Programme) -> str:
    """Return the digest of the policy as it is published."""
    return sha256_hex(canonical_json(published_policy(programme)).encode())


@dataclass(slots=True)
class _Writing:
    """A ledger that grows, with the programme that sees it grow."""

    programme: Programme
    group: str
    ledger: Ledger
    as_of: date
    added: list[tuple[str, str]]

    def __init__(self, programme: Programme, group: str, ledger: Ledger, as_of: date) -> None:
        self.programme, self.group, self.ledger = programme, group, ledger
        self.as_of, self.added = as_of, []

    def period(self, period: Period, kind: str) -> Conflict | None:
        """Append a period, after its rule where that has changed."""
        order = self._orders().period(self.group, period.first)
        if order.conflict is not None:
            return order.conflict
        if not self.ledger.entries:
            self._append("genesis", period.label, self._rule(order))
        elif _written(recorded_periods(self.ledger)[-1].rule) != _written(order.rule):
            self._append("policy", period.label, self._rule(order))
        self._append(kind, period.label, _placement(order))
        return None

    def amend(self, as_of: date) -> None:
        """Append who has joined and left since the last record of the open period.

        Nothing is appended to a period behind which another one is recorded already.
        """
        day = self._orders().on(self.group, as_of)
        recorded = day.of.recorded
        if recorded is None or recorded_periods(self.ledger)[-1].period != recorded.period:
            return
        if day.picks is not None:
            self._follow(recorded.period, day.picks)
            return
        joined, removed = _changes(day, recorded)
        if joined or removed:
            body: dict[str, Json] = {"joined": list(joined), "removed": list(removed)}
            self._append("amend", recorded.period, body)

    def _follow(self, period: str, picks: PickDay) -> None:
        """Append what came after a draw, in order; nothing while an offer cannot stand."""
        if picks.refused:
            return
        for entry in picks.todo:
            match entry:
                case Amendment(joined, removed):
                    body: dict[str, Json] = {"joined": list(joined), "removed": list(removed)}
                    self._append("amend", period, body)
                case RecordedOffer(item, answers):
                    said: dict[str, Json] = {"item": item, "answers": holds_json(answers)}
                    self._append("offer", period, said)

    def _orders(self) -> GroupOrders:
        ledgers = {**self.programme.ledgers, self.group: self.ledger}
        return GroupOrders(replace(self.programme, ledgers=ledgers), today=self.as_of)

    def _rule(self, order: PeriodOrder) -> dict[str, Json]:
        policy: dict[str, Json] = {
            "version": self.programme.policy.version,
            "digest": policy_digest(self.programme),
        }
        return {**rule_json(order.rule), "policy": policy}

    def _append(self, kind: str, period: str, body: Mapping[str, Json]) -> None:
        self.ledger = grown(self.ledger, kind, period, body)
        self.added.append((kind, period))


def _written(rule: GroupRule) -> str:
    """Return a rule as the ledger writes it: spellings that it takes for one are one."""
    return canonical_json(rule_json(rule))


def _placement(order: PeriodOrder) -> dict[str, Json]:
    played = order.played
    picked: dict[str, Json] = {"picked": holds_json(played.picked)}
    return {
        **round_json(order.round),
        **(picked if order.round.picking is not None else {}),
        "order": list(played.order),
        "shown": list(played.shown),
        "seats": played.seats,
        "waivers": waivers_json(played.waivers),
        "lag_digest": lag_digest(order.rule, order.round, order.after()),
    }


def _changes(day: DayOrder, recorded: Recorded) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who has to be added and taken out, given what is amended already."""
    joined = set(day.joined) - set(recorded.joined)
    back = set(recorded.removed) - set(day.removed)
    gone = set(recorded.joined) - set(day.joined)
    removed = set(day.removed) - set(recorded.removed)
    return tuple(sorted(joined | back)), tuple(sorted(removed | gone))


def _missing(
    programme: Programme, group: str, recorded: tuple[Recorded, ...], last: Period
) -> Iterator[Period]:
    """Yield the periods after the last recorded one, up to and with another."""
    if any(item.period == last.label for item in recorded):
        return
    kind = programme.policy.group(group)
    before = period_named(recorded[-1].period) if recorded else None
    day = before.next_start() if before is not None else None
    while day is not None and day < last.first:
        missing = group_period(kind, day)
        if before is not None and before.last < missing.first < last.first:
            yield missing
        day = missing.next_start()
    if before is None or before.last < last.first:
        yield last
