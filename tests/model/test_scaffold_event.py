"""A new event's files, as they are and with their examples taken up."""

import re
from datetime import date

import pytest

from pavgen.files.yamlwrite import file_text
from pavgen.model.imports.drafts import Draft
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event
from pavgen.model.records.floorplan import FloorPlan
from pavgen.model.scaffold_event import EventWords, event_drafts
from pavgen.model.schema.fields import fields_of
from tests.model.linking.projects import FILES, told

SAID = EventWords(
    "spring-summit",
    "Spring summit",
    date(2026, 11, 21),
    "Europe/Berlin",
    "acme",
    "birch",
    "english",
)
RECORDS = {"event.yaml": Event, "floorplan.yaml": FloorPlan, "agenda.yaml": Agenda}


def texts(said=SAID):
    return {draft.path: file_text(draft) for draft in event_drafts(said)}


def with_examples(text):
    """Take away the `#` before every example of a key; those of two blanks more are prose."""
    return re.sub(r"^( *)# ([a-z_]+:)", r"\1\2", text, flags=re.MULTILINE)


def test_an_event_is_a_folder_of_four_files():
    assert list(texts()) == [
        f"content/events/spring-summit/{name}"
        for name in ("event.yaml", "floorplan.yaml", "agenda.yaml", "index.md")
    ]
    assert all(isinstance(draft, Draft) for draft in event_drafts(SAID))


def test_the_files_have_nothing_to_complain_about():
    assert told(FILES | texts()) == []


def test_every_example_can_be_taken_up():
    files = {path: with_examples(text) for path, text in texts().items()}

    assert files != texts()
    assert [line for line in told(FILES | files) if " error[" in line] == []


def test_one_partner_and_no_language_are_enough():
    said = EventWords("fair", "Fair", date(2026, 11, 21), "UTC", "acme")
    files = {path: with_examples(text) for path, text in texts(said).items()}

    assert told(FILES | texts(said)) == []
    assert [line for line in told(FILES | files) if " error[" in line] == []


@pytest.mark.parametrize("name", RECORDS)
def test_every_key_of_a_record_is_shown(name):
    text = texts()[f"content/events/spring-summit/{name}"]

    assert [f.name for f in fields_of(RECORDS[name]) if f"{f.name}:" not in text] == []


def test_an_event_is_half_a_year_ahead_for_two_days():
    main = texts()["content/events/spring-summit/event.yaml"]

    assert "starts: 2027-05-22\nends: 2027-05-23\n" in main


@pytest.mark.parametrize(
    "title", ['A "quoted": {one}', "$first #2", "it's: no", "- dash", "مرصد", "\\n", "x" * 200]
)
def test_a_title_comes_back_as_it_was_said(title):
    said = EventWords("fair", title, date(2026, 11, 21), "UTC", "acme")

    assert told(FILES | texts(said)) == []


@pytest.mark.parametrize("day", [date.min, date(9999, 12, 1)])
def test_no_day_is_too_far_off_to_write_files(day):
    assert len(texts(EventWords("fair", "Fair", day, "UTC", "acme"))) == 4
