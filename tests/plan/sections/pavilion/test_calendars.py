from datetime import UTC, date, datetime

import icalendar

from pavgen.render.documents import write_document
from tests.events import AGENDA
from tests.plan.sections.pavilion.agendas import (
    BEFORE,
    FAREWELL,
    MILLS,
    OPENING,
    WHEELS,
    fair,
    release,
)

FIRST = release(1, date(2026, 6, 2), OPENING, MILLS, WHEELS, FAREWELL)
ALL = "fair/agenda/agenda.ics"


def calendars(found):
    return {d.path: d.content for d in found.plan.documents if d.path.endswith(".ics")}


def entries(found, path=ALL):
    return {entry.uid.partition(".")[0]: entry for entry in calendars(found)[path].entries}


def test_there_is_one_of_all_sessions_and_one_of_each(tmp_path):
    assert list(calendars(fair(tmp_path))) == [
        ALL,
        "fair/agenda/sessions/farewell/session.ics",
        "fair/agenda/sessions/mills/session.ics",
        "fair/agenda/sessions/opening/session.ics",
        "fair/agenda/sessions/wheels/session.ics",
    ]


def test_there_is_none_before_the_agenda_is_out(tmp_path):
    assert calendars(fair(tmp_path, day=BEFORE)) == {}


def test_an_entry_says_who_where_and_when_and_is_the_same_in_both(tmp_path):
    found = fair(tmp_path)
    entry = entries(found)["mills"]

    assert entry.uid == "mills.fair@partners.fernholt.example"
    assert (entry.start, entry.end) == (
        datetime.fromisoformat("2026-10-24T11:00"),
        datetime.fromisoformat("2026-10-24T11:45"),
    )
    assert (entry.title, entry.place) == ("On mills", "Stage, Old Mill, Altdorf")
    assert entry.text == (
        "Of mills.\n\nhall-speakers\n\nhall-partners\n\n"
        "https://partners.fernholt.example/fair/agenda/sessions/mills/"
    )
    [alone] = entries(found, "fair/agenda/sessions/mills/session.ics").values()
    assert alone == entry


def test_it_is_stamped_with_the_day_of_the_last_release_else_of_the_agenda(tmp_path):
    without = entries(fair(tmp_path / "a"))["mills"]
    released = (release(1, date(2026, 6, 2)), release(2, date(2026, 6, 9)))
    with_two = entries(fair(tmp_path / "b", releases=released))["mills"]

    assert without.stamp == datetime.fromisoformat("2026-06-01T00:00")
    assert with_two.stamp == datetime.fromisoformat("2026-06-09T00:00")


def test_a_session_that_has_moved_keeps_its_identity_and_has_a_higher_number(tmp_path):
    moved = AGENDA.replace("title: On mills, slot: s2", "title: On mills, slot: s3").replace(
        "title: Farewell, slot: s3", "title: Farewell, slot: s2"
    )
    before = entries(fair(tmp_path / "a", releases=(FIRST,)))
    after = entries(fair(tmp_path / "b", agenda=moved, releases=(FIRST,)))

    assert {name: (e.uid, e.sequence) for name, e in before.items()} == {
        name: (e.uid, 0) for name, e in after.items()
    }
    assert [name for name, e in after.items() if e.sequence == 1] == ["farewell", "mills"]


def test_a_cancelled_session_that_lost_its_slot_stands_where_it_was_to_be(tmp_path):
    gone = AGENDA.replace("title: On mills, slot: s2", "title: On mills, state: cancelled")
    found = fair(tmp_path, agenda=gone, releases=(FIRST,))
    entry = entries(found)["mills"]

    assert entry.cancelled
    assert entry.start == datetime.fromisoformat("2026-10-24T11:00")
    assert "fair/agenda/sessions/mills/session.ics" not in calendars(found)


def test_a_client_reads_the_right_hours_on_both_sides_of_the_change_of_clocks(tmp_path):
    data = write_document(calendars(fair(tmp_path))[ALL])
    read = icalendar.Calendar.from_ical(data)

    assert {str(e["UID"]).partition(".")[0]: e.DTSTART.astimezone(UTC) for e in read.events} == {
        "opening": datetime(2026, 10, 24, 8, 0, tzinfo=UTC),
        "wheels": datetime(2026, 10, 24, 8, 0, tzinfo=UTC),
        "mills": datetime(2026, 10, 24, 9, 0, tzinfo=UTC),
        "farewell": datetime(2026, 10, 25, 9, 0, tzinfo=UTC),
    }
