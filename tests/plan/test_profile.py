from datetime import date

import pytest

from pavgen.plan.views import (
    CertificateView,
    ContactView,
    LinkView,
    OfficeView,
    Profile,
    ProseView,
    ReferenceView,
    SeekView,
)
from tests.plan.projects import (
    DAY,
    article,
    files_of,
    hub,
    partner,
    planned,
    site,
    slugs,
    solution,
)

FULL = """\
legal_name: Alder Works Ltd
regions: [de]
offices: [{city: Kiel, country: DE, main: true}, {city: Wien, country: AT}]
segments: [small]
industries: [water, energy]
solution_areas: [lake]
languages: [de, en]
size: 11-50
founded: 1999
contacts:
  - {purpose: sales, email: sales@alder.example, phone: "+49 431 123456"}
  - {purpose: press, label: Newsroom, url: https://alder.example/press}
links: {case-studies: https://alder.example/cases}
seeks: [{types: [integrator], solution_areas: [grid], regions: [fr], note: Someone near.}]
offers: [Test lab]
reviewed: 2026-03-07
"""


def test_partner_with_nothing_optional_has_a_bare_profile(tmp_path):
    found = planned(tmp_path, files_of(partner("alder")))
    profile = found.content("alder/")

    assert profile == Profile(
        card=profile.card,
        legal_name="",
        website="https://alder.example/",
        website_label=profile.website_label,
        about=ProseView((), (), 1),
        types=(LinkView("Reseller", "/browse/type/reseller/"),),
        areas=(),
        regions=(),
        industries=(),
        segments=(),
        tier=LinkView("Gold", "/browse/tier/gold/"),
        languages=(),
        size="",
        founded=None,
        joined=date(2024, 1, 1),
        certificates=(),
        offices=(),
        contacts=(),
        links=(),
        offers=(),
        seeks=(),
        solutions=(),
        articles=(),
        works_with=None,
        references=(),
        reviewed=None,
        stale=False,
        rel="nofollow ugc noopener",
    )


def test_partner_that_tells_everything_has_a_full_profile(tmp_path):
    profile = planned(tmp_path, files_of(partner("alder", FULL))).content("alder/")

    assert (
        profile.legal_name,
        profile.areas,
        profile.industries,
        profile.languages,
        profile.size,
        profile.founded,
        profile.offices,
        profile.links,
        profile.offers,
        profile.seeks,
        profile.reviewed,
    ) == (
        "Alder Works Ltd",
        (LinkView("Lakes", "/browse/area/lake/"),),
        (
            LinkView("Energy", "/browse/industry/energy/"),
            LinkView("Water", "/browse/industry/water/"),
        ),
        ("English", "German"),
        "11-50",
        1999,
        (OfficeView("Kiel", "DE", main=True), OfficeView("Wien", "AT", main=False)),
        (LinkView("Case studies", "https://alder.example/cases"),),
        ("Test lab",),
        (SeekView(("Integrator",), ("Grids",), ("France",), "Someone near."),),
        date(2026, 3, 7),
    )


def test_contact_has_a_line_for_each_way(tmp_path):
    contacts = planned(tmp_path, files_of(partner("alder", FULL))).content("alder/").contacts

    assert [(c.purpose, c.label, c.href) for c in contacts] == [
        ("sales", "contact-sales", "mailto:sales@alder.example"),
        ("sales", "contact-sales", "tel:+49431123456"),
        ("press", "Newsroom", "https://alder.example/press"),
    ]
    assert isinstance(contacts[0], ContactView)


def test_certificate_is_shown_to_its_last_day(tmp_path):
    held = "certifications: [{id: basic, until: 2026-06-15}]\n"
    files = files_of(partner("alder", standing=held))

    assert planned(tmp_path, files).content("alder/").certificates == (
        CertificateView("Basics", "Fernholt", DAY),
    )
    assert planned(tmp_path, files, day=date(2026, 6, 16)).content("alder/").certificates == ()


@pytest.mark.parametrize(
    ("reviewed", "stale"),
    [("2026-03-07", False), ("2026-03-06", True), ("9999-12-31", False), ("0001-01-01", True)],
)
def test_listing_is_stale_once_its_freshness_is_over(tmp_path, reviewed, stale):
    files = files_of(partner("alder", f"reviewed: {reviewed}\n"))

    assert planned(tmp_path, files).content("alder/").stale is stale


SOLD = """\
groups:
  main: {strategy: alphabetical, period: quarter}
  sold: {strategy: sponsored, period: month, packages: [large], then: main, sponsors: [{partner: alder, package: large, from: 2026-01-01, until: 2026-06-30}]}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  sold-row: {title: Paid, rationale: Sold., group: sold}
"""
PINNED = """\
groups:
  main: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list:
    title: All partners
    rationale: By name.
    group: main
    pins: [{partner: alder, slot: 1, from: 2026-01-01, until: 2026-06-30, reason: Our host., by: Ida, paid: %s}]
"""


@pytest.mark.parametrize(
    ("policy", "day", "word"),
    [
        (SOLD, date(2026, 6, 30), "sponsored"),
        (SOLD, date(2026, 7, 1), "ugc"),
        (PINNED % "true", date(2026, 6, 30), "sponsored"),
        (PINNED % "false", date(2026, 6, 30), "ugc"),
    ],
    ids=["bought", "over", "paid pin", "free pin"],
)
def test_links_of_a_partner_say_whether_it_has_paid_for_a_place(tmp_path, policy, day, word):
    text = '[A](https://alder.example/a) ` rel="nofollow ugc noopener">`'
    files = files_of(partner("alder", about=text), partner("birch", about=text), policy=policy)
    found = planned(tmp_path, files, day=day)
    payer, other = (found.content(f"{slug}/") for slug in ("alder", "birch"))

    assert [payer.rel, other.rel] == [f"nofollow {word} noopener", "nofollow ugc noopener"]
    assert [profile.about.parts[0].html.partition(" rel=")[2] for profile in (payer, other)] == [
        f'"{profile.rel}">A</a> (alder.example) <code> rel="nofollow ugc noopener"&gt;</code></p>\n'
        for profile in (payer, other)
    ]


GIVES = "gives_reference: [{to: alder, quote: Good work., project: Frost}]\n"
ACCEPTS = "accepts_reference_from: [birch]\n"


def references(tmp_path, alder="", birch="", standing=""):
    files = files_of(partner("alder", alder), partner("birch", birch, standing))
    return planned(tmp_path, files).content("alder/").references


def test_reference_that_is_given_and_accepted_is_shown(tmp_path):
    (shown,) = references(tmp_path, ACCEPTS, GIVES)

    assert shown == ReferenceView(shown.by, "Good work.", "Frost")
    assert (shown.by.slug, shown.by.href) == ("birch", "/birch/")


@pytest.mark.parametrize(
    ("alder", "birch", "standing"),
    [
        (ACCEPTS, "", ""),
        ("", GIVES, ""),
        (ACCEPTS, GIVES, "suspended: {from: 2026-06-15}\n"),
    ],
    ids=["accepted only", "given only", "giver suspended"],
)
def test_reference_without_both_sides_is_not_shown(tmp_path, alder, birch, standing):
    assert references(tmp_path, alder, birch, standing) == ()


def test_partners_may_refer_to_each_other(tmp_path):
    files = files_of(
        partner("alder", ACCEPTS + "gives_reference: [{to: birch, quote: Kind.}]\n"),
        partner("birch", GIVES + "accepts_reference_from: [alder]\n"),
    )
    found = planned(tmp_path, files)

    assert [
        [r.by.slug for r in found.content(f"{slug}/").references] for slug in ("alder", "birch")
    ] == [
        ["birch"],
        ["alder"],
    ]


def test_profile_shows_solutions_articles_and_who_took_part(tmp_path):
    files = files_of(
        partner("alder", standing="aliases: [old-alder]\n"),
        partner("birch"),
        partner("cedar"),
        solution("frost", ["cedar", "alder", "birch"]),
        solution("thaw", ["cedar"]),
        hub(),
        article("one", "partners: [alder]\n"),
        article("two", "contributed_by: alder\n"),
        article("three"),
        main=site(
            [
                "kind: directory, path: /",
                "kind: showcase, path: /stories/",
                "kind: hub, path: /notes/, hub: notes",
            ]
        ),
    )
    profile = planned(tmp_path, files).content("alder/")

    assert [card.slug for card in profile.solutions] == ["frost"]
    assert [card.href for card in profile.articles] == ["/notes/one/", "/notes/two/"]
    assert slugs(profile.works_with) == ["birch", "cedar"]


def test_profile_leaves_out_what_no_site_has_a_page_for(tmp_path):
    files = files_of(
        partner("alder"), solution("frost", ["alder"]), hub(), article("one", "partners: [alder]\n")
    )
    profile = planned(tmp_path, files).content("alder/")

    assert (profile.solutions, profile.articles) == ((), ())
