import json
from dataclasses import replace

from pavgen.kernel.canonical import canonical_json
from pavgen.place.placing import place
from pavgen.place.published import published_order
from tests.place.draws import LATER, WITHDREW, drawn, held_draw, with_event
from tests.place.fairs import BOOTHS, DAY, drawing, fair

OFFERS = [("b1", "2026-09-08", "-bob +cat")]


def published(made, day=LATER):
    return json.loads(canonical_json(published_order(made, place(made, day).value, "all")))


def test_a_published_draw_has_what_there_was_and_every_turn():
    sheet = published(held_draw(), DAY)
    assert (sheet["gives"], sheet["event"], sheet["ladder"]) == ("booths", "fair", ["points"])
    assert sheet["items"] == [
        {"item": "b1", "weight": 3},
        {"item": "b2", "weight": 2},
        {"item": "b3", "weight": 1},
        {"item": "b4", "weight": 1},
    ]
    assert sheet["turns"][2] == {
        "turn": 3,
        "round": 1,
        "partner": "cat",
        "id": "p-cat",
        "free": 2,
        "open": 2,
        "got": "b3",
        "how": "wish",
        "wish": 3,
        "refused": [
            {"item": "b1", "wish": 1, "why": "taken", "partner": "ada", "id": "p-ada"},
            {"item": "b2", "wish": 2, "why": "taken", "partner": "bob", "id": "p-bob"},
        ],
    }
    assert sheet["order"][1] == {
        "position": 2,
        "partner": "bob",
        "id": "p-bob",
        "tier": "gold",
        "entitled": 1,
        "joined": False,
        "keys": [{"by": "points", "rank": 2}],
        "has": [{"item": "b2", "how": "draw", "turn": 2}],
    }


def test_offers_and_what_is_vacant_are_published():
    made = drawn(with_event(drawn(held_draw()), OFFERS, WITHDREW), LATER)
    sheet = published(made)
    assert sheet["offers"] == [
        {
            "item": "b1",
            "on": "2026-09-08",
            "answers": [
                {"partner": "bob", "id": "p-bob", "answer": "declined"},
                {"partner": "cat", "id": "p-cat", "answer": "accepted"},
            ],
        }
    ]
    assert sheet["vacant"] == [{"item": "b3", "queue": []}]


def test_what_was_given_by_hand_is_published_with_its_reason():
    sheet = published(drawing(BOOTHS, event=fair()), DAY)
    assert sheet["by_hand"][0] == {
        "partner": "ada",
        "id": "p-ada",
        "item": "a1",
        "reason": "It organises the fair.",
    }


def test_before_the_day_of_the_draw_no_turn_is_published():
    sheet = published(held_draw(), DAY.replace(month=8))
    assert (sheet["turns"], sheet["vacant"]) == ([], [])


def test_one_that_may_not_be_shown_any_more_is_not_named():
    made = drawn(held_draw())
    gone = made.partners["ada"]
    gone = replace(gone, standing=replace(gone.standing, status="former"))
    sheet = published(replace(made, partners={**made.partners, "ada": gone}))
    assert (sheet["turns"][0]["partner"], sheet["turns"][0]["id"]) == (None, "p-ada")
