"""A reason: what speaks for a place in a list, as data; `sentences` puts it into words."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass

Says = Mapping[str, str | int]
"""What a reason says, by name."""


class ReasonKind(StrEnum):
    """What a reason is about; the word stands in published trees and in the keys of texts."""

    PLACED = "placed"
    WAITING = "waiting"
    EXCLUDED = "excluded"
    SHORT = "short"
    ELIGIBLE = "eligible"
    CONDITION = "condition"
    NEEDS = "needs"
    HAS = "has"
    STATUS = "status"
    OPTED_OUT = "opted-out"
    UNPAID = "unpaid"
    RECORDED = "recorded"
    PROVISIONAL = "provisional"
    DIFFERS = "differs"
    CONFLICT = "conflict"
    PINNED = "pinned"
    ARRIVED = "arrived"
    BLOCK = "block"
    CLASS = "class"
    WEIGHT = "weight"
    ENTITLED = "entitled"
    OWED = "owed"
    SHARE = "share"
    DUE = "due"
    OTHER = "other"
    ROW = "row"
    POINTS = "points"
    JOINED = "joined"
    CERTIFICATIONS = "certifications"
    APPLIED = "applied"
    LISTED = "listed"
    SCORE = "score"
    MATCH = "match"
    PACKAGE = "package"
    SPONSORED = "sponsored"
    THEN = "then"
    NAME = "name"
    SPELLING = "spelling"
    SLUG = "slug"
    DRAWN = "drawn"
    TIE = "tie"
    FIRST = "first"
    AHEAD = "ahead"
    BEHIND = "behind"
    MOVED = "moved"
    LIMIT = "limit"
    STOOD = "stood"
    FAVOURED = "favoured"
    WAIVED = "waived"
    PLACE = "place"
    UNTIL = "until"
    PICK_HEAD = "pick-head"
    PICK_SHORT = "pick-short"
    PICK_ITEM = "pick-item"
    PICK_ABLE = "pick-able"
    PICK_STUCK = "pick-stuck"
    PICK_ORDER = "pick-order"
    PICK_GIVEN = "pick-given"
    PICK_AHEAD = "pick-ahead"
    PICK_TURN = "pick-turn"
    PICK_WISH = "pick-wish"
    PICK_GOT = "pick-got"
    PICK_OFFER = "pick-offer"
    PICK_HOLDS = "pick-holds"
    PICK_WAITS = "pick-waits"
    PICK_QUEUE = "pick-queue"
    PICK_ABSENT = "pick-absent"
    PICK_UNTIL = "pick-until"


RANKED = frozenset(
    {
        ReasonKind.POINTS,
        ReasonKind.JOINED,
        ReasonKind.CERTIFICATIONS,
        ReasonKind.APPLIED,
        ReasonKind.LISTED,
        ReasonKind.SCORE,
        ReasonKind.PACKAGE,
        ReasonKind.THEN,
        ReasonKind.NAME,
        ReasonKind.SPELLING,
        ReasonKind.SLUG,
    }
)
"""What a sorting strategy compares: told by ranks, from 1, as the ledger has them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with what it says, by name, and the reasons that it rests on.

    `how`, where a kind has several forms, is the form. Names with a unit: `owed` and `share`
    are in billionths of a place (`rounds.PLACE`), `score`, `own`, `other` and `by` of an
    account in millionths of a first place's exposure; ranks and positions count from 1, days
    are ISO dates, `start` a time on the clocks of the place. Parts of kind `pick-item` are
    things that the reason is about, and no reasons of their own.
    """

    kind: ReasonKind
    says: Says = field(default_factory=dict)
    parts: "tuple[Reason, ...]" = ()

    @property
    def how(self) -> str:
        """The form of the kind; empty where there is but one."""
        return str(self.says.get("how", ""))


def as_json(reason: Reason) -> Json:
    """Return a tree as JSON values; numbers stay below 2^53."""
    return {
        "kind": reason.kind.value,
        "says": dict(reason.says),
        "parts": [as_json(part) for part in reason.parts],
    }
