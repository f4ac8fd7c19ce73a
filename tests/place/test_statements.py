"""Statements: rows, sums and turns of one partner, out of recorded ledgers alone."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.accounting import ledger_accounts
from pavgen.place.metrics.totals import totals_of
from pavgen.place.periods import period_of
from pavgen.place.statements import (
    ABSENT,
    JOINED,
    PINNED,
    SHOWN,
    WAITING,
    StatementDays,
    group_statement,
    period_span,
    statement,
)
from tests.place.programmes import partner
from tests.place.recorded import (
    MONDAY,
    WEEK,
    balanced,
    fleet,
    pinned,
    recorded,
    spotlight,
    without,
)

ALL = fleet(6)


def account_of(made, group, partner, first=None, last=None):
    """Return an account that must be there."""
    found = group_statement(made, group, partner, first, last)
    assert found is not None
    return found


def test_every_recorded_period_has_a_row_with_the_position_it_was_shown_at():
    made = recorded(balanced(fleet(3)), 4)
    account = account_of(made, "main", "p-b")
    orders = [e.body["shown"] for e in made.ledgers["main"].entries if e.type != "genesis"]
    assert [row.position for row in account.rows] == [1 + ids.index("p-b") for ids in orders]
    assert [row.period for row in account.rows] == ["2026-W02", "2026-W03", "2026-W04", "2026-W05"]
    assert {row.presence for row in account.rows} == {SHOWN}
    assert (account.entries, account.head) == (5, made.ledgers["main"].head)


def test_a_partner_that_no_ledger_names_has_no_account():
    made = recorded(balanced(fleet(3)), 2)
    assert group_statement(made, "main", "p-z") is None
    assert group_statement(balanced(fleet(3)), "main", "p-a") is None


def test_the_account_begins_with_the_first_period_it_took_part_in():
    latecomer = partner("late", joined=MONDAY + 2 * WEEK)
    made = recorded(balanced([*fleet(3), latecomer]), 4)
    rows = account_of(made, "main", "p-late").rows
    assert [row.period for row in rows] == ["2026-W04", "2026-W05"]


def test_absent_in_between_is_told_and_counts_for_nothing():
    paused = partner("away", suspended=(MONDAY + WEEK, MONDAY + 2 * WEEK))
    made = recorded(balanced([*fleet(3), paused]), 5)
    rows = account_of(made, "main", "p-away").rows
    assert [row.presence for row in rows] == [SHOWN, ABSENT, ABSENT, SHOWN, SHOWN]
    assert [(r.position, r.weight, r.entitled, r.received, r.due) for r in rows[1:3]] == [
        (0, 0, 0, 0, 0)
    ] * 2


def test_waiting_is_not_absence():
    rows = account_of(recorded(spotlight(fleet(5)), 5), "spot", "p-a").rows
    assert [row.presence for row in rows].count(SHOWN) == sum(row.turn for row in rows) == 2
    assert {row.presence for row in rows} == {SHOWN, WAITING}
    assert {row.due for row in rows} == {Fraction(2, 5)}


def test_pinned_is_told_apart_and_nothing_is_counted():
    pins = (pinned("a", 1, MONDAY, MONDAY + WEEK),)
    made = recorded(balanced(fleet(4), pins=pins), 3)
    account = account_of(made, "main", "p-a")
    assert [row.presence for row in account.rows] == [PINNED, PINNED, SHOWN]
    assert [row.position for row in account.rows[:2]] == [1, 1]
    assert [(r.entitled, r.received, r.turn, r.due) for r in account.rows[:2]] == [
        (0, 0, False, 0)
    ] * 2
    assert (account.count(PINNED), account.within(3)) == (2, int(account.rows[2].position <= 3))


def test_the_first_place_no_pin_holds_is_a_turn():
    pins = (pinned("a", 1, MONDAY, MONDAY),)
    made = recorded(balanced(fleet(3), pins=pins), 1)
    second = made.ledgers["main"].entries[1].body["shown"][1]
    row = account_of(made, "main", second).rows[0]
    assert (row.position, row.turn, row.due) == (2, True, Fraction(1, 2))


def test_a_pinned_seat_is_no_turn():
    pins = (pinned("a", 1, MONDAY, MONDAY),)
    row = account_of(recorded(spotlight(fleet(4), pins=pins), 1), "spot", "p-a").rows[0]
    assert (row.presence, row.position, row.turn, row.due) == (PINNED, 1, False, 0)


def test_who_joins_or_leaves_within_a_period_is_told_so():
    newcomer = partner("new", joined=MONDAY + WEEK / 7)
    leaving = partner("old", suspended=(MONDAY + WEEK / 7, None))
    made = recorded(balanced([*fleet(3), newcomer, leaving]), 1)
    made = recorded(made, 1, start=MONDAY + WEEK / 7)
    assert [e.type for e in made.ledgers["main"].entries] == ["genesis", "placement", "amend"]
    joined = account_of(made, "main", "p-new").rows
    left = account_of(made, "main", "p-old").rows
    assert [(r.presence, r.position, r.entitled) for r in joined] == [(JOINED, 0, 0)]
    assert [(r.presence, r.left) for r in left] == [(SHOWN, True)]
    assert left[0].entitled > 0


def test_who_has_left_for_good_keeps_its_account():
    made = recorded(balanced(fleet(4)), 2)
    made = recorded(without(made, "a"), 2, start=MONDAY + 2 * WEEK)
    rows = account_of(made, "main", "p-a").rows
    assert [row.presence for row in rows] == [SHOWN, SHOWN, ABSENT, ABSENT]
    told = statement(made, "p-a", StatementDays(MONDAY + 3 * WEEK))
    assert (told.slug, told.name, told.places, len(told.accounts)) == ("", "p-a", (), 1)


def test_late_records_are_told_so():
    made = recorded(balanced(fleet(3)), 1)
    made = recorded(made, 1, start=MONDAY + 2 * WEEK)
    assert [r.late for r in account_of(made, "main", "p-a").rows] == [False, True, False]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, None, ["2026-W02", "2026-W03", "2026-W04", "2026-W05"]),
        (date(2026, 1, 18), None, ["2026-W03", "2026-W04", "2026-W05"]),
        (date(2026, 1, 19), None, ["2026-W04", "2026-W05"]),
        (None, date(2026, 1, 11), ["2026-W02"]),
        (date(2026, 1, 14), date(2026, 1, 14), ["2026-W03"]),
        (date(2027, 1, 1), None, []),
    ],
)
def test_days_choose_the_periods_that_touch_them(first, last, told):
    made = recorded(balanced(fleet(3)), 4)
    account = account_of(made, "main", "p-a", first, last)
    assert [row.period for row in account.rows] == told


def test_what_was_before_the_days_is_carried_forward():
    made = recorded(balanced(fleet(3)), 4)
    whole = account_of(made, "main", "p-a")
    part = account_of(made, "main", "p-a", first=date(2026, 1, 19))
    assert part.carried == whole.rows[1].balance
    assert part.rows == whole.rows[2:]
    assert part.carried + part.received - part.entitled == whole.rows[-1].balance


def test_an_event_without_days_in_the_policy_has_no_span():
    made = balanced(fleet(3))
    assert period_span(made, "main", "summit") is None
    assert period_span(made, "main", "2026-W02") == period_of("week", MONDAY)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sets(st.sampled_from("abcdef")), min_size=1, max_size=6),
    st.sampled_from([balanced, spotlight]),
    st.booleans(),
)
def test_totals_of_statements_are_the_totals_of_the_ledger(absences, kind, pin):
    last = MONDAY + 2 * WEEK
    more = {"pins": (pinned("b", 1, MONDAY, last),)} if pin else {}
    start = kind(ALL, **more)

    def changed(number, made):
        there = {p.slug: p for p in ALL if p.slug not in absences[number]}
        return replace(made, partners=there)

    made = recorded(start, len(absences), changed=changed)
    ((group, ledger),) = made.ledgers.items()
    totals = {t.partner: (t.received, t.entitled) for t in totals_of(ledger_accounts(ledger))}
    for one in ALL:
        account = group_statement(made, group, one.id)
        if account is None or not account.count(SHOWN) + account.count(WAITING):
            assert one.id not in totals
        else:
            assert (account.received, account.entitled) == totals[one.id]
            assert account.rows[-1].balance == account.received - account.entitled


@settings(max_examples=10, deadline=None)
@given(st.integers(3, 6), st.integers(1, 12))
def test_turns_due_add_up_to_the_turns_there_are(partners, weeks):
    made = recorded(spotlight(fleet(partners)), weeks)
    accounts = [account_of(made, "spot", p.id) for p in fleet(partners)]
    assert sum(account.due for account in accounts) == 2 * weeks
    assert sum(account.turns for account in accounts) == 2 * weeks
    assert all(abs(account.turns - account.due) < 1 for account in accounts)
