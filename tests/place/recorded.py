"""Programmes with a past: ledgers written week by week, as `placement record` writes them."""

from dataclasses import replace
from datetime import date, timedelta

from pavgen.model.records.policy import Group, Pin, Seed
from pavgen.place.recording import record
from tests.place.programmes import opportunity, partner, programme

MONDAY = date(2026, 1, 5)
WEEK = timedelta(days=7)
SEED = Seed(source="a beacon", value="abc")


def fleet(count, **more):
    """Make partners `a`, `b`, … of two tiers in turn."""
    return [
        partner("abcdefghijklmnop"[n], tier=("gold", "silver")[n % 2], **more) for n in range(count)
    ]


def balanced(partners, **more):
    """Make a programme with one list, `all`, ordered by `balanced` every week."""
    groups = {"main": Group(strategy="balanced", seed=SEED)}
    return programme(partners, groups=groups, opportunities={"all": opportunity(**more)})


def spotlight(partners, slots=2, **more):
    """Make a programme with one list, `spot`, of a few slots given out by `quota` every week."""
    groups = {"spot": Group(strategy="quota", seed=SEED)}
    lists = {"spot": opportunity(group="spot", slots=slots, **more)}
    return programme(partners, groups=groups, opportunities=lists)


def pinned(slug, slot, first, last):
    return Pin(partner=slug, slot=slot, from_=first, until=last, reason="A test.", by="me")


def recorded(made, weeks, start=MONDAY, changed=lambda _, made: made):
    """Record every group for some weeks; `changed` gives the programme of each week by number."""
    for number in range(weeks):
        made = changed(number, made)
        for name, _ in made.policy.groups:
            grown = record(made, name, start + number * WEEK).ledger
            made = replace(made, ledgers={**made.ledgers, name: grown})
    return made


def without(made, *slugs):
    """Return the programme with some partners left out, and its ledgers as they are."""
    kept = {slug: p for slug, p in made.partners.items() if slug not in slugs}
    return replace(made, partners=kept)
