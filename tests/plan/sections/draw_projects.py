"""A project whose event has a draw of booths, before and after it is recorded."""

from datetime import date

from pavgen.app.load import load_project
from pavgen.place.recording import record
from tests.events import FLOORPLAN, event
from tests.place.draws import HEAD
from tests.plan.projects import files_of, partner, site, write

DRAWN = date(2026, 9, 1)
DAY = date(2026, 9, 10)
POLICY = """\
groups:
  main: {strategy: alphabetical, period: quarter}
  booths:
    strategy: pick
    gives: booths
    period: event
    event: {id: fair, from: 2026-09-01, until: 2026-10-25}
    ladder: [package, points]
    seed: {source: Three dice, value: 3 1 4}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  fair-booths:
    title: Booths
    rationale: So that everybody may choose.
    group: booths
    constraints: [{separate: competitors}]
"""
SITE = site(["kind: directory, path: /, list: directory-list", "kind: fairness, path: /fair/"])
BOOKED = """\
exhibitors:
  - {partner: alder, package: booth, preferences: [a1, a2]}
  - {partner: birch, package: booth, preferences: [a1, a2]}
  - {partner: cedar, package: booth, preferences: [a1, a2, a3]}
  - {partner: dogwood, package: booth, booth: b1, reason: It organises the fair.}
"""
LEFT = BOOKED.replace("alder, package: booth", "alder, package: booth, withdrew: 2026-09-05")
OFFER = """\
offers:
  - {item: a1, on: 2026-09-08, answers: [{partner: birch, answer: declined}, {partner: cedar, answer: accepted}]}
"""
TREES = ("alder", "birch", "cedar", "dogwood", "elm")


def project(exhibitors=BOOKED, policy=POLICY):
    partners = [partner(name, standing=f"points: {9 - n}\n") for n, name in enumerate(TREES)]
    fair = event(main=HEAD + exhibitors, plan=FLOORPLAN, agenda="")
    return files_of(*partners, fair, policy=policy, main=SITE)


def later(files):
    """Return the files after an exhibitor has left and its booth was offered."""
    return {**files, **event(main=HEAD + LEFT + OFFER, plan=FLOORPLAN, agenda="")}


def with_ledger(root, files, day=DRAWN):
    """Return the files with what recording on a day appends."""
    write(root, files)
    programme = load_project(root).value.programme
    ledger = record(programme, "booths", day).ledger
    return {**files, "content/placement/ledger/booths.jsonl": ledger.text}
