"""Releases of an agenda as lines: written, read back, and refused line by line."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.canonical import canonical_json
from pavgen.model.releases import (
    Release,
    note_fault,
    parse_releases,
    release_line,
    releases_path,
)
from tests.model.agenda.released import RELEASE, S1, S2, release, session

SECOND = release(session("opening", S2), version=2, on=date(2026, 6, 2), note="Later")
LINE = release_line(RELEASE)


def told(text):
    checked = parse_releases("fair", text)
    return checked.value, [(d.span.path, d.span.line, d.code, d.what) for d in checked.diagnostics]


def fault(text, line=1):
    releases, [(path, number, code, what)] = told(text)
    assert (releases, path, number, code) == ((), releases_path("fair"), line, "releases-broken")
    return what


def edited(**keys):
    return canonical_json({**json.loads(LINE), **keys}) + "\n"


def with_session(**keys):
    first = {**json.loads(LINE)["sessions"][0], **keys}
    return edited(sessions=[first])


def test_a_line_is_canonical_and_says_everything():
    assert release_line(release(session("opening", S1))) == (
        '{"note":"It is out","on":"2026-06-01","sessions":[{"end":"2026-10-24T10:45",'
        '"id":"opening","room":"stage","start":"2026-10-24T10:00","state":"confirmed",'
        '"title":"Opening"}],"v":1,"version":1}\n'
    )


def test_what_was_written_is_read():
    assert told(LINE + release_line(SECOND)) == ((RELEASE, SECOND), [])
    assert told("") == ((), [])


def test_two_releases_may_be_of_one_day():
    assert told(LINE + release_line(replace(SECOND, on=RELEASE.on)))[1] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (LINE[:-1], "the last line has no end"),
        ("\n", "the line is not canonical JSON"),
        ("{}\n", "a line has the keys note, on, sessions, v, version"),
        ("[]\n", "a line has the keys note, on, sessions, v, version"),
        (LINE.replace('"v":1', '"v": 1'), "the line is not canonical JSON"),
        (LINE.replace('"v":1', '"v":1.0'), "the line is not canonical JSON"),
        ("[" * 100_000 + "\n", "the line is not canonical JSON"),
        (LINE.replace("It is out", "It\\u0020is out"), "the line is not canonical JSON"),
        (edited(v=2), "`v` is not `1`"),
        (edited(version=2), "`version` is not `1`"),
        (edited(version=True), "`version` is not `1`"),
        (edited(on="1 June"), "`on` is not a date"),
        (edited(on="2026-02-30"), "`on` is not a date"),
        (edited(on=None), "`on` is not a date"),
        (edited(note=None), "`note` is not text"),
        (edited(note=""), "the note is empty, or has blanks at its ends or line breaks"),
        (edited(more=1), "a line has the keys note, on, sessions, v, version"),
    ],
)
def test_a_line_that_is_not_as_it_is_written_is_told(text, what):
    assert fault(text) == what


@pytest.mark.parametrize(
    "line",
    [
        edited(sessions={}),
        edited(sessions=["opening"]),
        edited(sessions=[{"id": "opening"}]),
        with_session(id="../x"),
        with_session(title=""),
        with_session(title="a\u202eb"),
        with_session(state="proposed"),
        with_session(room=""),
        with_session(start="2026-10-24"),
        with_session(start="2026-13-24T10:00"),
        with_session(end="2026-10-25T10:00"),
        with_session(title=3),
    ],
)
def test_sessions_have_the_form_that_pages_rely_on(line):
    expected = "`sessions` are not objects of id, title, room, start, end, state, each in its form"

    assert fault(line) == expected


@pytest.mark.parametrize("sessions", [("two", "one"), ("one", "one")])
def test_sessions_stand_by_id_each_once(sessions):
    line = release_line(release(*(session(name, S1) for name in sessions)))

    assert fault(line) == "`sessions` are not sorted by id, each once"


def test_versions_count_up_and_days_do_not_go_back():
    assert fault(LINE + LINE, 2) == "`version` is not `2`"
    assert fault(LINE + release_line(replace(SECOND, on=date(2026, 5, 31))), 2) == (
        "`on` is before 2026-06-01, the day of the release above"
    )


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Two talks exchanged", ""),
        ("Öl, 水 and مرصد", ""),
        ("", "the note is empty, or has blanks at its ends or line breaks"),
        ("   ", "the note is empty, or has blanks at its ends or line breaks"),
        ("two\nlines", "the note is empty, or has blanks at its ends or line breaks"),
        ("x" * 300, ""),
        ("x" * 301, "the note has 301 characters, 1 too many"),
    ],
)
def test_a_note_is_a_short_line_of_words(note, found):
    assert note_fault(note) == found


def test_a_note_that_turns_the_text_around_is_refused():
    assert note_fault("left\u202eright") != ""


SESSIONS = st.lists(
    st.builds(
        lambda name, title, at, state: session(name, at, state, title),
        st.from_regex(r"[a-z]{2,5}(-[a-z0-9]{1,4})?", fullmatch=True),
        st.sampled_from(["On mills", "Ümläute", "水", 'A "quoted" one', "a\\b"]),
        st.sampled_from([S1, S2, ("", "", "")]),
        st.sampled_from(["confirmed", "cancelled"]),
    ),
    max_size=6,
    unique_by=lambda session: session.id,
)


@given(st.lists(SESSIONS, max_size=4))
def test_whatever_is_written_is_read_back_the_same(lists):
    releases = tuple(
        Release(n, date(2026, 1, n), "Note", tuple(sorted(sessions, key=lambda s: s.id)))
        for n, sessions in enumerate(lists, start=1)
    )

    assert told("".join(map(release_line, releases))) == (releases, [])
