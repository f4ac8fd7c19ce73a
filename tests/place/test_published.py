import hashlib
import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from pavgen.kernel.canonical import canonical_json
from pavgen.model.records.policy import Group, Limit, Pin, Seed
from pavgen.model.records.standing import Suspension
from pavgen.place.placing import place
from pavgen.place.published import published_order
from tests.place.drawn import SORTING, days, groups, programmes, recorded
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
MONDAY = date(2026, 11, 23)


def published(made, day=DAY, name="all"):
    return json.loads(canonical_json(published_order(made, place(made, day).value, name)))


def recomputed(sheet):
    """Order the rows of a published sheet of a strategy that sorts, from it alone."""

    def hashed(row):
        text = b""
        for part in (*sheet["ticket"]["strings"], row["id"]):
            text += len(part.encode()).to_bytes(8, "big") + part.encode()
        return hashlib.sha256(text).hexdigest()

    def rank(row):
        tier = sheet["tiers"].index(row["tier"]) if sheet["blocks"] == "tier" else 0
        ranks = [key["rank"] for key in row["keys"] if key["by"] != "ticket"]
        return (1, 0, [], hashed(row)) if row["joined"] else (0, tier, ranks, hashed(row))

    return sorted((*sheet["order"], *sheet["waiting"]), key=rank)


def test_published_sheet_of_a_draw():
    made = programme(
        [partner("ada", tier="silver")],
        groups={"main": Group(strategy="draw", seed=Seed(source="beacon round 7", value="beef"))},
        opportunities={"all": opportunity(slots=3, objective="To find", audience="All")},
    )
    ticket = place(made, DAY).value.groups["main"].keys["p-ada"][0].value
    assert published(made) == {
        "schema": "pavgen/placement/v1",
        "opportunity": "all",
        "title": "All partners",
        "objective": "To find",
        "audience": "All",
        "rationale": "A test",
        "eligible": "any partner",
        "blocks": "none",
        "tiers": [],
        "slots": 3,
        "open_slots": 0,
        "policy": {"version": 1, "digest": None},
        "group": "main",
        "strategy": "draw",
        "promise": "every order is equally likely, and anyone can recompute it",
        "period": {"label": "2026-W48", "first": "2026-11-23", "last": "2026-11-29"},
        "recorded": None,
        "provisional": True,
        "weights": "none",
        "ladder": [],
        "fixed": None,
        "constraints": [],
        "ticket": {
            "hash": "SHA-256 of each string after its length in 8 big-endian bytes",
            "strings": ["pavgen/ticket/v1", "beef", "main", "2026-W48", "draw"],
        },
        "seed": {"source": "beacon round 7", "value": "beef", "committed": True},
        "pins": [],
        "waivers": [],
        "order": [
            {
                "position": 1,
                "place": 1,
                "exposure": 1000000,
                "partner": "ada",
                "id": "p-ada",
                "tier": "silver",
                "weight": 1,
                "entitled": None,
                "pinned": False,
                "sponsored": False,
                "joined": False,
                "keys": [{"by": "ticket", "value": ticket}],
            }
        ],
        "waiting": [],
    }


@settings(deadline=None, max_examples=40)
@given(programmes(groups.filter(lambda group: group.strategy in SORTING)), days)
def test_outsider_recomputes_a_sorted_order_from_the_sheet(made, day):
    for name, _ in made.policy.opportunities:
        sheet = published(made, day, name)
        assert recomputed(sheet) == [*sheet["order"], *sheet["waiting"]]


def test_sheet_has_the_same_bytes_within_a_period():
    made = programme([partner("ada"), partner("bob")])
    assert published(made, date(2026, 11, 23)) == published(made, date(2026, 11, 29))


def test_sheet_tells_the_rank_of_points_and_never_the_points():
    made = programme(
        [partner("ada", points=7777), partner("bob", points=9)],
        groups={"main": Group(strategy="points", ladder=("joined",))},
    )
    sheet = published(made)
    assert "7777" not in canonical_json(sheet)
    assert [row["keys"][:2] for row in sheet["order"]] == [
        [{"by": "points", "rank": 1}, {"by": "joined", "rank": 1}],
        [{"by": "points", "rank": 2}, {"by": "joined", "rank": 1}],
    ]


def test_sheet_does_not_name_those_that_are_excluded():
    pin = Pin(partner="bob", slot=1, from_=MONDAY, until=DAY, reason="A launch", by="Ida")
    made = programme(
        [partner("ada"), partner("bob", suspended=(DAY, None))],
        opportunities={"all": opportunity(pins=(pin,))},
    )
    assert "bob" in canonical_json(published(made, MONDAY))
    assert "bob" not in canonical_json(published(made))


def test_sheet_with_tier_blocks_tells_their_order():
    made = programme([partner("ada")], opportunities={"all": opportunity(blocks="tier")})
    assert published(made)["tiers"] == ["gold", "silver", "registered"]


def test_sheet_of_a_recorded_period_names_its_entry_and_the_head_of_the_ledger():
    made = recorded(programme([partner("ada")]), MONDAY, MONDAY)
    ledger = made.ledgers["main"]
    sheet = published(made)
    assert (sheet["provisional"], sheet["recorded"]) == (
        False,
        {"entry": 1, "digest": ledger.entries[1].digest, "late": False, "head": ledger.head},
    )
    assert sheet["policy"] == {"version": 1, "digest": ledger.entries[0].body["policy"]["digest"]}


def test_sheet_of_a_balanced_list_tells_weights_and_what_they_entitle_to():
    made = programme(
        [partner("ada", weights=(("all", 2),)), partner("bob")],
        groups={"main": Group(strategy="balanced", weights="standing")},
    )
    rows = {row["partner"]: row for row in published(made)["order"]}
    assert {slug: (row["weight"], row["entitled"]) for slug, row in rows.items()} == {
        "ada": (2, 876976),
        "bob": (1, 753953),
    }


def test_sheet_tells_pins_with_their_reason_and_entitles_the_pinned_to_nothing():
    pin = Pin(
        partner="bob", slot=1, from_=MONDAY, until=DAY, reason="A launch", by="Ida", paid=True
    )
    made = programme(
        [partner("ada"), partner("bob")],
        groups={"main": Group(strategy="balanced")},
        opportunities={"all": opportunity(pins=(pin,))},
    )
    sheet = published(made)
    assert sheet["pins"] == [
        {
            "partner": "bob",
            "position": 1,
            "from": "2026-11-23",
            "until": "2026-11-25",
            "reason": "A launch",
            "by": "Ida",
            "paid": True,
        }
    ]
    assert [(row["partner"], row["pinned"], row["entitled"]) for row in sheet["order"]] == [
        ("bob", True, None),
        ("ada", False, 630930),
    ]


def test_sheet_tells_constraints_and_where_they_were_waived():
    partners = [
        replace(p, standing=replace(p.standing, exclusion_labels=("crm",)))
        for p in (partner("ada"), partner("bob"))
    ]
    limits = (Limit(separate="labels", distance=2, hard=False),)
    made = programme(partners, opportunities={"all": opportunity(constraints=limits)})
    sheet = published(made)
    assert sheet["constraints"] == [{"separate": "labels", "distance": 2, "hard": False}]
    assert sheet["waivers"] == [
        {"constraint": 0, "partner": sheet["order"][1]["partner"], "position": 2}
    ]


def test_waiver_at_a_partner_that_has_left_since_names_nobody():
    partners = [
        replace(p, standing=replace(p.standing, exclusion_labels=("crm",)))
        for p in (partner("ada"), partner("bob"))
    ]
    limits = (Limit(separate="labels", distance=2, hard=False),)
    made = programme(partners, opportunities={"all": opportunity(constraints=limits)})
    last = made.partners[place(made, DAY).value.order_of("all")[1]]
    pause = Suspension(from_=DAY)
    gone = replace(last, standing=replace(last.standing, suspended=pause))
    sheet = published(replace(made, partners={**made.partners, last.slug: gone}))
    assert (len(sheet["order"]), sheet["waivers"]) == (1, [])
