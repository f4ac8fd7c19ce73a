"""Exports: the order of the placement as JSON and as CSV, and nothing that is private."""

import csv
import io
import json

import pytest

from pavgen.kernel.canonical import canonical_json
from pavgen.place.published import published_order
from pavgen.plan.exports import EXPORTS, STANDING_FACTS, export_csv, export_json
from tests.plan.projects import files_of, partner, pending, planned, solution

POLICY = """\
groups:
  main: {strategy: draw, period: quarter, seed: {source: A beacon, value: beef}}
  other: {strategy: points, period: quarter}
  tiers: {strategy: draw, period: quarter, seed: {source: A beacon, value: beef}}
opportunities:
  directory-list: {title: All partners, rationale: By lot., group: main}
  by-tier: {title: By tier, rationale: By tier., group: tiers, blocks: tier}
  pointed: {title: Points, rationale: By points., group: other, slots: 2}
"""
PRIVATE = """\
competes_with: [birch]
suspended: {from: 2030-01-01, reason: An unpaid bill}
notes: A secret of the staff
"""
LISTING = """\
regions: [fr, de]
offices: [{city: Oslo, country: "NO", main: true}]
founded: 1999
offers: [Test lab, "a; b"]
links: {docs: "https://alder.example/docs"}
"""
NAMES = ("alder", "birch", "cedar", "dogwood", "elm", "fir")


def six(tmp_path):
    """Plan a project of six partners whose order is drawn, none where its name would put it."""
    tiers = ("gold", "silver")
    crowd = [
        partner(slug, standing=f"points: {n}\n", tier=tiers[n % 2]) for n, slug in enumerate(NAMES)
    ]
    return planned(tmp_path, files_of(*crowd, policy=POLICY))


def one(tmp_path, listing="", standing="", about=""):
    return planned(tmp_path, files_of(partner("alder", listing, standing, about), partner("birch")))


def exported(found, what, *opportunity):
    return export_json(found.programme, found.placement, what, *opportunity)


def rows(found, what, *opportunity, raw=False):
    text = export_csv(found.programme, found.placement, what, *opportunity, raw=raw)
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("opportunity", ["directory-list", "by-tier", "pointed"])
def test_partners_stand_in_the_order_of_the_opportunity_in_both_forms(tmp_path, opportunity):
    found = six(tmp_path)
    order = found.placement.order_of(opportunity)
    partners = exported(found, "partners", opportunity)["partners"]

    assert [(row["position"], row["slug"]) for row in partners] == list(enumerate(order, 1))
    assert [(row["position"], row["slug"]) for row in rows(found, "partners", opportunity)] == [
        (str(position), slug) for position, slug in enumerate(order, 1)
    ]


def test_order_drawn_in_these_tests_is_not_the_order_of_names(tmp_path):
    found = six(tmp_path)

    assert found.placement.order_of("directory-list") != tuple(sorted(NAMES))
    assert len(found.placement.order_of("pointed")) == 2


def test_placement_export_is_what_each_site_publishes(tmp_path):
    found = six(tmp_path)
    files = {item.path: item.value for item in found.plan.data}
    published = {path: value for path, value in files.items() if path.startswith("placement/")}
    orders = exported(found, "placement")["opportunities"]

    assert {f"placement/{name}.json": order for name, order in orders.items()} == published
    assert orders["by-tier"] == published_order(found.programme, found.placement, "by-tier")


def test_placement_as_csv_has_a_row_for_each_decision_by_opportunity(tmp_path):
    found = six(tmp_path)

    assert [(row["opportunity"], row["position"], row["partner"]) for row in rows(found, "placement")] == [
        (name, str(position), slug)
        for name in ("directory-list", "by-tier", "pointed")
        for position, slug in enumerate(found.placement.order_of(name), 1)
    ]  # fmt: skip


def test_row_of_the_placement_names_period_exposure_and_partner(tmp_path):
    first = rows(one(tmp_path), "placement")[0]

    assert first == {
        "opportunity": "directory-list",
        "period": "2026-Q2",
        "position": "1",
        "exposure": first["exposure"],
        "partner": "alder",
        "id": "p-alder",
        "tier": "gold",
    }
    assert first["exposure"].isdecimal()


def test_partners_of_a_solution_stand_in_the_order_of_the_opportunity(tmp_path):
    crowd = [partner(slug, standing=f"points: {n}\n") for n, slug in enumerate(NAMES)]
    files = files_of(*crowd, solution("frost", NAMES), policy=POLICY)
    found = planned(tmp_path, files)

    orders = {
        "directory-list": found.placement.order_of("directory-list"),
        "pointed": tuple(reversed(NAMES)),  # its list holds two of them
    }
    for opportunity, order in orders.items():
        (frost,) = exported(found, "solutions", opportunity)["solutions"]
        (cells,) = rows(found, "solutions", opportunity)
        assert frost["partners"] == [{"partner": s, "role": f"Work of {s}"} for s in order]
        assert json.loads(cells["partners"]) == frost["partners"]


def test_solutions_stand_as_in_a_showcase(tmp_path):
    files = files_of(
        partner("alder"),
        partner("birch", standing="suspended: {from: 2026-06-01}\n"),
        solution("frost", ["alder", "birch"], published="2025-01-01", body="It **worked**."),
        solution("gone", ["birch"]),
        solution("later", ["alder"], published="2026-06-16"),
        solution("thaw", ["alder"], published="2026-01-01"),
    )
    found = planned(tmp_path, files)
    solutions = exported(found, "solutions")["solutions"]

    assert [(s["position"], s["slug"], s["story"]) for s in solutions] == [
        (1, "thaw", "It worked."),
        (2, "frost", "It worked."),
    ]
    assert solutions[1]["partners"] == [{"partner": "alder", "role": "Work of alder"}]
    assert [row["slug"] for row in rows(found, "solutions")] == ["thaw", "frost"]


def test_partner_s_facts_are_its_standing_s_its_listing_s_and_its_text(tmp_path):
    found = one(tmp_path, LISTING, "points: 7\naliases: [old-alder]\n", "We *sail*.")
    alder = exported(found, "partners")["partners"][0]

    assert list(alder) == [
        "slug", "position", "exposure", *STANDING_FACTS, *list(alder)[3 + len(STANDING_FACTS):]
    ]  # fmt: skip
    assert {name: alder[name] for name in STANDING_FACTS} == {
        "id": "p-alder",
        "status": "active",
        "tier": "gold",
        "joined": "2024-01-01",
        "certifications": [],
        "points": 7,
        "domains": [],
        "aliases": ["old-alder"],
        "weights": {},
    }
    assert (alder["regions"], alder["founded"], alder["logo"], alder["about"]) == (
        ["fr", "de"],
        1999,
        None,
        "We sail.",
    )


@pytest.mark.parametrize("what", EXPORTS)
def test_what_is_private_is_in_no_export(tmp_path, what):
    found = one(tmp_path, standing=PRIVATE)
    plain = canonical_json(exported(found, what))
    texts = plain + export_csv(found.programme, found.placement, what)

    assert [word for word in ("secret", "unpaid", "suspended", "2030-01-01", "notes") if word in texts] == []  # fmt: skip


def test_competitors_that_the_programme_knows_are_not_told(tmp_path):
    (alder, _) = exported(one(tmp_path, standing=PRIVATE), "partners")["partners"]

    assert alder["competes_with"] == []


@pytest.mark.parametrize("what", EXPORTS)
def test_partner_that_is_not_shown_is_in_no_export(tmp_path, what):
    files = files_of(
        partner("alder"),
        partner("birch", standing="suspended: {from: 2026-06-15}\n"),
        pending("cedar"),
        solution("frost", ["alder", "birch"]),
    )
    found = planned(tmp_path, files)
    texts = canonical_json(exported(found, what)) + export_csv(
        found.programme, found.placement, what
    )

    assert [word for word in ("birch", "cedar") if word in texts] == []


def test_head_says_which_programme_on_which_day(tmp_path):
    found = one(tmp_path)
    head = {what: {**exported(found, what)} for what in EXPORTS}

    assert {
        what: (whole["schema"], whole["programme"], whole["as_of"]) for what, whole in head.items()
    } == {
        what: (f"pavgen/{what}/v1", "Fernholt Partners", "2026-06-15") for what in EXPORTS
    }  # fmt: skip


def test_cells_hold_lists_of_ids_parted_and_other_lists_as_json(tmp_path):
    row = rows(one(tmp_path, LISTING, "weights: {directory-list: 3}\n"), "partners")[0]

    assert {
        name: row[name]
        for name in ("regions", "offices", "offers", "links", "weights", "founded", "logo", "seeks")
    } == {
        "regions": "fr; de",
        "offices": '[{"city": "Oslo", "country": "NO", "main": true}]',
        "offers": '["Test lab", "a; b"]',
        "links": '{"docs": "https://alder.example/docs"}',
        "weights": '{"directory-list": 3}',
        "founded": "1999",
        "logo": "",
        "seeks": "",
    }


def test_csv_quotes_every_cell_and_ends_each_line_alike(tmp_path):
    found = one(tmp_path)
    text = export_csv(found.programme, found.placement, "placement")

    assert text.splitlines(keepends=True)[0] == (
        '"opportunity","period","position","exposure","partner","id","tier"\r\n'
    )
    assert [line[-3:] for line in text.splitlines(keepends=True)] == ['"\r\n'] * 3


@pytest.mark.parametrize(("raw", "cell"), [(False, "'=1+1"), (True, "=1+1")])
def test_cell_that_a_spreadsheet_could_run_is_guarded_unless_raw(tmp_path, raw, cell):
    found = one(tmp_path, 'legal_name: "=1+1"\n')

    assert rows(found, "partners", raw=raw)[0]["legal_name"] == cell


@pytest.mark.parametrize("what", EXPORTS)
def test_export_of_nobody_is_a_row_of_headings(tmp_path, what):
    found = planned(tmp_path, files_of())

    assert rows(found, what) == []
    assert export_csv(found.programme, found.placement, what).count("\r\n") == 1
