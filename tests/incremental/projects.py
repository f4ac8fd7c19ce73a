"""A project small enough to build in no time, with something of all that a project may hold.

Two sites: one in English on a theme of its own, with every kind of section; and a German one
below a path, with a search, social cards and a form.
"""

import struct
import zlib
from datetime import date, timedelta

from pavgen.app.placement_record import RecordRequest, placement_record
from tests.events import AGENDA, EVENT, FLOORPLAN, event
from tests.plan.projects import (
    PROGRAM,
    article,
    files_of,
    hub,
    page,
    partner,
    pending,
    site,
    solution,
    write,
)

DAY = date(2026, 6, 15)
WEEK = timedelta(days=7)

_PROGRAM = PROGRAM.replace(
    "{id: reseller, label: Reseller, plural: Resellers, summary: Sells it.}",
    "{id: reseller, label: Reseller, plural: Resellers, proposition: offers/reseller}",
).replace(
    """\
  - id: emea
    label: Europe
    children:
      - {id: dach, label: Central Europe, children: [{id: de, label: Germany}, {id: at, label: Austria}]}
      - {id: fr, label: France}
  - {id: us, label: United States}
""",
    "  - {id: emea, label: Europe, children: [{id: de, label: Germany}]}\n"
    "  - {id: us, label: United States}\n",
)

_POLICY = """\
version: 2
announced: 2026-01-05
contact: mailto:ask@fernholt.example
changes:
  - {version: 2, announced: 2026-01-05, what: Turns are counted.}
groups:
  main: {strategy: balanced, weights: tier, period: week, seed: {source: A beacon, value: beef}}
  spot: {strategy: quota, period: week}
  sold:
    strategy: sponsored
    period: month
    packages: [large]
    then: main
    sponsors: [{partner: bob, package: large, from: 2026-01-01, until: 2026-12-31}]
  water:
    strategy: relevance
    period: week
    then: main
    scores: [{when: {types: [reseller]}, score: 2, label: sells it}]
  booths:
    strategy: pick
    gives: booths
    period: event
    event: {id: fair, from: 2026-06-08, until: 2026-10-25}
    ladder: [points]
    seed: {source: Three dice, value: 3 1 4}
opportunities:
  directory-list: {title: All partners, rationale: Turns., group: main, constraints: [{separate: competitors, hard: false}]}
  front-row:
    title: In front
    rationale: Turns.
    group: spot
    slots: 2
    constraints: [{cooldown: 1}]
    pins: [{partner: cat, slot: 1, from: 2026-06-08, until: 2026-06-21, reason: Our host., by: Ida}]
  sold-row: {title: Paid, rationale: Sold., group: sold, slots: 2}
  water-list: {title: Water, rationale: By score., group: water, eligible: {industries: [water]}}
  fair-booths: {title: Booths, rationale: They choose., group: booths, constraints: [{separate: competitors}]}
"""

_MAIN = """\
title: Fernholt Network
summary: Find a partner.
base_url: https://partners.fernholt.example/
theme: mine
theme_options: {accent: "#1d4f8c"}
locale: en-GB
why: how
join: page:about
csp_meta: true
design: true
search: false
social_cards: false
embed: {allow: [https://www.fernholt.example]}
menus:
  main: [{label: Partners, to: /}, {label: Notes, to: /notes/}, {label: Fair, to: "section:/fair/"}]
  footer: [{label: About, to: "page:about"}, {label: Fernholt, to: https://www.fernholt.example/}]
sections:
  - {kind: directory, path: /, intro: how, spotlight: front-row, rows: [sold-row], lists: {industry/water: water-list}}
  - {kind: showcase, path: /solutions/}
  - {kind: hub, path: /notes/, hub: notes, rows: [front-row]}
  - {kind: pavilion, path: /fair/, event: fair}
  - {kind: fairness, path: /placement/}
  - {kind: pages, path: /pages/}
"""

_WATER = """\
title: Fernholt Wasser
summary: Partner für Wasserwerke.
base_url: https://www.fernholt.example/wasser/
locale: de
why: how
contact: {form: netlify}
menus: {main: [{label: Partner, to: /}]}
sections:
  - {kind: directory, path: /, title: Partner, list: water-list, only: {industries: [water]}}
  - {kind: pages, path: /}
"""

_THEME = {
    "themes/mine/theme.yaml": (
        "name: Mine\nextends: standard\nstyles: [mine.css]\nsheets: {pavilion: [hall-mine.css]}\n"
        "options:\n  greeting: {kind: text, default: Hello, doc: a word above profiles}\n"
        '  accent: {kind: colour, default: "#1d4f8c", doc: the colour}\n'
    ),
    "themes/mine/assets/mine.css": ":root { --corner: 12px; }\n",
    "themes/mine/assets/hall-mine.css": ".hall { --mine: 1 }\n",
    "themes/mine/assets/mine.js": "export const mine = 1;\n",
    "themes/mine/locales/en.yaml": "profile-website: Their own site\n",
    "themes/mine/templates/directory/profile.html": (
        '{% extends "standard:directory/profile.html" %}\n'
        '{% from "partials/said.html" import said %}\n'
        "{% block hero %}\n"
        '{{ said(option("greeting")) }}<script type="module" src="{{ asset("mine.js") }}"></script>\n'
        "{{ super() }}\n{% endblock %}\n"
    ),
    "themes/mine/templates/partials/said.html": (
        "{% macro said(words) %}<p>{{ words }}.</p>{% endmacro %}\n"
    ),
}

_AGENDA = AGENDA.replace(
    "breaks:\n",
    "".join(
        f"  - {{id: l{n}, room: loft, start: 2026-10-24T{9 + n}:00, end: 2026-10-24T{9 + n}:45}}\n"
        for n in range(2, 7)
    )
    + "breaks:\n",
)
"""With free slots in the loft."""

_ARTICLE = """\
## What we saw

See [cat](partner:cat), [the case](solution:frost), [](page:about) and [below](#what-we-saw).

![A drawing](media/one.svg "Drawn by hand")

::: tip In short
Ask first.
:::

```python
def turn(of):
    return of + 1
```

::: partner ada

::: partners type=reseller limit=2

::: opportunity front-row limit=2

| a | b |
|---|---|
| 1 | 2 |
"""


def drawing(colour: str = "#cc0000", width: int = 50) -> bytes:
    """Return a logo as SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 20">'
        f'<path fill="{colour}" d="M0 0h{width}v20H0z"/></svg>'
    ).encode()


def picture(red: int = 200, width: int = 48, height: int = 24) -> bytes:
    """Return a logo as PNG, of one colour."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes((red, 40, 90)) * width) * height
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def small_files() -> dict[str, bytes]:
    """Return the files of the project, without ledgers."""
    files: dict[str, str | bytes] = files_of(
        _partners(),
        solution("frost", ["ada", "cat"], "industries: [water]\naliases: [old-frost]\n"),
        solution("thaw", ["bob"], "solution_areas: [lake]\nstatus: draft\n"),
        solution("mist", ["dot"], "expires: 2026-06-18\n", body="[](solution:frost)"),
        hub(more="topics: [{id: law, label: Law}]\nseries: [{id: basics, label: Basics}]\n"),
        article(
            "one",
            "published: 2026-02-01\npartners: [ada, cat]\ntopics: [law]\nimage: two.svg\n",
            _ARTICLE,
        ),
        article("two", "published: 2026-08-01\nseries: basics\ncontributed_by: bob\n"),
        article("three", "aliases: [old-three]\n", "::: articles hub=notes\n", status="draft"),
        page("about", "We are.\n\n::: partners type=integrator\n\n::: solutions\n"),
        page("how", "By turns. ::: none\n", "contents: true\n", title="How we place partners"),
        page("extra", "Extra.\n", "published: 2026-06-16\n"),
        page("offers/reseller", '::: cta label="Join" href="page:about"\n'),
        _fair(),
        _THEME,
        program=_PROGRAM,
        policy=_POLICY,
        main=_MAIN,
    )
    files["content/sites/water.yaml"] = _WATER
    files["content/media/one.svg"] = drawing("#00cc00")
    files["content/media/three.svg"] = drawing("#cccc00")
    files["content/media/two.svg"] = drawing("#0000cc")
    return {
        path: text.encode() if isinstance(text, str) else text
        for path, text in sorted(files.items())
    }


def few_files() -> dict[str, bytes]:
    """Return the files of a smaller project: one site with a directory and a fairness section."""
    main = site(
        ["kind: directory, path: /", "kind: fairness, path: /placement/"],
        "theme: mine\nlocale: en-GB\nsearch: false\nsocial_cards: false\n",
    )
    policy = (
        "groups:\n  main: {strategy: balanced, period: week, seed: {source: A, value: beef}}\n"
        "opportunities:\n  directory-list: {title: All, rationale: Turns., group: main}\n"
    )
    four = {
        **partner("ada", "logo: logo.svg\n", about="We *mill*.\n", id_="p-1"),
        **partner("bob", id_="p-2"),
        **partner("cat", id_="p-3"),
        **partner("dot", id_="p-4"),
        "partners/ada/logo.svg": drawing(),
    }
    files = files_of(four, _THEME, policy=policy, main=main)
    return {
        path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()
    }


def write_project(root, files: dict[str, bytes], weeks: int = 3):
    """Write a project into a new folder, with ledgers of some weeks up to its day."""
    write(root, files)
    for back in reversed(range(weeks)):
        made = placement_record(RecordRequest(root, DAY - back * WEEK))
        assert made.ok, made.diagnostics
    return root


def _partners() -> dict[str, str | bytes]:
    water = "industries: [water]\nregions: [de]\nsolution_areas: [lake]\n"
    files: dict[str, str | bytes] = {
        **partner("ada", f"logo: logo.svg\n{water}", about="We *mill*.\n", id_="p-1"),
        **partner("bob", f"logo: logo.png\n{water}", "points: 3\n", tier="silver", id_="p-2"),
        **partner(
            "cat",
            "segments: [small]\nseeks: [{types: [reseller], note: Help.}]\n",
            "aliases: [old-cat]\ncompetes_with: [bob]\n",
            types="[integrator]",
            about="We spin.\n",
            id_="p-3",
        ),
        **partner(
            "dot",
            "offices: [{city: Lyon, country: FR, main: true}]\naccepts_reference_from: [ada]\n",
            "certifications: [{id: basic, until: 2026-09-30}]\n",
            tier="silver",
            id_="p-4",
        ),
        **pending("eve", water),
        **partner("fin", water, id_="p-5"),
    }
    files["partners/ada/logo.svg"] = drawing()
    files["partners/bob/logo.png"] = picture()
    return files


def _fair() -> dict[str, str]:
    booked = "  - {partner: dot, package: booth, preferences: [b1, b2], applied: 2026-05-01T09:00:00+02:00}\n"
    main = EVENT.replace("co_exhibitors: [dot]", "co_exhibitors: []") + booked
    files: dict[str, str] = event(main=main, plan=FLOORPLAN, agenda=_AGENDA)
    return files
