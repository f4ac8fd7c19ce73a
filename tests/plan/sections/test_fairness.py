from pavgen.kernel.canonical import canonical_json
from pavgen.place.published_policy import published_policy
from tests.plan.projects import files_of, page, partner, planned, site, slugs
from tests.plan.sections.fairness_projects import FOUR, POLICY, project, recorded


def data(found):
    return {item.path: item.value for item in found.plan.data}


def test_section_has_a_home_a_page_per_opportunity_and_one_per_partner_shown(tmp_path):
    gone = partner("elm", standing="suspended: {from: 2026-06-01}\n")
    found = planned(tmp_path, project(gone))

    assert [path for path in found.paths if path.startswith("fair/")] == [
        "fair/directory-list/index.html",
        "fair/front-row/index.html",
        "fair/gold-only/index.html",
        "fair/index.html",
        "fair/partners/alder/index.html",
        "fair/partners/birch/index.html",
        "fair/partners/cedar/index.html",
        "fair/partners/dogwood/index.html",
        "fair/sold-row/index.html",
    ]


def test_data_stand_at_the_root_of_the_site_wherever_the_section_is(tmp_path):
    found = recorded(tmp_path, project())
    ledger = found.programme.ledgers["main"]
    texts = {d.path: d.content for d in found.plan.documents if d.path.startswith("fairness/")}

    assert sorted(texts) == [f"fairness/ledger/{name}.jsonl" for name in ("main", "sold", "spot")]
    assert texts["fairness/ledger/main.jsonl"].text == ledger.text
    assert data(found)["fairness/head.json"]["main"] == {
        "head": ledger.head,
        "period": "2026-W25",
        "seq": len(ledger.entries) - 1,
    }
    assert data(found)["fairness/roster.json"] == [
        {"id": f"p-{slug}", "slug": slug, "name": slug.title()}
        for slug in ("alder", "birch", "cedar", "dogwood")
    ]


def test_policy_is_published_in_the_bytes_its_digest_is_made_of(tmp_path):
    found = recorded(tmp_path, project())
    file = next(item for item in found.plan.data if item.path == "fairness/policy.json")

    assert file.compact
    assert canonical_json(file.value) == canonical_json(published_policy(found.programme))


def test_site_without_the_section_publishes_none_of_it(tmp_path):
    found = recorded(tmp_path, project(main=site(["kind: directory, path: /"])))

    files = [item.path for item in (*found.plan.data, *found.plan.documents)]
    assert [path for path in (*files, *found.paths) if path.startswith("fair")] == []


def test_why_of_a_list_leads_to_its_opportunity_and_else_to_the_site_s_page(tmp_path):
    plain = files_of(
        *FOUR,
        page("why"),
        policy=POLICY,
        main=site(["kind: directory, path: /", "kind: pages, path: /"], "why: why\n"),
    )
    with_section = planned(tmp_path / "a", project())
    without = planned(tmp_path / "b", plain)

    assert with_section.content("browse/").surface.why_href == "/fair/directory-list/"
    assert without.content("browse/").surface.why_href == "/why/"


def test_card_says_why_and_leads_to_the_partner_s_account(tmp_path):
    cards = planned(tmp_path, project()).content("browse/").surface.cards

    assert {card.why for card in cards} == {"why-sentence"}
    assert [card.why_href for card in cards] == [f"/fair/partners/{c.slug}/" for c in cards]


def test_bought_and_pinned_items_are_marked_in_words(tmp_path):
    rows = planned(tmp_path, project()).content("index.html").rows
    marks = {row.opportunity: [card.mark for card in row.cards] for row in rows}

    assert [mark.label for mark in marks["sold-row"]] == ["sponsored"]
    assert marks["sold-row"][0].sponsored
    assert [mark.label for mark in marks["front-row"]] == ["pinned"]
    assert marks["front-row"][0].until.isoformat() == "2026-06-21"


def test_rows_of_a_home_are_opportunities_in_turn_and_empty_ones_are_left_out(tmp_path):
    nobody = POLICY.replace("sponsors: [{partner: birch", "sponsors: [{partner: elm")
    gone = partner("elm", standing="suspended: {from: 2026-01-01}\n")
    found = planned(tmp_path / "a", project())
    fewer = planned(tmp_path / "b", project(gone, policy=nobody))

    assert [row.title for row in found.content("index.html").rows] == ["Paid", "In front"]
    assert [row.title for row in fewer.content("index.html").rows] == ["In front"]


def test_list_of_a_facet_may_have_an_opportunity_of_its_own(tmp_path):
    found = planned(tmp_path, project())
    water = found.content("browse/industry/water/")

    assert water.surface.opportunity == "gold-only"
    assert slugs(water.surface) == ["birch"]
    assert found.content("browse/").surface.opportunity == "directory-list"


def test_list_of_an_unknown_facet_or_value_is_an_error_at_its_line(tmp_path):
    lists = "lists: {industri/water: gold-only, industry/watr: gold-only}"
    main = site([f"kind: directory, path: /, {lists}"])
    found = planned(tmp_path, project(main=main))

    assert found.codes == ("list-facet-unknown", "list-facet-unknown")
    assert [message.partition(": ")[2] for message in found.messages] == [
        "no facet `industri`; did you mean `industry`?",
        "`industry` has no value `watr`; did you mean `water`?",
    ]


def test_same_pages_on_every_day_of_a_period(tmp_path):
    monday = recorded(tmp_path, project())
    sunday = planned(tmp_path, {}, day=monday.placement.as_of.replace(day=21))

    assert monday.placement.as_of.isoformat() == "2026-06-15"
    assert {p.path: p.view for p in monday.plan.pages} == {
        p.path: p.view for p in sunday.plan.pages
    }
