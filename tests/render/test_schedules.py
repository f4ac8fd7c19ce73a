"""Agendas against the schemas that are published for them, and against each other."""

import json
from datetime import date
from pathlib import Path

import jsonschema
from lxml import etree

from pavgen.kernel.canonical import readable_json
from pavgen.plan.documents import (
    Schedule,
    ScheduledDay,
    ScheduledLink,
    ScheduledPerson,
    ScheduledRoom,
    ScheduledSession,
)
from pavgen.plan.sections.pavilion.hall.schedule_json import schedule_json
from pavgen.render.documents import write_document

FORMAT = Path(__file__).parent / "schedule_format"
GUID = "0b8e3c55-9d1f-8a4b-8f00-0123456789a{}"

PERSON = ScheduledPerson(GUID.format(1), 7, "Ida <Holm> & Co", "", "https://p.example/ida/")
SESSION = ScheduledSession(
    guid=GUID.format(2),
    number=12,
    slug="fair-mills",
    title="On <mills> & “wheels”",
    kind="talk",
    track="Practice",
    language="en",
    abstract="One.\n\nTwo; three.",
    room="Stage",
    date="2026-10-24T10:00:00+02:00",
    start="10:00",
    end="2026-10-24T10:45:00+02:00",
    duration="00:45",
    address="https://p.example/fair/agenda/sessions/mills/",
    persons=(PERSON,),
    links=(ScheduledLink("related", "Ada", "https://p.example/ada/"),),
    attachments=(ScheduledLink("slides", "Slides", "https://p.example/s.pdf"),),
)
ROOM = ScheduledRoom(GUID.format(3), "Stage", 80)
LOFT = ScheduledRoom(GUID.format(4), "Loft", None)
SCHEDULE = Schedule(
    address="https://p.example/fair/schedule.xml",
    home="https://p.example/fair/",
    version="3",
    acronym="fair",
    title="Fernholt Fair",
    starts=date(2026, 10, 24),
    ends=date(2026, 10, 25),
    zone="America/Argentina/Buenos_Aires",
    tracks=(("practice", "Practice"),),
    rooms=(ROOM, LOFT),
    days=(
        ScheduledDay(
            1,
            date(2026, 10, 24),
            "2026-10-24T00:00:00+02:00",
            "2026-10-24T23:59:00+02:00",
            ((ROOM, (SESSION,)), (LOFT, ())),
        ),
    ),
)


def as_json(schedule):
    """Return the document as a program reads it."""
    return json.loads(readable_json(schedule_json(schedule)))


def errors_in_json(value):
    schema = json.loads((FORMAT / "schema.json").read_text("utf-8"))
    judge = jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker()
    )
    return [(list(error.path), error.message) for error in judge.iter_errors(value)]


def errors_in_xml(data):
    schema = etree.XMLSchema(etree.parse(FORMAT / "schedule.xml.xsd"))
    schema.validate(etree.fromstring(data))
    return [str(error) for error in schema.error_log]


def test_both_forms_are_valid():
    assert errors_in_json(as_json(SCHEDULE)) == []
    assert errors_in_xml(write_document(SCHEDULE)) == []


def test_a_wrong_form_would_be_found():
    data = write_document(SCHEDULE).replace(
        b"<duration>00:45</duration>", b"<duration>45</duration>"
    )
    value = json.loads(readable_json(schedule_json(SCHEDULE)).replace('"guid"', '"gid"'))

    assert errors_in_xml(data) != []
    assert errors_in_json(value) != []


def test_the_xml_says_what_the_json_says():
    event = etree.fromstring(write_document(SCHEDULE)).find("day/room/event")
    told = as_json(SCHEDULE)["schedule"]["conference"]["days"][0]["rooms"]["Stage"][0]
    same = (
        "title",
        "date",
        "start",
        "duration",
        "room",
        "slug",
        "track",
        "type",
        "language",
        "url",
    )

    assert {name: event.findtext(name) for name in same} == {name: told[name] for name in same}
    assert event.findtext("abstract") == told["abstract"] == "One.\n\nTwo; three."
    assert (event.get("guid"), int(event.get("id"))) == (told["guid"], told["id"])
    assert [p.text for p in event.iter("person")] == [p["name"] for p in told["persons"]]
    assert [(link.get("href"), link.text) for link in event.iter("link")] == [
        (link["url"], link["title"]) for link in told["links"]
    ]


def test_a_zone_that_the_schema_cannot_name_is_left_out():
    assert "time_zone_name" in as_json(SCHEDULE)["schedule"]["conference"]

    odd = Schedule(
        **{name: getattr(SCHEDULE, name) for name in SCHEDULE.__slots__} | {"zone": "Etc/GMT+5"}
    )
    assert "time_zone_name" not in as_json(odd)["schedule"]["conference"]
    assert errors_in_json(as_json(odd)) == []
    assert errors_in_xml(write_document(odd)) == []
