from dataclasses import replace

from pavgen.kernel.diagnostics import Severity, Span
from pavgen.model.ledger import Ledger, grown
from pavgen.model.records.policy import Group
from pavgen.place.placing import place
from pavgen.place.recording import record
from tests.place.findings.cases import DAY, listing

MADE = listing(Group(strategy="draw"))
KEPT = record(MADE, "main", DAY).ledger


def findings(**ledgers):
    made = replace(MADE, ledgers=ledgers)
    return [(d.span, d.code, d.what, d.severity) for d in place(made, DAY).diagnostics]


def with_order(order):
    """Return the ledger with another order in its last line."""
    genesis, last = KEPT.entries
    start = Ledger("main", (genesis,), KEPT.text.splitlines(keepends=True)[0])
    head = ("v", "seq", "prev", "type", "group", "period")
    body = {key: value for key, value in last.body.items() if key not in head}
    return grown(start, last.type, last.period, {**body, "order": order, "shown": order})


def test_a_recorded_period_that_replays_has_no_findings():
    assert findings(main=KEPT) == []
    order = list(place(MADE, DAY).value.groups["main"].day.line)
    assert findings(main=with_order(order)) == []


def test_a_recorded_order_that_its_rule_does_not_give_is_told_at_its_line():
    order = list(place(MADE, DAY).value.groups["main"].day.line)[::-1]
    assert findings(main=with_order(order)) == [
        (
            Span("content/placement/ledger/main.jsonl", 2),
            "ledger-differs",
            "the order recorded for `2026-W48` is not the one that its rule gives",
            Severity.WARNING,
        )
    ]


def test_a_ledger_of_a_group_that_is_not_there_is_told():
    made = replace(MADE, ledgers={"mian": Ledger("mian")})
    (found,) = place(made, DAY).diagnostics
    assert found.span == Span("content/placement/ledger/mian.jsonl")
    assert found.message == (
        "the policy has no group `mian`, so nothing reads its ledger; rename it to `main.jsonl`,"
        " or move the file to where you keep what is over"
    )
