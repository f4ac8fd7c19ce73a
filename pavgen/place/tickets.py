"""Tickets: public numbers that break ties and make draws, one for each partner and period."""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from pavgen.kernel.canonical import digests_of

SCHEME = "pavgen/ticket/v1"


class Purpose(StrEnum):
    """What a ticket is for; another purpose gives another, unrelated ticket."""

    TIE = "tie"
    DRAW = "draw"
    PICK = "pick"


def ticket(seed: str, group: str, period: str, purpose: Purpose, partner: str) -> str:
    """Return a partner's ticket as 64 hex digits, which sort as its bytes do.

    A ticket depends on nothing but these five, so removing a partner changes no other's
    order, and no edit of a record can improve one. The seed is taken in Unicode's composed
    form, as canonical JSON publishes it, so that an outsider hashes the same bytes.
    """
    return tickets(seed, group, period, purpose, (partner,))[0].hex()


def tickets(
    seed: str, group: str, period: str, purpose: Purpose, partners: Sequence[str]
) -> list[bytes]:
    """Return the tickets of many partners, in their order, as bytes."""
    value = unicodedata.normalize("NFC", seed)
    return digests_of((SCHEME, value, group, period, purpose.value), partners)
