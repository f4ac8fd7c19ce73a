"""A small event written as files: one hall, six booths, a shared pod, two rooms, four sessions.

The clocks of its place change in the night between its two days.
"""

EVENT = """\
title: Fernholt Fair
summary: Two days of talks and booths.
starts: 2026-10-24
ends: 2026-10-25
time_zone: Europe/Berlin
venue: {name: Old Mill, street: Mill Lane 1, postcode: "12345", city: Altdorf, country: DE}
agenda_from: 2026-06-01
hours: [{start: 2026-10-24T09:00, end: 2026-10-24T18:00}]
packages:
  - {id: booth, label: A booth, max: 6, kinds: [in-line, corner, island]}
  - {id: pod, label: A shared pod, shifts: 1, kinds: [pod]}
shifts:
  - {id: day-1, label: The first day, times: [{start: 2026-10-24T09:00, end: 2026-10-24T18:00}]}
  - {id: day-2, label: The second day, times: [{start: 2026-10-25T09:00, end: 2026-10-25T16:00}]}
exhibitors:
  - {partner: ada, package: booth, booth: a1, reason: It organises the fair., co_exhibitors: [dot]}
  - {partner: bob, package: booth, booth: a2, reason: By lot.}
  - {partner: cat, package: pod, booth: p1@day-1, reason: By lot.}
"""
"""Partners ada, bob, cat and dot; `ada` shares its booth with `dot`."""

FLOORPLAN = """\
halls:
  - {id: one, label: Hall 1, width: 20, height: 14}
booths:
  - {id: a1, hall: one, x: 2, y: 2, width: 3, height: 3, kind: corner, weight: 3}
  - {id: a2, hall: one, x: 5, y: 2, width: 3, height: 3, kind: in-line, weight: 2}
  - {id: a3, hall: one, x: 8, y: 2, width: 3, height: 3, kind: corner, weight: 2}
  - {id: b1, hall: one, x: 2, y: 8, width: 3, height: 3, kind: corner}
  - {id: b2, hall: one, x: 5, y: 8, width: 3, height: 3, kind: in-line}
  - {id: b3, hall: one, x: 8, y: 8, width: 3, height: 3, kind: corner}
  - {id: p1, hall: one, x: 15, y: 2, width: 1, height: 1, kind: pod, shared: true}
features:
  - {id: middle, kind: aisle, label: Middle aisle, hall: one, x: 0, y: 5, width: 20, height: 3}
  - {id: side, kind: aisle, label: Side aisle, hall: one, x: 12, y: 0, width: 3, height: 14}
  - {id: door, kind: entrance, label: Main entrance, hall: one, x: 0, y: 6, width: 0.5, height: 1.5}
  - {id: way-out, kind: exit, label: Exit, hall: one, x: 13, y: 13.5, width: 1.5, height: 0.5}
  - {id: stage, kind: stage, label: Stage, hall: one, x: 15, y: 9, width: 5, height: 4}
"""
"""a2 has a1 and a3 beside it and b2 across the aisle, three metres away."""

AGENDA = """\
rooms:
  - {id: stage, label: Stage, feature: stage, capacity: 80}
  - {id: loft, label: Loft}
tracks: [{id: practice, label: Practice}]
slots:
  - {id: s1, room: stage, start: 2026-10-24T10:00, end: 2026-10-24T10:45, weight: 3}
  - {id: s2, room: stage, start: 2026-10-24T11:00, end: 2026-10-24T11:45}
  - {id: l1, room: loft, start: 2026-10-24T10:00, end: 2026-10-24T10:45}
  - {id: s3, room: stage, start: 2026-10-25T10:00, end: 2026-10-25T10:45}
breaks:
  - {id: coffee, label: Coffee, start: 2026-10-24T10:45, end: 2026-10-24T11:00}
speakers:
  - {id: ida-holm, name: Ida Holm, role: Engineer, partner: ada, bio: Builds mills.}
  - {id: ben-rask, name: Ben Rask, partner: bob}
sessions:
  - {id: opening, title: Opening, slot: s1, partners: [ada], speakers: [ida-holm], track: practice}
  - {id: mills, title: On mills, slot: s2, partners: [bob], speakers: [ben-rask], abstract: Of mills.}
  - {id: wheels, title: On wheels, slot: l1, partners: [cat], kind: workshop}
  - {id: farewell, title: Farewell, slot: s3, partners: [ada], speakers: [ida-holm]}
"""


def event(slug="fair", *, text="Come and see.\n", main=EVENT, plan=FLOORPLAN, agenda=AGENDA):
    """Return the files of an event; an empty text leaves its file out."""
    folder = f"content/events/{slug}/"
    files = {
        f"{folder}event.yaml": main,
        f"{folder}floorplan.yaml": plan,
        f"{folder}agenda.yaml": agenda,
        f"{folder}index.md": text,
    }
    return {path: content for path, content in files.items() if content}
