"""Receipts: what somebody keeps of a ledger, to see later that it has only grown."""

import re
from collections.abc import Mapping

from pavgen.place.verification.differing import Difference, difference_at
from pavgen.place.verification.reading import canonical, sha256, value_of
from pavgen.place.verification.verifying import verify_ledger

Receipt = dict[str, str | int]

_KINDS: Mapping[str, type] = {"group": str, "head": str, "period": str, "seq": int}
_DIGEST = re.compile(r"[0-9a-f]{64}")


def receipt_of(text: str, day: str = "") -> Receipt:
    """Return the receipt of a ledger that has been verified: its last line's digest and place.

    `day` is when it was taken, if that is to be kept; an empty receipt means an empty ledger.
    """
    lines = text.split("\n")[:-1]
    entry = value_of(lines[-1]) if lines else None
    if entry is None:
        return {}
    receipt: Receipt = {
        "group": str(entry.get("group", "")),
        "head": sha256(lines[-1]),
        "period": str(entry.get("period", "")),
        "seq": len(lines) - 1,
    }
    return {**receipt, "day": day} if day else receipt


def check_receipt(receipt: Mapping[str, object], text: str) -> Difference | None:
    """Return the first thing by which a ledger is not what a receipt was given for.

    The ledger is verified as a whole: it must be in order, and have the receipt's line at
    its place.
    """
    head, group = receipt.get("head"), receipt.get("group")
    is_whole = all(type(receipt.get(key)) is kind for key, kind in _KINDS.items())
    if not is_whole or not _DIGEST.fullmatch(str(head)) or not group:
        return difference_at(0, -1, "", "receipt", canonical(sorted(map(str, receipt))))
    found = verify_ledger(text, group=str(group), head=str(head))
    if found.difference is not None:
        return found.difference
    seq = found.entries - 1 - (found.grown_since or 0)
    entry = value_of(text.split("\n")[seq]) or {}
    period = str(entry.get("period"))
    for key, value in (("seq", seq), ("period", period)):
        if receipt[key] != value:
            return difference_at(seq + 1, seq, period, key, str(value), str(receipt[key]))
    return None
