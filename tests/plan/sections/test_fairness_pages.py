import json

import pytest

from tests.plan.projects import PROGRAM, files_of, partner, planned, site
from tests.plan.sections.fairness_projects import POLICY, project, recorded


def test_account_adds_up_what_the_ledger_entitled_and_gave(tmp_path):
    account = recorded(tmp_path, project()).content("fair/directory-list/").account
    rows = {row.name: row for row in account.rows}

    assert (account.periods, account.first, account.last) == (6, "2026-W20", "2026-W25")
    assert {name: (row.weight, row.periods) for name, row in rows.items()} == {
        "Alder": (1, 6),
        "Birch": (2, 6),
        "Cedar": (2, 6),
        "Dogwood": (1, 6),
    }
    assert sum(row.received for row in rows.values()) == 6 * (
        1_000_000 + 630_930 + 500_000 + 430_677
    )
    assert abs(sum(row.difference for row in rows.values())) < 100
    assert account.keeps_accounts
    assert account.promises_shares


def test_rows_stand_in_the_order_of_the_day(tmp_path):
    found = recorded(tmp_path, project())
    order = [slug.title() for slug in found.placement.order_of("directory-list")]
    view = found.content("fair/directory-list/")

    assert [row.name for row in view.account.rows] == order
    assert [row.name for row in view.order] == order


def test_spread_is_of_the_owed_first_place_in_each_period(tmp_path):
    account = recorded(tmp_path, project()).content("fair/directory-list/").account

    assert [row.period for row in account.spread] == [f"2026-W{n}" for n in range(20, 26)]
    for row in account.spread:
        assert row.least <= row.lower <= row.median <= row.upper <= row.greatest
    assert max(row.greatest for row in account.spread) < 1_300_000


def test_nothing_recorded_is_said_and_nothing_drawn(tmp_path):
    view = planned(tmp_path, project()).content("fair/directory-list/")

    assert (view.account, view.records, view.box.ledger, view.box.order) == (None, (), "", ())
    assert not view.period.recorded


def test_weights_are_told_in_partners_terms(tmp_path):
    view = planned(tmp_path, project()).content("fair/directory-list/")
    rows = {row.label: row for row in view.weights}

    assert {k: (r.weight, r.partners, r.every) for k, r in rows.items()} == {
        "Gold": (2, 2, 3_000_000),
        "Silver": (1, 2, 6_000_000),
    }
    assert rows["Gold"].share + rows["Silver"].share == pytest.approx(2_000_000, abs=2)
    assert 1_000_000 < rows["Gold"].share < 2 * rows["Silver"].share


def test_weights_of_twelve_three_to_two_to_one_are_as_documented(tmp_path):
    tiers = ["gold"] * 2 + ["silver"] * 4 + ["bronze"] * 6
    partners = [partner(f"p{n}", tier=tier) for n, tier in enumerate(tiers)]
    program = PROGRAM.replace(
        "  - {id: gold, label: Gold, weight: 2}\n  - {id: silver, label: Silver}\n",
        "  - {id: gold, label: Gold, weight: 3}\n  - {id: silver, label: Silver, weight: 2}\n"
        "  - {id: bronze, label: Bronze}\n",
    )
    policy = "groups:\n  main: {strategy: balanced, weights: tier, period: week}\n"
    policy += "opportunities:\n  directory-list: {title: All, rationale: Turns., group: main}\n"
    main = site(["kind: directory, path: /", "kind: fairness, path: /fair/"])
    found = planned(tmp_path, files_of(*partners, program=program, policy=policy, main=main))
    shares = [row.share for row in found.content("fair/directory-list/").weights]

    assert [round(share, -4) for share in shares] == [1_250_000, 1_080_000, 870_000]


def test_nobody_s_suspension_can_be_read(tmp_path):
    files = project()
    recorded(tmp_path, files)
    standing = files["content/standing/cedar.yaml"] + "suspended: {from: 2026-06-15}\n"
    found = planned(tmp_path, {"content/standing/cedar.yaml": standing})
    pages = [page.view for page in found.plan.pages if page.path.startswith("fair/")]
    told = json.dumps([item.value for item in found.plan.data if "roster" in item.path])

    assert "fair/partners/cedar/index.html" not in found.paths
    assert [view.path for view in pages if "Cedar" in repr(view)] == []
    assert "cedar" not in told


def test_pins_are_listed_with_reason_author_and_end(tmp_path):
    (pin,) = recorded(tmp_path, project()).content("fair/front-row/").pins

    assert (pin.name, pin.position, pin.reason, pin.by) == ("Cedar", 1, "Our host.", "Ida")
    assert (pin.first.isoformat(), pin.until.isoformat()) == ("2026-06-08", "2026-06-21")
    assert pin.mark == ""


def test_what_does_not_matter_is_what_the_rule_does_not_read(tmp_path):
    found = planned(tmp_path, project())
    idle = {
        name: set(found.content(f"fair/{name}/").indifferent)
        for name in ("directory-list", "front-row", "sold-row")
    }

    everything = {
        f"fair-idle-{what}"
        for what in (
            "clicks", "edited", "joined", "logo", "name", "payment", "points", "text", "tier"
        )
    }  # fmt: skip
    assert everything - idle["directory-list"] == {"fair-idle-tier"}
    assert everything - idle["front-row"] == set()
    assert everything - idle["sold-row"] == {"fair-idle-payment", "fair-idle-tier"}


def test_effect_of_payment_is_told_only_where_money_has_one(tmp_path):
    found = planned(tmp_path, project())

    assert found.content("fair/directory-list/").payment == ("fair-paid-none",)
    assert found.content("fair/sold-row/").payment == ("fair-paid-list",)
    assert found.content("fair/").payment == ("fair-paid-in",)


def test_paid_pin_is_marked_and_told(tmp_path):
    policy = POLICY.replace("by: Ida}", "by: Ida, paid: true}")
    found = planned(tmp_path, project(policy=policy))
    view = found.content("fair/front-row/")

    assert view.payment == ("fair-paid-pins",)
    assert [row.mark for row in view.order][:1] == ["sponsored"]
    assert view.pins[0].mark == "sponsored"


def test_box_holds_what_the_visitor_s_browser_checks(tmp_path):
    found = recorded(tmp_path, project())
    ledger = found.programme.ledgers["main"]
    box = found.content("fair/gold-only/").box

    assert (box.ledger, box.group, box.head) == (
        "/fairness/ledger/main.jsonl",
        "main",
        ledger.head,
    )
    assert box.order == tuple(
        d.partner for d in found.placement.opportunities["gold-only"].decisions
    )
    assert box.verify == f"pavgen placement verify --ledger main.jsonl --head main={ledger.head}"


def test_changed_rule_is_told_while_the_recorded_period_lasts(tmp_path):
    files = project()
    before = recorded(tmp_path, files).content("fair/directory-list/")
    policy = POLICY.replace("weights: tier, period", "weights: none, period")
    after = planned(tmp_path, {"content/placement/policy.yaml": policy})

    assert (before.changed, after.content("fair/directory-list/").changed) == (False, True)


def test_partner_s_page_tells_where_it_stands_and_every_recorded_period(tmp_path):
    found = recorded(tmp_path, project())
    view = found.content("fair/partners/birch/")
    main, spot, sold = view.accounts
    placed = {place.title: (place.position, place.of, place.mark) for place in view.places}
    at = found.placement.order_of("directory-list").index("birch") + 1

    assert placed["All partners"] == (at, 4, "")
    assert placed["Paid"] == (1, 1, "sponsored")
    assert [row.anchor for row in main.rows] == [f"2026-w{n}" for n in range(25, 19, -1)]
    assert [row.anchor for row in spot.rows][:2] == ["spot-2026-w25", "spot-2026-w24"]
    assert [row.anchor for row in sold.rows] == ["sold-2026-06", "sold-2026-05"]
    assert main.rows[0].position == at
    assert main.difference == sum(row.received - row.entitled for row in main.rows)
    assert [period for period, _ in main.coming] == ["2026-W26", "2026-W27", "2026-W28", "2026-W29"]
    assert spot.seats


def test_places_foretold_are_those_that_come(tmp_path):
    files = project()
    early = recorded(tmp_path / "a", files)
    late = recorded(tmp_path / "b", files, weeks=8, day=early.placement.as_of.replace(day=29))
    foretold = {
        slug: dict(early.content(f"fair/partners/{slug}/").accounts[0].coming)["2026-W27"]
        for slug in ("alder", "birch", "cedar", "dogwood")
    }

    order = late.placement.order_of("directory-list")
    assert foretold == {slug: order.index(slug) + 1 for slug in foretold}


def test_reasons_are_told_also_where_a_partner_is_not_in_a_list(tmp_path):
    view = planned(tmp_path, project()).content("fair/partners/alder/")
    gold = next(place for place in view.places if place.title == "Gold")

    assert (gold.position, len(gold.steps) > 1) == (0, True)


def test_how_an_order_is_made_follows_the_keys_its_strategy_reads(tmp_path):
    found = planned(tmp_path, project())
    how = {
        name: found.content(f"fair/{name}/").how
        for name in ("directory-list", "front-row", "sold-row")
    }

    assert how == {
        "directory-list": (
            "fair-how-balanced",
            "fair-period-week",
            "fair-weights-tier",
            "fair-horizon",
            "fair-shared",
        ),
        "front-row": (
            "fair-how-quota",
            "fair-period-week",
            "fair-weights-none",
            "fair-slots",
        ),
        "sold-row": ("fair-how-sponsored", "fair-period-month", "fair-then", "fair-slots"),
    }


def test_account_of_a_quota_counts_showings(tmp_path):
    account = recorded(tmp_path, project()).content("fair/front-row/").account
    rows = {row.name: row for row in account.rows}

    # Cedar is pinned in the last two of six weeks: four showings are the rule's to give.
    assert sum(row.received for row in rows.values()) == 4_000_000
    assert sum(row.entitled for row in rows.values()) == 4_000_000
    assert rows["Alder"].entitled == 1_000_000
    assert account.seats


def test_without_an_account_what_is_owed_is_all_that_was_due_less_all_that_was_had(tmp_path):
    policy = POLICY.replace("strategy: balanced, weights: tier", "strategy: first-come")
    account = recorded(tmp_path, project(policy=policy)).content("fair/directory-list/").account
    rows = account.rows
    shortest = min(row.difference for row in rows)

    assert not account.keeps_accounts
    assert not account.promises_shares
    assert account.spread[-1].greatest == -shortest
    assert account.spread[-1].least == -max(row.difference for row in rows)
