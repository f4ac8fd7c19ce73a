"""Programmes with a ledger: recorded by the program itself, period after period."""

from dataclasses import replace
from datetime import date, timedelta

from pavgen.model.records.policy import Group, Seed
from pavgen.place.recording import record
from tests.place.programmes import partner, programme

MONDAY = date(2026, 11, 2)
SEED = Seed(source="dice", value="3 1 4")
BALANCED = Group(strategy="balanced", seed=SEED)


def weeks(count, start=MONDAY):
    """Return the first days of some weeks."""
    return [start + timedelta(weeks=n) for n in range(count)]


def with_ledger(made, days, group="main"):
    """Record a group on each of some days."""
    for day in days:
        appended = record(made, group, day)
        assert appended.conflict is None
        made = replace(made, ledgers={**made.ledgers, group: appended.ledger})
    return made


def small(*slugs, group=BALANCED, **more):
    """Make a programme of partners by slug and one balanced group."""
    return programme(
        [p if not isinstance(p, str) else partner(p) for p in slugs],
        groups={"main": group},
        **more,
    )
