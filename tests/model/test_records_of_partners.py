"""A partner's two records, decoded from complete examples: its own word, and the programme's."""

from datetime import date

import pytest

from pavgen.model.records.listing import Contact, GivenReference, Listing, Office, Seek
from pavgen.model.records.standing import Held, Standing, Suspension
from pavgen.security.urls import SafeUrl, parse_link
from tests.model.schema.reading import PATH, decoded


def url(text):
    scheme = text.partition(":")[0]
    link = parse_link(text, allow=frozenset({scheme}))
    assert isinstance(link, SafeUrl)
    return link


LISTING = """\
name: Acme
tagline: Meters for heat and power
website: https://acme.example
types: [reseller]
legal_name: Acme A/S
print_name: ACME
regions: [no, dach]
offices:
  - {city: Oslo, country: NO, main: true}
  - {city: Ulm, country: DE}
segments: [small]
industries: [energy]
solution_areas: [metering]
languages: [english]
size: 11-50
founded: 1999
logo: logo.svg
logo_dark: logo-dark.png
contacts:
  - {purpose: sales, label: Write to us, email: hello@acme.example}
  - {purpose: support, phone: +47 22 00 00 00}
  - {purpose: press, url: https://acme.example/press}
links: {docs: https://acme.example/docs, careers: https://acme.example/jobs}
seeks:
  - {types: [integrator], solution_areas: [metering], regions: [no], note: Someone who knows heat}
offers: [Training for two]
competes_with: [birch]
opt_out: [spotlight]
gives_reference:
  - {to: birch, quote: Good people, project: Heat}
accepts_reference_from: [birch]
reviewed: 2026-01-31
"""


def test_a_listing():
    assert decoded(Listing, LISTING, PATH) == Listing(
        name="Acme",
        tagline="Meters for heat and power",
        website=url("https://acme.example/"),
        types=("reseller",),
        legal_name="Acme A/S",
        print_name="ACME",
        regions=("no", "dach"),
        offices=(
            Office(city="Oslo", country="NO", main=True),
            Office(city="Ulm", country="DE"),
        ),
        segments=("small",),
        industries=("energy",),
        solution_areas=("metering",),
        languages=("english",),
        size="11-50",
        founded=1999,
        logo="logo.svg",
        logo_dark="logo-dark.png",
        contacts=(
            Contact(purpose="sales", label="Write to us", email=url("mailto:hello@acme.example")),
            Contact(purpose="support", phone=url("tel:+47 22 00 00 00")),
            Contact(purpose="press", url=url("https://acme.example/press")),
        ),
        links=(
            ("docs", url("https://acme.example/docs")),
            ("careers", url("https://acme.example/jobs")),
        ),
        seeks=(
            Seek(
                types=("integrator",),
                solution_areas=("metering",),
                regions=("no",),
                note="Someone who knows heat",
            ),
        ),
        offers=("Training for two",),
        competes_with=("birch",),
        opt_out=("spotlight",),
        gives_reference=(GivenReference(to="birch", quote="Good people", project="Heat"),),
        accepts_reference_from=("birch",),
        reviewed=date(2026, 1, 31),
    )


STANDING = """\
id: "012"
status: suspended
tier: gold
joined: 2024-05-01
certifications: [{id: basic, until: 2027-01-01}, {id: expert}]
points: 012
domains: [acme.example]
competes_with: [birch]
suspended: {from: 2026-01-01, until: 2026-02-01, reason: Unpaid}
aliases: [acme-metering]
weights: {spotlight: 2}
notes: |
  First line.
  Second line.
"""


def test_a_standing():
    assert decoded(Standing, STANDING) == Standing(
        id="012",
        status="suspended",
        tier="gold",
        joined=date(2024, 5, 1),
        certifications=(Held(id="basic", until=date(2027, 1, 1)), Held(id="expert")),
        points=12,
        domains=("acme.example",),
        competes_with=("birch",),
        suspended=Suspension(from_=date(2026, 1, 1), until=date(2026, 2, 1), reason="Unpaid"),
        aliases=("acme-metering",),
        weights=(("spotlight", 2),),
        notes="First line.\nSecond line.",
    )


@pytest.mark.parametrize(
    ("status", "pause", "day", "expected"),
    [
        ("active", None, date(2026, 1, 1), True),
        ("suspended", None, date(2026, 1, 1), False),
        ("former", None, date(2026, 1, 1), False),
        ("active", (date(2026, 2, 1), date(2026, 2, 3)), date(2026, 1, 31), True),
        ("active", (date(2026, 2, 1), date(2026, 2, 3)), date(2026, 2, 1), False),
        ("active", (date(2026, 2, 1), date(2026, 2, 3)), date(2026, 2, 3), False),
        ("active", (date(2026, 2, 1), date(2026, 2, 3)), date(2026, 2, 4), True),
        ("active", (date(2026, 2, 1), date(2026, 2, 1)), date(2026, 2, 1), False),
        ("active", (date(2026, 2, 1), None), date(2026, 1, 31), True),
        ("active", (date(2026, 2, 1), None), date(2099, 1, 1), False),
        ("former", (date(2026, 2, 1), None), date(2026, 1, 1), False),
    ],
)
def test_a_partner_is_shown_while_active_and_not_suspended(status, pause, day, expected):
    suspended = None if pause is None else Suspension(from_=pause[0], until=pause[1])
    standing = Standing(id="p", status=status, tier="t", joined=date.min, suspended=suspended)
    assert standing.shown_on(day) is expected
