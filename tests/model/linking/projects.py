"""A small, complete project as text, and what is found in it after one change."""

from dataclasses import replace

from pavgen.files.frontmatter import parse_markdown_file, parse_record_file
from pavgen.files.yamldoc import STAFF
from pavgen.kernel.diagnostics import in_order
from pavgen.model.decode import decode
from pavgen.model.document import RawDocument
from pavgen.model.layout import RecordFile, file_at
from pavgen.model.linking.link import Material, link
from pavgen.model.prose import ProseLimits
from pavgen.render.markdown import render_partner, render_staff

PROGRAM = """\
name: Fictional Partners
vendor: {name: Varnholt, url: https://varnholt.example/}
tiers:
  - {id: gold, label: Gold, weight: 2}
  - {id: silver, label: Silver}
partner_types:
  - {id: reseller, label: Reseller, plural: Resellers, proposition: for-resellers}
  - {id: integrator, label: Integrator, plural: Integrators}
regions:
  - id: emea
    label: Europe
    children:
      - {id: de, label: Germany}
      - {id: no, label: Norway}
segments: [{id: small, label: Small firms}]
industries: [{id: energy, label: Energy}]
solution_areas: [{id: metering, label: Metering}]
certifications: [{id: basic, label: Basic}]
languages: [{id: english, label: English}]
limits: {tagline: 40, links: 2, logo_bytes: 2000}
unproven_claims: [the leading, "#1"]
"""
POLICY = """\
groups:
  main: {strategy: draw, seed: {value: 4 1 6}}
opportunities:
  directory-list:
    title: All partners
    rationale: A draw is even in the long run.
    group: main
    eligible: {status: active, tier: [gold, silver]}
  spotlight:
    title: One of them
    rationale: The first of the same order.
    group: main
    slots: 1
"""
SITE = """\
title: Partners
base_url: https://partners.example/
why: for-resellers
menus:
  main: [{label: Terms, to: "page:for-resellers"}]
sections:
  - {kind: directory, path: /, spotlight: spotlight, only: {regions: emea}}
  - {kind: showcase, path: /solutions/}
  - {kind: hub, path: /notes/, hub: notes}
  - {kind: pages, path: /pages/}
"""
ACME = """\
name: Acme
tagline: Meters for heat and power
website: https://acme.example/
types: [reseller]
regions: [no]
offices:
  - {city: Oslo, country: NO, main: true}
solution_areas: [metering]
languages: [english]
logo: logo.svg
contacts:
  - {purpose: sales, email: hello@acme.example}
links: {docs: https://acme.example/docs}
seeks:
  - {types: [integrator], note: Someone who knows heat}
competes_with: [birch]
opt_out: [spotlight]
gives_reference:
  - {to: birch, quote: Good people}
accepts_reference_from: [birch]
reviewed: 2026-01-31
"""
BIRCH = """\
name: Birch
tagline: Systems that talk to each other
website: https://birch.example/
types: [integrator]
"""
STANDING = """\
id: p-001
status: active
tier: gold
joined: 2024-05-01
certifications:
  - {id: basic, until: 2027-01-01}
points: 12
competes_with: [birch]
aliases: [acme-metering]
weights: {spotlight: 2}
"""
SOLUTION = """\
---
title: Heat by the hour
summary: Meters and systems read together.
partners:
  - {partner: acme, role: Meters}
  - {partner: birch, role: Systems}
industries: [energy]
published: 2026-02-01
expires: 2027-02-01
---
See [the other](partner:birch).
"""
HUB = """\
---
title: Notes
summary: What we learn.
topics: [{id: rules, label: Rules}]
series: [{id: basics, label: Basics}]
---
"""
ARTICLE = """\
---
title: On rules
summary: Why they are published.
author: Ada
contributed_by: acme
topics: [rules]
series: basics
image: rules.svg
status: published
published: 2026-02-01
---
::: partners type=reseller region=emea
"""
PAGE = """\
---
title: For resellers
---
![A curve](media/rules.svg)
"""

FILES = {
    "content/hubs/notes/index.md": HUB,
    "content/hubs/notes/on-rules.md": ARTICLE,
    "content/media/rules.svg": "<svg/>",
    "content/pages/for-resellers.md": PAGE,
    "content/placement/policy.yaml": POLICY,
    "content/program.yaml": PROGRAM,
    "content/sites/partners.yaml": SITE,
    "content/solutions/heat.md": SOLUTION,
    "content/standing/acme.yaml": STANDING,
    "content/standing/birch.yaml": "id: p-002\nstatus: active\ntier: silver\njoined: 2025-01-01\n",
    "partners/acme/about.md": "We make meters.\n",
    "partners/acme/listing.yaml": ACME,
    "partners/acme/logo.svg": "<svg/>",
    "partners/birch/listing.yaml": BIRCH,
}

LISTING = "partners/acme/listing.yaml"
ACME_STANDING = "content/standing/acme.yaml"


def changed(path, old, new):
    """Return the project with one text, which stands in a file once, replaced by another."""
    assert FILES[path].count(old) == 1, f"`{old}` stands in {path} {FILES[path].count(old)} times"
    return FILES | {path: FILES[path].replace(old, new)}


def without(*paths):
    """Return the project without some files."""
    return {path: text for path, text in FILES.items() if path not in paths}


def told(files):
    """Return what is told of a project, as lines `path:line:column: severity[code] field: …`."""
    return [told_line(d) for d in linked(files).diagnostics]


def told_line(d):
    place = ":".join([d.span.path, *(str(n) for n in (d.span.line, d.span.column) if n)])
    field = f"{d.field}: " if d.field else ""
    return f"{place}: {d.severity}[{d.code}] {field}{d.message}"


def linked(files, preview=None):
    """Read, decode and link a project of `{path: text}`; logos are there but not looked into."""
    read = [parsed(path, text) for path, text in files.items() if is_record(path)]
    decoded = decode(document for document, _ in read)
    texts = {d.path: prose(d) for d, _ in read if d.path.endswith(".md")}
    found = [diagnostic for _, diagnostics in read for diagnostic in diagnostics]
    found += [diagnostic for text in texts.values() for diagnostic in text.diagnostics]
    media = {p.removeprefix("content/media/"): p for p in files if p.startswith("content/media/")}
    material = Material(
        prose={path: text.value for path, text in texts.items()},
        logos={},
        sizes={path: len(text) for path, text in files.items()},
        media=media,
        sources=files,
    )
    answer = link(decoded.value, material, preview)
    found += [*decoded.diagnostics, *answer.diagnostics]
    return replace(answer, diagnostics=in_order(found))


def is_record(path):
    return isinstance(file_at(path), RecordFile)


def parsed(path, text):
    place = file_at(path)
    if isinstance(place, RecordFile) and place.type in {"about", "event-text"}:
        return RawDocument(path, None, text, 1), ()
    parse = parse_markdown_file if path.endswith(".md") else parse_record_file
    checked = parse(path, text, STAFF)
    unreadable = checked.value.root is None and not checked.ok
    return replace(checked.value, unreadable=unreadable), checked.diagnostics


def prose(document):
    if document.path.startswith("partners/"):
        limits = ProseLimits(words=400)
        return render_partner(document.path, document.body, slug="acme", limits=limits)
    return render_staff(document.path, document.body, line=document.body_line)
