"""A reason: what speaks for a place in a list, as data; `sentences` puts it into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pavgen.kernel.canonical import Json

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


RANKED = frozenset(
    {
        ReasonKind.POINTS,
        ReasonKind.JOINED,
        ReasonKind.CERTIFICATIONS,
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
    are ISO dates.
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
