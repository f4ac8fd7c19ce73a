import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from pavgen.model.records.policy import Change, EventSpan, Group, Seed
from pavgen.place.findings.versions import version_findings
from pavgen.place.recording import record
from tests.place.findings.cases import DAY, listing

OLD, NEW = Group(strategy="draw"), Group(strategy="balanced")
AFTER = date(2026, 11, 25)
SAME = ("placement-version-same", "version")
LATE = ("placement-announced-late", "announced")


def changed(before, after, *, version=1, announced=None):
    """Return what is told when a period was recorded under one group's rule, and now is another's."""
    ledger = record(listing(before), "main", DAY).ledger
    now = listing(after)
    log = (Change(version=version, announced=announced or DAY, what="Other"),)
    policy = replace(now.policy, version=version, announced=announced, changes=log)
    now = replace(now, policy=policy, ledgers={"main": ledger})
    return [(d.code, d.field) for d in version_findings(now)]


def test_a_rule_as_it_was_recorded_needs_no_announcement():
    assert changed(OLD, OLD) == []


def test_a_rule_that_nothing_was_recorded_under_needs_no_announcement():
    assert list(version_findings(listing(NEW))) == []


@pytest.mark.parametrize(
    ("version", "announced", "found"),
    [
        (1, None, [SAME, LATE]),
        (2, None, [LATE]),
        (1, AFTER, [SAME]),
        (2, AFTER, []),
        (2, date(2026, 11, 23), []),
        (2, date(2026, 11, 22), [LATE]),
    ],
)
def test_a_changed_rule_asks_for_a_version_and_an_announcement(version, announced, found):
    assert changed(OLD, NEW, version=version, announced=announced) == found


def test_a_changed_rule_says_what_to_do():
    ledger = record(listing(OLD), "main", DAY).ledger
    now = replace(listing(NEW), ledgers={"main": ledger})
    same, late = (d.message for d in version_findings(now))
    changed = "group `main` is decided otherwise than in its recorded period `2026-W48`, and "
    assert same == (
        f"{changed}`version` is still 1; set `version: 2`, and tell the change in `changes`"
    )
    assert late == (
        f"{changed}`announced` is missing; set `announced` to the day on which it was made known;"
        " the change then holds from the next period on"
    )


def test_the_last_recorded_rule_is_the_one_that_counts():
    first = replace(listing(OLD), ledgers={"main": record(listing(OLD), "main", DAY).ledger})
    later = listing(NEW)
    policy = replace(later.policy, version=2, announced=DAY)
    later = replace(later, policy=policy, ledgers=first.ledgers)
    kept = record(later, "main", date(2026, 12, 2)).ledger
    assert [e.type for e in kept.entries] == ["genesis", "placement", "policy", "placement"]
    policy = replace(policy, changes=(Change(version=2, announced=DAY, what="Other"),))
    assert list(version_findings(replace(later, policy=policy, ledgers={"main": kept}))) == []
    back = replace(listing(OLD), ledgers={"main": kept})
    assert "its recorded period `2026-W49`, and `version`" in next(version_findings(back)).what


def test_an_event_is_over_when_it_is_over_so_any_announcement_will_do():
    event = EventSpan(id="expo", from_=DAY, until=DAY)
    before = Group(strategy="draw", period="event", event=event)
    after = replace(before, strategy="balanced")
    assert changed(before, after, version=2, announced=date(2020, 1, 1)) == []


def test_two_spellings_of_one_letter_are_one_rule():
    """Regression: the ledger writes composed letters, so a seed with others seemed changed."""
    seed = Seed(source="Würfel", value="1")
    loose = replace(seed, source=unicodedata.normalize("NFD", seed.source))
    assert loose != seed
    assert changed(replace(OLD, seed=seed), replace(OLD, seed=loose)) == []


def log(*versions, version=2, announced=DAY):
    changes = tuple(Change(version=v, announced=DAY, what="Other") for v in versions)
    made = listing(OLD)
    policy = replace(made.policy, version=version, announced=announced, changes=changes)
    return [(d.code, d.field) for d in version_findings(replace(made, policy=policy))]


@pytest.mark.parametrize(
    ("versions", "version", "fields"),
    [
        ((), 1, []),
        ((1,), 1, []),
        ((2, 1), 2, []),
        ((3, 1), 3, []),
        ((), 2, ["version"]),
        ((1,), 2, ["version"]),
        ((1, 2), 2, ["changes[1].version"]),
        ((2, 2), 2, ["changes[1].version"]),
        ((3, 2), 2, ["changes[0].version"]),
    ],
)
def test_the_change_log_has_each_version_once_the_latest_first(versions, version, fields):
    assert log(*versions, version=version) == [("placement-changes", field) for field in fields]


def test_the_change_log_and_the_policy_give_one_day():
    assert log(2, announced=date(2026, 11, 24)) == [("placement-changes", "changes[0].announced")]
    assert log(2, announced=None) == []
