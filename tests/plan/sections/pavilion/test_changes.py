"""What has changed in an agenda: the page, the feed, and the counts that calendars need."""

from datetime import date, datetime

from pavgen.plan.documents import Feed, FeedEntry
from pavgen.plan.sections.pavilion.agenda.shifts import sequences
from pavgen.plan.views import FeedLink
from pavgen.plan.views.pavilion import ChangeLine, PlaceTime, ReleaseView, SpanView
from tests.events import AGENDA
from tests.plan.sections.pavilion.agendas import (
    FAREWELL,
    MILLS,
    OPENING,
    WHEELS,
    fair,
    release,
)

USED = (sequences,)
MOVED = ("mills", "On mills", "loft", "2026-10-24T12:00", "2026-10-24T12:30", "confirmed")
CANCELLED = (*WHEELS[:5], "cancelled")
RELEASES = [
    release(1, date(2026, 5, 20), OPENING, MOVED, WHEELS, note="The first."),
    release(2, date(2026, 6, 10), OPENING, MILLS, CANCELLED, FAREWELL, note="A room is lost."),
]
NOW = AGENDA.replace("id: wheels,", "id: wheels, state: cancelled,")


def span(start, end, day=24, offset="+02:00"):
    first, last = (f"2026-10-{day}T{time}" for time in (start, end))
    moments = (datetime.fromisoformat(first), datetime.fromisoformat(last))
    return SpanView(*moments, f"{first}:00{offset}", f"{last}:00{offset}")


def test_page_tells_releases_newest_first_with_what_changed_in_each(tmp_path):
    page = fair(tmp_path, agenda=NOW, releases=RELEASES).content("fair/agenda/changes/")
    there = "/fair/agenda/sessions/"

    assert page.since == ()
    assert page.releases == (
        ReleaseView(
            2, "v2", date(2026, 6, 10), "A room is lost.",
            (
                ChangeLine("new", "Farewell", f"{there}farewell/", now=PlaceTime(span("10:00", "10:45", 25, "+01:00"), "Stage")),
                ChangeLine(
                    "moved", "On mills", f"{there}mills/",
                    PlaceTime(span("12:00", "12:30"), "Loft"), PlaceTime(span("11:00", "11:45"), "Stage"),
                ),
                ChangeLine("cancelled", "On wheels", f"{there}wheels/"),
            ),
        ),
        ReleaseView(1, "v1", date(2026, 5, 20), "The first.", (), begins_with=3),
    )  # fmt: skip


def test_page_tells_what_changed_after_the_last_release(tmp_path):
    agenda = NOW.replace("title: Farewell", "title: Goodbye")
    page = fair(tmp_path, agenda=agenda, releases=RELEASES).content("fair/agenda/changes/")

    assert page.since == (
        ChangeLine("renamed", "Goodbye", "/fair/agenda/sessions/farewell/", former="Farewell"),
    )


def test_release_is_told_from_its_day_on(tmp_path):
    told = []
    for day in (9, 10):
        found = fair(tmp_path / str(day), agenda=NOW, releases=RELEASES, day=date(2026, 6, day))
        told.append([r.version for r in found.content("fair/agenda/changes/").releases])

    assert told == [[1], [2, 1]]


def test_feed_tells_each_release_in_a_line(tmp_path):
    found = fair(tmp_path, agenda=NOW, releases=RELEASES)
    feed = next(f.content for f in found.plan.documents if f.path == "fair/agenda/changes/feed.xml")
    home = "https://partners.fernholt.example/fair/agenda/changes/"

    assert feed == Feed(
        address=f"{home}feed.xml",
        home=home,
        title="Fernholt Fair: agenda-changes",
        summary="agenda-changes-lead",
        language="en",
        publisher="Fernholt",
        publisher_url="https://www.fernholt.example/",
        updated=date(2026, 6, 10),
        entries=(
            _entry(f"{home}#v2", "A room is lost. agenda-count-new, agenda-count-moved, agenda-count-cancelled", date(2026, 6, 10)),
            _entry(f"{home}#v1", "The first. agenda-begins", date(2026, 5, 20)),
        ),
    )  # fmt: skip
    assert found.view("fair/agenda/changes/").feeds == (
        FeedLink(feed.title, "/fair/agenda/changes/feed.xml", "application/atom+xml"),
        FeedLink(feed.title, "/fair/agenda/changes/feed.json", "application/feed+json"),
    )


def _entry(address, summary, day):
    return FeedEntry(address, "agenda-release", summary, "Fernholt", "", (), day, day)


def test_agenda_without_a_release_has_no_feed(tmp_path):
    assert [f.path for f in fair(tmp_path).plan.documents if "changes" in f.path] == []


def test_calendar_number_counts_the_versions_a_session_has_had(tmp_path):
    agenda = NOW.replace("title: Opening", "title: Welcome")
    found = fair(tmp_path, agenda=agenda, releases=RELEASES).content("fair/agenda/")
    cards = [card for day in found.days for cell in day.cells for card in cell.sessions]

    assert {card.id: card.sequence for card in cards} == {
        "opening": 1,
        "mills": 1,
        "wheels": 1,
        "farewell": 0,
    }
