from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.records.policy import FixedOrder, Group, Limit, Pin, Seed
from pavgen.model.records.program import Tier
from pavgen.place.placing import place
from pavgen.place.reasoning import reason_tree, short_reason
from pavgen.place.reasoning_kinds import Reason, ReasonKind
from pavgen.place.rounds import PLACE, PublicSeed
from pavgen.place.sentences import seed_in_words, sentence, steps
from tests.place.drawn import recorded
from tests.place.programmes import partner
from tests.place.told import DAY, ENGLISH, GERMAN, cards_of, one_list, steps_of, why_of

MONDAY = date(2026, 11, 2)
DRAW = Group(strategy="draw", seed=Seed(source="dice", value="3"))
THREE = [partner("ada", points=120), partner("bob", points=90), partner("cid", points=90)]


def test_steps_tell_what_came_of_it_and_then_everything_that_led_there():
    assert steps_of(one_list(THREE, Group(strategy="points"), slots=2), "bob") == (
        "Bob stands at position 2 of 2 in “All partners” for 2026-W48.",
        "Every active partner may be shown here.",
        (
            "The order of 2026-W48 is provisional: it is not in the ledger yet, and this is what"
            " would be recorded now."
        ),
        "It ranks 2 by points.",
        "It stands after Ada: by points it ranks 2, after 1.",
        "It stands before Cid: both stand equal, and its ticket 3112c402 comes before 85a9d999.",
        (
            "The order holds until 29 November 2026; the next begins on 30 November 2026. Before that"
            " only a partner that comes or leaves changes anything."
        ),
    )


def test_steps_are_told_in_german_too():
    assert steps_of(one_list(THREE, Group(strategy="points"), slots=2), "cid", GERMAN) == (
        (
            "Cid wartet auf einen Platz in „All partners“ für 2026-W48: 2 Partner sind vor ihm an der"
            " Reihe (Plätze: 2)."
        ),
        "Hier darf jeder aktive Partner gezeigt werden.",
        (
            "Die Reihenfolge für 2026-W48 ist vorläufig: Sie steht noch nicht im Register; so würde"
            " sie jetzt eingetragen."
        ),
        "Er hat Rang 2 nach Punkten.",
        "Er steht nach Bob: Beide sind gleichauf, und sein Los 85a9d999 kommt nach 3112c402.",
        (
            "Die Reihenfolge gilt bis zum 29. November 2026; die nächste beginnt am 30. November 2026."
            " Bis dahin ändert sich nur etwas, wenn ein Partner hinzukommt oder ausscheidet."
        ),
    )


def weighted():
    partners = [partner("ada"), partner("bob", tier="silver"), partner("cid", tier="silver")]
    made = one_list(partners, Group(strategy="balanced", weights="tier", seed=DRAW.seed))
    tiers = (Tier(id="gold", label="Gold", weight=2), Tier(id="silver", label="Silver"))
    made = replace(made, program=replace(made.program, tiers=tiers))
    return recorded(made, MONDAY, MONDAY + timedelta(weeks=2))


def test_balanced_place_is_told_by_weight_share_account_and_what_was_owed():
    assert why_of(weighted(), "cid") == (
        "It counts with weight 1, that of the tier Silver.",
        "Its share of this period was 0.25 of the first place, 0.50 of the first 2 places.",
        (
            "With it, its account stood at 0.00 in the first place, +1.00 in the first 2 places"
            " (plus: still owed, minus: had too much; rounded to hundredths)."
        ),
        "When position 2 was given out, it was owed 0.13 of a first place.",
        (
            "It stands after Ada: when position 1 was given out, it was owed 0.37 of a first place"
            " less."
        ),
        (
            "It stands before Bob: when position 2 was given out, it was owed 0.13 of a first place"
            " more."
        ),
    )


def test_cards_of_a_balanced_list_tell_the_turn():
    assert cards_of(weighted()) == [
        "Place 1 of 3 in the order of 2026-W48: its turn, since it was owed 0.50 of a first place.",
        "Place 2 of 3 in the order of 2026-W48: its turn, since it was owed 0.13 of a first place.",
        "Place 3 of 3 in the order of 2026-W48: by turns, and here by ticket.",
    ]


def test_quota_place_is_told_by_share_account_and_turn():
    made = one_list([partner(s) for s in ("ada", "bob", "cid")], Group(strategy="quota"), slots=1)
    first = place(made, DAY).value.order_of("all")[0]
    assert why_of(made, first)[:4] == (
        "All partners count alike here.",
        "Its share is to be shown in 1 of 3 periods on average.",
        (
            "With it, its account stood at +0.33 places before they were given out (plus: still owed,"
            " minus: shown early; rounded to hundredths)."
        ),
        "Its turn may come, and must come within the next 2 periods.",
    )


def test_rotation_is_told_by_its_cycle():
    made = one_list([partner(s) for s in ("ada", "bob", "cid")], Group(strategy="rotation"))
    made = recorded(made, MONDAY, MONDAY)
    last = place(made, DAY).value.order_of("all")[-1]
    assert why_of(made, last)[0] == (
        "The rotation began with 2026-W45; this is period 4 of 6, and gives it place 3."
    )


def test_fixed_order_is_told_with_its_reason_whose_own_stop_does_not_stand_twice():
    fixed = FixedOrder(partners=("bob",), reason="A launch.", until=DAY)
    made = one_list([partner("ada"), partner("bob")], Group(strategy="fixed", fixed=fixed))
    assert cards_of(made) == [
        (
            "Place 1 of 2 in the order of 2026-W48: number 1 of the order set by hand until"
            " 25 November 2026: A launch."
        ),
        "Place 2 of 2 in the order of 2026-W48: not named in the order set by hand.",
    ]


def test_pin_is_told_on_the_card_with_its_end_and_whether_it_was_paid():
    pin = Pin(partner="ada", slot=1, from_=MONDAY, until=DAY, reason="A launch", by="I", paid=True)
    assert cards_of(one_list([partner("ada")], DRAW, pins=(pin,)))[0] == (
        "Place 1 of 1 in the order of 2026-W48: put there by hand until 25 November 2026, against"
        " payment: A launch."
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0.00 in the first place"),
        (PLACE, "+1.00 in the first place"),
        (-PLACE // 2, "−0.50 in the first place"),
        (-4_999_999, "0.00 in the first place"),
        (5_000_000, "+0.01 in the first place"),
        (1_994_999_999, "+1.99 in the first place"),
        (1_995_000_000, "+2.00 in the first place"),
    ],
)
def test_amounts_are_rounded_to_hundredths_half_away_from_nothing(amount, words):
    reason = Reason(ReasonKind.OWED, {"how": "prefix", "n": 1, "owed": amount})
    assert sentence(reason, ENGLISH) == f"{words}."


def test_amount_of_a_first_place_that_rounds_to_none_is_told_as_less():
    reason = Reason(ReasonKind.OWED, {"how": "owed", "position": 2, "score": 4_999})
    assert sentence(reason, ENGLISH) == (
        "When position 2 was given out, it was owed less than 0.01 of a first place."
    )


def test_tickets_that_begin_alike_are_told_as_far_as_they_differ():
    says = {
        "how": "before",
        "ticket": "0123456789aa" + "0" * 52,
        "against": "0123456789ab" + "0" * 52,
    }
    assert sentence(Reason(ReasonKind.TIE, says), ENGLISH) == (
        "Both stand equal, and its ticket 0123456789aa comes before 0123456789ab."
    )


def test_name_at_the_head_of_steps_keeps_its_small_letter():
    made = one_list([partner("ada", name="eBorealis")], DRAW)
    assert steps_of(made, "ada")[0].startswith("eBorealis stands at position 1 of 1")


@pytest.mark.parametrize(
    ("seed", "words"),
    [
        (PublicSeed("dice", "3"), "tickets come from a public source: dice"),
        (PublicSeed("", "3"), "the seed of the tickets was not publicly committed"),
    ],
)
def test_seed_is_told_by_its_source(seed, words):
    assert seed_in_words(seed, ENGLISH) == words


def busy(chance):
    """Make a list by any strategy with constraints, a pin and a past."""
    partners = []
    for slug in ("ada", "bob", "cid", "dan", "eve", "fay"):
        made = partner(slug, tier=chance.choice(("gold", "silver")), regions=("de",))
        labels = tuple(label for label in ("crm", "erp") if chance.random() < 0.4)
        partners.append(replace(made, standing=replace(made.standing, exclusion_labels=labels)))
    limits = [
        Limit(separate=chance.choice(("competitors", "labels")), distance=2, hard=False),
        Limit(cap=1, per=chance.choice(("exclusion_label", "tier", "home_region")), hard=False),
        Limit(cooldown=chance.randrange(1, 3), hard=False),
    ]
    pin = Pin(partner="eve", slot=2, from_=MONDAY, until=DAY, reason="A launch", by="Ida")
    strategy = chance.choice(("quota", "quota", "rotation", "apportion", "balanced", "draw"))
    group = Group(strategy=strategy, by="tier", inside="balanced", seed=DRAW.seed)
    made = one_list(
        partners,
        group,
        slots=chance.choice((2, 3)),
        constraints=tuple(chance.sample(limits, chance.randrange(3))),
        pins=chance.choice(((), (pin,))),
    )
    return recorded(made, MONDAY, MONDAY + timedelta(weeks=chance.randrange(3)))


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=True))
def test_everything_can_be_said_under_constraints_and_pins(chance):
    made = busy(chance)
    placement = place(made, DAY).value
    listed = placement.opportunities["all"]
    for slug in made.partners:
        tree = reason_tree(made, placement, "all", slug)
        assert all(steps(tree, ENGLISH))
        assert all(steps(tree, GERMAN))
    for decision in (*listed.decisions, *listed.waiting):
        assert sentence(short_reason(made, placement.groups["main"], decision), ENGLISH)
