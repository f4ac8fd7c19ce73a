"""What a day shows."""

from datetime import date, timedelta

import pytest

from pavgen.model.showing import Showing

DAY = date(2026, 3, 1)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)


@pytest.mark.parametrize(
    ("published", "expires", "expected"),
    [
        (None, None, True),
        (BEFORE, None, True),
        (DAY, None, True),
        (AFTER, None, False),
        (None, BEFORE, False),
        (None, DAY, True),
        (None, AFTER, True),
        (DAY, DAY, True),
        (AFTER, BEFORE, False),
        (date.min, date.max, True),
    ],
)
def test_a_record_is_shown_from_the_day_it_is_published_to_the_day_it_expires(
    published, expires, expected
):
    assert Showing(DAY).shows("published", published, expires) is expected


@pytest.mark.parametrize("status", ["draft", "review"])
def test_drafts_are_shown_on_request_only(status):
    assert not Showing(DAY).shows(status, None, None)
    assert not Showing(DAY, future=True).shows(status, None, None)
    assert Showing(DAY, drafts=True).shows(status, None, None)


def test_future_records_are_shown_on_request_only():
    assert Showing(DAY, future=True).shows("published", AFTER, None)
    assert not Showing(DAY, drafts=True).shows("published", AFTER, None)


def test_no_request_brings_back_what_has_expired():
    assert not Showing(DAY, drafts=True, future=True).shows("draft", None, BEFORE)
    assert not Showing(DAY, drafts=True, future=True).shows("published", AFTER, BEFORE)
