"""Hostile words in every place a partner writes: what becomes of them in every output."""

import re
from collections import Counter

import pytest

from tests.hostile.crowd import FORMER
from tests.hostile.judging import (
    export_faults,
    lost,
    parsed_pages,
    refusal_faults,
)
from tests.hostile.judging_files import calendar_texts, file_faults, rules, unfolded
from tests.hostile.judging_pages import PROSE, page_faults, parsed, shapes

_REPEATED = r"(placement/partners|embed/[^/]+|browse|notes/authors)/.*[02-9]/"
"""Pages like others of their kind, which only the long run looks at."""

_OF_OTHERS = r"(.*/)?h-00(0[4-9]|[1-9]\d)/|(placement/partners|embed/[^/]+)/.*[2-9]/"


@pytest.fixture(scope="module")
def trees(hostile):
    return parsed_pages(hostile.files, _REPEATED)


@pytest.fixture(scope="module")
def plain(harmless):
    return shapes(parsed_pages(harmless.files, _OF_OTHERS).values()) | PROSE


def test_nothing_harmless_is_refused(harmless):
    assert harmless.refused + harmless.other == []


def test_every_refusal_names_the_file_and_the_line_and_says_what_would_be_right(hostile):
    refusals = [*(refusal for _, refusal in hostile.refused), *hostile.other]

    assert len(refusals) > 300
    assert refusal_faults(refusals) == []


def test_every_kind_of_place_has_hostile_words_that_were_let_in(hostile):
    let_in = Counter(said.field for said in hostile.said)

    assert {field for field, count in let_in.items() if count >= 3} >= {
        *("name", "tagline", "website", "legal_name", "print_name", "offices.city"),
        *("contacts.label", "contacts.url", "contacts.email", "contacts.phone", "links"),
        *("seeks.note", "offers", "reference.quote", "reference.project"),
        *("title", "summary", "role", "author", "customer", "measure", "products"),
        *("sessions.title", "sessions.abstract", "sessions.notice"),
        *("speakers.name", "speakers.role", "speakers.bio"),
    }


def test_no_page_has_an_element_an_attribute_or_a_link_that_harmless_words_do_not_make(
    hostile, trees, plain
):
    found = [
        fault
        for path, tree in trees.items()
        for fault in page_faults(path, tree, plain, hostile.files)
    ]

    assert found == []


def test_every_word_that_was_let_in_is_read_as_it_was_written(hostile, trees):
    assert lost(hostile, trees) == []


def test_no_other_file_is_broken_out_of(hostile):
    assert file_faults(hostile.files) == []


def test_an_export_for_a_spreadsheet_runs_nothing(hostile):
    assert list(export_faults(hostile)) == []


def test_hosts_are_given_no_rule_more_than_for_harmless_words(hostile, harmless):
    more = sum(path.startswith("embed/") for path in hostile.files) - sum(
        path.startswith("embed/") for path in harmless.files
    )

    assert more >= 0
    assert rules(hostile.files) == rules(harmless.files)
    assert rules(hostile.files)[1] == 2 * FORMER


def test_scripts_and_styles_are_the_same_bytes_whatever_partners_write(hostile, harmless):
    def ours(files):
        return {
            path: data
            for path, data in files.items()
            if path.endswith((".js", ".css")) and not path.endswith("/sw.js")
        }

    assert ours(hostile.files) == ours(harmless.files)


BROKEN = {
    b"<p>One</p>": "<b>One</b>",
    b'<a href="/">': '<a href="javascript:alert(1)">',
    b"</main>": "<img src=//evil.example/p></main>",
    b"<h1>": "<h1 onclick='x'>",
    b"</body>": "<script>alert(1)</script></body>",
    b'id="main"': 'id="main"></main><main id="main"',
}


@pytest.mark.parametrize("mark", BROKEN)
def test_the_judge_of_pages_sees(mark):
    page = b'<!doctype html><title>x</title><body><main id="main"><h1>One</h1><p>One</p><a href="/">x</a></main></body>'
    plain = shapes([parsed(page)])
    assert page_faults("index.html", parsed(page), plain, {"index.html"}) == []

    broken = page.replace(mark, BROKEN[mark].encode())
    assert page_faults("index.html", parsed(broken), plain, {"index.html"}) != []


EVENT = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\\, b\r\n c\r\nDTSTART:1\r\nDTEND:2\r\nURL:x\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def test_the_judge_of_calendars_reads_folded_and_escaped_lines():
    assert file_faults({"a.ics": EVENT}) == []
    assert calendar_texts(EVENT, "SUMMARY") == ["a, bc"]


@pytest.mark.parametrize(
    ("name", "data"),
    {
        "a line more.ics": EVENT.replace(b"\r\n c", b"\r\nATTACH:https://evil.example/"),
        "two titles.ics": EVENT.replace(b"\r\n c", b"\r\nSUMMARY:c"),
        "a bare comma.ics": EVENT.replace(b"\\,", b","),
        "a bare break.ics": EVENT.replace(b"\r\n c", b"\nc"),
        "formula.csv": b'"a","=1"\r\n',
        "late formula.csv": b'"a"," +1"\r\n',
        "torn.csv": b'"a","b"\r\n"c"\r\n',
        "_redirects": b"/a/ //evil.example/ 301\n",
        "_headers": b"/*\nX: 1\n",
        "open.xml": b"<a><b></a>",
        "entity.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "number.json": b'{"a": NaN}',
        "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
        "behind.png": b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0IEND\xaeB`\x82<script>",
        "strange.exe": b"",
    }.items(),
)
def test_the_judge_of_files_sees(name, data):
    assert file_faults({name: data}) != []


def test_a_line_of_a_calendar_that_is_too_long_is_refused():
    with pytest.raises(ValueError, match=re.escape("a line of 80 octets")):
        unfolded(b"x" * 80 + b"\r\n")
