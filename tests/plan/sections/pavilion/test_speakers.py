"""Speakers: a list by name, and a page for each."""

from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import SpeakerCard
from tests.events import AGENDA
from tests.plan.projects import slugs
from tests.plan.sections.pavilion.agendas import fair


def named(*names):
    """Return an agenda whose only session is held by people of these names."""
    head = AGENDA.partition("speakers:\n")[0]
    people = "".join(f'  - {{id: p{n}, name: "{name}"}}\n' for n, name in enumerate(names))
    ids = ", ".join(f"p{n}" for n, _ in enumerate(names))
    return f"{head}speakers:\n{people}sessions: [{{id: one, title: One, speakers: [{ids}]}}]\n"


def test_list_holds_everybody_by_name_with_their_sessions(tmp_path):
    content = fair(tmp_path).content("fair/agenda/speakers/")

    assert (content.title, content.lead) == ("agenda-speakers", "agenda-speakers-lead")
    assert content.speakers == (
        SpeakerCard(
            "ben-rask", "Ben Rask", "/fair/agenda/speakers/ben-rask/", "BR", "", LinkView("Bob", ""),
            (LinkView("On mills", "/fair/agenda/sessions/mills/"),),
        ),
        SpeakerCard(
            "ida-holm", "Ida Holm", "/fair/agenda/speakers/ida-holm/", "IH", "Engineer", LinkView("Ada", ""),
            (
                LinkView("Opening", "/fair/agenda/sessions/opening/"),
                LinkView("Farewell", "/fair/agenda/sessions/farewell/"),
            ),
        ),
    )  # fmt: skip


def test_names_are_ordered_without_signs_case_and_marks(tmp_path):
    found = fair(tmp_path, agenda=named("zoe", "Éva", "eve", "Anna"))

    assert [card.name for card in found.content("fair/agenda/speakers/").speakers] == [
        "Anna",
        "Éva",
        "eve",
        "zoe",
    ]


def test_page_of_a_speaker_says_who_it_is_and_where_the_partner_stands(tmp_path):
    view = fair(tmp_path).view("fair/agenda/speakers/ida-holm/")
    page = view.content

    assert (view.title, view.description, page.bio) == (
        "Ida Holm",
        "Builds mills.",
        ("Builds mills.",),
    )
    assert [card.id for card in page.sessions] == ["opening", "farewell"]
    assert (slugs(page.partner), page.booths) == (
        ["ada"],
        (LinkView("agenda-booth", "/fair/floor/#a1"),),
    )
    assert view.crumbs[-1] == LinkView("agenda-speakers", "/fair/agenda/speakers/")


def test_speaker_without_partner_has_none_on_the_page(tmp_path):
    page = fair(tmp_path, agenda=named("Una Berg")).content("fair/agenda/speakers/p0/")

    assert (page.partner, page.booths, page.card.partner) == (None, (), None)


def test_agenda_at_which_nobody_is_named_has_no_list_of_speakers(tmp_path):
    agenda = AGENDA.partition("speakers:\n")[0] + "sessions: [{id: one, title: One}]\n"

    assert [path for path in fair(tmp_path, agenda=agenda).paths if "speakers" in path] == []
