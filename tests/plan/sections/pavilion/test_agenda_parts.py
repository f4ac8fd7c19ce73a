"""Filters, booths and texts of an agenda, and what a search finds of it."""

import pytest

from pavgen.plan.sections.pavilion.agenda.booths import booth_links
from pavgen.plan.sections.pavilion.agenda.filters import agenda_filters
from pavgen.plan.sections.pavilion.agenda.finds import Find, event_finds
from pavgen.plan.sections.pavilion.agenda.heads import below_agenda
from pavgen.plan.sections.pavilion.agenda.texts import paragraphs
from pavgen.plan.views import FacetValue, FacetView, LinkView
from tests.events import AGENDA, EVENT
from tests.plan.sections.pavilion.agendas import BEFORE, fair

USED = (agenda_filters, booth_links, event_finds, below_agenda, Find)
"""What the tests below go through by the pages that are made with it."""


def booths(found, session="opening"):
    return found.content(f"fair/agenda/sessions/{session}/").booths


def test_filters_hold_what_sessions_have_with_their_number(tmp_path):
    found = fair(tmp_path).content("fair/agenda/").filters

    assert found == (
        FacetView(
            "room",
            "agenda-filter-room",
            "",
            (FacetValue("Stage", "", 3, id="stage"), FacetValue("Loft", "", 1, id="loft")),
        ),
        FacetView(
            "track",
            "agenda-filter-track",
            "",
            (FacetValue("Practice", "", 1, id="practice"),),
        ),
        FacetView(
            "kind",
            "agenda-filter-kind",
            "",
            (
                FacetValue("agenda-kind-talk", "", 3, id="talk"),
                FacetValue("agenda-kind-workshop", "", 1, id="workshop"),
            ),
        ),
        FacetView(
            "partner",
            "agenda-filter-partner",
            "",
            (
                FacetValue("Ada", "", 2, id="ada"),
                FacetValue("Bob", "", 1, id="bob"),
                FacetValue("Cat", "", 1, id="cat"),
            ),
        ),
    )


def test_filter_by_what_all_sessions_share_is_left_out(tmp_path):
    agenda = AGENDA.replace(", kind: workshop", "")

    filters = fair(tmp_path, agenda=agenda).content("fair/agenda/").filters
    assert [facet.id for facet in filters] == ["room", "track", "partner"]


def test_booths_of_a_partner_are_linked_and_a_shared_pod_says_when(tmp_path):
    found = fair(tmp_path)

    assert [booths(found, name) for name in ("opening", "wheels")] == [
        ((LinkView("agenda-booth", "/fair/floor/#a1"),),),
        ((LinkView("agenda-booth (The first day)", "/fair/floor/#p1"),),),
    ]


def test_co_exhibitor_is_found_at_the_booth_it_shares(tmp_path):
    agenda = AGENDA.replace("partners: [bob]", "partners: [dot]")

    assert booths(fair(tmp_path, agenda=agenda), "mills") == (
        (LinkView("agenda-booth", "/fair/floor/#a1"),),
    )


def test_partner_that_does_not_exhibit_has_no_booth(tmp_path):
    main = EVENT.replace(", co_exhibitors: [dot]", "")
    agenda = AGENDA.replace("partners: [bob]", "partners: [dot]")

    assert booths(fair(tmp_path, main=main, agenda=agenda), "mills") == ((),)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("One.", ("One.",)),
        ("One\n\n  Two \nThree\r\n\n", ("One", "Two", "Three")),
        ("a  b\n \n", ("a b",)),
    ],
)
def test_each_line_of_a_text_is_a_paragraph(text, parts):
    assert paragraphs(text) == parts


def finds(found):
    return [
        (record.filters[0][1][0], record.path, record.title, record.line)
        for record in found.plan.search
    ]


def test_search_finds_sessions_speakers_and_booths_in_the_placements_order(tmp_path):
    assert finds(fair(tmp_path)) == [
        (
            "session",
            "fair/agenda/sessions/opening/",
            "Opening",
            "agenda-kind-talk, 2026-10-24, Stage",
        ),
        (
            "session",
            "fair/agenda/sessions/wheels/",
            "On wheels",
            "agenda-kind-workshop, 2026-10-24, Loft",
        ),
        (
            "session",
            "fair/agenda/sessions/mills/",
            "On mills",
            "agenda-kind-talk, 2026-10-24, Stage",
        ),
        (
            "session",
            "fair/agenda/sessions/farewell/",
            "Farewell",
            "agenda-kind-talk, 2026-10-25, Stage",
        ),
        ("speaker", "fair/agenda/speakers/ben-rask/", "Ben Rask", "Bob"),
        ("speaker", "fair/agenda/speakers/ida-holm/", "Ida Holm", "Engineer, Ada"),
        ("booth", "fair/floor/#a1", "agenda-booth", "Ada"),
        ("booth", "fair/floor/#a2", "agenda-booth", "Bob"),
        ("booth", "fair/floor/#p1", "agenda-booth (The first day)", "Cat"),
    ]


def test_search_finds_what_a_session_is_about_and_who_holds_it(tmp_path):
    mills = next(r for r in fair(tmp_path).plan.search if r.title == "On mills")

    assert mills.text == "agenda-kind-talk, 2026-10-24, Stage\nOf mills.\nBen Rask, Bob"


def test_search_finds_no_session_before_the_agenda_is_out(tmp_path):
    assert {kind for kind, *_ in finds(fair(tmp_path, day=BEFORE))} == {"booth"}


def test_search_finds_nothing_of_an_event_that_is_not_announced(tmp_path):
    assert finds(fair(tmp_path, main=EVENT + "announced: 2026-09-01\n")) == []
