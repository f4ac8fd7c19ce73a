"""The list of exhibitors."""

import pytest

from tests.events import EVENT
from tests.model.events.finding import changed, told

DAN = "  - {partner: dan, package: booth}\n"


def main(*changes, more=""):
    return told(main=changed(EVENT, *changes) + more)


def test_a_partner_that_exhibits_twice_is_told_at_the_second():
    assert main(more="  - {partner: bob, package: booth}\n") == [
        (
            "event.yaml:19: error[event-exhibitor-twice] exhibitors[3].partner: `bob` exhibits already;"
            " keep one of the two; the first is in line 17"
        )
    ]


def test_a_package_is_full_at_the_first_exhibitor_too_many():
    assert main(("max: 6", "max: 1")) == [
        (
            "event.yaml:17: error[event-package-full] exhibitors[1].package: 2 have booked `booth`, and"
            " its `max` is 1; book another package, or raise `max`"
        )
    ]


def test_those_who_withdrew_leave_room_in_a_package():
    withdrawn = ("booth: a2, reason: By lot.", "withdrew: 2026-09-01")

    assert main(("max: 6", "max: 1"), withdrawn) == []
    assert "exhibitors[3].package" in main(("max: 6", "max: 1"), withdrawn, more=DAN)[0]


@pytest.mark.parametrize(
    ("partner", "what"),
    [("ada", "`ada` is the exhibitor itself"), ("bob", "`bob` exhibits itself")],
)
def test_a_co_exhibitor_has_no_booth_of_its_own(partner, what):
    assert main(("[dot]", f"[dot, {partner}]")) == [
        (
            f"event.yaml:16: error[event-co-exhibitor] exhibitors[0].co_exhibitors[1]: {what}; a partner"
            " is at one booth: remove it here or there"
        )
    ]


def test_a_co_exhibitor_is_at_one_booth():
    assert main(("a2, reason", "a2, co_exhibitors: [dot], reason")) == [
        (
            "event.yaml:17: error[event-co-exhibitor] exhibitors[1].co_exhibitors[0]: `dot` shares the"
            " booth of `ada` already; a partner is at one booth: remove it here or there"
        )
    ]


def test_one_that_withdrew_may_share_the_booth_of_another():
    text = ("booth: a2, reason: By lot.", "withdrew: 2026-09-01, co_exhibitors: [dot]")

    assert main(text, ("a1, reason: It organises the fair., co_exhibitors: [dot]",
                       "a1, reason: It organises the fair., co_exhibitors: [dot, bob]")) == []  # fmt: skip


def test_nobody_withdraws_before_applying():
    text = (
        "booth: a2, reason: By lot.",
        "applied: 2026-09-02T00:30:00+02:00, withdrew: 2026-09-01",
    )

    assert main(text) == [
        (
            "event.yaml:17: error[value-range] exhibitors[1].withdrew: it withdrew on 2026-09-01, before"
            " it applied on 2026-09-02; correct one of the days"
        )
    ]
