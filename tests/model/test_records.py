"""Each type of record, decoded from a complete example."""

from datetime import date

from pavgen.model.conditions import ALWAYS, Among
from pavgen.model.records.hub import Article, Hub, Series, Topic
from pavgen.model.records.page import Page
from pavgen.model.records.policy import FixedOrder, Group, Opportunity, Policy, Seed
from pavgen.model.records.program import (
    Certification,
    PartnerType,
    Program,
    Term,
    TextLimits,
    Tier,
    Vendor,
)
from pavgen.model.records.site import (
    DirectorySection,
    HubSection,
    MenuItem,
    Menus,
    PagesSection,
    ShowcaseSection,
    Site,
)
from pavgen.model.records.solution import Outcome, Part, Solution
from pavgen.model.records.theme import ThemeManifest, ThemeOption
from tests.model.schema.reading import decoded

PROGRAM = """\
name: Fictional Partners
vendor: {name: Varnholt, url: https://varnholt.example}
locale: en-GB
locales: [en-GB, de]
time_zone: Europe/Berlin
tiers:
  - {id: gold, label: Gold, weight: 2, summary: The most}
  - {id: silver, label: Silver}
partner_types: [{id: reseller, label: Reseller, plural: Resellers, summary: Sells, proposition: why}]
regions: [{id: emea, label: Europe, children: [{id: no, label: Norway, summary: North}]}]
segments: [{id: small, label: Small}]
industries: [{id: energy, label: Energy}]
solution_areas: [{id: metering, label: Metering}]
certifications: [{id: basic, label: Basic, issuer: Varnholt}]
languages: [{id: english, label: English}]
limits: {tagline: 100, logo_bytes: 2048}
unproven_claims: [the leading]
name_scripts: [Cyrillic]
freshness_days: 180
"""


def test_a_programme():
    norway = Term(id="no", label="Norway", summary="North")
    assert decoded(Program, PROGRAM) == Program(
        name="Fictional Partners",
        vendor=Vendor(name="Varnholt", url="https://varnholt.example/"),
        locale="en-GB",
        locales=("en-GB", "de"),
        time_zone="Europe/Berlin",
        tiers=(
            Tier(id="gold", label="Gold", weight=2, summary="The most"),
            Tier(id="silver", label="Silver"),
        ),
        partner_types=(
            PartnerType(
                id="reseller",
                label="Reseller",
                plural="Resellers",
                summary="Sells",
                proposition="why",
            ),
        ),
        regions=(Term(id="emea", label="Europe", children=(norway,)),),
        segments=(Term(id="small", label="Small"),),
        industries=(Term(id="energy", label="Energy"),),
        solution_areas=(Term(id="metering", label="Metering"),),
        certifications=(Certification(id="basic", label="Basic", issuer="Varnholt"),),
        languages=(Term(id="english", label="English"),),
        limits=TextLimits(tagline=100, logo_bytes=2048),
        unproven_claims=("the leading",),
        name_scripts=("Cyrillic",),
        freshness_days=180,
    )


POLICY = """\
version: 2
announced: 2026-01-01
groups:
  main: {strategy: draw, period: month, seed: {source: Dice, value: 4 1 6}}
  ranks: {strategy: points, ladder: [joined, certifications]}
  hand: {strategy: fixed, fixed: {partners: [acme], reason: A pilot, until: 2026-06-30}}
opportunities:
  all:
    title: All partners
    objective: Find one
    audience: Everyone
    rationale: A draw is even in the long run.
    group: main
    eligible: {tier: [gold]}
    blocks: tier
    slots: 3
  rest: {title: The rest, rationale: Why not, group: ranks}
"""


def test_a_policy():
    policy = decoded(Policy, POLICY)
    fixed = FixedOrder(partners=("acme",), reason="A pilot", until=date(2026, 6, 30))
    assert policy == Policy(
        version=2,
        announced=date(2026, 1, 1),
        groups=(
            (
                "main",
                Group(strategy="draw", period="month", seed=Seed(source="Dice", value="4 1 6")),
            ),
            ("ranks", Group(strategy="points", ladder=("joined", "certifications"))),
            ("hand", Group(strategy="fixed", fixed=fixed)),
        ),
        opportunities=(
            (
                "all",
                Opportunity(
                    title="All partners",
                    objective="Find one",
                    audience="Everyone",
                    rationale="A draw is even in the long run.",
                    group="main",
                    eligible=Among("tier", ("gold",)),
                    blocks="tier",
                    slots=3,
                ),
            ),
            ("rest", Opportunity(title="The rest", rationale="Why not", group="ranks")),
        ),
    )
    assert policy.opportunity("rest").eligible == ALWAYS
    assert policy.group("hand").period == "week"


SITE = """\
title: Partners
summary: All of them
base_url: https://partners.example/a/
theme: own
theme_options: {accent: "#123456", version: 1.10}
locale: de
why: how
menus:
  main: [{label: Home, to: "section:/"}]
  footer: [{label: Imprint, to: "page:imprint"}, {label: Shop, to: https://shop.example}]
sections:
  - {kind: directory, path: /, title: All, intro: hello, list: all, spotlight: top, only: {tier: gold}, per_page: 12}
  - {kind: showcase, path: /crew/}
  - {kind: hub, path: /notes/, hub: notes}
  - {kind: pages, path: /more/, folder: legal}
"""


def test_a_site():
    assert decoded(Site, SITE) == Site(
        title="Partners",
        summary="All of them",
        base_url="https://partners.example/a/",
        theme="own",
        theme_options=(("accent", "#123456"), ("version", "1.10")),
        locale="de",
        why="how",
        menus=Menus(
            main=(MenuItem(label="Home", to="section:/"),),
            footer=(
                MenuItem(label="Imprint", to="page:imprint"),
                MenuItem(label="Shop", to="https://shop.example/"),
            ),
        ),
        sections=(
            DirectorySection(
                kind="directory",
                path="/",
                title="All",
                intro="hello",
                list="all",
                spotlight="top",
                only=Among("tier", ("gold",)),
                per_page=12,
            ),
            ShowcaseSection(kind="showcase", path="/crew/"),
            HubSection(kind="hub", path="/notes/", hub="notes"),
            PagesSection(kind="pages", path="/more/", folder="legal"),
        ),
    )


SOLUTION = """\
title: Heat by the hour
summary: Meters and systems
partners: [{partner: acme, role: Meters}]
customer: A town
industries: [energy]
solution_areas: [metering]
segments: [small]
outcomes: [{measure: Losses, value: −38 %}]
products: [Hub 1.10]
status: review
published: 2026-02-01
expires: 2027-02-01
aliases: [warm]
"""


def test_a_solution():
    assert decoded(Solution, SOLUTION) == Solution(
        title="Heat by the hour",
        summary="Meters and systems",
        partners=(Part(partner="acme", role="Meters"),),
        customer="A town",
        industries=("energy",),
        solution_areas=("metering",),
        segments=("small",),
        outcomes=(Outcome(measure="Losses", value="−38 %"),),
        products=("Hub 1.10",),
        status="review",
        published=date(2026, 2, 1),
        expires=date(2027, 2, 1),
        aliases=("warm",),
    )


def test_a_hub():
    text = "title: Notes\nsummary: What we learn\ntopics: [{id: rules, label: Rules, summary: S}]\nseries: [{id: basics, label: Basics}]\n"
    assert decoded(Hub, text) == Hub(
        title="Notes",
        summary="What we learn",
        topics=(Topic(id="rules", label="Rules", summary="S"),),
        series=(Series(id="basics", label="Basics"),),
    )


ARTICLE = """\
title: On rules
summary: Why
author: Ada
contributed_by: acme
partners: [acme, birch]
topics: [rules]
series: basics
image: a/rules.svg
status: draft
published: 2026-02-01
expires: 2027-02-01
reviewed: 2026-01-01
aliases: [old]
"""


def test_an_article():
    assert decoded(Article, ARTICLE) == Article(
        title="On rules",
        summary="Why",
        author="Ada",
        contributed_by="acme",
        partners=("acme", "birch"),
        topics=("rules",),
        series="basics",
        image="a/rules.svg",
        status="draft",
        published=date(2026, 2, 1),
        expires=date(2027, 2, 1),
        reviewed=date(2026, 1, 1),
        aliases=("old",),
    )


def test_a_page():
    text = "title: About\nsummary: Us\ncontents: true\nstatus: review\npublished: 2026-02-01\nexpires: 2027-02-01\n"
    assert decoded(Page, text) == Page(
        title="About",
        summary="Us",
        contents=True,
        status="review",
        published=date(2026, 2, 1),
        expires=date(2027, 2, 1),
    )


def test_a_theme():
    text = "name: Own\nextends: standard\nstyles: [a/b.css]\nsheets: {fair: [c.css]}\noptions: {tone: {kind: choice, default: warm, choices: [warm, cold], doc: The tone}}\n"
    assert decoded(ThemeManifest, text) == ThemeManifest(
        name="Own",
        extends="standard",
        styles=("a/b.css",),
        sheets=(("fair", ("c.css",)),),
        options=(
            (
                "tone",
                ThemeOption(
                    kind="choice", default="warm", choices=("warm", "cold"), doc="The tone"
                ),
            ),
        ),
    )
