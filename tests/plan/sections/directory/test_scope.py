from datetime import date

import pytest

from pavgen.model.showing import Showing
from pavgen.plan.sections.directory.scope import held_partners
from tests.plan.projects import DAY, files_of, partner, pending, planned, site


def held(found, day=DAY):
    programme = found.programme
    (section,) = programme.sites["main"].sections
    return [partner.slug for partner in held_partners(programme, section, Showing(day))]


def directory(only=""):
    return site([f"kind: directory, path: /{only}"])


def test_partners_stand_by_their_ids_and_not_by_their_names(tmp_path):
    files = files_of(
        partner("alder", id_="p-30"), partner("birch", id_="p-10"), partner("cedar", id_="p-20")
    )

    assert held(planned(tmp_path, files)) == ["birch", "cedar", "alder"]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("", ["alder", "birch", "cedar"]),
        (", only: {types: reseller}", ["alder"]),
        (", only: {regions: emea}", ["alder", "birch"]),
        (", only: {tier: silver}", ["cedar"]),
        (", only: {not: {tier: silver}}", ["alder", "birch"]),
    ],
)
def test_directory_holds_the_partners_of_its_condition(tmp_path, only, expected):
    files = files_of(
        partner("alder", "regions: [de]\n"),
        partner("birch", "regions: [fr]\n", types="[integrator]"),
        partner("cedar", "regions: [us]\n", types="[integrator]", tier="silver"),
        main=directory(only),
    )

    assert held(planned(tmp_path, files)) == expected


def test_partner_is_held_on_the_days_it_is_shown(tmp_path):
    paused = "suspended: {from: 2026-06-16, until: 2026-06-17}\n"
    found = planned(tmp_path, files_of(partner("alder", standing=paused), pending("birch")))

    assert [held(found, date(2026, 6, day)) for day in (15, 16, 17, 18)] == [
        ["alder"],
        [],
        [],
        ["alder"],
    ]


def test_partner_that_opts_out_of_the_list_keeps_its_profile(tmp_path):
    found = planned(tmp_path, files_of(partner("alder", "opt_out: [directory-list]\n")))

    assert held(found) == ["alder"]
    assert "alder/index.html" in found.paths
    assert found.content("index.html").facets == ()


def test_partner_outside_the_condition_has_no_profile(tmp_path):
    files = files_of(
        partner("alder"), partner("birch", tier="silver"), main=directory(", only: {tier: gold}")
    )
    paths = planned(tmp_path, files).paths

    assert [path for path in paths if path in {"alder/index.html", "birch/index.html"}] == [
        "alder/index.html"
    ]


def test_partner_of_two_directories_has_its_profile_in_the_first(tmp_path):
    sections = ["kind: directory, path: /gold/, only: {tier: gold}", "kind: directory, path: /"]
    files = files_of(partner("alder"), partner("birch", tier="silver"), main=site(sections))
    found = planned(tmp_path, files)

    assert [p.path for p in found.plan.pages if p.template == "directory/profile.html"] == [
        "birch/index.html",
        "gold/alder/index.html",
    ]
    assert [card.href for card in found.content("browse/").surface.cards] == [
        "/gold/alder/",
        "/birch/",
    ]
