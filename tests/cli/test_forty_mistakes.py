"""Forty mistakes in twenty files: one run names all of them, each at its line, and writes nothing.

A mistake is marked at the end of its line, `#! code`, with the code it must be reported by.
"""

import json
import re

import pytest

from tests.cli.commands import pavgen, tree_of

DAY = ("--as-of", "2026-11-21")

GOOD_LISTING = """\
name: {name}
tagline: What the company does, in a sentence.
website: https://{slug}.example/
types: [integrator]
"""

MISTAKEN = {
    "partners/aurora/listing.yaml": """\
name: Aurora Systems
tagline: We are the leading maker of meters. #! unproven-claim
website: http://aurora.example/ #! link-http
types: [integrator]
""",
    "partners/boreal/listing.yaml": """\
name: Boreal Grid
tagline: What the company does, in a sentence.
website: https://boreal.example/
types: [integratr] #! type-unknown
regions: [emae] #! region-unknown
""",
    "partners/cirrus/listing.yaml": """\
name: Cirrus Works
tagline: What the company does, in a sentence.
website: https://cirrus.example/
types: [integrator]
tier: gold #! key-governed
homepage: https://cirrus.example/ #! key-unknown
""",
    "partners/delta/listing.yaml": """\
name: Delta Yard
tagline: What the company does, in a sentence.
website: https://delta.example/
types: [integrator]
founded: nineteen #! value-number
size: big #! value-choice
""",
    "partners/ember/listing.yaml": """\
name: Ember Lane
tagline: What the company does, in a sentence.
website: https://ember.example/
types: [integrator]
offices:
  - city: Oslo
    country: Norway #! value-country
    main: yes #! value-truth
""",
    "partners/fathom/listing.yaml": """\
name: Fathom Deep
tagline: What the company does, in a sentence.
website: https://fathom.example/
types: [integrator]
types: [reseller] #! yaml-key-repeated
reviewed: 2026-02-30 #! value-date
""",
    "partners/gale/listing.yaml": """\
name: Gale Force
tagline: What the company does, in a sentence.
website: https://gale.example/
types: [integrator]
competes_with: [nobody-known] #! partner-unknown
opt_out: [home-page] #! opportunity-unknown
""",
    "partners/harbour/listing.yaml": """\
name: Harbour Light
tagline: What the company does, in a sentence.
website: https://harbour.example/
types: [integrator]
contacts:
  - purpose: selling #! value-choice
    email: nobody at harbour #! link-mail
""",
    "partners/islet/listing.yaml": """\
name: Islet
tagline: What the company does, in a sentence.
website: https://islet.example/
types: &kinds [integrator] #! yaml-anchor
industries: [fishing] #! industry-unknown
""",
    "partners/jetty/listing.yaml": """\
name: Jetty
tagline: What the company does, in a sentence.
website: https://jetty.example/
types: [integrator, integrator] #! value-repeated
founded: 1200 #! value-range
""",
    "content/standing/aurora.yaml": """\
id: partner-0002
status: actve #! value-choice
tier: gould #! tier-unknown
joined: 2026-01-01
""",
    "content/standing/boreal.yaml": """\
id: partner-0003
status: active
tier: gold
joined: last spring #! value-date
points: many #! value-number
""",
    "content/standing/cirrus.yaml": """\
id: partner-0004
status: active
tier: gold
joined: 2026-13-01 #! value-date
certificates: [] #! key-unknown
""",
    "content/standing/delta.yaml": """\
id: partner-0009
status: active
tier: gold
joined: 2026-01-01
points: -5 #! value-range
certifications: gold #! value-shape
""",
    "content/solutions/first.md": """\
---
title: First
summary: What came of it.
partners:
  - partner: example-partner
    role: Plans
  - partner: nobody-here #! partner-unknown
    role: Builds
status: done #! value-choice
published: 2026-11-01
---

The story.
""",
    "content/solutions/second.md": """\
---
title: Second
summary: What came of it.
partners:
  - partner: example-partner
    role: Plans
industries: [fishing] #! industry-unknown
published: tomorrow #! value-date
---

The story.
""",
    "content/pages/history.md": """\
---
title: History
contents: maybe #! value-truth
author: Somebody #! key-unknown
---

The story.
""",
    "content/pages/prices.md": """\
---
title: Prices
status: hidden #! value-choice
expires: never #! value-date
---

The story.
""",
    "content/hubs/notes/index.md": """\
---
title: Notes
summary: What we learnt.
topics:
  - id: Placement #! slug-form
    label: Placement
colour: blue #! key-unknown
---
""",
    "content/hubs/notes/one.md": """\
---
title: One
summary: A note.
author: Somebody
status: published
contributed_by: nobody-here #! partner-unknown
topics: [placemnt] #! topic-unknown
---

The note.
""",
}


@pytest.fixture
def mistaken(project):
    """Return a project with forty mistakes in twenty files."""
    for path, text in MISTAKEN.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return project


def expected():
    return {
        (path, number, marked.group(1))
        for path, text in MISTAKEN.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (marked := re.search(r"#! (\S+)$", line))
    }


def test_there_are_forty_in_twenty_files():
    assert (len(expected()), len({path for path, _, _ in expected()})) == (40, 20)


def test_text_names_each_at_its_line_with_the_line_quoted(mistaken):
    ran = pavgen("check", *DAY, project=mistaken)
    found = re.findall(r"^(\S+?):(\d+):\d+: error\[(\S+)\] ", ran.err, re.MULTILINE)
    assert (ran.status, ran.out) == (1, "")
    assert expected() == {(path, int(line), code) for path, line, code in found}
    for _, number, code in expected():
        assert re.search(rf"^  {number} \| .*#! {code}$", ran.err, re.MULTILINE)


def test_json_names_each_at_its_line(mistaken):
    ran = pavgen("check", *DAY, "--format", "json", project=mistaken)
    report = json.loads(ran.out)
    assert (ran.status, ran.err) == (1, "")
    assert expected() == {(d["path"], d["line"], d["code"]) for d in report["findings"]}


def test_github_names_each_at_its_line(mistaken):
    ran = pavgen("check", *DAY, "--format", "github", project=mistaken)
    found = re.findall(
        r"^::error file=(\S+?),line=(\d+),col=\d+,title=(\S+?)::", ran.err, re.MULTILINE
    )
    assert ran.status == 1
    assert expected() == {(path, int(line), code) for path, line, code in found}


def test_a_build_writes_nothing_and_leaves_the_old_output(mistaken):
    (mistaken / "content/standing/aurora.yaml").rename(mistaken / "kept")
    before = tree_of(mistaken)
    ran = pavgen("build", *DAY, project=mistaken)
    assert ran.status == 1
    assert ran.err.endswith("nothing was written; the output is what it was\n")
    assert tree_of(mistaken) == before


def test_every_error_says_how_to_mend_it(mistaken):
    report = json.loads(pavgen("check", *DAY, "--format", "json", project=mistaken).out)
    assert [d for d in report["findings"] if d["severity"] == "error" and not d["remedy"]] == []
