"""A fair of four booths in a row, drawn by points, with what comes after the draw."""

from dataclasses import replace
from datetime import date

from pavgen.model.records.policy import Group, Seed
from pavgen.place.groups import GroupOrders
from pavgen.place.placing import place
from pavgen.place.recording import record
from tests.place.fairs import SPAN, drawing, fair
from tests.place.programmes import partner

DAY = SPAN.from_
LATER = date(2026, 9, 10)
SEED = Seed(source="dice", value="3 1 4")
BY_POINTS = Group(
    strategy="pick", gives="booths", period="event", event=SPAN, ladder=("points",), seed=SEED
)
HEAD = """\
title: Fair
summary: A fair.
starts: 2026-10-24
ends: 2026-10-25
time_zone: Europe/Berlin
venue: {name: Mill, city: Altdorf, country: DE}
packages: [{id: booth, label: A booth}]
"""
PLAN = """\
halls: [{id: one, label: Hall 1, width: 30, height: 20}]
booths:
  - {id: b1, hall: one, x: 0, y: 0, width: 3, height: 3, kind: corner, weight: 3}
  - {id: b2, hall: one, x: 3, y: 0, width: 3, height: 3, kind: in-line, weight: 2}
  - {id: b3, hall: one, x: 6, y: 0, width: 3, height: 3, kind: in-line}
  - {id: b4, hall: one, x: 9, y: 0, width: 3, height: 3, kind: corner}
"""
POINTS = {"ada": 4, "bob": 3, "cat": 2, "dot": 1, "eve": 0}
WISHES = {"ada": "b1, b2", "bob": "b1, b2", "cat": "b1, b2, b3", "dot": "b1"}
WITHDREW = {"ada": "withdrew: 2026-09-05"}
"""Without this ada has b1, bob b2, cat b3 and dot b4; then b1 falls vacant."""


def held_fair(offers=(), more=None, wishes=None, plan=PLAN):
    """Make the event; `more` are further keys of exhibitors, by slug."""
    told, more = WISHES if wishes is None else wishes, more or {}
    rows = [
        f"  - {{partner: {slug}, package: booth, preferences: [{told[slug]}]"
        f"{', ' + more[slug] if slug in more else ''}}}\n"
        for slug in told
    ]
    lines = [
        f"  - {{item: {i}, on: {on}, answers: [{_answers(said)}]}}\n" for i, on, said in offers
    ]
    main = HEAD + "exhibitors:\n" + "".join(rows)
    return fair(main=main + ("offers:\n" + "".join(lines) if lines else ""), plan=plan)


def held_draw(offers=(), more=None, wishes=None, plan=PLAN, **rule):
    """Make a programme with the event, and partners whose points are the order of the turns."""
    partners = [partner(slug, points=points) for slug, points in POINTS.items()]
    return drawing(BY_POINTS, partners, held_fair(offers, more, wishes, plan), **rule)


def with_event(made, offers=(), more=None, wishes=None, plan=PLAN):
    """Return a programme whose event's files now say something else."""
    return replace(made, events={"fair": held_fair(offers, more, wishes, plan)})


def drawn(made, day=DAY):
    """Return a programme with what recording on a day appends."""
    appended = record(made, "main", day)
    assert appended.conflict is None
    return replace(made, ledgers={**made.ledgers, "main": appended.ledger})


def holdings(made, day=LATER):
    """Return who has which booth on a day, by slug."""
    booths = place(made, day).value.events["fair"].booths
    return {h.slug: booth for booth, held in booths.items() for h in held}


def told(made, day=LATER):
    """Return the findings of a day as `(line, code, what)`."""
    found = place(made, day).diagnostics
    return [(d.span.line, d.code, d.what) for d in found]


def on(made, day=LATER):
    return GroupOrders(made, today=day).on("main", day)


def lines(made):
    """Return what the ledger has after the draw: `(type, what it says)`."""
    return [_said(entry) for entry in made.ledgers["main"].entries[2:]]


def _said(entry):
    if entry.type == "offer":
        return "offer", entry.body["item"], entry.body["answers"]
    return "amend", entry.body["joined"], entry.body["removed"]


def _answers(said):
    words = {"+": "accepted", "-": "declined"}
    return ", ".join(f"{{partner: {a[1:]}, answer: {words[a[0]]}}}" for a in said.split())
