from dataclasses import replace
from datetime import date

import pytest

from pavgen.model.records.policy import Group, Sponsor
from tests.place.findings.cases import begun, listing, said, told

AT = "groups.main.sponsors[1]"
FIRST = Sponsor(
    partner="ada", package="gold-seat", from_=date(2026, 1, 1), until=date(2026, 12, 31)
)


def sold(package="gold-seat", first=date(2026, 1, 1), last=date(2026, 12, 31)):
    second = Sponsor(partner="bob", package=package, from_=first, until=last)
    group = Group(strategy="sponsored", packages=("gold-seat", "seat"), sponsors=(FIRST, second))
    return listing(group)


def test_sponsors_with_known_packages_and_days_have_no_findings():
    assert told(sold()) == []


def test_an_unknown_package_is_an_error():
    made = sold("gold-seta")
    assert told(made) == [("error", "placement-package-unknown", f"{AT}.package")]
    assert said(made) == ["unknown package `gold-seta`"]


def test_a_span_that_ends_before_it_begins_is_an_error():
    made = sold(first=date(2026, 12, 1), last=date(2026, 11, 30))
    assert told(made) == [("error", "placement-dates-reversed", f"{AT}.from")]


@pytest.mark.parametrize(
    ("last", "findings"),
    [
        (date(2026, 11, 22), [("warning", "placement-sponsor-ended", f"{AT}.until")]),
        (date(2026, 11, 23), []),
    ],
    ids=["the Sunday before", "the period's first day"],
)
def test_what_was_bought_has_ended_when_the_open_period_began_after_it(last, findings):
    assert told(begun(sold(last=last))) == findings


def test_sponsors_that_no_strategy_reads_are_told_of_once():
    group = Group(strategy="draw", sponsors=(replace(FIRST, until=date(2020, 1, 1)),))
    assert told(listing(group)) == [("error", "placement-key-unused", "groups.main.sponsors")]
