from datetime import timedelta

from pavgen.model.ledger import Ledger
from pavgen.place.engine import GroupState
from pavgen.place.history import Step, recorded_periods, steps
from tests.place.ledgers import MONDAY, small, weeks, with_ledger
from tests.place.programmes import partner

TUESDAY = MONDAY + timedelta(days=1)


def test_ledger_without_entries_has_no_periods():
    assert recorded_periods(Ledger("main")) == ()


def test_periods_come_with_the_rule_that_held_and_the_line_before_them():
    ledger = with_ledger(small("ada", "bob"), weeks(2)).ledgers["main"]
    first, second = recorded_periods(ledger)
    genesis, placement, _ = ledger.entries
    assert (first.period, first.seq, first.before) == ("2026-W45", 1, genesis.digest)
    assert (second.seq, second.before, second.rule) == (2, placement.digest, first.rule)
    assert first.policy[0] == 1


def test_amendments_are_added_up_and_change_no_account():
    gone = partner("bob", suspended=(TUESDAY, None))
    new = partner("cyd", joined=TUESDAY)
    quiet = recorded_periods(with_ledger(small("ada", gone, new), [MONDAY]).ledgers["main"])
    ledger = with_ledger(small("ada", gone, new), [MONDAY, TUESDAY]).ledgers["main"]
    [period] = recorded_periods(ledger)
    assert (period.joined, period.removed) == (("p-cyd",), ("p-bob",))
    assert [step.after() for step in steps([period])] == [step.after() for step in steps(quiet)]


def test_joined_and_left_again_within_a_period_is_as_if_it_had_not():
    wednesday = TUESDAY + timedelta(days=1)
    guest = partner("cyd", joined=TUESDAY, suspended=(wednesday, None))
    ledger = with_ledger(small("ada", guest), [MONDAY, TUESDAY, wednesday]).ledgers["main"]
    [period] = recorded_periods(ledger)
    assert (period.joined, period.removed) == ((), ())


def test_steps_have_the_state_before_each_period_from_any_state_on():
    periods = recorded_periods(with_ledger(small(*"abc"), weeks(3)).ledgers["main"])
    found = list(steps(periods))
    assert found[0] == Step(periods[0], GroupState())
    assert [step.after() for step in found[:-1]] == [step.before for step in found[1:]]
    assert list(steps(periods[1:], found[0].after())) == found[1:]
