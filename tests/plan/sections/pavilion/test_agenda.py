"""The agenda's page, and from when on there is one."""

from datetime import date

from pavgen.plan.sections.pavilion.agenda.pages import CALENDAR
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import AgendaKey
from tests.events import AGENDA
from tests.plan.sections.pavilion.agendas import (
    BEFORE,
    FAREWELL,
    MILLS,
    OPENING,
    WHEELS,
    fair,
    release,
    rows,
)


def of_agenda(found):
    return sorted(
        path.removeprefix("fair/agenda/").removesuffix("index.html")
        for path in found.paths
        if path.startswith("fair/agenda/")
    )


def test_agenda_has_a_page_for_itself_each_session_and_each_speaker(tmp_path):
    assert of_agenda(fair(tmp_path)) == [
        "",
        "sessions/farewell/",
        "sessions/mills/",
        "sessions/opening/",
        "sessions/wheels/",
        "speakers/",
        "speakers/ben-rask/",
        "speakers/ida-holm/",
    ]


def test_page_of_changes_appears_with_the_first_release(tmp_path):
    releases = [release(1, date(2026, 6, 1), OPENING, MILLS, WHEELS, FAREWELL)]

    assert "changes/" in of_agenda(fair(tmp_path, releases=releases))


def test_nothing_is_told_of_an_agenda_before_its_day(tmp_path):
    assert of_agenda(fair(tmp_path, day=BEFORE)) == []


def test_proposed_session_and_its_speaker_are_shown_nowhere(tmp_path):
    agenda = rows(
        AGENDA.replace("sessions:\n", "  - {id: una-berg, name: Una Berg}\nsessions:\n"),
        "id: secret, title: Perhaps, state: proposed, speakers: [una-berg]",
    )
    found = fair(tmp_path, agenda=agenda)

    assert [path for path in found.paths if "secret" in path or "una-berg" in path] == []
    assert "Perhaps" not in str(found.plan)


def test_page_says_what_it_is_and_leads_on(tmp_path):
    view = fair(tmp_path).view("fair/agenda/")
    content = view.content

    assert (content.title, content.lead, content.zone, content.state) == (
        "agenda",
        "agenda-lead",
        "Europe/Berlin",
        "agenda",
    )
    assert (content.calendar, content.speakers, content.changes) == (
        f"/fair/agenda/{CALENDAR}",
        "/fair/agenda/speakers/",
        "",
    )
    assert view.crumbs == (LinkView("Fernholt Network", "/"), LinkView("Fernholt Fair", "/fair/"))


def test_page_names_its_release_and_leads_to_its_changes(tmp_path):
    releases = [
        release(1, date(2026, 6, 1), OPENING),
        release(2, date(2026, 6, 10), OPENING),
        release(3, date(2026, 7, 1), OPENING),
    ]
    content = fair(tmp_path, releases=releases).content("fair/agenda/")

    assert (content.version, content.released, content.changes) == (
        2,
        date(2026, 6, 10),
        "/fair/agenda/changes/",
    )


def test_browser_keeps_a_choice_by_event_and_names_sessions_as_the_calendar_does(tmp_path):
    assert fair(tmp_path).content("fair/agenda/").key == AgendaKey(
        "fair", ".fair@partners.fernholt.example", "Fernholt Fair"
    )


def test_order_of_partners_is_told_once_for_the_page(tmp_path):
    order = fair(tmp_path).content("fair/agenda/").order

    assert (order.opportunity, order.cards, order.data_href) == (
        "directory-list",
        (),
        "/placement/directory-list.json",
    )


def test_event_without_sessions_has_an_empty_agenda(tmp_path):
    head = AGENDA.partition("speakers:\n")[0].replace(
        "tracks: [{id: practice, label: Practice}]\n", ""
    )
    content = fair(tmp_path, agenda=head).content("fair/agenda/")

    assert (content.open_times, content.filters, content.speakers) == ((), (), "")
    assert [cell.pause.label for day in content.days for cell in day.cells] == ["Coffee"]
