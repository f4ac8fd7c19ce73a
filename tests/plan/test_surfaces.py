from dataclasses import replace
from datetime import date

import pytest

from pavgen.plan.surfaces import initials
from pavgen.plan.views import PartnerCard, SurfaceView
from tests.plan.projects import files_of, page, partner, planned, site, slugs, solution

SLOTS = """\
groups:
  main: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  front-row: {title: In front, rationale: By name., group: main, slots: 2}
"""


def test_list_is_the_placement_with_positions_from_one(tmp_path):
    files = files_of(
        partner("alder", name="Zeta", tier="silver", types="[integrator, reseller]"),
        partner("birch", "regions: [us, de, fr, at]\n", name="Alpha Works"),
        page("why"),
        main=site(["kind: directory, path: /", "kind: pages, path: /"], "why: why\n"),
    )

    assert planned(tmp_path, files).content("browse/").surface == SurfaceView(
        opportunity="directory-list",
        title="all-partners",
        cards=(
            PartnerCard(
                slug="birch",
                name="Alpha Works",
                initials="AW",
                href="/birch/",
                tagline="Alpha Works does one thing.",
                tier="gold",
                tier_label="Gold",
                types=("Reseller",),
                regions=("Germany", "Austria", "France"),
                logo=None,
                logo_dark=None,
                position=1,
                why="why-sentence",
            ),
            PartnerCard(
                slug="alder",
                name="Zeta",
                initials="Z",
                href="/alder/",
                tagline="Zeta does one thing.",
                tier="silver",
                tier_label="Silver",
                types=("Reseller", "Integrator"),
                regions=(),
                logo=None,
                logo_dark=None,
                position=2,
                why="why-sentence",
            ),
        ),
        total=2,
        first=1,
        last=2,
        period="2026-Q2",
        until=date(2026, 6, 30),
        rule="rule-alphabetical",
        data_href="/placement/directory-list.json",
        why_href="/why/",
    )


def test_spotlight_shows_no_more_than_its_slots(tmp_path):
    files = files_of(
        partner("alder"),
        partner("birch"),
        partner("cedar"),
        policy=SLOTS,
        main=site(["kind: directory, path: /, spotlight: front-row"]),
    )
    spotlight = planned(tmp_path, files).content("index.html").spotlight

    assert (slugs(spotlight), spotlight.total, spotlight.last) == (["alder", "birch"], 2, 2)


def test_spotlight_of_nobody_is_left_out(tmp_path):
    files = files_of(policy=SLOTS, main=site(["kind: directory, path: /, spotlight: front-row"]))

    assert planned(tmp_path, files).content("index.html").spotlight is None


def test_named_partners_keep_the_order_though_a_record_names_them_otherwise(tmp_path):
    files = files_of(
        partner("alder"),
        partner("birch"),
        partner("cedar"),
        solution("frost", ["cedar", "alder"]),
        main=site(["kind: showcase, path: /"]),
    )
    story = planned(tmp_path, files).content("frost/")

    assert [(card.slug, card.position) for card in story.card.partners.cards] == [
        ("alder", 1),
        ("cedar", 2),
    ]
    assert [(role.card.slug, role.role) for role in story.roles] == [
        ("alder", "Work of alder"),
        ("cedar", "Work of cedar"),
    ]


def test_partner_that_opts_out_is_missing_from_lists_and_stays_where_records_name_it(tmp_path):
    files = files_of(
        partner("alder", "opt_out: [directory-list]\nregions: [de]\n"),
        partner("birch"),
        solution("frost", ["alder", "birch"]),
        main=site(["kind: directory, path: /", "kind: showcase, path: /solutions/"]),
    )
    found = planned(tmp_path, files)

    assert slugs(found.content("browse/").surface) == ["birch"]
    assert "browse/region/de/index.html" not in found.paths
    assert slugs(found.content("solutions/frost/").card.partners) == ["birch", "alder"]
    assert found.content("alder/").regions[0].href == ""


def test_former_slug_names_the_partner(tmp_path):
    files = files_of(
        partner("alder", standing="aliases: [old-alder]\n"),
        page("about", "[](partner:old-alder)\n\n::: partner old-alder\n"),
        main=site(["kind: directory, path: /", "kind: pages, path: /"]),
    )
    parts = planned(tmp_path, files).content("about/").text.parts

    assert [part.text for part in parts if part.kind == "text"] == ["/alder/", "Alder"]
    assert [slugs(part.surface) for part in parts if part.kind == "partners"] == [["alder"]]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Alder", "A"),
        ("alder works", "AW"),
        ("Alder & Works", "AW"),
        ("Ärzte ohne Grenzen", "ÄO"),
        ("東京電力", "東"),
        ("شركة الطاقة", "ش"),
        ("3M Company", "3C"),
        ("ßtraße", "SS"),
        ("—", "—"),
    ],
)
def test_initials_of_a_name(name, letters):
    assert initials(name) == letters


def test_logo_gives_each_variant_its_address(tmp_path):
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
        '<rect width="200" height="100" fill="#0a5"/></svg>'
    )
    files = files_of(
        partner("alder", "logo: logo.svg\n"),
        {"partners/alder/logo.svg": drawing},
        main=site(["kind: directory, path: /"], base="https://partners.fernholt.example/net/"),
    )
    found = planned(tmp_path, files)
    (name,) = found.plan.logos
    logo = found.content("alder/").card.logo

    assert (logo.src, logo.width, logo.height) == (f"/net/assets/p/{name}", 160, 64)


def test_logo_of_a_suspended_partner_is_not_published(tmp_path):
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
        '<rect width="200" height="100" fill="#0a5"/></svg>'
    )
    files = files_of(
        partner("alder", "logo: logo.svg\n", "suspended: {from: 2026-06-01}\n"),
        {"partners/alder/logo.svg": drawing},
    )

    assert planned(tmp_path, files).plan.logos == ()


def test_cards_of_two_lists_share_all_but_their_positions(tmp_path):
    files = files_of(
        partner("alder", types="[reseller]"),
        partner("birch", types="[integrator]"),
        main=site(["kind: directory, path: /"]),
    )
    plan = planned(tmp_path, files)
    everyone = plan.content("browse/").surface.cards
    alone = plan.content("browse/type/integrator/").surface.cards

    assert [(card.slug, card.position) for card in (*everyone, *alone)] == [
        ("alder", 1),
        ("birch", 2),
        ("birch", 1),
    ]
    assert everyone[1].unplaced is alone[0].unplaced


def test_a_short_part_of_a_long_list_has_the_order_of_the_list(tmp_path):
    slugs_of_all = [f"partner-{number:02}" for number in range(20)]
    made = [
        partner(slug, types="[integrator]" if slug[-1] == "7" else "[reseller]")
        for slug in slugs_of_all
    ]
    files = files_of(*made, main=site(["kind: directory, path: /, per_page: 50"]))
    plan = planned(tmp_path, files)
    whole = slugs(plan.content("browse/").surface)

    assert slugs(plan.content("browse/type/integrator/").surface) == [
        slug for slug in whole if slug[-1] == "7"
    ]


def test_a_card_at_a_position_differs_in_that_alone_from_the_one_that_lists_share(tmp_path):
    made = planned(tmp_path, files_of(partner("acme"), partner("borea")))
    cards = made.content("browse/").surface.cards

    assert [card.position for card in cards] == [1, 2]
    assert [card.unplaced for card in cards] == [replace(card, position=0) for card in cards]
