"""A new event: a small one that is valid as it stands, with words at every key that matters."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from string import Template

from pavgen.kernel.values import dataclass
from pavgen.model.imports.drafts import Draft

_AHEAD = timedelta(weeks=26)


@dataclass(frozen=True, slots=True)
class EventWords:
    """What an event's files are filled with; the other partner and the language may be empty."""

    slug: str
    title: str
    as_of: date
    time_zone: str
    partner: str
    other: str = ""
    language: str = ""


def event_drafts(said: EventWords) -> tuple[Draft, ...]:
    """Return the files of an event half a year ahead, for two days."""
    first = said.as_of + _AHEAD if date.max - said.as_of > 2 * _AHEAD else said.as_of
    second = first + timedelta(days=1)
    words = {
        "title": json.dumps(said.title[:80], ensure_ascii=not said.title.isprintable()),
        "first": first.isoformat(),
        "second": second.isoformat(),
        "announced": said.as_of.isoformat(),
        "agenda_from": (first - timedelta(weeks=6)).isoformat(),
        "zone": said.time_zone,
        "partner": said.partner,
        "other": said.other or said.partner,
        "co_exhibitors": f"    # co_exhibitors: [{said.other}]\n" if said.other else "",
        "language": f"    # language: {said.language}\n" if said.language else "",
        "slug": said.slug,
    }
    return tuple(_drafts(words))


def _drafts(words: Mapping[str, str]) -> list[Draft]:
    templates = {
        "event.yaml": _EVENT,
        "floorplan.yaml": _FLOORPLAN,
        "agenda.yaml": _AGENDA,
        "index.md": _TEXT,
    }
    folder = f"content/events/{words['slug']}"
    return [
        Draft(f"{folder}/{name}", None, body=Template(text).substitute(words))
        for name, text in templates.items()
    ]


_EVENT = """\
# yaml-language-server: $$schema=../../../schema/event.schema.json
# An event: when and where it is, who exhibits, and on what terms.
# A line such as `# contact: …` is an example: remove the `#` to use it.

title: $title
summary: What happens there and for whom, in a sentence or two.
starts: $first
ends: $second
# The clocks of the place. Every time in these files is what they show, without an offset.
time_zone: $zone

venue:
  name: Name of the building
  street: Street and number
  postcode: "00000"
  city: City
  country: DE
  # website: https://www.example.org/

# Before this day nothing is shown; without it the event is shown at once.
# announced: $announced
# From this day on the agenda is shown; without it, from its first release on.
# agenda_from: $agenda_from
# registration: https://www.example.org/register/
# contact: mailto:events@example.org

# When the halls are open.
hours:
  - {start: ${first}T09:00, end: ${first}T18:00}
  - {start: ${second}T09:00, end: ${second}T16:00}

# What can be booked: the same terms for everybody who books it.
packages:
  - id: booth
    label: A booth
    summary: Nine square metres of your own.
    # Kinds are in-line, corner, island and pod; all of them if none is named.
    kinds: [in-line, corner]
    # How many exhibitors may book it.
    # max: 6
    # How many sessions of the agenda it holds at most.
    # talks: 1
  - id: pod
    label: A shared pod
    summary: A desk and a screen for one of the days.
    kinds: [pod]
    # How many of the shifts below it is entitled to; without it a booth is held alone.
    shifts: 1

# The shifts of booths that are `shared` in floorplan.yaml. They may not overlap.
shifts:
  - id: day-1
    label: The first day
    times: [{start: ${first}T09:00, end: ${first}T18:00}]
  - id: day-2
    label: The second day
    times: [{start: ${second}T09:00, end: ${second}T16:00}]

exhibitors:
  - partner: $partner
    package: booth
    # When its application came, with the offset from UTC: it may decide whose turn is earlier.
    # applied: ${announced}T09:00:00+02:00
    # Given by hand, with a reason that is published. Without `booth` the policy gives one, by
    # a group with `strategy: pick` and `gives: booths`; then `preferences` say what it would
    # like, the best first.
    booth: a1
    reason: The organiser's own booth.
    # preferences: [a1, b1]
    # needs: {area: 9, kinds: [corner]}
$co_exhibitors    # The day it gave up its place; its booth can then be offered to others:
    #     withdrew: $announced

# What fell vacant after the draw, and who said what when asked in turn:
#     offers:
#       - item: b1
#         on: $announced
#         answers: [{partner: $other, answer: accepted}]
"""

_FLOORPLAN = """\
# yaml-language-server: $$schema=../../../schema/floorplan.schema.json
# The floor, in metres. x is measured from the west wall of a hall, y from the north wall.

halls:
  - {id: one, label: Hall 1, width: 20, height: 14}

# A booth is a rectangle; or write `polygon: [[2, 2], [5, 2], [5, 5]]` instead of x to height.
# Kinds: in-line (one open side), corner (two), island (all), pod (a desk).
# `weight` says how good a place is, for a draw; it is published. `label` stands on the sign.
# `state: blocked` booths are given to nobody. `shared: true` ones are given by shifts. What
# exhibitors may need stands in `facilities: [power, water, step-free]`.
booths:
  - {id: a1, hall: one, x: 2, y: 2, width: 3, height: 3, kind: corner, weight: 3}
  - {id: a2, hall: one, x: 5, y: 2, width: 3, height: 3, kind: in-line, weight: 2}
  - {id: a3, hall: one, x: 8, y: 2, width: 3, height: 3, kind: corner, weight: 2}
  - {id: b1, hall: one, x: 2, y: 8, width: 3, height: 3, kind: corner}
  - {id: b2, hall: one, x: 5, y: 8, width: 3, height: 3, kind: in-line}
  - {id: b3, hall: one, x: 8, y: 8, width: 3, height: 3, kind: corner}
  - {id: p1, hall: one, x: 15, y: 2, width: 1, height: 1, kind: pod, shared: true}

# Kinds: aisle, entrance, exit, stage, food, info, restroom, cloakroom, meeting, wall, stairs.
# People walk on aisles, and through entrances and exits; `leads_to` joins doors of two halls.
features:
  - {id: middle, kind: aisle, label: Middle aisle, hall: one, x: 0, y: 5, width: 20, height: 3}
  - {id: side, kind: aisle, label: Side aisle, hall: one, x: 12, y: 0, width: 3, height: 14}
  - {id: door, kind: entrance, label: Entrance, hall: one, x: 0, y: 6, width: 0.5, height: 1.5}
  - {id: way-out, kind: exit, label: Exit, hall: one, x: 13, y: 13.5, width: 1.5, height: 0.5}
  - {id: stage, kind: stage, label: Stage, hall: one, x: 15, y: 9, width: 5, height: 4}

# How wide a way must be to be walked, and up to which width booths face each other across it.
# narrowest: 1.2
# facing: 4

# Which booths are next to each other is measured; a correction needs a reason:
# adjacency: [{a: a1, b: b1, adjacent: false, reason: A wall of plants stands between them.}]
"""

_AGENDA = """\
# yaml-language-server: $$schema=../../../schema/agenda.schema.json
# The agenda. Times are those of the clocks at the place, as `time_zone` in event.yaml names it.

rooms:
  # `feature` is where the room is on the floor plan.
  - {id: stage, label: Stage, feature: stage, capacity: 80}

tracks:
  - {id: practice, label: Practice, summary: What worked and what did not.}

# A session names its slot. One with `drawn: true` is given by the policy instead, by a group
# with `strategy: pick` and `gives: talks`; its `weight` says how good the time is.
slots:
  - {id: s1, room: stage, start: ${first}T10:00, end: ${first}T10:45, weight: 3}
  - {id: s2, room: stage, start: ${first}T11:15, end: ${first}T12:00}
  - {id: s3, room: stage, start: ${second}T10:00, end: ${second}T10:45}

breaks:
  # In all rooms; or in those named by `rooms: [stage]`.
  - {id: coffee, label: Coffee, start: ${first}T10:45, end: ${first}T11:15}

speakers:
  - id: first-speaker
    name: First Speaker
    role: What the person does
    partner: $partner
    # bio: A few sentences about the person.
    # website: https://www.example.org/

sessions:
  - id: opening
    title: Opening
    abstract: What the session is about, and for whom.
    # Kinds: talk, keynote, panel, workshop, demo, meeting.
    kind: keynote
    slot: s1
    # Who holds it; the first is the applicant.
    partners: [$partner]
    speakers: [first-speaker]
    track: practice
$language    # `proposed` sessions are not shown. A released one is not removed but `cancelled`.
    # state: confirmed
    # A late word to visitors.
    # notice: Bring a laptop.
    # Shown when the event is over.
    # recording: https://www.example.org/recording/
    # slides: https://www.example.org/slides/
"""

_TEXT = """\
Tell visitors why they should come.

## How to get there

## Where to stay
"""
