from dataclasses import dataclass

import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.model.schema.fields import Record, fields_of, required
from pavgen.model.schema.texts import Text
from pavgen.plan.facts import facts_of
from tests.plan.projects import PROGRAM, files_of, partner, planned, solution

TWO = PROGRAM.replace("issuer: Fernholt}]", "issuer: Fernholt}, {id: expert, label: Expert}]")

LISTING = """\
legal_name: Alder Works Ltd
regions: [fr, de]
offices: [{city: Oslo, country: "NO", main: true}, {city: Wien, country: AT}]
size: 11-50
founded: 1999
contacts:
  - {purpose: sales, email: Sales@alder.example, phone: +49 30 123-45, url: "https://alder.example/form"}
links: {docs: "https://alder.example/docs", careers: "https://alder.example/jobs"}
seeks: [{types: [integrator], note: Near.}]
offers: [Test lab]
gives_reference: [{to: birch, quote: Good., project: Frost}]
reviewed: 2026-03-07
"""
STANDING = """\
certifications: [{id: basic, until: 2027-01-31}, {id: expert}]
points: 12
suspended: {from: 2030-01-01, reason: Late.}
aliases: [old-alder]
weights: {directory-list: 3}
"""


def alder(tmp_path, listing="", standing=""):
    files = files_of(partner("alder", listing, standing), partner("birch"), program=TWO)
    return planned(tmp_path, files).programme.partners["alder"]


def test_facts_of_a_full_listing_stand_as_in_its_file(tmp_path):
    facts = facts_of(alder(tmp_path, LISTING).listing)

    assert facts == {
        "name": "Alder",
        "tagline": "Alder does one thing.",
        "website": "https://alder.example/",
        "types": ["reseller"],
        "legal_name": "Alder Works Ltd",
        "print_name": "",
        "regions": ["fr", "de"],
        "offices": [
            {"city": "Oslo", "country": "NO", "main": True},
            {"city": "Wien", "country": "AT", "main": False},
        ],
        "segments": [],
        "industries": [],
        "solution_areas": [],
        "languages": [],
        "size": "11-50",
        "founded": 1999,
        "logo": None,
        "logo_dark": None,
        "contacts": [
            {
                "purpose": "sales",
                "label": "",
                "email": "Sales@alder.example",
                "phone": "+49 30 123-45",
                "url": "https://alder.example/form",
            }
        ],
        "links": {
            "docs": "https://alder.example/docs",
            "careers": "https://alder.example/jobs",
        },
        "seeks": [{"types": ["integrator"], "solution_areas": [], "regions": [], "note": "Near."}],
        "offers": ["Test lab"],
        "competes_with": [],
        "opt_out": [],
        "gives_reference": [{"to": "birch", "quote": "Good.", "project": "Frost"}],
        "accepts_reference_from": [],
        "reviewed": "2026-03-07",
    }


def test_facts_stand_in_declared_order_without_the_source(tmp_path):
    listing = alder(tmp_path).listing

    assert list(facts_of(listing)) == [field.name for field in fields_of(type(listing))]
    assert "source" not in facts_of(listing)


def test_fact_named_like_a_word_of_python_has_the_name_of_its_file(tmp_path):
    standing = facts_of(alder(tmp_path, standing=STANDING).standing)

    assert standing["suspended"] == {"from": "2030-01-01", "until": None, "reason": "Late."}


def test_lists_of_records_and_weights_are_plain(tmp_path):
    standing = facts_of(alder(tmp_path, standing=STANDING).standing)

    assert (standing["certifications"], standing["weights"]) == (
        [{"id": "basic", "until": "2027-01-31"}, {"id": "expert", "until": None}],
        {"directory-list": 3},
    )


def test_facts_of_a_solution_without_more_are_absent_or_empty(tmp_path):
    files = files_of(partner("alder"), solution("frost", ["alder"]))

    assert facts_of(planned(tmp_path, files).programme.solutions["frost"].record) == {
        "title": "Solution frost",
        "summary": "How frost went.",
        "partners": [{"partner": "alder", "role": "Work of alder"}],
        "customer": "",
        "industries": [],
        "solution_areas": [],
        "segments": [],
        "outcomes": [],
        "products": [],
        "status": "published",
        "published": "2026-01-01",
        "expires": None,
        "aliases": [],
    }


def test_value_that_is_no_fact_is_a_defect():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd(Record):
        name: object = required(Text(), "a name")

    with pytest.raises(DefectError, match="no fact can be made of a set"):
        facts_of(Odd(name={"one"}))
