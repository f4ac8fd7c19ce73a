"""Forty mistakes in the files of two events: one run names each at its line.

A mistake is marked at the end of its line, `#! code`, with the code it must be reported by.
"""

import json
import re

import pytest

from tests.cli.commands import pavgen, tree_of

DAY = ("--as-of", "2026-11-21")
FOLDER = "content/events/fair/"
PARTNERS = ("ada", "bob", "cat", "dot", "eve", "fay", "gus", "hal", "ian")

MISTAKEN = {
    "../expo/event.yaml": """\
title: Fernholt Expo
summary: A day of booths.
starts: 2027-05-03
ends: 2027-05-03
time_zone: Europe/Berlin
venue: {name: Old Mill, city: Altdorf, country: DE}
""",
    "../expo/floorplan.yaml": """\
halls:
  - {id: one, label: Hall 1, width: 30, height: 20}
  - {id: two, label: Hall 2, width: 10, height: 10} #! hall-no-entrance
booths:
  - {id: a1, hall: one, x: 2, y: 2, width: 3, height: 3, kind: corner}
  - {id: a2, hall: one, x: 4, y: 2, width: 3, height: 3, kind: corner} #! floor-overlap
  - {id: a3, hall: one, x: 28, y: 2, width: 3, height: 3, kind: corner} #! floor-outside
  - {id: a3, hall: one, x: 10, y: 2, width: 3, height: 3, kind: corner} #! floor-id-twice
  - {id: a4, hall: one, x: 14, y: 2, kind: corner} #! shape-missing
  - {id: a5, hall: one, polygon: [[16, 2], [19, 5], [19, 2], [16, 5]], kind: corner} #! shape-crossing
  - {id: a6, hall: three, x: 20, y: 2, width: 3, height: 3, kind: corner} #! hall-unknown
  - {id: a7, hall: one, x: 20, y: wide, width: 3, height: 3, kind: corner} #! value-length
  - {id: a8, hall: one, x: 24, y: 14, width: 3, height: 3, kind: corner} #! booth-unreached
features:
  - {id: middle, kind: aisle, hall: one, x: 0, y: 5, width: 30, height: 3}
  - {id: door, kind: entrance, hall: one, x: 0, y: 6, width: 0.5, height: 1.5}
  - {id: way-out, kind: exit, hall: one, x: 29.5, y: 6, width: 0.5, height: 1.5}
  - {id: back, kind: exit, hall: one, x: 2, y: 19.5, width: 1.5, height: 0.5} #! door-blocked
adjacency:
  - {a: a1, b: a1, adjacent: true, reason: By mistake.} #! adjacency-self
  - {a: a1, b: a9, adjacent: true, reason: By mistake.} #! booth-unknown
""",
    "event.yaml": """\
title: Fernholt Fair
summary: Two days of talks and booths.
starts: 2027-03-27
ends: 2027-03-28
time_zone: Europe/Berlin
venue: {name: Old Mill, city: Altdorf, country: DE}
hours:
  - {start: 2027-03-27T09:00, end: 2027-03-27T18:00}
  - {start: 2027-03-29T09:00, end: 2027-03-29T18:00} #! event-time-outside
packages:
  - {id: booth, label: A booth, max: 5, kinds: [in-line, corner], talks: 2}
  - {id: pod, label: A shared pod, shifts: 1, kinds: [pod]}
  - {id: pod, label: Another pod, shifts: 1, kinds: [pod]} #! event-id-twice
shifts:
  - {id: morning, label: Mornings, times: [{start: 2027-03-27T09:00, end: 2027-03-27T13:00}]}
  - id: afternoon
    label: Afternoons
    times: [{start: 2027-03-27T12:00, end: 2027-03-27T18:00}] #! event-shifts-overlap
exhibitors:
  - {partner: ada, package: booth, booth: a1, reason: By lot., co_exhibitors: [bob]} #! event-co-exhibitor
  - {partner: bob, package: booth, booth: a1, reason: By lot.} #! event-booth-taken
  - {partner: cat, package: booth, booth: a9, reason: By lot.} #! booth-unknown
  - {partner: dot, package: booth, booth: a2} #! key-missing
  - {partner: eve, package: pod, booth: p1@evening, reason: By lot.} #! shift-unknown
  - {partner: fay, package: pod, booth: p1, reason: By lot.} #! event-booth-shift
  - {partner: fay, package: booth} #! event-exhibitor-twice
  - {partner: gus, package: booth} #! event-package-full
  - {partner: hal, package: pod, booth: a3, reason: By lot.} #! event-booth-unfit
  - {partner: ian, package: boothe} #! package-unknown
  - {partner: joy, package: pod} #! partner-unknown
offers:
  - item: a7 #! event-offer-item
    on: 2026-11-20
    answers: [{partner: ada, answer: declined}]
""",
    "floorplan.yaml": """\
halls:
  - {id: one, label: Hall 1, width: 20, height: 14}
booths:
  - {id: a1, hall: one, x: 2, y: 2, width: 3, height: 3, kind: corner}
  - {id: a2, hall: one, x: 5, y: 2, width: 3, height: 3, kind: in-line}
  - {id: a3, hall: one, x: 8, y: 2, width: 3, height: 3, kind: corner}
  - {id: p1, hall: one, x: 15, y: 2, width: 1, height: 1, kind: pod, shared: true}
features:
  - {id: middle, kind: aisle, hall: one, x: 0, y: 5, width: 20, height: 3}
  - {id: side, kind: aisle, hall: one, x: 12, y: 0, width: 3, height: 14}
  - {id: door, kind: entrance, hall: one, x: 0, y: 6, width: 0.5, height: 1.5}
  - {id: way-out, kind: exit, hall: one, x: 13, y: 13.5, width: 1.5, height: 0.5}
  - {id: stage, kind: stage, hall: one, x: 15, y: 9, width: 5, height: 4}
""",
    "agenda.yaml": """\
rooms:
  - {id: stage, label: Stage, feature: stage}
  - {id: loft, label: Loft}
slots:
  - {id: s1, room: stage, start: 2027-03-27T10:00, end: 2027-03-27T10:45}
  - {id: s2, room: stage, start: 2027-03-27T10:30, end: 2027-03-27T11:30} #! agenda-slots-overlap
  - {id: s3, room: stage, start: 2027-03-27T14:00, end: 2027-03-27T13:00} #! event-time-reversed
  - {id: s4, room: stage, start: 2027-03-28T02:30, end: 2027-03-28T03:30} #! event-time-skipped
  - {id: s5, room: stage, start: 2027-03-28T12:30, end: 2027-03-28T13:30} #! agenda-slot-in-break
  - {id: s6, room: stage, start: 2027-03-28T15:00, end: 2027-03-28T15:30, drawn: true}
  - {id: s7, room: stage, start: 2027-03-28T16:00, end: 2027-03-28T16:30}
  - {id: l1, room: loft, start: 2027-03-27T10:00, end: 2027-03-27T10:30}
  - {id: l2, room: lofft, start: 2027-03-27T11:00, end: 2027-03-27T11:30} #! room-unknown
breaks:
  - {id: lunch, label: Lunch, start: 2027-03-28T13:00, end: 2027-03-28T14:00}
speakers:
  - {id: ida-holm, name: Ida Holm}
  - {id: ben-rask, name: Ben Rask}
  - {id: ida-holm, name: Ida Holm} #! event-id-twice
sessions:
  - {id: one, title: One, slot: s1, partners: [ada], speakers: [ida-holm]}
  - id: two
    title: Two
    slot: l1
    partners: [bob]
    speakers: [ben-rask, ida-holm] #! agenda-speaker-twice
  - {id: three, title: Three, slot: s7, partners: [ada]}
  - id: four
    title: Four
    slot: s7 #! agenda-slot-taken
    partners: [cat]
  - id: five
    title: Five
    slot: s6 #! agenda-slot-drawn
    partners: [cat]
  - id: six
    title: Six
    slot: s5
    partners: [ada] #! agenda-talks-over
  - {id: seven, title: Seven, slot: s9, partners: [dot]} #! slot-unknown
  - {id: eight, title: Eight, slot: s2, speakers: [nobody-known]} #! speaker-unknown
""",
    "releases.jsonl": (
        '{"note":"It is out","on":"2026-11-01","sessions":[{"end":"2027-03-27T10:45","id":"zero",'
        '"room":"stage","start":"2027-03-27T10:00","state":"confirmed","title":"Zero"}],'
        '"v":1,"version":1}\n'
    ),
    "index.md": "Come and see.\n",
}
# What is told of a list as a whole stands at its first line.
LOST = (f"{FOLDER}agenda.yaml", 21, "agenda-session-lost")


@pytest.fixture
def mistaken(project):
    """Return a project with an event full of mistakes, and the partners it names."""
    for name, text in MISTAKEN.items():
        write(project / FOLDER / name, text)
    for number, slug in enumerate(PARTNERS, start=2):
        listing = f"name: {slug.title()} Works\ntagline: What it does.\ntypes: [integrator]\n"
        standing = f"id: partner-{number:04}\nstatus: active\ntier: gold\njoined: 2026-01-01\n"
        write(
            project / f"partners/{slug}/listing.yaml",
            f"{listing}website: https://{slug}.example/\n",
        )
        write(project / f"content/standing/{slug}.yaml", standing)
    return project


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def expected():
    return {
        (f"{FOLDER}{name}".replace("fair/../", ""), number, marked.group(1))
        for name, text in MISTAKEN.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (marked := re.search(r"#! (\S+)$", line))
    } | {LOST}


def test_there_are_forty_of_more_than_thirty_kinds():
    kinds = {code for _, _, code in expected()}

    assert (len(expected()), len(kinds)) == (40, 38)


def test_each_is_named_at_its_line_and_no_error_besides(mistaken):
    ran = pavgen("check", *DAY, "--format", "json", project=mistaken)
    report = json.loads(ran.out)
    errors = [d for d in report["findings"] if d["severity"] == "error"]

    assert (ran.status, ran.err) == (1, "")
    assert {(d["path"], d["line"], d["code"]) for d in errors} == expected()
    assert [d for d in errors if not d["remedy"]] == []


def test_text_quotes_the_line_of_each(mistaken):
    ran = pavgen("check", *DAY, project=mistaken)

    assert ran.status == 1
    for _, number, code in expected() - {LOST}:
        assert re.search(rf"^ +{number} \| .*#! {code}$", ran.err, re.MULTILINE)


def test_nothing_is_released_and_nothing_is_written(mistaken):
    before = tree_of(mistaken)
    ran = pavgen("event", "release", "fair", "--note", "Out", *DAY, project=mistaken)

    assert (ran.status, ran.out) == (1, "")
    assert tree_of(mistaken) == before
