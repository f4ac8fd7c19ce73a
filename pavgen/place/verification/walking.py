"""How far a ledger has been followed: everything that the next line depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pavgen.place.verification.balanced import Balances
from pavgen.place.verification.calendar import follows, successor
from pavgen.place.verification.differing import Fault, Unsettled
from pavgen.place.verification.offering import Held
from pavgen.place.verification.quota import Quotas
from pavgen.place.verification.records import Rule
from pavgen.place.verification.rotation import Cycle

FIRST = "0" * 64
RULES = ("genesis", "policy")
PLACEMENTS = ("placement", "late")
AMENDMENTS = ("amend", "offer")

Account = Balances | Quotas | Cycle


@dataclass(frozen=True, slots=True)
class Walk:
    """The state after some lines.

    `digests` are of the lines so far. `pending` is the period of a rule that no placement has
    followed yet. `recent` are those seated in each period, the latest first. `order` and
    `seats` are of the last period, amended; `has_open_seats` says that constraints left seats open;
    `held` is who holds what, where it was picked. `choices` and the `unsettled` of them
    are of all periods.
    """

    group: str = ""
    digests: tuple[str, ...] = ()
    rule: Rule | None = None
    pending: str = ""
    periods: tuple[str, ...] = ()
    accounts: Mapping[str, Account] = field(default_factory=dict)
    recent: tuple[frozenset[str], ...] = ()
    order: tuple[str, ...] = ()
    seats: int = 0
    has_open_seats: bool = False
    partners: frozenset[str] = frozenset()
    kind: str = ""
    held: Held | None = None
    choices: int = 0
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def head(self) -> str:
        """The digest of the last line."""
        return self.digests[-1] if self.digests else FIRST


def out_of_turn(walk: Walk, entry: Mapping[str, object]) -> Fault | None:
    """Return why a line cannot stand where it does, whatever it says."""
    chained: tuple[tuple[str, object, object], ...] = (
        ("group", entry["group"], walk.group or entry["group"]),
        ("seq", entry["seq"], len(walk.digests)),
        ("chain", entry["prev"], walk.head),
    )
    for part, recorded, computed in chained:
        if recorded != computed:
            return part, str(recorded), str(computed)
    kind, period = str(entry["type"]), str(entry["period"])
    if (kind == "genesis") != (not walk.digests):
        return "genesis", kind, "policy" if walk.digests else "genesis"
    if walk.pending and kind not in PLACEMENTS:
        return "type", kind, " | ".join(PLACEMENTS)
    return _untimely(walk, kind, period)


def _untimely(walk: Walk, kind: str, period: str) -> Fault | None:
    last = walk.periods[-1] if walk.periods else ""
    wanted = walk.pending or (last if kind in AMENDMENTS else "")
    if wanted:
        return ("period", period, wanted) if period != wanted else None
    if last and not follows(last, period):
        return "period", period, successor(last, period)
    return ("period", period, "") if period in walk.periods else None
