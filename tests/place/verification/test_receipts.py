"""A receipt: kept by a partner, held against the ledger later."""

import pytest

from pavgen.place.verification.receipts import check_receipt, receipt_of
from tests.place.verification.writing import life, rewritten

TEXT = life(1, "draw")
LINES = TEXT.split("\n")[:-1]
EARLIER = "".join(f"{line}\n" for line in LINES[:3])


def test_a_receipt_names_the_last_line_by_its_digest_and_place():
    receipt = receipt_of(EARLIER, day="2026-12-20")
    assert list(receipt) == ["group", "head", "period", "seq", "day"]
    assert (receipt["group"], receipt["seq"], receipt["day"]) == ("main", 2, "2026-12-20")
    assert "day" not in receipt_of(EARLIER)


def test_there_is_no_receipt_for_what_is_no_ledger():
    assert [receipt_of(text) for text in ("", "\n", "rumour\n", "{}")] == [{}] * 4


def test_a_ledger_and_what_has_grown_from_it_hold_to_its_receipt():
    receipt = receipt_of(EARLIER)
    assert (check_receipt(receipt, EARLIER), check_receipt(receipt, TEXT)) == (None, None)


def test_a_shorter_or_rewritten_ledger_does_not():
    shorter = "".join(f"{line}\n" for line in LINES[:2])
    anew = life(2, "draw")
    found = [check_receipt(receipt_of(EARLIER), text) for text in (shorter, anew)]
    assert [difference and difference.part for difference in found] == ["head", "head"]


def test_a_ledger_that_is_out_of_order_does_not_hold_to_its_own_receipt():
    text = rewritten(TEXT, 2, seats=0)
    found = check_receipt(receipt_of(text), text)
    assert found is not None
    assert (found.line, found.part) == (2, "seats")


@pytest.mark.parametrize(("key", "value"), [("seq", 1), ("period", "2026-W01")])
def test_a_receipt_that_says_otherwise_of_its_line_is_refused(key, value):
    found = check_receipt({**receipt_of(EARLIER), key: value}, TEXT)
    assert found is not None
    assert (found.part, found.computed) == (key, str(value))


@pytest.mark.parametrize(
    "receipt",
    [{}, {"head": "00"}, {**receipt_of(EARLIER), "seq": True}, {**receipt_of(EARLIER), "head": ""}],
)
def test_what_is_no_receipt_is_refused(receipt):
    found = check_receipt(receipt, TEXT)
    assert found is not None
    assert found.part == "receipt"
