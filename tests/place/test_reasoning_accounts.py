from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from pavgen.model.records.policy import Group, Limit, Pin
from pavgen.model.records.program import Tier
from pavgen.place.accounting import ledger_accounts
from pavgen.place.reasoning_accounts import balanced, due, in_places, quota, rotation, score, weight
from pavgen.place.reasoning_kinds import Reason, ReasonKind, Says
from pavgen.place.rounds import PLACE
from tests.place.drawn import recorded
from tests.place.programmes import partner
from tests.place.told import one_list, scene

MONDAY = date(2026, 11, 2)
DAY = date(2026, 11, 25)
SLUGS = ("ada", "bob", "cid", "dan", "eve")


def after_weeks(made, count):
    """Record the weeks before that of the day."""
    return recorded(made, MONDAY, MONDAY + timedelta(weeks=count - 1))


def tiered(**more):
    """Make a balanced list of five; those of tier gold count twice."""
    made = one_list(
        [partner(s, tier="gold" if s in {"ada", "bob"} else "silver", **more) for s in SLUGS],
        Group(strategy="balanced", weights="tier"),
    )
    tiers = (Tier(id="gold", label="Gold", weight=2), Tier(id="silver", label="Silver"))
    return replace(made, program=replace(made.program, tiers=tiers))


def test_weight_is_told_with_the_tier_it_comes_from():
    says: Says = {"how": "tier", "weight": 2, "tier": "gold", "label": "Gold"}
    assert weight(scene(tiered()), "p-ada") == Reason(ReasonKind.WEIGHT, says)


def test_weight_that_is_no_longer_that_of_the_tier_is_told_as_recorded():
    made = recorded(tiered(), DAY, DAY)
    promoted = [
        replace(p, standing=replace(p.standing, tier="gold")) for p in made.partners.values()
    ]
    made = replace(made, partners={p.slug: p for p in promoted})
    assert weight(scene(made), "p-eve").says == {"how": "recorded", "weight": 1}


def test_account_told_is_that_of_the_ledger_with_this_periods_entitlement():
    made = after_weeks(tiered(), 3)
    shown = scene(made)
    before = {line.partner: line.owed for line in ledger_accounts(made.ledgers["main"])[-1].lines}
    for identity, kept in before.items():
        parts = {
            (reason.kind, part.says["n"]): part.says
            for reason in balanced(shown, shown.turn(identity), identity)
            for part in reason.parts
        }
        for k, lag in zip((1, 3), kept, strict=False):
            entitled = int(parts[ReasonKind.ENTITLED, k]["share"])
            assert parts[ReasonKind.OWED, k]["owed"] == (lag or 0) + entitled


def test_score_at_the_place_decides_downwards():
    shown = scene(after_weeks(tiered(), 3))
    order = shown.order.played.order
    told = [balanced(shown, shown.turn(i), i)[-1].says for i in order]
    assert [said["position"] for said in told] == [1, 2, 3, 4, 5]
    assert told[-1] == {"how": "even", "score": 0, "position": 5}


def test_sign_of_a_score_is_its_form():
    assert [score(n * PLACE, 2).says for n in (7, -7, 0)] == [
        {"how": "owed", "score": 7, "position": 2},
        {"how": "had", "score": 7, "position": 2},
        {"how": "even", "score": 0, "position": 2},
    ]


@pytest.mark.parametrize(
    ("deadline", "says"),
    [
        (None, {"how": "not"}),
        (-1, {"how": "now"}),
        (0, {"how": "now"}),
        (1, {"how": "within", "n": 1}),
        (7, {"how": "within", "n": 7}),
    ],
)
def test_deadline_is_told_as_periods_that_are_left(deadline, says):
    assert due(deadline).says == says


def spot(slots, **more):
    return one_list([partner(s) for s in SLUGS], Group(strategy="quota"), slots=slots, **more)


def test_share_of_a_quota_is_told_as_a_fraction_of_the_periods():
    shown = scene(spot(2))
    share = quota(shown, shown.turn("p-ada"), "p-ada")[1]
    assert share.says == {"how": "exact", "share": 4 * 10**8, "count": 2, "n": 5}


def test_share_under_a_cooldown_is_no_more_than_it_lets_through():
    shown = scene(spot(2, constraints=(Limit(cooldown=2),)))
    share = quota(shown, shown.turn("p-ada"), "p-ada")[1]
    assert (share.says["count"], share.says["n"]) == (1, 3)


def test_share_with_a_great_denominator_is_told_in_hundredths():
    weights = {"ada": 97, "bob": 89, "cid": 83, "dan": 79, "eve": 73}
    group = Group(strategy="quota", weights="standing")
    partners = [partner(s, weights=(("all", w),)) for s, w in weights.items()]
    shown = scene(one_list(partners, group, slots=1))
    share = quota(shown, shown.turn("p-ada"), "p-ada")[1]
    assert share.says == {"how": "about", "share": 230403800, "count": 23, "n": 100}


def test_others_that_were_due_are_counted_and_five_of_them_named():
    shown = scene(one_list([partner(f"p{n}") for n in range(8)], Group(strategy="quota"), slots=1))
    others = quota(shown, shown.turn("p-p0"), "p-p0")[-1]
    assert (others.says, len(others.parts)) == ({"how": "others", "n": 7}, 5)
    assert "p-p0" not in {part.says["partner"] for part in others.parts}


def test_account_of_a_quota_is_the_lag_after_accrual():
    shown = scene(after_weeks(spot(2), 3))
    for identity in ("p-ada", "p-eve"):
        turn = shown.turn(identity)
        told = quota(shown, turn, identity)[2].says["owed"]
        assert told == in_places(turn.owed[identity])


@pytest.mark.parametrize(("count", "cycle", "turn"), [(5, 10, 4), (4, 4, 4)], ids=["odd", "even"])
def test_rotation_tells_when_its_cycle_began_and_how_far_it_is(count, cycle, turn):
    made = one_list([partner(s) for s in SLUGS[:count]], Group(strategy="rotation"))
    shown = scene(after_weeks(made, 3))
    places = [rotation(shown, shown.turn(i), i)[0].says for i in shown.order.played.order]
    assert [said["place"] for said in places] == list(range(1, count + 1))
    assert {(said["began"], said["turn"], said["n"]) for said in places} == {
        ("2026-W45", turn, cycle)
    }


def test_rotation_counts_anew_when_its_cycle_is_over():
    made = one_list([partner(s) for s in SLUGS[:2]], Group(strategy="rotation"))
    shown = scene(after_weeks(made, 3))
    says = rotation(shown, shown.turn("p-ada"), "p-ada")[0].says
    assert (says["began"], says["turn"], says["n"]) == ("2026-W45", 2, 2)


def test_entitlement_told_leaves_out_the_places_that_pins_hold():
    pin = Pin(partner="eve", slot=1, from_=MONDAY, until=DAY, reason="A launch", by="Ida")
    partners = [partner(s) for s in SLUGS]
    shown = scene(one_list(partners, Group(strategy="balanced"), pins=(pin,)))
    entitled = balanced(shown, shown.turn("p-ada"), "p-ada")[1]
    shares = {part.says["n"]: part.says["share"] for part in entitled.parts}
    assert (shares[1], shares[3]) == (0, PLACE // 2)


def test_amounts_are_rounded_towards_nothing():
    assert [in_places(Fraction(n, 3)) for n in (2, -2)] == [666666666, -666666666]
