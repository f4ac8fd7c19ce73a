"""What tests of findings share: a day, pins and constraints in short, and what is told."""

from dataclasses import replace
from datetime import date, timedelta

from pavgen.model.records.policy import Pin
from pavgen.place.placing import place
from tests.place.ledgers import with_ledger
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
WEEK = "`2026-W48`"
TRIO = ("ada", "bob", "cy")


def begun(made):
    """Return the programme with a ledger of the week before, so that weeks begin on Mondays."""
    return with_ledger(made, [DAY - timedelta(weeks=1)])


def told(made, day=DAY):
    """Return the severity, code and key of every finding."""
    return [(d.severity.value, d.code, d.field) for d in place(made, day).diagnostics]


def said(made, day=DAY):
    """Return what every finding says."""
    return [d.what for d in place(made, day).diagnostics]


def labelled(slug, *labels, **more):
    """Make a partner that competes with all who share a label."""
    made = partner(slug, **more)
    return replace(made, standing=replace(made.standing, exclusion_labels=labels))


def listing(group, partners=TRIO, **more):
    """Make a programme with one group and one list."""
    made = [partner(p) if isinstance(p, str) else p for p in partners]
    return programme(made, groups={"main": group}, opportunities={"all": opportunity(**more)})


def pin(slug, slot=1, first=date(2026, 1, 1), last=date(2026, 12, 31), **more):
    return Pin(
        partner=slug, slot=slot, from_=first, until=last, reason="A launch", by="Staff", **more
    )
