"""What state an event is in on a day."""

from datetime import date

import pytest

from pavgen.model.programme import LinkedEvent
from pavgen.model.prose import Prose
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event
from pavgen.model.releases import Release
from pavgen.model.showing import Showing
from pavgen.plan.sections.pavilion.state import agenda_day, is_announced, state_on

RELEASE = Release(1, date(2026, 5, 1), "First.", ())


def event(*, agenda=True, releases=(), **more):
    record = Event(title="Fair", starts=date(2026, 10, 24), ends=date(2026, 10, 25), **more)
    return LinkedEvent(
        "fair", record, Prose(), agenda=Agenda() if agenda else None, releases=releases
    )


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 4, 30), "announced"),
        (date(2026, 5, 1), "agenda"),
        (date(2026, 10, 23), "agenda"),
        (date(2026, 10, 24), "running"),
        (date(2026, 10, 25), "running"),
        (date(2026, 10, 26), "over"),
    ],
)
def test_the_state_follows_from_the_day(day, state):
    assert state_on(event(releases=(RELEASE,)), Showing(day)) == state


def test_an_event_without_an_agenda_is_announced_until_it_begins():
    assert state_on(event(agenda=False), Showing(date(2026, 10, 23))) == "announced"


@pytest.mark.parametrize(
    ("releases", "asked", "day"),
    [
        ((), None, date(2026, 10, 24)),
        ((RELEASE,), None, date(2026, 5, 1)),
        ((RELEASE,), date(2026, 7, 1), date(2026, 7, 1)),
        ((), date(2027, 1, 1), date(2026, 10, 24)),
    ],
)
def test_the_agenda_is_out_from_its_day_its_first_release_or_the_events_first_day(
    releases, asked, day
):
    assert agenda_day(event(releases=releases, agenda_from=asked)) == day


def test_an_event_is_shown_from_its_announcement_and_before_in_a_preview():
    later = event(announced=date(2026, 6, 1))

    assert not is_announced(later, Showing(date(2026, 5, 31)))
    assert is_announced(later, Showing(date(2026, 6, 1)))
    assert is_announced(later, Showing(date(2026, 5, 31), drafts=True))
    assert is_announced(later, Showing(date(2026, 5, 31), future=True))
    assert is_announced(event(), Showing(date(2020, 1, 1)))
