"""Follow a ledger from its first line and compare every order with what follows from it."""

from dataclasses import dataclass, replace

from pavgen.place.verification.differing import Difference, Unsettled, difference_at, shortened
from pavgen.place.verification.following import followed
from pavgen.place.verification.reading import sha256
from pavgen.place.verification.walking import Walk

_OF_A_RULE = ("strategy", "weights", "horizon", "slots", "blocks", "by", "inside", "seed")
_OF_A_ROUND = ("type", "roster", "pins", "facts")
_INPUTS = {
    "genesis": ("period", *_OF_A_RULE, "constraints", "policy"),
    "policy": (*_OF_A_RULE, "constraints", "policy"),
    "placement": _OF_A_ROUND,
    "late": _OF_A_ROUND,
    "amend": ("joined", "removed"),
    "offer": ("item", "answers"),
}


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of a ledger came to.

    `entries`, `periods`, `partners` and `head` tell of the lines up to the first difference;
    all lines, when there is none. `order` is the last period's list with its amendments, of
    which the first `seats` are shown. `grown_since` counts the lines after the one whose
    digest is the published head. `trusted` are the keys of the last line that nothing guards:
    a later line would, or a published head. `choices` counts those of booths and talks; the
    `unsettled` of them would have taken too long a search.
    """

    group: str
    entries: int
    periods: int
    partners: int
    head: str
    first_period: str
    last_period: str
    difference: Difference | None
    order: tuple[str, ...]
    seats: int
    grown_since: int | None = None
    trusted: tuple[str, ...] = ()
    choices: int = 0
    unsettled: tuple[Unsettled, ...] = ()


def verify_ledger(text: str, *, group: str = "", head: str = "") -> Verified:
    """Check a ledger's form, its chain, and that each order follows from what is recorded.

    `group` is the one it should be of. `head` is one published earlier: the ledger must be
    what it was then, or have grown from it. Bytes that are not UTF-8 should be decoded to
    surrogates; they are refused like any other odd text.
    """
    walk = Walk(group=group)
    *lines, rest = text.split("\n")
    for number, line in enumerate(lines, start=1):
        step = followed(walk, line, number)
        if isinstance(step, Difference):
            return _verified(walk, step)
        walk = step
    number = len(lines)
    if rest or not lines:
        return _verified(walk, difference_at(number + 1, -1, "", "format", shortened(rest)))
    if head and head not in walk.digests:
        period = walk.periods[-1] if walk.periods else ""
        return _verified(walk, difference_at(number, number - 1, period, "head", walk.head, head))
    grown = len(walk.digests) - 1 - walk.digests.index(head) if head else None
    trusted = () if grown == 0 else _INPUTS[walk.kind]
    return replace(_verified(walk, None), grown_since=grown, trusted=trusted)


def verify_growth(older: str, newer: str) -> Difference | None:
    """Return the first line in which a newer file is not a continuation of an older one."""
    if newer.startswith(older) and older[-1:] in {"", "\n"}:
        return None
    later = newer.split("\n")[:-1]
    for number, line in enumerate(older.split("\n"), start=1):
        said = later[number - 1] if number <= len(later) else ""
        if said != line:
            return difference_at(number, number - 1, "", "growth", sha256(said), sha256(line))
    return None


def _verified(walk: Walk, difference: Difference | None) -> Verified:
    periods = walk.periods
    return Verified(
        group=walk.group,
        entries=len(walk.digests),
        periods=len(periods),
        partners=len(walk.partners),
        head=walk.head,
        first_period=periods[0] if periods else "",
        last_period=periods[-1] if periods else "",
        difference=difference,
        order=walk.order,
        seats=walk.seats,
        choices=walk.choices,
        unsettled=walk.unsettled,
    )
