from dataclasses import replace
from datetime import date

from pavgen.model.conditions import Among
from pavgen.model.records.policy import Group, Limit, Pin, Score, Sponsor
from pavgen.place.inputs import (
    Elsewhere,
    class_of,
    eligible_ids,
    group_period,
    group_round,
    group_rule,
)
from pavgen.place.periods import Period, period_of
from pavgen.place.rounds import AtLeast, Bound, Cap, Cooldown, GroupRule, PublicSeed, Separate
from tests.place.ledgers import BALANCED, MONDAY, small
from tests.place.programmes import opportunity, partner, programme

WEEK = period_of("week", MONDAY)
NOWHERE = Elsewhere({}, {})


def rounded(made, group="main", elsewhere=NOWHERE):
    return group_round(made, group, group_rule(made, group), (WEEK.label, WEEK.first), elsewhere)


def test_rule_says_what_the_policy_says():
    limits = (
        Limit(separate="competitors", distance=3, hard=False),
        Limit(cap=2, per="type"),
        Limit(cooldown=1),
        Limit(at_least=1, of=Among("tier", ("gold",))),
    )
    made = small("ada", opportunities={"all": opportunity(slots=4, constraints=limits)})
    assert group_rule(made, "main") == GroupRule(
        "balanced",
        slots=4,
        seed=PublicSeed("dice", "3 1 4"),
        constraints=(
            Separate("competitors", 3, hard=False),
            Cap(2, "type"),
            Cooldown(1),
            AtLeast(1, "tier is gold"),
        ),
    )


def test_roster_is_who_may_stand_in_some_list_of_the_group_on_the_first_day():
    made = small(
        partner("ada", tier="gold"),
        partner("bob", tier="silver"),
        partner("cyd", tier="registered"),
        partner("dan", joined=date(2026, 11, 3)),
        opportunities={
            "one": opportunity(eligible=Among("tier", ("gold",))),
            "two": opportunity(eligible=Among("tier", ("silver",))),
        },
    )
    assert rounded(made).roster == (("p-ada", 1), ("p-bob", 1))


def test_weights_come_from_the_tier_or_from_the_standing():
    people = (partner("ada", tier="gold", weights=(("all", 7),)), partner("bob", tier="silver"))
    made = small(*people, group=replace(BALANCED, weights="standing"))
    assert rounded(made).roster == (("p-ada", 7), ("p-bob", 1))


def test_ranks_tell_who_is_ahead_and_not_by_how_many_points():
    made = small(
        partner("ada", points=10), partner("bob", points=900), group=Group(strategy="points")
    )
    assert rounded(made).ranks == {"p-ada": (1,), "p-bob": (0,)}


def test_blocks_are_pools_in_the_order_of_tiers():
    made = small(
        partner("ada", tier="silver"),
        partner("bob", tier="gold"),
        opportunities={"all": opportunity(blocks="tier")},
    )
    assert rounded(made).pools == (("gold", ("p-bob",)), ("silver", ("p-ada",)))


def test_classes_of_an_apportioned_list_are_first_regions():
    made = small(
        partner("ada", regions=("de", "at")),
        partner("bob"),
        group=Group(strategy="apportion", by="home_region", inside="draw"),
    )
    assert rounded(made).pools == (("", ("p-bob",)), ("de", ("p-ada",)))


def test_competitors_are_pairs_that_either_side_the_programme_or_a_label_declares():
    ada = partner("ada", competes_with=("bob", "gone"))
    cyd = partner("cyd")
    cyd = replace(
        cyd, standing=replace(cyd.standing, competes_with=("ada",), exclusion_labels=("crm",))
    )
    dan = partner("dan")
    dan = replace(dan, standing=replace(dan.standing, exclusion_labels=("crm",)))
    limit = Limit(separate="competitors")
    made = small(ada, "bob", cyd, dan, opportunities={"all": opportunity(constraints=(limit,))})
    pairs = (("p-ada", "p-bob"), ("p-ada", "p-cyd"), ("p-cyd", "p-dan"))
    assert rounded(made).bounds == (Bound(pairs=pairs),)


def test_each_constraint_gets_the_part_it_looks_at():
    limits = (
        Limit(separate="labels"),
        Limit(cap=1, per="home_region"),
        Limit(cap=1, per="partner", across=("other",)),
        Limit(cooldown=2),
        Limit(at_least=1, of=Among("regions", ("dach",))),
    )
    ada = partner("ada", regions=("de",))
    ada = replace(ada, standing=replace(ada.standing, exclusion_labels=("crm",)))
    made = small(ada, "bob", opportunities={"all": opportunity(slots=2, constraints=limits)})
    bounds = rounded(made, elsewhere=Elsewhere({}, {"other": ("p-bob", "p-zoe")})).bounds
    assert bounds == (
        Bound(classes=(("crm", ("p-ada",)),)),
        Bound(classes=(("", ("p-bob",)), ("de", ("p-ada",)))),
        Bound(used=(("p-bob", 1),)),
        Bound(),
        Bound(members=("p-ada",)),
    )


def test_pin_holds_for_periods_that_begin_within_its_days():
    def pinned(first, last):
        pin = Pin(partner="ada", slot=2, from_=first, until=last, reason="r", by="b")
        made = small("ada", "bob", opportunities={"all": opportunity(pins=(pin,))})
        return rounded(made).pins

    assert pinned(MONDAY, MONDAY) == (("p-ada", 2),)
    assert pinned(date(2026, 11, 3), date(2026, 11, 30)) == ()


def test_pin_of_a_partner_that_may_not_be_shown_is_left_out():
    pin = Pin(partner="bob", slot=1, from_=MONDAY, until=MONDAY, reason="r", by="b")
    made = small(
        "ada", partner("bob", status="suspended"), opportunities={"all": opportunity(pins=(pin,))}
    )
    assert rounded(made).pins == ()


def test_sponsored_list_holds_who_has_bought_a_place_on_the_day_dearest_first():
    def sponsor(slug, package, until=MONDAY):
        return Sponsor(partner=slug, package=package, from_=date(2026, 10, 1), until=until)

    group = Group(
        strategy="sponsored",
        packages=("big", "small"),
        sponsors=(
            sponsor("ada", "small"),
            sponsor("bob", "big"),
            sponsor("cyd", "big", date(2026, 11, 1)),
        ),
    )
    made = small("ada", "bob", "cyd", "dan", group=group)
    assert eligible_ids(made, "main", MONDAY) == {"p-ada", "p-bob"}
    assert rounded(made).ranks == {"p-ada": (1, 0), "p-bob": (0, 0)}


def test_relevance_ranks_by_the_sum_of_scores_then_by_the_other_order():
    scores = (
        Score(when=Among("regions", ("de",)), score=2, label="in Germany"),
        Score(when=Among("types", ("reseller",)), score=1, label="sells"),
    )
    group = Group(strategy="relevance", scores=scores, then="main")
    made = programme(
        [partner("ada", regions=("de",), types=("reseller",)), partner("bob"), partner("cyd")],
        groups={"near": group},
        opportunities={"all": opportunity(group="near")},
    )
    elsewhere = Elsewhere({"p-cyd": 1, "p-bob": 2, "p-ada": 3}, {})
    assert rounded(made, "near", elsewhere).ranks == {
        "p-ada": (0, 2),
        "p-bob": (1, 1),
        "p-cyd": (1, 0),
    }


def test_class_of_a_partner_is_its_first_word():
    made = partner("ada", tier="gold", regions=("at", "de"), types=("reseller",))
    found = [class_of(made, by) for by in ("tier", "home_region", "type")]
    assert found == ["gold", "at", "reseller"]


def test_period_of_a_group_is_that_of_its_kind():
    assert group_period(BALANCED, MONDAY) == Period("2026-W45", MONDAY, date(2026, 11, 8))
