"""The front page of an event in each of its states."""

from datetime import date

import pytest

from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import ComingView, FigureView, StageView, VenueView
from tests.events import AGENDA, EVENT
from tests.plan.projects import slugs
from tests.plan.sections.pavilion.agendas import BEFORE, OPENING, OVER, RUNNING, fair, release


def home(found):
    return found.content("fair/")


def ids(cards):
    return [card.id for card in cards]


@pytest.mark.parametrize(
    ("day", "state"),
    [(BEFORE, "announced"), (date(2026, 6, 1), "agenda"), (RUNNING, "running"), (OVER, "over")],
)
def test_state_is_that_of_the_day(tmp_path, day, state):
    assert home(fair(tmp_path, day=day)).state == state


def test_page_says_when_and_where(tmp_path):
    content = home(fair(tmp_path))

    assert (content.title, content.starts, content.ends) == (
        "Fernholt Fair",
        date(2026, 10, 24),
        date(2026, 10, 25),
    )
    assert [hours.start_iso for hours in content.hours] == ["2026-10-24T09:00:00+02:00"]
    assert content.venue == VenueView("Old Mill", "Mill Lane 1", "12345", "Altdorf", "DE", "")


def test_announced_event_says_what_comes_when_and_shows_no_session(tmp_path):
    content = home(fair(tmp_path, day=BEFORE))

    assert content.coming == (
        ComingView("event-coming-agenda", date(2026, 6, 1)),
        ComingView("event-coming-doors", date(2026, 10, 24)),
    )
    assert (content.strip, content.today, content.highlights, content.stages, content.tracks) == (
        (),
    ) * 5
    assert content.figures == (FigureView(3, "event-exhibitors"),)
    assert content.ways == (
        LinkView("event-floor", "/fair/floor/"),
        LinkView("event-everybody", "/fair/exhibitors/"),
    )


def test_sheets_to_print_and_the_screen_are_led_to(tmp_path):
    assert [link.href for link in home(fair(tmp_path)).printed] == ["/fair/plan/", "/fair/kiosk/"]


def test_agenda_that_is_out_is_led_to_and_counted(tmp_path):
    content = home(fair(tmp_path, releases=[release(1, date(2026, 6, 1), OPENING)]))

    assert [link.href.removeprefix("/fair/") for link in content.ways] == [
        "agenda/",
        "floor/",
        "exhibitors/",
        "agenda/speakers/",
        "agenda/changes/",
        "agenda/agenda.ics",
    ]
    assert content.figures == (
        FigureView(3, "event-exhibitors"),
        FigureView(4, "event-sessions"),
        FigureView(2, "event-stages"),
    )
    assert content.stages == (
        StageView("Stage", "/fair/floor/?to=stage", 80, 3),
        StageView("Loft", "", 0, 1),
    )
    assert (content.coming, [track.label for track in content.tracks]) == ((), ["Practice"])


def test_strip_has_every_session_with_a_time_until_the_event_is_over(tmp_path):
    everything = ["opening", "wheels", "mills", "farewell"]

    assert [ids(home(fair(tmp_path / str(day), day=day)).strip) for day in (RUNNING, OVER)] == [
        everything,
        [],
    ]


def test_running_event_shows_the_sessions_of_the_day(tmp_path):
    assert ids(home(fair(tmp_path, day=RUNNING)).today) == ["farewell"]
    assert ids(home(fair(tmp_path / "before")).today) == []


def test_highlights_are_all_keynotes_where_there_are_two(tmp_path):
    agenda = AGENDA.replace("id: farewell,", "id: farewell, kind: keynote,").replace(
        "id: mills,", "id: mills, kind: keynote,"
    )
    content = home(fair(tmp_path, agenda=agenda))

    assert (content.highlights_rule, ids(content.highlights)) == ("keynotes", ["mills", "farewell"])


def test_highlights_are_else_the_first_session_of_each_day(tmp_path):
    agenda = AGENDA.replace("id: opening,", "id: opening, state: cancelled,")
    content = home(fair(tmp_path, agenda=agenda))

    assert (content.highlights_rule, ids(content.highlights)) == ("first", ["wheels", "farewell"])


def test_event_that_is_over_shows_recordings_and_slides_and_nobody_registers(tmp_path):
    agenda = AGENDA.replace("id: mills,", "id: mills, slides: https://v.example/2,")
    main = EVENT + "registration: https://fair.example/\ncontact: mailto:fair@fair.example\n"
    content = home(fair(tmp_path, main=main, agenda=agenda, day=OVER))

    assert (ids(content.recordings), content.highlights, content.register) == (["mills"], (), None)
    assert content.contact == LinkView("event-contact", "mailto:fair@fair.example")


def test_visitors_register_until_it_is_over(tmp_path):
    main = EVENT + "registration: https://fair.example/\n"

    assert home(fair(tmp_path, main=main)).register == LinkView(
        "event-register", "https://fair.example/"
    )


def test_exhibitors_stand_in_the_order_of_the_placement(tmp_path):
    surface = home(fair(tmp_path)).exhibitors

    assert (slugs(surface), [card.position for card in surface.cards]) == (
        ["ada", "bob", "cat"],
        [1, 2, 3],
    )


def test_event_without_agenda_plan_and_exhibitors_is_a_front_page_alone(tmp_path):
    main = EVENT.partition("packages:")[0]
    found = fair(tmp_path, main=main.replace("agenda_from: 2026-06-01\n", ""), agenda="")
    content = home(found)

    assert (content.figures, content.strip, content.exhibitors.cards) == ((), (), ())
    assert [link.href for link in content.ways] == ["/fair/floor/"]
