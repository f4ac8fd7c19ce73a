"""A small project with a fairness section, and its ledgers recorded week after week."""

from dataclasses import replace
from datetime import timedelta

from pavgen.app.load import load_project
from pavgen.place.recording import record
from tests.plan.projects import DAY, files_of, partner, planned, site, write

POLICY = """\
version: 2
announced: 2026-01-05
contact: mailto:ask@fernholt.example
changes:
  - {version: 2, announced: 2026-01-05, what: Turns are counted.}
groups:
  main: {strategy: balanced, weights: tier, period: week, seed: {source: A beacon, value: beef}}
  spot: {strategy: quota, period: week}
  sold: {strategy: sponsored, period: month, packages: [large], then: main, sponsors: [{partner: birch, package: large, from: 2026-01-01, until: 2026-12-31}]}
opportunities:
  directory-list: {title: All partners, rationale: Turns., group: main, eligible: {status: active}}
  gold-only: {title: Gold, rationale: Gold., group: main, eligible: {tier: gold}}
  front-row:
    title: In front
    rationale: Turns.
    group: spot
    slots: 1
    constraints: [{cooldown: 1}]
    pins: [{partner: cedar, slot: 1, from: 2026-06-08, until: 2026-06-21, reason: Our host., by: Ida}]
  sold-row: {title: Paid, rationale: Sold., group: sold, slots: 2}
"""
SITE = site(
    [
        "kind: directory, path: /, rows: [sold-row, front-row], lists: {industry/water: gold-only}",
        "kind: fairness, path: /fair/",
    ]
)
FOUR = (
    partner("alder", "industries: [water]\n", tier="silver"),
    partner("birch", "industries: [water]\n"),
    partner("cedar"),
    partner("dogwood", tier="silver"),
)


def project(*more, policy=POLICY, main=SITE):
    """Return the files of a project of four partners."""
    return files_of(*FOUR, *more, policy=policy, main=main)


def recorded(root, files, weeks=6, day=DAY):
    """Write a project, record its groups each week up to a day, and plan its site."""
    write(root, files)
    programme = load_project(root).value.programme
    for back in reversed(range(weeks)):
        for group, _ in programme.policy.groups:
            found = record(programme, group, day - timedelta(weeks=back))
            assert found.conflict is None
            ledgers = {**programme.ledgers, group: found.ledger}
            programme = replace(programme, ledgers=ledgers)
    folder = "content/placement/ledger/"
    texts = {f"{folder}{group}.jsonl": found.text for group, found in programme.ledgers.items()}
    return planned(root, {**files, **texts}, day=day)
