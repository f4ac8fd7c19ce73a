"""Sessions as cards: what each says of itself, and in which order they stand."""

from datetime import date, datetime

import pytest

from pavgen.model.records.agenda import Track
from pavgen.place.picks import Holding
from pavgen.plan.sections.pavilion.agenda.cards import track_views
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import ShiftedView, SpanView, TrackView
from tests.events import AGENDA
from tests.plan.projects import slugs
from tests.plan.sections.pavilion.agendas import (
    OPENING,
    OVER,
    WHEELS,
    fair,
    release,
    rows,
    with_given,
)


def card(found, session):
    return found.content(f"fair/agenda/sessions/{session}/").card


def at(day, hour, minute, offset):
    return (
        datetime.fromisoformat(f"2026-10-{day}T{hour}:{minute}"),
        f"2026-10-{day}T{hour}:{minute}:00{offset}",
    )


def test_times_have_the_offset_of_the_place_before_and_after_its_clocks_change(tmp_path):
    found = fair(tmp_path)
    spans = {}
    for session, day, offset in (("opening", 24, "+02:00"), ("farewell", 25, "+01:00")):
        start, start_iso = at(day, "10", "00", offset)
        end, end_iso = at(day, "10", "45", offset)
        spans[session] = SpanView(start, end, start_iso, end_iso)

    assert {session: card(found, session).when for session in spans} == spans


def test_room_leads_to_the_way_there_if_the_plan_has_it(tmp_path):
    found = fair(tmp_path)

    assert [card(found, session).room for session in ("opening", "wheels")] == [
        LinkView("Stage", "/fair/floor/?to=stage"),
        LinkView("Loft", ""),
    ]


def test_partners_stand_in_the_order_of_the_placement_and_speakers_in_the_records(tmp_path):
    agenda = AGENDA.replace(
        "partners: [bob], speakers: [ben-rask]",
        "partners: [dot, bob, ada], speakers: [ida-holm, ben-rask]",
    )
    found = card(fair(tmp_path, agenda=agenda), "mills")

    assert slugs(found.partners) == ["ada", "bob", "dot"]
    assert [link.label for link in found.speakers] == ["Ida Holm", "Ben Rask"]


def test_session_without_a_slot_has_no_time_and_stands_behind_the_others(tmp_path):
    found = fair(tmp_path, agenda=rows(AGENDA, "id: a-first, title: Some day"))
    late = card(found, "a-first")

    assert (late.when, late.room, late.calendar) == (None, None, "")
    assert found.content("fair/agenda/").open_times == (late,)


def test_cancelled_session_says_so_and_keeps_its_page_and_notice(tmp_path):
    agenda = AGENDA.replace("id: mills,", "id: mills, state: cancelled, notice: Ben is ill.,")
    found = card(fair(tmp_path, agenda=agenda), "mills")

    assert (found.cancelled, found.notice) == (True, "Ben is ill.")


@pytest.mark.parametrize(
    ("language", "said"), [("", ("", False)), ("en", ("English", False)), ("de", ("German", True))]
)
def test_language_is_foreign_where_it_is_not_the_sites(tmp_path, language, said):
    more = f"id: mills, language: {language}," if language else "id: mills,"
    found = card(fair(tmp_path, agenda=AGENDA.replace("id: mills,", more)), "mills")

    assert (found.language, found.foreign) == said


@pytest.mark.parametrize(
    ("day", "kept"),
    [(date(2026, 10, 25), ("", "")), (OVER, ("https://v.example/1", "https://v.example/2"))],
)
def test_recording_and_slides_are_shown_when_the_event_is_over(tmp_path, day, kept):
    more = "id: mills, recording: https://v.example/1, slides: https://v.example/2,"
    found = card(fair(tmp_path, agenda=AGENDA.replace("id: mills,", more), day=day), "mills")

    assert (found.recording, found.slides) == kept


@pytest.mark.parametrize(("how", "label"), [("draw", "agenda-given"), ("offer", "agenda-offered")])
def test_slot_that_the_policy_gave_is_marked_and_leads_to_why(tmp_path, how, label):
    holding = Holding("p-ada", "ada", "s1", how=how, turn=1, opportunity="directory-list")
    found = with_given(fair(tmp_path), {"opening": holding})

    assert card(found, "opening").given == LinkView(label, "")
    assert card(found, "mills").given is None


def test_session_that_is_not_as_released_says_what_was(tmp_path):
    moved = ("opening", "Opening", "loft", "2026-10-25T09:00", "2026-10-25T09:30", "confirmed")
    titled = (*WHEELS[:1], "On tyres", *WHEELS[2:])
    found = fair(tmp_path, releases=[release(1, date(2026, 6, 1), moved, titled)])
    was = SpanView(
        datetime.fromisoformat("2026-10-25T09:00"),
        datetime.fromisoformat("2026-10-25T09:30"),
        "2026-10-25T09:00:00+01:00",
        "2026-10-25T09:30:00+01:00",
    )

    assert {name: card(found, name).shifted for name in ("opening", "wheels", "mills")} == {
        "opening": ShiftedView("moved", 1, was, "Loft"),
        "wheels": ShiftedView("renamed", 1, title="On tyres"),
        "mills": ShiftedView("new", 1),
    }


def test_session_that_is_as_released_says_nothing(tmp_path):
    found = fair(tmp_path, releases=[release(1, date(2026, 6, 1), OPENING)])

    assert card(found, "opening").shifted is None


def test_signs_of_tracks_are_all_different_and_colours_begin_again():
    labels = ["Grid", "Green", "Grid two", "G", "!", "Heat", "Ice", "Joy", "Kelp"]
    views = track_views(tuple(Track(id=f"t{n}", label=label) for n, label in enumerate(labels)))

    assert [(view.sign, view.look) for view in views] == [
        ("G", 1), ("Gr", 2), ("Gi", 3), ("4.", 4), ("5.", 5), ("H", 6), ("I", 7), ("J", 8), ("K", 1),
    ]  # fmt: skip


def test_track_without_a_sign_of_its_letters_gets_its_number():
    assert track_views((Track(id="t", label="…", summary="Rest."),)) == (
        TrackView("t", "…", "1.", 1, "Rest."),
    )
