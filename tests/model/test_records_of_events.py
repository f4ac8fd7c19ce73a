"""The records of an event: what a file says, and what is meant where it says nothing."""

from datetime import UTC, date, datetime

from pavgen.model.records.agenda import Agenda, Break, Session, Slot
from pavgen.model.records.event import (
    Answer,
    Event,
    Exhibitor,
    Hours,
    Needs,
    Offer,
    Package,
    Shift,
    Venue,
)
from pavgen.model.records.floorplan import Adjacency, Booth, Feature, FloorPlan, Hall
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.records import decode_record
from tests.model.schema.reading import decoded, findings, node

BARE = """\
title: Fair
summary: A fair.
starts: 2026-10-24
ends: 2026-10-25
time_zone: Europe/Berlin
venue: {name: Mill, city: Altdorf, country: DE}
"""
PLAN = """\
halls: [{id: one, label: Hall, width: 20, height: 14.5}]
booths: [{id: b12, hall: one, x: 1, y: 2, width: 3, height: 2.25, kind: pod}]
"""
AGENDA = """\
rooms: [{id: stage, label: Stage}]
slots: [{id: s1, room: stage, start: 2026-10-24T10:00, end: 2026-10-24T10:45}]
"""


def at(text):
    return datetime.fromisoformat(text)


def complaints(record, text):
    into = Decoding("content/any.yaml", Rules())
    decode_record(record, node(text, "content/any.yaml"), into)
    return findings(into)


def test_an_event_needs_little():
    assert decoded(Event, BARE) == Event(
        title="Fair",
        summary="A fair.",
        starts=date(2026, 10, 24),
        ends=date(2026, 10, 25),
        time_zone="Europe/Berlin",
        venue=Venue(name="Mill", city="Altdorf", country="DE"),
    )


def test_an_exhibitor_says_what_it_booked_needs_and_would_like():
    more = """\
exhibitors:
  - partner: ada
    package: pod
    applied: 2026-09-01T09:00:00Z
    preferences: [b12, p3@day-1]
    needs: {area: 9, kinds: [island], facilities: [power]}
    co_exhibitors: [bob]
    booth: p3@day-1
    reason: By lot.
    withdrew: 2026-10-01
"""
    assert decoded(Event, BARE + more).exhibitors == (
        Exhibitor(
            partner="ada",
            package="pod",
            applied=datetime(2026, 9, 1, 9, tzinfo=UTC),
            preferences=("b12", "p3@day-1"),
            needs=Needs(area=9, kinds=("island",), facilities=("power",)),
            co_exhibitors=("bob",),
            booth="p3@day-1",
            reason="By lot.",
            withdrew=date(2026, 10, 1),
        ),
    )


def test_packages_shifts_and_offers():
    more = """\
packages: [{id: pod, label: A pod, max: 4, kinds: [pod], shifts: 2, talks: 1}, {id: any, label: Any}]
shifts: [{id: am, label: Morning, times: [{start: 2026-10-24T09:00, end: 2026-10-24T13:00}]}]
offers: [{item: b12, on: 2026-10-02, answers: [{partner: ada, answer: declined}]}]
"""
    event = decoded(Event, BARE + more)
    morning = Hours(start=at("2026-10-24T09:00"), end=at("2026-10-24T13:00"))

    assert event.packages == (
        Package(id="pod", label="A pod", max=4, kinds=("pod",), shifts=2, talks=1),
        Package(id="any", label="Any"),
    )
    assert (event.package("any").shifts, event.package("any").max) == (0, None)
    assert event.package("other") == Package()
    assert event.shifts == (Shift(id="am", label="Morning", times=(morning,)),)
    assert event.offers == (
        Offer(
            item="b12",
            on=date(2026, 10, 2),
            answers=(Answer(partner="ada", answer="declined"),),
        ),
    )


def test_items_have_a_form_of_their_own():
    exhibitor = (
        "exhibitors: [{partner: ada, package: pod, preferences: [B12, 'p3@', 'p3 am', a@b@c]}]"
    )

    assert [line.split(" ")[1:3] for line in complaints(Event, BARE + exhibitor)] == [
        ["value-form", f"exhibitors[0].preferences[{n}]:"] for n in range(4)
    ]


def test_an_event_without_its_needed_keys_says_which():
    told = " ".join(complaints(Event, "title: Fair\n"))

    for key in ("summary", "starts", "ends", "time_zone", "venue"):
        assert f"`{key}`" in told


def test_lengths_are_kept_in_centimetres():
    plan = decoded(FloorPlan, PLAN)

    assert plan.halls == (Hall(id="one", label="Hall", width=2000, height=1450),)
    assert plan.booths == (
        Booth(id="b12", hall="one", x=100, y=200, width=300, height=225, kind="pod"),
    )
    assert (plan.narrowest, plan.facing) == (120, 400)
    assert (plan.booths[0].weight, plan.booths[0].state, plan.booths[0].shared) == (
        1,
        "available",
        False,
    )


def test_a_floor_has_polygons_features_and_corrections():
    more = """\
features: [{id: up, kind: stairs, hall: one, polygon: [[0, 0], [1.5, 0], [0, 2]], leads_to: down}]
adjacency: [{a: b12, b: b13, adjacent: false, reason: A wall of plants.}]
"""
    plan = decoded(FloorPlan, PLAN + more)

    assert plan.features == (
        Feature(
            id="up",
            kind="stairs",
            hall="one",
            polygon=((0, 0), (150, 0), (0, 200)),
            leads_to="down",
        ),
    )
    assert plan.adjacency == (
        Adjacency(a="b12", b="b13", adjacent=False, reason="A wall of plants."),
    )


def test_a_floor_needs_a_hall_and_a_booth():
    told = " ".join(complaints(FloorPlan, "facing: 4\n"))

    assert "`halls`" in told
    assert "`booths`" in told


def test_times_of_an_agenda_are_local():
    agenda = decoded(Agenda, AGENDA)

    assert agenda.slots == (
        Slot(id="s1", room="stage", start=at("2026-10-24T10:00"), end=at("2026-10-24T10:45")),
    )
    assert (agenda.slots[0].weight, agenda.slots[0].drawn) == (1, False)


def test_a_session_is_a_confirmed_talk_unless_it_says_otherwise():
    more = """\
breaks: [{id: tea, label: Tea, start: 2026-10-24T10:45, end: 2026-10-24T11:00, rooms: [stage]}]
sessions:
  - {id: mills, title: On mills}
  - {id: panel, title: Panel, kind: panel, state: cancelled, partners: [ada, bob], slot: s1}
"""
    agenda = decoded(Agenda, AGENDA + more)

    assert agenda.sessions == (
        Session(id="mills", title="On mills"),
        Session(
            id="panel",
            title="Panel",
            kind="panel",
            state="cancelled",
            partners=("ada", "bob"),
            slot="s1",
        ),
    )
    assert (agenda.sessions[0].kind, agenda.sessions[0].state) == ("talk", "confirmed")
    assert agenda.breaks == (
        Break(
            id="tea",
            label="Tea",
            start=at("2026-10-24T10:45"),
            end=at("2026-10-24T11:00"),
            rooms=("stage",),
        ),
    )
