"""A ledger replayed: every recorded period with the rule that held, and the state around it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass
from pavgen.model.ledger import PLACEMENTS, RULES, Ledger, LedgerEntry
from pavgen.place.engine import GroupState, settle
from pavgen.place.entries import holds_of, ids_of, round_of, rule_of, waivers_of
from pavgen.place.rounds import GroupRule, Round, Waiver


@dataclass(frozen=True, slots=True)
class Amendment:
    """Who has come and who has left, sorted by id."""

    joined: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordedOffer:
    """An item that fell vacant, and who was asked for it, in turn, with the answers."""

    item: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A period as the ledger has it, with the changes made to its list while it lasted.

    `before` is the digest of the line before it, after which the state was that before it. Of
    a draw `picked` is who got what in turn, and `story` what came after, in order.
    """

    period: str
    rule: GroupRule
    policy: tuple[int, str]
    round: Round
    order: tuple[str, ...]
    shown: tuple[str, ...]
    seats: int
    waivers: tuple[Waiver, ...]
    digest: str
    seq: int
    before: str = ""
    late: bool = False
    joined: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    picked: tuple[tuple[str, str], ...] = ()
    story: tuple[Amendment | RecordedOffer, ...] = ()

    def round_ids(self) -> frozenset[str]:
        """Return the ids of all who took part from the beginning."""
        return frozenset(i for i, _ in self.round.roster)


@dataclass(frozen=True)
class Step:
    """A recorded period with the state before it."""

    recorded: Recorded
    before: GroupState

    def after(self) -> GroupState:
        """Return the state after the period, charged as shown."""
        return self._after

    @cached_property
    def _after(self) -> GroupState:
        period = self.recorded
        return settle(period.rule, period.round, self.before, period.shown, period.seats)


def recorded_periods(ledger: Ledger) -> tuple[Recorded, ...]:
    """Return the periods of a ledger in order, each with the rule that held in it."""
    found: list[Recorded] = []
    rule: tuple[GroupRule, tuple[int, str]] | None = None
    for entry in ledger.entries:
        if entry.type in RULES:
            rule = rule_of(entry.body), _policy(entry)
        elif entry.type in PLACEMENTS:
            if rule is None:
                raise DefectError("a ledger without genesis; reading should have refused it")
            found.append(_recorded(entry, *rule))
        elif entry.type == "offer":
            offer = RecordedOffer(str(entry.body["item"]), holds_of(entry.body["answers"]))
            found[-1] = replace(found[-1], story=(*found[-1].story, offer))
        else:
            found[-1] = _amended(found[-1], entry)
    return tuple(found)


def steps(periods: Sequence[Recorded], start: GroupState | None = None) -> Iterator[Step]:
    """Yield each period with the state before it, from a state on; charges, decides nothing."""
    state = start or GroupState()
    for recorded in periods:
        step = Step(recorded, state)
        yield step
        state = step.after()


def _recorded(entry: LedgerEntry, rule: GroupRule, policy: tuple[int, str]) -> Recorded:
    body = entry.body
    seats = body["seats"]
    return Recorded(
        period=entry.period,
        rule=rule,
        policy=policy,
        round=round_of(str(body["group"]), entry.period, body),
        order=ids_of(body["order"]),
        shown=ids_of(body["shown"]),
        seats=seats if isinstance(seats, int) else 0,
        waivers=waivers_of(body),
        digest=str(body["lag_digest"]),
        seq=entry.seq,
        before=str(body["prev"]),
        late=entry.type == "late",
        picked=holds_of(body.get("picked", [])),
    )


def _amended(period: Recorded, entry: LedgerEntry) -> Recorded:
    """Return a period with an amendment on top of those before it."""
    joined, removed = ids_of(entry.body["joined"]), ids_of(entry.body["removed"])
    back, left, begun = frozenset(joined), frozenset(removed), period.round_ids()
    kept = tuple(i for i in period.joined if i not in left)
    gone = tuple(i for i in period.removed if i not in back)
    return replace(
        period,
        joined=(*kept, *(i for i in joined if i not in begun)),
        removed=(*gone, *(i for i in removed if i in begun)),
        story=(*period.story, Amendment(joined, removed)),
    )


def _policy(entry: LedgerEntry) -> tuple[int, str]:
    policy = entry.body["policy"]
    if not isinstance(policy, dict):
        raise DefectError("a rule without its policy; reading should have refused it")
    return int(policy["version"]), str(policy["digest"])
