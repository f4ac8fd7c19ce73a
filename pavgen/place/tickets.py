"""Tickets: public numbers that break ties and make draws, one for each partner and period."""

import unicodedata
from enum import StrEnum

from pavgen.kernel.canonical import digest_of

SCHEME = "pavgen/ticket/v1"


class Purpose(StrEnum):
    """What a ticket is for; another purpose gives another, unrelated ticket."""

    TIE = "tie"
    DRAW = "draw"


def ticket(seed: str, group: str, period: str, purpose: Purpose, partner: str) -> str:
    """Return a partner's ticket as 64 hex digits, which sort as its bytes do.

    A ticket depends on nothing but these five, so removing a partner changes no other's
    order, and no edit of a record can improve one. The seed is taken in Unicode's composed
    form, as canonical JSON publishes it, so that an outsider hashes the same bytes.
    """
    value = unicodedata.normalize("NFC", seed)
    return digest_of(SCHEME, value, group, period, purpose.value, partner).hex()
