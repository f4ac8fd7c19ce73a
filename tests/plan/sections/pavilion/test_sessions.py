"""The page of a session."""

from pavgen.plan.views import LinkView
from tests.events import AGENDA
from tests.plan.projects import slugs
from tests.plan.sections.pavilion.agendas import fair, rows


def test_page_of_a_session_says_everything_about_it(tmp_path):
    view = fair(tmp_path).view("fair/agenda/sessions/mills/")
    page = view.content

    assert (view.title, view.description, page.abstract) == (
        "On mills",
        "Of mills.",
        ("Of mills.",),
    )
    assert (page.agenda, page.zone, page.state) == ("/fair/agenda/", "Europe/Berlin", "agenda")
    assert page.card.calendar == "/fair/agenda/sessions/mills/session.ics"
    assert (slugs(page.card.partners), page.booths) == (
        ["bob"],
        ((LinkView("agenda-booth", "/fair/floor/#a2"),),),
    )
    assert [(speaker.name, speaker.partner) for speaker in page.speakers] == [
        ("Ben Rask", LinkView("Bob", ""))
    ]
    assert view.crumbs == (
        LinkView("Fernholt Network", "/"),
        LinkView("Fernholt Fair", "/fair/"),
        LinkView("agenda", "/fair/agenda/"),
    )


def test_session_without_abstract_is_described_by_the_event(tmp_path):
    view = fair(tmp_path).view("fair/agenda/sessions/wheels/")

    assert (view.description, view.content.abstract) == ("Two days of talks and booths.", ())


def related(found, session):
    return [card.id for card in found.content(f"fair/agenda/sessions/{session}/").related]


def test_related_are_the_next_of_the_track_without_those_that_are_cancelled(tmp_path):
    agenda = rows(
        AGENDA.replace("id: mills,", "id: mills, track: practice,").replace(
            "id: wheels,", "id: wheels, track: practice, state: cancelled,"
        ),
        *(f"id: later-{n}, title: Later, track: practice" for n in range(5)),
    )
    found = fair(tmp_path, agenda=agenda)

    assert related(found, "opening") == ["mills", "later-0", "later-1", "later-2"]
    assert related(found, "later-3") == ["opening", "mills", "later-0", "later-4"]
    assert related(found, "farewell") == []


def test_partner_that_is_not_shown_is_named_nowhere_on_the_page(tmp_path):
    agenda = AGENDA.replace("partners: [bob]", "partners: [bob, cat]")
    more = {"content/standing/cat.yaml": (
        "id: p-cat\nstatus: active\ntier: gold\njoined: 2024-01-01\nsuspended: {from: 2026-06-01}\n"
    )}  # fmt: skip
    page = fair(tmp_path, agenda=agenda, more=[more]).content("fair/agenda/sessions/mills/")

    assert (slugs(page.card.partners), len(page.booths)) == (["bob"], 1)
