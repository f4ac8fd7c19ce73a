"""Statements in words, as a page, as Markdown, as CSV and as JSON."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import html5lib
import pytest

from pavgen.kernel.canonical import readable_json
from pavgen.place.forecasting import NextTurns
from pavgen.place.periods import period_of
from pavgen.place.rounds import PLACE
from pavgen.place.statements import (
    ABSENT,
    PINNED,
    SHOWN,
    WAITING,
    GroupStatement,
    PlaceNow,
    Statement,
    StatementRow,
)
from pavgen.render.reports.statement_forms import (
    statement_csv,
    statement_json,
    statement_markdown,
)
from pavgen.render.reports.statement_page import statement_page
from pavgen.render.reports.statement_words import (
    absence_sentence,
    account_sentences,
    now_sentences,
    presence_words,
    verify_sentences,
    when_words,
)

HEAD = "9e" * 32
PERIODS = tuple(
    period_of("week", date.fromordinal(date(2026, 11, 16).toordinal() + 7 * n)) for n in range(4)
)


def row(number, presence=SHOWN, entitled=400_000, received=0, balance=0, **more):
    period = PERIODS[number]
    known = {
        "position": 2 if presence == SHOWN else 0,
        "weight": 2,
        "turn": False,
        "due": Fraction(1, 4),
    }
    return StatementRow(
        period.label, period.first, period.last, presence,
        entitled=entitled, received=received, balance=balance, **{**known, **more},
    )  # fmt: skip


ACCOUNT = GroupStatement(
    group="main",
    titles=("All | partners", "Of <water>"),
    strategy="balanced",
    slots=None,
    rows=(
        row(0, received=1_000_000, balance=600_000, turn=True, position=1),
        row(1, received=0, balance=200_000, position=9),
        row(2, PINNED, entitled=0, balance=200_000, position=1, due=Fraction(0)),
        row(3, ABSENT, entitled=0, balance=200_000, weight=0, due=Fraction(0), late=True),
    ),
    carried=0,
    owed=(PLACE // 4, -PLACE // 2, None),
    head=HEAD,
    entries=5,
)
PLACE_NOW = PlaceNow(
    opportunity="directory-list",
    title="All | partners",
    slots=None,
    of=36,
    is_recorded=True,
    coming=NextTurns("p-1", 14, 2, 0, None),
    periods=PERIODS,
)
NOWHERE = PlaceNow(
    opportunity="new",
    title="New <ones>",
    slots=3,
    of=3,
    is_recorded=False,
    coming=NextTurns("p-1", 0, None, None, None),
    periods=PERIODS,
)
STATEMENT = Statement(
    "A & B", "mailto:a@example.org", "p-1", "one", "=One <b>*|",
    date(2026, 12, 8), None, None, (ACCOUNT,), (PLACE_NOW, NOWHERE),
)  # fmt: skip


def test_an_account_is_told_in_sentences():
    assert account_sentences(ACCOUNT) == (
        "4 recorded periods, 2026-W47 to 2026-W50; it took part in 3 (pinned in 1, took no part in 1).",
        "It was first once and was entitled to 0.50: as often as entitled, rounded up or down.",
        "It stood among the first three once.",
        (
            "It received exposure worth 1.000 first places and was entitled to 0.800:"
            " 0.200 more than its due, which is within one first place."
        ),
        (
            "Owed at the end, in places (less than 0: had in advance):"
            " +0.25 in the first place, −0.50 in the first 3."
        ),
        "Periods in which it was pinned count for neither side; pins are told apart.",
        "The ledger does not say why somebody took no part; nothing is owed for such periods.",
    )


def test_a_large_difference_is_not_called_small():
    far = replace(ACCOUNT, rows=(row(0, entitled=3_000_000, due=Fraction(2)),), owed=(None,) * 3)
    assert account_sentences(far) == (
        "1 recorded period, 2026-W47; it took part in 1.",
        "It was never first and was entitled to 2.00: 2.00 fewer than entitled.",
        "It stood among the first three once.",
        (
            "It received exposure worth 0.000 first places and was entitled to 3.000:"
            " 3.000 less than its due."
        ),
    )


def test_seats_are_told_as_seats():
    rows = (row(0, received=1, turn=True), row(1, WAITING))
    told = account_sentences(replace(ACCOUNT, slots=2, rows=rows))
    assert told[0].endswith("it took part in 2 (waited in 1).")
    assert told[1] == (
        "It had a seat once and was entitled to 0.50: as often as entitled, rounded up or down."
    )


def test_no_period_no_numbers():
    assert account_sentences(replace(ACCOUNT, rows=())) == (
        "No recorded period touches these days.",
    )


def test_where_it_stands_and_what_comes():
    assert now_sentences(PLACE_NOW) == (
        "Now, in 2026-W47, it stands at 14 of 36 (recorded).",
        "Expected first: 2026-W49, from 2026-11-30, in 2 periods.",
        "Expected among the first three: now, until 2026-11-22.",
    )
    assert now_sentences(NOWHERE)[0] == (
        "Now, in 2026-W47, it has none of the 3 seats (provisional: not recorded yet)."
    )
    assert when_words(None, PERIODS) == "not within the next 3 periods"
    assert (
        absence_sentence(STATEMENT)
        == "Not in front of these within the next 3 periods: New <ones>."
    )


def test_how_a_period_was_is_told_with_what_was_odd():
    assert presence_words(row(0, WAITING, left=True, late=True)) == (
        "waited, left before its end, recorded late"
    )


def test_the_head_is_named_with_the_command_that_checks_it():
    ledger, how = verify_sentences(ACCOUNT)
    assert ledger == f"Ledger `main`, 5 lines, head {HEAD}."
    assert f"`pavgen placement verify --ledger main.jsonl --head main={HEAD}`" in how


def test_the_page_holds_every_row_the_totals_and_the_head():
    page = statement_page(STATEMENT)
    root = html5lib.parse(page, namespaceHTMLElements=False)
    assert root.findtext("body/header/h1") == "=One <b>*|"
    rows = [[cell.text or "" for cell in line] for line in root.iter("tr")]
    assert [line[0] for line in rows] == ["period", *(p.label for p in PERIODS), "total"]
    assert rows[-1] == ["total", "", "", "", "", "0.800", "1.000", "+0.200", "+0.200"]
    assert page.count(HEAD) == 2
    assert {e.tag for e in root.iter()}.isdisjoint({"b", "water", "ones", "script", "link", "img"})


def test_markdown_escapes_every_text_and_keeps_its_tables():
    told = statement_markdown(STATEMENT)
    assert told.startswith("# =One \\<b\\>\\*\\|: placement statement\n")
    assert "## Account: All \\| partners · Of \\<water\\>\n" in told
    table = [line for line in told.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in table} == {10}
    assert len(table) == 2 + 4 + 1


def test_what_is_carried_forward_stands_first():
    carried = replace(STATEMENT, accounts=(replace(ACCOUNT, carried=-1_500_000),))
    assert "| brought forward |  |  |  |  |  |  |  | −1.500 |" in statement_markdown(carried)
    assert "brought forward" in statement_page(carried)


def test_csv_has_exact_amounts_and_no_formula():
    account = replace(ACCOUNT, group="=cmd()")
    rows = list(csv.DictReader(io.StringIO(statement_csv(replace(STATEMENT, accounts=(account,))))))
    assert [r["group"] for r in rows] == ["'=cmd()"] * 4
    assert rows[1] == {
        "group": "'=cmd()", "period": "2026-W48", "first_day": "2026-11-23", "last_day": "2026-11-29",
        "presence": "shown", "position": "9", "weight": "2", "turn": "0", "due": "0.250000",
        "entitled": "0.400000", "received": "0.000000", "difference": "-0.400000",
        "balance": "0.200000", "late": "0", "left": "0",
    }  # fmt: skip


def test_json_adds_up():
    told = json.loads(readable_json(statement_json(STATEMENT)))
    (account,) = told["accounts"]
    assert sum(r["received"] for r in account["rows"]) == account["received"] == 1_000_000
    assert sum(r["difference"] for r in account["rows"]) == account["difference"] == 200_000
    assert told["places"][0]["next_first"] == "2026-W49"
    assert told["places"][1]["next_first"] is None


@pytest.mark.parametrize("form", [statement_page, statement_markdown, statement_csv])
def test_one_that_no_ledger_names_has_a_statement_too(form):
    assert form(replace(STATEMENT, accounts=(), places=()))
