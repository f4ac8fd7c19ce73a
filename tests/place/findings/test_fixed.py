from dataclasses import replace
from datetime import date

import pytest

from pavgen.model.records.policy import FixedOrder, Group
from pavgen.place.placing import place
from tests.place.findings.cases import DAY, begun, listing, told
from tests.place.programmes import partner

FIXED = FixedOrder(partners=("bob", "ada"), reason="A launch", until=DAY)
KNOWN = (partner("ada", aliases=("old",)), partner("bob"))


def with_fixed(**changed):
    return listing(Group(strategy="fixed", fixed=replace(FIXED, **changed)), KNOWN)


def test_partner_twice_in_a_fixed_order_is_an_error_also_by_a_former_slug():
    made = with_fixed(partners=("ada", "bob", "old"))
    assert told(made) == [("error", "placement-fixed-twice", "groups.main.fixed.partners[2]")]
    assert place(made, DAY).value.order_of("all") == ("ada", "bob")


@pytest.mark.parametrize(
    ("until", "findings"),
    [
        (date(2026, 11, 22), [("warning", "placement-fixed-ended", "groups.main.fixed.until")]),
        (date(2026, 11, 23), []),
    ],
    ids=["the Sunday before", "the period's first day"],
)
def test_a_fixed_order_has_ended_when_the_open_period_began_after_it(until, findings):
    made = begun(with_fixed(until=until))
    assert told(made, DAY) == findings
    if not findings:
        assert place(made, DAY).value.order_of("all") == ("bob", "ada")
