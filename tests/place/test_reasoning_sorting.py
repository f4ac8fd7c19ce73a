from dataclasses import replace
from datetime import date

import pytest

from pavgen.model.conditions import Among
from pavgen.model.records.policy import FixedOrder, Group, Score, Seed, Sponsor
from pavgen.place.reasoning_kinds import Reason, ReasonKind
from pavgen.place.reasoning_sorting import drawn, measured, sponsored
from tests.place.programmes import opportunity, partner, programme
from tests.place.told import DAY, one_list, scene

ALL_DAYS = {"from_": date(2026, 1, 1), "until": date(2026, 12, 31)}


def looked_at(made, slug, sponsor=None):
    shown = scene(made)
    return measured(made, shown.master, made.partners[slug], sponsor)


def test_points_and_the_ladder_are_told_by_ranks_and_never_by_values():
    group = Group(strategy="points", ladder=("joined",))
    partners = [partner("ada", points=900), partner("bob", points=9, joined=date(2020, 1, 1))]
    assert looked_at(one_list(partners, group), "bob") == (
        Reason(ReasonKind.POINTS, {"how": "rank", "rank": 2}),
        Reason(ReasonKind.JOINED, {"how": "rank", "rank": 1}),
    )


def test_spelling_and_address_are_not_told_of_a_place_by_name():
    told = looked_at(one_list([partner("ada")], Group(strategy="alphabetical")), "ada")
    assert told == (Reason(ReasonKind.NAME, {"how": "rank", "rank": 1}),)


def fixed(until, **more):
    order = FixedOrder(partners=("bob",), reason="A launch", until=until, **more)
    group = Group(strategy="fixed", fixed=order)
    return one_list([partner("ada"), partner("bob")], group)


def test_place_of_a_fixed_order_is_told_with_the_partners_own_reason():
    made = fixed(DAY, reasons=(("bob", "It opens a shop"),))
    until = DAY.isoformat()
    assert looked_at(made, "bob") == (
        Reason(
            ReasonKind.LISTED,
            {"how": "place", "rank": 1, "until": until, "reason": "It opens a shop"},
        ),
    )


@pytest.mark.parametrize(("until", "how"), [(DAY, "not"), (date(2026, 11, 22), "ended")])
def test_who_is_not_in_a_fixed_order_is_told_its_ticket(until, how):
    listed, ticket = looked_at(fixed(until), "ada")
    assert listed == Reason(ReasonKind.LISTED, {"how": how, "until": until.isoformat()})
    assert ticket.kind is ReasonKind.DRAWN


def test_score_is_told_with_every_match():
    group = Group(
        strategy="relevance",
        then="main",
        scores=(
            Score(when=Among("regions", ("dach",)), score=3, label="works nearby"),
            Score(when=Among("tier", ("silver",)), score=2, label="silver"),
            Score(when=Among("types", ("reseller",)), score=1, label="sells"),
        ),
    )
    near = partner("ada", regions=("de",), types=("reseller",))
    score = looked_at(one_list([near, partner("bob")], group), "ada")[0]
    assert score == Reason(
        ReasonKind.SCORE,
        {"how": "matched", "total": 4, "rank": 1},
        (
            Reason(ReasonKind.MATCH, {"label": "works nearby", "count": 3}),
            Reason(ReasonKind.MATCH, {"label": "sells", "count": 1}),
        ),
    )


def test_what_was_bought_is_told_in_place_of_the_packages_rank():
    bought = Sponsor(partner="ada", package="big", **ALL_DAYS)
    groups = {
        "main": Group(strategy="sponsored", packages=("big",), sponsors=(bought,), then="turns"),
        "turns": Group(strategy="draw"),
    }
    lists = {"all": opportunity(), "turns": opportunity(group="turns")}
    made = programme([partner("ada")], groups=groups, opportunities=lists)
    assert looked_at(made, "ada", bought) == (
        sponsored(bought),
        Reason(ReasonKind.THEN, {"how": "rank", "rank": 1}),
    )


@pytest.mark.parametrize(
    ("seed", "how"), [(Seed(source="dice", value="3"), "committed"), (Seed(value="3"), "bare")]
)
def test_ticket_is_told_as_public_only_where_its_source_was_named(seed, how):
    made = one_list([partner("ada")], Group(strategy="draw"))
    groups = (("main", replace(made.policy.group("main"), seed=seed)),)
    shown = scene(replace(made, policy=replace(made.policy, groups=groups)))
    told = drawn(shown.master, "p-ada")
    assert told.says == {"how": how, "ticket": shown.ticket("p-ada")}
