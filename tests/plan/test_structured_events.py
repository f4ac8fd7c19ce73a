"""Events told to programs: what their pages say, with the offsets of the place."""

from typing import Any

import pytest

from pavgen.plan.structured import structured_data
from tests.events import AGENDA, EVENT, event
from tests.plan.projects import files_of, partner, planned, site

HOST = "https://partners.fernholt.example"
STATUS = {
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
}
FAIR = {"@type": "Event", "name": "Fernholt Fair", "url": f"{HOST}/fair/"}
FERNHOLT = {"@type": "Organization", "name": "Fernholt", "url": "https://www.fernholt.example/"}
ADA = {"@type": "Organization", "@id": f"{HOST}/ada/", "name": "Ada"}
OPENING = {
    "@type": "Event",
    "name": "Opening",
    "url": f"{HOST}/fair/agenda/sessions/opening/",
    "startDate": "2026-10-24T10:00:00+02:00",
    "endDate": "2026-10-24T10:45:00+02:00",
    **STATUS,
    "location": {"@type": "Place", "name": "Stage"},
}
FAREWELL = {
    **OPENING,
    "name": "Farewell",
    "url": f"{HOST}/fair/agenda/sessions/farewell/",
    "startDate": "2026-10-25T10:00:00+01:00",
    "endDate": "2026-10-25T10:45:00+01:00",
}


@pytest.fixture
def told(tmp_path):
    """Return a way to read what a page of the fair tells, by type, after changes of its files."""

    def read(path, *, main=EVENT, agenda=AGENDA):
        partners = [partner(slug) for slug in ("ada", "bob", "cat", "dot")]
        sections = ["kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair"]
        files = files_of(*partners, event(main=main, agenda=agenda), main=site(sections))
        told: Any = structured_data(planned(tmp_path, files).view(f"fair/{path}"))
        graph = told["@graph"]
        return {thing["@type"]: thing for thing in graph}

    return read


def test_the_front_page_tells_when_and_where_the_event_is(told):
    assert told("")["Event"] == {
        **FAIR,
        "description": "Two days of talks and booths.",
        "startDate": "2026-10-24T09:00:00+02:00",
        "endDate": "2026-10-25",
        **STATUS,
        "location": {
            "@type": "Place",
            "name": "Old Mill",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Mill Lane 1",
                "postalCode": "12345",
                "addressLocality": "Altdorf",
                "addressCountry": "DE",
            },
        },
        "organizer": FERNHOLT,
        "subEvent": [OPENING, FAREWELL],
    }


def test_the_last_hours_are_the_end_though_the_clocks_have_changed(told):
    hours = "{start: 2026-10-24T09:00, end: 2026-10-24T18:00}"
    more = f"{hours}, {{start: 2026-10-25T10:00, end: 2026-10-25T16:00}}]"
    found = told("", main=EVENT.replace(f"hours: [{hours}]", f"hours: [{more}"))["Event"]

    assert (found["startDate"], found["endDate"]) == (
        "2026-10-24T09:00:00+02:00",
        "2026-10-25T16:00:00+01:00",
    )


def test_without_hours_the_days_are_told(told):
    main = "".join(line for line in EVENT.splitlines(keepends=True) if "hours:" not in line)
    found = told("", main=main)["Event"]

    assert (found["startDate"], found["endDate"]) == ("2026-10-24", "2026-10-25")


def test_exhibitors_are_a_list_in_the_order_of_the_section(told):
    for path in ("", "exhibitors/"):
        items = told(path)["ItemList"]["itemListElement"]
        assert [(i["position"], i["name"]) for i in items] == [(1, "Ada"), (2, "Bob"), (3, "Cat")]


def test_the_agenda_tells_every_session_that_has_a_time(told):
    found = told("agenda/", agenda=AGENDA.replace("slot: l1, ", ""))["Event"]

    assert [part["name"] for part in found["subEvent"]] == ["Opening", "On mills", "Farewell"]
    assert (found["startDate"], found["endDate"]) == (
        "2026-10-24T10:00:00+02:00",
        "2026-10-25T10:45:00+01:00",
    )
    assert (found["name"], found["url"]) == ("Fernholt Fair", f"{HOST}/fair/")


def test_a_session_tells_who_speaks_who_holds_it_and_what_it_is_part_of(told):
    assert told("agenda/sessions/opening/")["Event"] == {
        **OPENING,
        "performer": [
            {
                "@type": "Person",
                "name": "Ida Holm",
                "jobTitle": "Engineer",
                "url": f"{HOST}/fair/agenda/speakers/ida-holm/",
            }
        ],
        "organizer": [ADA],
        "superEvent": FAIR,
    }


def test_a_cancelled_session_says_so(told):
    agenda = AGENDA.replace(
        "title: Opening, slot: s1", "title: Opening, slot: s1, state: cancelled"
    )
    found = told("agenda/sessions/opening/", agenda=agenda)["Event"]

    assert found["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_session_without_a_time_tells_none(told):
    agenda = AGENDA.replace("slot: s1, ", "")
    found = told("agenda/sessions/opening/", agenda=agenda)["Event"]

    assert found.keys() & {"startDate", "endDate", "location"} == set()


def test_a_speaker_is_a_person_who_works_for_a_partner(told):
    assert told("agenda/speakers/ida-holm/")["Person"] == {
        "@type": "Person",
        "name": "Ida Holm",
        "url": f"{HOST}/fair/agenda/speakers/ida-holm/",
        "jobTitle": "Engineer",
        "description": "Builds mills.",
        "worksFor": ADA,
        "performerIn": [OPENING, FAREWELL],
    }


def test_speakers_are_a_list(told):
    items = told("agenda/speakers/")["ItemList"]["itemListElement"]

    assert sorted(item["name"] for item in items) == ["Ben Rask", "Ida Holm"]


def test_the_floor_and_the_changes_are_pages_of_the_web(told):
    assert told("floor/")["WebPage"]["url"] == f"{HOST}/fair/floor/"
