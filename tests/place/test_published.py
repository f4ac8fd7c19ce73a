import hashlib
import json
from datetime import date

from hypothesis import given, settings

from pavgen.kernel.canonical import canonical_json
from pavgen.model.records.policy import Group, Seed
from pavgen.place.placing import place
from pavgen.place.published import published_order
from tests.place.drawn import days, programmes
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)


def published(made, day=DAY, name="all"):
    return json.loads(canonical_json(published_order(made, place(made, day).value, name)))


def recomputed(sheet):
    """Order the rows of a published sheet as an outsider would, from it alone."""

    def hashed(row):
        text = b""
        for part in (*sheet["ticket"]["strings"], row["id"]):
            text += len(part.encode()).to_bytes(8, "big") + part.encode()
        return hashlib.sha256(text).hexdigest()

    def rank(row):
        tier = sheet["tiers"].index(row["tier"]) if sheet["blocks"] == "tier" else 0
        ranks = [(tier, "")]
        for key in row["keys"]:
            value = key["value"]
            if key["by"] == "ticket":
                value = hashed(row)
                ranks.append((0, value))
            elif key["by"] in ("points", "certifications"):
                ranks.append((-value, ""))
            elif key["by"] == "listed":
                ranks.append((10**6 if value is None else value, ""))
            else:
                ranks.append((0, value))
        return ranks

    return sorted((*sheet["order"], *sheet["waiting"]), key=rank)


def test_published_sheet_of_a_draw():
    made = programme(
        [partner("ada", tier="silver")],
        groups={"main": Group(strategy="draw", seed=Seed(source="beacon round 7", value="beef"))},
        opportunities={"all": opportunity(slots=3, objective="To find", audience="All")},
    )
    ticket = place(made, DAY).value.groups["main"].order[0].keys[0].value
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
        "policy": {"version": 1},
        "group": "main",
        "strategy": "draw",
        "promise": "every order is equally likely, and anyone can recompute it",
        "period": {"label": "2026-W48", "first": "2026-11-23", "last": "2026-11-29"},
        "ladder": [],
        "fixed": None,
        "ticket": {
            "hash": "SHA-256 of each string after its length in 8 big-endian bytes",
            "strings": ["pavgen/ticket/v1", "beef", "main", "2026-W48", "draw"],
        },
        "seed": {"source": "beacon round 7", "value": "beef", "committed": True},
        "order": [
            {
                "position": 1,
                "exposure": 1000000,
                "partner": "ada",
                "id": "p-ada",
                "tier": "silver",
                "keys": [{"by": "ticket", "value": ticket}],
            }
        ],
        "waiting": [],
    }


@settings(deadline=None, max_examples=40)
@given(programmes(), days)
def test_outsider_recomputes_the_order_from_the_sheet(made, day):
    for name, _ in made.policy.opportunities:
        sheet = published(made, day, name)
        assert recomputed(sheet) == [*sheet["order"], *sheet["waiting"]]


def test_sheet_has_the_same_bytes_within_a_period():
    made = programme([partner("ada"), partner("bob")])
    assert published(made, date(2026, 11, 23)) == published(made, date(2026, 11, 29))


def test_sheet_tells_no_points_where_they_do_not_decide():
    made = programme([partner("ada", points=7777)])
    assert "7777" not in canonical_json(published_order(made, place(made, DAY).value, "all"))


def test_sheet_does_not_name_those_that_are_excluded():
    made = programme([partner("ada"), partner("bob", suspended=(DAY, None))])
    assert "bob" not in canonical_json(published_order(made, place(made, DAY).value, "all"))


def test_sheet_with_tier_blocks_tells_their_order_and_keeps_keys_for_the_strategy():
    made = programme([partner("ada")], opportunities={"all": opportunity(blocks="tier")})
    sheet = published(made)
    assert sheet["tiers"] == ["gold", "silver", "registered"]
    assert [key["by"] for key in sheet["order"][0]["keys"]] == ["ticket"]
