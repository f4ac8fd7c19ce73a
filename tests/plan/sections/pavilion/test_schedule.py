import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pavgen.plan.sections.pavilion.hall.schedule import acronym, guid, numbers
from pavgen.render.documents import write_document
from tests.events import AGENDA, EVENT
from tests.plan.sections.pavilion.agendas import BEFORE, OVER, fair, release
from tests.render.test_schedules import errors_in_json, errors_in_xml


def told(found):
    [document] = [d.content for d in found.plan.documents if d.path == "fair/schedule.xml"]
    [data] = [d.value for d in found.plan.data if d.path == "fair/schedule.json"]
    return document, data


def sessions(document):
    return {
        session.title: (day.index, room.name, session.date)
        for day in document.days
        for room, held in day.rooms
        for session in held
    }


def test_sessions_stand_by_day_and_room_with_the_offset_of_their_hour(tmp_path):
    document, _ = told(fair(tmp_path))

    assert sessions(document) == {
        "Opening": (1, "Stage", "2026-10-24T10:00:00+02:00"),
        "On mills": (1, "Stage", "2026-10-24T11:00:00+02:00"),
        "On wheels": (1, "Loft", "2026-10-24T10:00:00+02:00"),
        "Farewell": (2, "Stage", "2026-10-25T10:00:00+01:00"),
    }
    assert [(day.start, day.end) for day in document.days] == [
        ("2026-10-24T00:00:00+02:00", "2026-10-24T23:59:00+02:00"),
        ("2026-10-25T00:00:00+02:00", "2026-10-25T23:59:00+01:00"),
    ]
    assert [room.name for room in document.rooms] == ["Stage", "Loft"]


def test_both_files_are_valid_for_any_agenda(tmp_path):
    odd = (
        AGENDA.replace("{id: loft, label: Loft}", "{id: loft, label: Stage}")
        .replace("id: practice", "id: 1p")
        .replace("track: practice", "track: 1p")
        .replace("{id: wheels, title: On wheels", "{id: wh, title: On <wheels> & 株式会社")
    )
    usual = told(fair(tmp_path / "usual"))
    unusual = told(fair(tmp_path / "odd", agenda=odd))

    for document, data in (usual, unusual):
        assert errors_in_json(data) == []
        assert errors_in_xml(write_document(document)) == []
    assert [room.name for room in unusual[0].rooms] == ["Stage", "Stage (loft)"]


def test_there_is_none_before_the_agenda_is_out(tmp_path):
    assert [d.path for d in fair(tmp_path, day=BEFORE).plan.documents if "schedule" in d.path] == []


def test_what_is_cancelled_or_without_a_time_is_left_out(tmp_path):
    agenda = AGENDA.replace("slot: s2,", "slot: s2, state: cancelled,").replace("slot: l1, ", "")
    document, _ = told(fair(tmp_path, agenda=agenda))

    assert list(sessions(document)) == ["Opening", "Farewell"]


def test_the_version_is_that_of_the_last_release(tmp_path):
    assert told(fair(tmp_path / "a"))[0].version == "0"
    released = (release(1, date(2026, 6, 2)), release(2, date(2026, 6, 9)))
    assert told(fair(tmp_path / "b", releases=released))[0].version == "2"


def test_identities_stay_when_everything_else_changes(tmp_path):
    other = AGENDA.replace("title: On mills, slot: s2", "title: Of mills, slot: s3").replace(
        "title: Farewell, slot: s3", "title: Farewell, slot: s2"
    )
    before, _ = told(fair(tmp_path / "a"))
    after, _ = told(fair(tmp_path / "b", agenda=other))

    def by_slug(document):
        held = [s for day in document.days for _, found in day.rooms for s in found]
        return {s.slug: (s.guid, s.number, s.persons) for s in held}

    assert by_slug(before) == by_slug(after)


def test_slides_and_recording_come_when_it_is_over(tmp_path):
    agenda = AGENDA.replace(
        "abstract: Of mills.", "abstract: Of mills., slides: https://s.example/m.pdf"
    )
    late, _ = told(fair(tmp_path, agenda=agenda, day=OVER))
    found = [s for day in late.days for _, held in day.rooms for s in held if s.attachments]

    assert [(s.title, s.attachments[0].kind, s.attachments[0].address) for s in found] == [
        ("On mills", "slides", "https://s.example/m.pdf")
    ]


def test_a_session_in_the_night_of_the_change_lasts_as_long_as_it_does(tmp_path):
    agenda = AGENDA.replace(
        "start: 2026-10-25T10:00, end: 2026-10-25T10:45",
        "start: 2026-10-25T01:30, end: 2026-10-25T03:30",
    )
    document, _ = told(fair(tmp_path, agenda=agenda, main=EVENT))
    [night] = [
        s for day in document.days for _, held in day.rooms for s in held if s.start == "01:30"
    ]

    assert night.duration == "03:00"


@given(st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), unique=True, max_size=40))
def test_numbers_are_positive_fit_and_differ(names):
    found = numbers("session", tuple(names))

    assert len(set(found.values())) == len(names)
    assert all(0 < number < 2**31 + 40 for number in found.values())
    assert found == numbers("session", tuple(reversed(names)))


@given(st.text(), st.text())
def test_guids_have_the_form_of_one_and_differ_by_kind(kind, name):
    form = r"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

    assert re.fullmatch(form, guid(kind, name))
    assert guid(kind, name) != guid(kind + "x", name)


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_every_slug_gives_an_acronym(slug):
    assert re.fullmatch(r"[a-z0-9_-][a-z0-9_]{3,}", acronym(slug))
